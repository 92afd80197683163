import type { ChartContext, Row } from "../charts/index.ts";
import { visible, type Child } from "../dom/index.ts";
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

/** A value within a list or a record, in one line; what is beyond so many characters is left out. */
function plainText(value: Value, context: ChartContext, most: number): string {
  if (value === null) return "NULL";
  if (typeof value === "number") return numberText(value, context);
  if (typeof value !== "object") return String(value);
  const items = isList(value) ? value.entries() : Object.entries(value).values();
  const parts: string[] = [];
  let length = 0;
  for (const [key, item] of items) {
    const text = plainText(item, context, most - length);
    parts.push(isList(value) ? text : `${key}: ${text}`);
    length += text.length + 2;
    if (length > most) break;
  }
  return isList(value) ? `[${parts.join(", ")}]` : `{${parts.join(", ")}}`;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** Of longer texts the page shows the beginning, in characters: a page of millions stands still. */
const MOST_SHOWN = 10_000;

function folded(value: Value, context: ChartContext): Child {
  const { build, language } = context;
  const whole = plainText(value, context, MOST_SHOWN);
  const text = visible(whole.slice(0, MOST_SHOWN));
  if (text.length <= WIDE) return text;
  if (text.length <= LONG) return build.html("div", { class: "long" }, text);
  const short = `${[...text.slice(0, LONG)].slice(0, LONG / 2).join("")}…`;
  const count = typeof value === "string" ? formatNumber(value.length, language) : null;
  const more = whole.length <= MOST_SHOWN ? null : cutNote(count, context);
  return build.html("details", { class: "long" }, build.html("summary", {}, short), text, more);
}

/** Says that a text goes on, and where the whole of it is. */
function cutNote(count: string | null, { build, language }: ChartContext): Child {
  const most = formatNumber(MOST_SHOWN, language);
  const words =
    count === null
      ? say(language, "result.cut", most)
      : say(language, "result.cut_of", most, count);
  return build.html("p", { class: "note" }, words);
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
  return folded(value, context);
}
