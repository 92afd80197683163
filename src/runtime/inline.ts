import {
  denialText,
  type FigureContext,
  isDenied,
  observe,
  regionName,
  type RichText,
  type Row,
  shortValue,
  type TextNumber,
} from "../figures/index.ts";
import { formatNumber, locale } from "../words/index.ts";
import { visible } from "../words/markup/index.ts";
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

/** A value in a text: as a link to its clause where the row has one. Throws where there is none. */
function reference(
  node: ReferenceNode,
  results: Results,
  context: FigureContext,
): string | TextNumber {
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
  const denial = isDenied(observation) ? denialText(observation, context) : null;
  if (denial === null && observation.source.kind === "none") return text;
  return { text, observation, denial };
}

function isReference(node: ElementNode | ReferenceNode): node is ReferenceNode {
  return "reference" in node;
}

/** RichText in the other language is left out, so that a page is wholly in one. */
function isOtherLanguage({ attributes }: ElementNode, { language }: FigureContext): boolean {
  const lang = attributes["lang"];
  return lang !== undefined && !lang.startsWith(locale(language).slice(0, 2));
}

/** Markdown nodes as a text, their references filled from the results. */
export function filledText(
  nodes: readonly Node[],
  results: Results,
  context: FigureContext,
): RichText {
  return nodes.flatMap((node): RichText => {
    if (typeof node === "string") return [node];
    if (isReference(node)) return [reference(node, results, context)];
    if (isOtherLanguage(node, context)) return [];
    const { tag, attributes, children } = node;
    return [{ tag, attributes, children: filledText(children, results, context) }];
  });
}
