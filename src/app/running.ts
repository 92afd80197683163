/** What runs and draws the cells of a page: loaded behind the first figure, beside the engine. */
export { viewDefinitions } from "../facts/index.ts";
export { consentByBuild, mount } from "../runtime/index.ts";
export { createCages } from "./cages.ts";
export { footer, header, titleOf } from "./chrome.ts";
