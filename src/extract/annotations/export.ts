import { csvField, type CsvCell } from "../../words/markup/index.ts";
import { columnsOf } from "../../domain/index.ts";
import type { Fact } from "../../domain/index.ts";
import type { ProposedFact } from "../index.ts";
import { CodePoints } from "./points.ts";

/** A figure to write out: proposed, or reviewed. */
export type ExportedFact = Fact | ProposedFact;

/** The text that figures are about, and what it is called. */
export interface ExportedText {
  readonly document: string;
  readonly text: string;
}

const columns = columnsOf("facts").map(({ name }) => name) as (keyof Fact)[];
/** What a proposed figure has besides. */
const proposedColumns = ["rule", "grade", "score", "reasons"] as const;
/** What a format says in its own way. */
const own: readonly string[] = ["value_text", "value_start", "value_end"];

function factOf(exported: ExportedFact): Fact {
  return "fact" in exported ? exported.fact : exported;
}

/** Columns of a figure and what stands in them, in order. */
function cellsOf(exported: ExportedFact): (readonly [string, CsvCell])[] {
  const fact = factOf(exported);
  const cells = columns.map((name) => [name, fact[name]] as const);
  return "fact" in exported ? [...cells, ...proposedCells(exported)] : cells;
}

function proposedCells({
  rule,
  grade,
  score,
  reasons,
}: ProposedFact): (readonly [string, CsvCell])[] {
  const codes = reasons.map(({ code }) => code).join(" ");
  return [
    ["rule", rule],
    ["grade", grade],
    ["score", score],
    ["reasons", codes],
  ];
}

/** What an attribute is made of: everything but the passage, and nothing that is empty. */
function attributesOf(exported: ExportedFact): [string, string | number | boolean][] {
  return cellsOf(exported).flatMap(([name, cell]) =>
    own.includes(name) || cell === null || cell === ""
      ? []
      : [[name, cell] as [string, string | number | boolean]],
  );
}

/** Begin and end of the number in code points; null for a figure without a place. */
function pointsOf(
  { value_start, value_end }: Fact,
  points: CodePoints,
): { start: number; end: number } | null {
  if (value_start === null || value_end === null) return null;
  return { start: points.pointsBefore(value_start), end: points.pointsBefore(value_end) };
}

/**
 * Figures as LangExtract's JSON lines: one document a line, here one in all, with offsets in code
 * points. The metric is the class, the number as written the text, everything else an attribute.
 */
export function toLangExtract(
  facts: readonly ExportedFact[],
  { document, text }: ExportedText,
): string {
  const points = new CodePoints(text);
  const extractions = facts.map((exported, index) => {
    const fact = factOf(exported);
    const span = pointsOf(fact, points);
    return {
      extraction_class: fact.metric_id,
      extraction_text: fact.value_text,
      char_interval: span && { start_pos: span.start, end_pos: span.end },
      alignment_status: span && "match_exact",
      extraction_index: index + 1,
      group_index: index,
      description: null,
      attributes: Object.fromEntries(
        attributesOf(exported).map(([name, cell]) => [name, String(cell)]),
      ),
    };
  });
  return `${JSON.stringify({ extractions, text, document_id: document })}\n`;
}

/** What of the text is given before and behind a quote, as the W3C's examples do. */
const around = 32;

/** Figures as a page of W3C Web Annotations; a body of JSON holds what is not the passage. */
export function toWebAnnotations(
  facts: readonly ExportedFact[],
  { document, text }: ExportedText,
): string {
  const points = new CodePoints(text);
  const items = facts.map((exported) => {
    const fact = factOf(exported);
    const value = JSON.stringify(Object.fromEntries(attributesOf(exported)));
    return {
      id: `urn:fadu:${fact.fact_id.replace(/[^\w-]/g, "_")}`,
      type: "Annotation",
      motivation: "describing",
      body: [
        { type: "TextualBody", purpose: "tagging", value: fact.metric_id },
        { type: "TextualBody", purpose: "describing", format: "application/json", value },
      ],
      target: { source: document, selector: selectorsOf(fact, text, points) },
    };
  });
  const page = { "@context": "http://www.w3.org/ns/anno.jsonld", type: "AnnotationPage", items };
  return `${JSON.stringify(page, null, 2)}\n`;
}

function selectorsOf(fact: Fact, text: string, points: CodePoints): object[] {
  const quote = { type: "TextQuoteSelector", exact: fact.value_text };
  const span = pointsOf(fact, points);
  if (fact.value_start === null || fact.value_end === null || !span) return [quote];
  const prefix = text.slice(Math.max(0, fact.value_start - around), fact.value_start);
  const suffix = text.slice(fact.value_end, fact.value_end + around);
  return [
    { ...quote, prefix: whole(prefix), suffix: whole(suffix) },
    { type: "TextPositionSelector", ...span },
  ];
}

/** Without half a character at either end. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]/, "").replace(/[\ud800-\udbff]$/, "");
}

/**
 * Figures as a CSV with the columns of `facts`, offsets in UTF-16, and how a proposed one was found.
 * With a byte order mark, without which spreadsheets misread Chinese; texts that one would run are
 * guarded.
 */
export function toAnnotationCsv(facts: readonly ExportedFact[]): string {
  const isProposed = facts.some((exported) => "fact" in exported);
  const header = isProposed ? [...columns, ...proposedColumns] : columns;
  const rows = facts.map((exported) => {
    const cells = new Map(cellsOf(exported));
    return header.map((name) => csvField(cells.get(name) ?? null));
  });
  return `\u{FEFF}${[header, ...rows].map((cells) => `${cells.join(",")}\r\n`).join("")}`;
}
