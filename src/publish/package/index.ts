export { contentOf, type Content, type ContentOptions } from "./content.ts";
export {
  packageFiles,
  type PackageFiles,
  type PackageOptions,
  type PackagePlace,
  type Script,
} from "./package.ts";
export { dataBlock, reportNode } from "./jsonld.ts";
export { findFolder, listPage, missingPage, type ListOptions } from "./list.ts";
export { picturesOf, type PackedPicture, type Pictures, type Rasterize } from "./pictures.ts";
export { packageName } from "./name.ts";
export { zipOf, type ZipOptions } from "./zip.ts";
export { digest, targetOf } from "./target.ts";
