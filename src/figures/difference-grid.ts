import { group, rollup } from "d3-array";
import { ruleWords, toldBy, type RuleId } from "../domain/index.ts";
import { type Excerpt, excerpt, excerptText } from "../words/index.ts";
import type { Comparable } from "./comparable.ts";
import { type FigureContext, regionName } from "./context.ts";
import { type FoundBetween, upperFirst } from "./difference-text.ts";
import { foundText } from "./reason.ts";

export interface DifferenceCell {
  readonly text: string;
  /** Another than most of its part have, by a rule that speaks there. */
  readonly isOdd: boolean;
}

/** Places that have all of it in common. */
export interface DifferenceRow {
  readonly names: string;
  readonly cells: readonly DifferenceCell[];
}

/** Rows that are compared with each other, and with no others. */
export interface DifferencePart {
  readonly title: string;
  readonly rows: Excerpt<DifferenceRow>;
}

/** Places down, what differs between them across. */
export interface DifferenceGrid {
  readonly columns: readonly string[];
  readonly parts: readonly DifferencePart[];
}

interface Part extends FoundBetween {
  readonly title: string;
}

/** Rows of a part, and names in a row, before they are only counted. */
const MOST_ROWS = 12;
const MOST_NAMES = 8;

/** Which values of a rule are odd in a part; of two that are as frequent, both. */
function oddIn(values: readonly (string | null)[]): (value: string | null) => boolean {
  const counts = rollup(
    values,
    (same) => same.length,
    (value) => value,
  );
  const most = Math.max(...counts.values());
  const isTied = [...counts.values()].filter((count) => count === most).length > 1;
  return (value) => counts.size > 1 && (isTied || (counts.get(value) ?? 0) < most);
}

function columnOf(
  rule: RuleId,
  { figures, pairs }: Part,
  context: FigureContext,
): DifferenceCell[] {
  const values = figures.map((figure) => toldBy(rule, figure, context.catalogue));
  const isSpoken = pairs.some(({ reasons }) => reasons.some((one) => one.rule === rule));
  // Where a rule finds nothing it tells nothing: a value there would only seem to differ.
  if (!isSpoken) return values.map(() => ({ text: "", isOdd: false }));
  const isOdd = oddIn(values);
  return values.map((value) => ({ text: foundText(rule, value, context), isOdd: isOdd(value) }));
}

function rowsOf(part: Part, rules: readonly RuleId[], context: FigureContext): DifferenceRow[] {
  const columns = rules.map((rule) => columnOf(rule, part, context));
  const each = part.figures.map(({ region_id }: Comparable, at) => ({
    name: regionName(context, region_id),
    cells: columns.flatMap((column) => column[at] ?? []),
  }));
  const alike = group(each, ({ cells }) => JSON.stringify(cells.map(({ text }) => text)));
  return [...alike.values()].map((members) => ({
    names: excerptText(
      [...new Set(members.map(({ name }) => name))],
      MOST_NAMES,
      context.language,
      "strip.more_regions",
    ),
    cells: members[0]?.cells ?? [],
  }));
}

/** The grid of what rules found in some parts; null where they found nothing. */
export function differenceGrid(
  parts: readonly Part[],
  rules: readonly RuleId[],
  context: FigureContext,
): DifferenceGrid | null {
  const compared = parts.filter(({ figures }) => figures.length > 1);
  if (rules.length === 0 || compared.length === 0) return null;
  return {
    columns: rules.map((rule) => upperFirst(ruleWords[rule].title[context.language])),
    parts: compared.map((part) => ({
      title: part.title,
      rows: excerpt(rowsOf(part, rules, context), MOST_ROWS),
    })),
  };
}
