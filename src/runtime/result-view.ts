import { own } from "./environment.ts";
import type { Answer } from "./result.ts";
import type { View } from "./shown.ts";

/** The result of a query. */
export function resultView(name: string): View {
  void own;
  return {
    inputs: [name],
    draw: ({ build }, answer) =>
      build.html("div", { class: "result" }, String((answer as Answer).table.numRows)),
  };
}
