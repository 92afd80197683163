import type { Builder } from "../dom/index.ts";
import type { PlacedProblem } from "./problems.ts";
import type { Source } from "./source.ts";
import { editorText } from "../words/editor.ts";

/** What is wrong with a cell, in its source and as a list below it. */
export interface CellProblems {
  readonly element: HTMLElement;
  set(problems: readonly PlacedProblem[]): void;
}

export function createCellProblems(
  { html }: Builder,
  language: "zh" | "en",
  source: Pick<Source, "setProblems" | "focusPlace">,
): CellProblems {
  const element = html("ul", { class: "edit-problems", hidden: true });
  let shown = "[]";
  const item = ({ message, line, column }: PlacedProblem): HTMLElement => {
    if (line === null) return html("li", {}, message);
    const at = editorText(language, "cell.at", line, column ?? 1);
    const button = html("button", { type: "button", class: "place" }, at);
    button.addEventListener("click", () => source.focusPlace(line, column ?? 1));
    return html("li", {}, button, " ", message);
  };
  return {
    element,
    set(problems) {
      // A list that says the same keeps the focus that a reader has in it.
      const text = JSON.stringify(problems);
      if (text === shown) return;
      shown = text;
      source.setProblems(problems);
      element.replaceChildren(...problems.map(item));
      element.hidden = problems.length === 0;
    },
  };
}
