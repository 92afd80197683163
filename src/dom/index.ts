export { append, builder, type Attributes, type Builder, type Child } from "./element.ts";
export { isLostPart } from "./part.ts";
export { blobWorker, registerServiceWorker } from "./worker.ts";
