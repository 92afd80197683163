/**
 * What runs and draws the cells of a page: loaded behind the first figure, beside the engine.
 */
export { viewDefinitions } from "../../domain/index.ts";
export { consentByBuild, mount } from "../../runtime/index.ts";
export { environmentOf } from "./environment.ts";
export { renderFrame } from "./frame.ts";
export { unknownNames } from "./unknown-names.ts";
