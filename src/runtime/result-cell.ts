import type { ChartContext, Row } from "../charts/index.ts";
import type { Child } from "../dom/index.ts";
import type { ResultColumn, Value } from "../engine/index.ts";
import { formatNumber, say } from "../i18n/index.ts";
import { factAttributes, numberAttributes, type RowFacts } from "./row-facts.ts";

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
export function sourceCell({ facts }: RowFacts, context: ChartContext): Child {
  const { build, language } = context;
  if (facts.length === 0)
    return build.html("span", { class: "none" }, say(language, "result.no_source"));
  const links = facts.map(({ fact_id }, i) => [i > 0 ? " " : null, idLink(fact_id, context)]);
  if (facts.length <= 2) return links;
  const summary = build.html("summary", {}, say(language, "result.facts", facts.length));
  return build.html("details", {}, summary, links);
}

/** The content of a cell: what has no value says so, numbers of figures are links. */
export function valueCell(
  value: Value,
  { name }: ResultColumn,
  row: Row,
  found: RowFacts,
  context: ChartContext,
): Child {
  const { build, language } = context;
  if (value === null)
    return build.html("span", { class: "null", title: say(language, "result.null") }, "NULL");
  if (typeof value === "number") {
    const text = numberText(value, context);
    if (found.facts.length === 0 || !Number.isFinite(value)) return text;
    return build.html("a", numberAttributes(value, text, name, row, found, context), text);
  }
  if (typeof value === "string" && context.catalogue.facts.has(value))
    return idLink(value, context);
  return folded(plainText(value, context), context);
}
