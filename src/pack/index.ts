export { contentOf, type Content, type ContentOptions } from "./content.ts";
export {
  packageFiles,
  type PackageFiles,
  type PackageOptions,
  type PackagePlace,
  type Script,
} from "./package.ts";
export { dataBlock } from "./jsonld.ts";
export { picturesOf, type PackedPicture, type Pictures } from "./pictures.ts";
export { digest, targetOf } from "./target.ts";
