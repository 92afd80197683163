/** Notebook Kit's HTML in and out; apart from the other entries, since it loads an HTML parser. */
export { kitLosses, type KitLoss } from "./loss.ts";
export { fromKit, type KitImport } from "./read.ts";
export { toKit } from "./write.ts";
