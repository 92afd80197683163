/** What runs and draws the cells of a page: loaded behind the first figure, beside the engine. */
export { consentByBuild, mount } from "../../runtime/index.ts";
export { createCages } from "./cages.ts";
export { footer, header, titleOf } from "../page/chrome.ts";
