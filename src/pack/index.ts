export { contentOf, type Content, type ContentOptions } from "./content.ts";
export {
  packageFiles,
  type PackageFiles,
  type PackageOptions,
  type PackagePlace,
  type Script,
} from "./package.ts";
export { digest, targetOf } from "./target.ts";
