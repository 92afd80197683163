import { textsOf, type Texts } from "./texts.ts";

/** The few words that only the script of a figure page says; all others stand in the page. */
const table = {
  source: ["出处", "Source"],
  close: ["关闭出处", "Close the source"],
} as const satisfies Texts<string>;

export const figurePageText = /* @__PURE__ */ textsOf(table);
