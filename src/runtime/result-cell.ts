import { denialText, isDenied, type ChartContext, type Row } from "../charts/index.ts";
import type { Child } from "../dom/index.ts";
import type { ResultColumn, Value } from "../engine/index.ts";
import type { Fact } from "../facts/index.ts";
import { formatNumber, say } from "../i18n/index.ts";
import { factAttributes, numberAttributes, numberIn } from "./row-facts.ts";

/** Longer texts take more than a line, in characters. */
const WIDE = 20;

/** Longer texts are folded, in characters. */
const LONG = 80;

function numberText(value: number, { language }: ChartContext): string {
  return Number.isFinite(value) ? formatNumber(value, language, { digits: 15 }) : String(value);
}

/** A value within a list or a record, in one line. */
function plainText(value: Value, context: ChartContext): string {
  if (value === null) return "NULL";
  if (typeof value === "number") return numberText(value, context);
  if (typeof value !== "object") return String(value);
  if (isList(value)) return `[${value.map((item) => plainText(item, context)).join(", ")}]`;
  const fields = Object.entries(value).map(([key, item]) => `${key}: ${plainText(item, context)}`);
  return `{${fields.join(", ")}}`;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function folded(text: string, { build }: ChartContext): Child {
  if (text.length <= WIDE) return text;
  if (text.length <= LONG) return build.html("div", { class: "long" }, text);
  const short = `${[...text].slice(0, LONG / 2).join("")}…`;
  return build.html("details", { class: "long" }, build.html("summary", {}, short), text);
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
function numberCell(
  value: number,
  name: string,
  row: Row,
  isOfFacts: boolean,
  context: ChartContext,
): Child {
  const { build } = context;
  const text = numberText(value, context);
  if (!isOfFacts || !Number.isFinite(value)) return text;
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
  value: Value,
  { name }: ResultColumn,
  row: Row,
  isOfFacts: boolean,
  context: ChartContext,
): Child {
  const { build, language } = context;
  if (value === null)
    return build.html("span", { class: "null", title: say(language, "result.null") }, "NULL");
  if (typeof value === "number") return numberCell(value, name, row, isOfFacts, context);
  if (typeof value === "string" && context.catalogue.facts.has(value))
    return idLink(value, context);
  return folded(plainText(value, context), context);
}
