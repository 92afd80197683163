import { denialText, isDenied, type Row } from "../figures/index.ts";
import type { ChartContext } from "../charts/index.ts";
import type { Child } from "../dom/index.ts";
import { visible } from "../words/markup/index.ts";
import type { ResultColumn, Value } from "../engine/index.ts";
import type { Fact } from "../domain/index.ts";
import { formatDigits, formatDouble, formatNumber, isCode, say } from "../words/index.ts";
import { factAttributes, numberAttributes, numberIn } from "./row-facts.ts";

/** Longer texts take more than a line, in characters. */
const WIDE = 20;

/** Longer texts are folded, in characters. */
const LONG = 80;

/** Of longer texts the page holds the beginning; files have the whole. */
const MOST = 20_000;

/** A cell as it is read: its value for what it leads to, its text for what is shown. */
export interface ShownCell {
  readonly value: Value;
  /** As the engine writes it. */
  readonly text: string | null;
  readonly column: ResultColumn;
}

/** A number with every digit that the engine holds; years and codes without groups. */
function numberText({ value, text, column }: ShownCell, { language }: ChartContext): string {
  if (column.isDigits)
    return isCode(column.name) ? String(text) : formatDigits(String(text), language);
  return typeof value === "number" && Number.isFinite(value) && !isCode(column.name)
    ? formatDouble(value, language)
    : String(text);
}

function folded(text: string, { build, language }: ChartContext): Child {
  if (text.length <= WIDE) return visible(text);
  if (text.length <= LONG) return build.html("div", { class: "long" }, visible(text));
  const short = `${Array.from(text.slice(0, LONG))
    .slice(0, LONG / 2)
    .join("")}…`;
  const rest = text.length - MOST;
  const note = rest > 0 ? say(language, "result.cut", formatNumber(rest, language)) : null;
  const whole = [visible(text.slice(0, MOST)), note && build.html("em", {}, ` ${note}`)];
  return build.html("details", { class: "long" }, build.html("summary", {}, short), whole);
}

/** An id of a figure, as a link to its clause; as text where it is none. */
function idLink(value: unknown, context: ChartContext): Child {
  const fact = typeof value === "string" ? context.catalogue.facts.get(value) : undefined;
  if (!fact) return String(value);
  return context.build.html("a", factAttributes(fact, context), fact.fact_id);
}

/** The figures behind a row, each with its clause; said where there are none. */
export function sourceCell(facts: readonly Fact[], context: ChartContext): Child {
  const { build, language } = context;
  if (facts.length === 0)
    return build.html("span", { class: "none" }, say(language, "result.no_source"));
  const links = facts.map(({ fact_id }, i) => [i > 0 ? " " : null, idLink(fact_id, context)]);
  if (facts.length <= 2) return links;
  const summary = build.html("summary", {}, say(language, "result.facts", facts.length));
  return build.html("details", {}, summary, links);
}

/** A number: a link where it has a source; the one called `value` says where it is another. */
function numberCell(cell: ShownCell, row: Row, isOfFacts: boolean, context: ChartContext): Child {
  const { build } = context;
  const { name } = cell.column;
  const text = numberText(cell, context);
  if (!isOfFacts || typeof cell.value !== "number" || !Number.isFinite(cell.value)) return text;
  const observation = numberIn(row, name, context);
  if (observation.source.kind !== "none")
    return build.html("a", numberAttributes(observation, text, name, context), text);
  const said = name === "value" && isDenied(observation) ? denialText(observation, context) : null;
  return [
    build.html("span", { "data-source": "none" }, text),
    said === null ? null : build.html("small", { class: "denied" }, said),
  ];
}

/** The content of a cell: what has no value says so, numbers of figures are links. */
export function valueCell(
  cell: ShownCell,
  row: Row,
  isOfFacts: boolean,
  context: ChartContext,
): Child {
  const { build, language } = context;
  const { value, text, column } = cell;
  if (text === null)
    return build.html("span", { class: "null", title: say(language, "result.null") }, "NULL");
  if (column.kind === "number") return numberCell(cell, row, isOfFacts, context);
  if (typeof value === "string" && context.catalogue.facts.has(value))
    return idLink(value, context);
  return folded(text, context);
}
