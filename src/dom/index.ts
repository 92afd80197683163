export { append, builder, type Attributes, type Builder, type Child } from "./element.ts";
export { blobWorker, registerServiceWorker, type BlobWorker } from "./worker.ts";
