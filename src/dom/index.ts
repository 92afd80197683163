export { append, builder, type Attributes, type Builder, type Child } from "./element.ts";
export { isLostPart } from "./part.ts";
export { saveAs } from "./save.ts";
export { blobWorker, registerServiceWorker } from "./worker.ts";
