import { ruleOfWords } from "./lexicon.ts";
import type { PlacedNumber, Reading } from "./readings.ts";
import type { Cell } from "./tables.ts";

/**
 * What a number in a table counts: the words of its row and its column together say it, in either
 * order. Null where they do not, so that it is read as text is.
 */
export function readCell(number: PlacedNumber, cell: Cell): Reading | null {
  const { labels, headers } = cell;
  const counter = number.token.counter === "" ? cell.counter : number.token.counter;
  if (labels + headers === "" || counter === "") return null;
  const rule =
    ruleOfWords(`${headers} ${labels}`, counter) ?? ruleOfWords(`${labels} ${headers}`, counter);
  if (!rule) return null;
  if (rule.metric === null) return { ...number, kind: "other_figure", rule: rule.id };
  const words = cell.label ?? cell.header ?? number.clause;
  const unit = number.token.counter === "" ? `${cell.scale}${cell.counter}` : "";
  return { ...number, kind: "figure", matches: [{ rule, route: "table", words, gap: 0, unit }] };
}
