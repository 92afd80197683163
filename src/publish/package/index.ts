export { contentOf, type Content } from "./content.ts";
export { packageFiles, type PackageFiles } from "./package.ts";
export { siteSlots, type PackagePlace, type Script } from "./place.ts";
export { dataBlock, reportNode } from "./jsonld.ts";
export { findFolder, listPage, missingPage } from "./list.ts";
export { picturesOf, type Pictures, type Rasterize } from "./pictures.ts";
export { packageName } from "./name.ts";
export { zipOf } from "./zip.ts";
export { targetOf } from "./target.ts";
