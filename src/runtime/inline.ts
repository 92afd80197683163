import {
  denialText,
  evidenceAttributes,
  isDenied,
  observe,
  regionName,
  shortValue,
  type ChartContext,
  type Observation,
  type Row,
} from "../charts/index.ts";
import { visible, type Child } from "../dom/index.ts";
import { formatNumber, locale } from "../i18n/index.ts";
import type { ElementNode, Node, ReferenceNode } from "../notebook/index.ts";

/** The rows of each query that a text reads, by cell id. */
export type Results = ReadonlyMap<string, readonly Row[]>;

export function findRow(
  results: Results,
  [name = "", ...rest]: readonly string[],
): Row | undefined {
  const rows = results.get(name) ?? [];
  if (rest.length < 2) return rows[0];
  return rows.find((row) => String(row["key"]) === rest[0]);
}

/** A text of thousands of characters is no word of a sentence. */
const MOST_IN_TEXT = 1000;

function shortText(value: unknown): string {
  const text = visible(String(value ?? ""));
  return text.length > MOST_IN_TEXT ? `${text.slice(0, MOST_IN_TEXT)}…` : text;
}

/** A number that is not that of the figure which its row names says so where it stands. */
function deniedNumber(observation: Observation, text: string, context: ChartContext): Child {
  const { build, language } = context;
  const [open, close] = language === "zh" ? ["（", "）"] : [" (", ")"];
  return build.html(
    "span",
    { class: "number denied", "data-source": "none" },
    text,
    build.html("small", {}, open, denialText(observation, context), close),
  );
}

/** A value in a text: as a link to its clause where the row has one. Throws where there is none. */
function reference(node: ReferenceNode, results: Results, context: ChartContext): Child {
  const row = findRow(results, node.path);
  const column = node.path.at(-1) ?? "";
  if (!row || !(column in row)) throw new Error(`unknown value: ${node.reference}`);
  const value = row[column];
  if (column === "region_id") return regionName(context, String(value));
  if (column !== "value")
    return typeof value === "number" ? formatNumber(value, context.language) : shortText(value);
  const observation = observe(row, context.catalogue);
  if (observation.value === null) throw new Error(`missing value: ${node.reference}`);
  const text = shortValue(observation, context);
  if (isDenied(observation)) return deniedNumber(observation, text, context);
  if (observation.source.kind === "none") return text;
  return context.build.html(
    "a",
    { class: "number", ...evidenceAttributes(observation, context) },
    text,
  );
}

function isReference(node: ElementNode | ReferenceNode): node is ReferenceNode {
  return "reference" in node;
}

/** Text in the other language is left out, so that a page is wholly in one. */
function isOtherLanguage({ attributes }: ElementNode, { language }: ChartContext): boolean {
  const lang = attributes["lang"];
  return lang !== undefined && !lang.startsWith(locale(language).slice(0, 2));
}

/** Markdown nodes as elements, their references filled from the results. */
export function inline(nodes: readonly Node[], results: Results, context: ChartContext): Child[] {
  return nodes.map((node) => {
    if (typeof node === "string") return node;
    if (isReference(node)) return reference(node, results, context);
    if (isOtherLanguage(node, context)) return null;
    return context.build.html(node.tag, node.attributes, inline(node.children, results, context));
  });
}
