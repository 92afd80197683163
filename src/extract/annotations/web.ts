import { aliasLists, plainName } from "./aliases.ts";
import { annotationOf, fault, isFault, isRecord } from "./record.ts";
import type { Fault, RawRecord, RecordFrame } from "./record.ts";
import type { Annotation } from "./types.ts";

/** Annotations after the W3C's Web Annotation Data Model, in JSON-LD. */

/** `Annotation` of "Annotation", ["Annotation", "x:y"] or "oa:Annotation". */
export function typesOf(value: RawRecord): readonly string[] {
  const type = value["type"] ?? value["@type"];
  return listOf(type)
    .filter((one) => typeof one === "string")
    .map((one) => one.replace(/^.*[:#/]/, ""));
}

export function isWebAnnotation(value: RawRecord): boolean {
  return typesOf(value).includes("Annotation") || ("target" in value && "body" in value);
}

/** What holds pages or annotations: its parts in order, and addresses of others, which stay unread. */
export function partsOf(value: RawRecord): readonly unknown[] | null {
  const types = typesOf(value);
  const isPage = types.some((type) =>
    /^(?:Annotation(?:Page|Collection)|OrderedCollection(?:Page)?)$/.test(type),
  );
  const graph = value["@graph"];
  if (!isPage) return Array.isArray(graph) ? (graph as readonly unknown[]) : null;
  return ["items", "first", "next"].flatMap((name) => listOf(value[name]));
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  return value === undefined || value === null ? [] : [value];
}

/** One annotation a target: each selects its own passage. */
export function webAnnotations(value: RawRecord, frame: RecordFrame): (Annotation | Fault)[] {
  const targets = listOf(value["target"]);
  const said = bodyOf(value);
  if (targets.length === 0) return [fault("no_selector")];
  return targets.map((target) => {
    const selected = isRecord(target) ? selectionOf(target) : null;
    if (!selected) return fault("no_selector", target);
    const found = annotationOf(
      { ...said, ...selected },
      // The model counts code points, whatever the encoding.
      { source: { ...frame.source, format: "web_annotation" }, counts: "code_points" },
    );
    return isFault(found) && found.code === "no_quote" ? fault("no_selector") : found;
  });
}

/** Selectors of a target may be refined by others; this deep at most. */
const deepest = 8;

function selectionOf(target: RawRecord): RawRecord | null {
  const found: Record<string, unknown> = {};
  let selectors = listOf(target["selector"]).filter(isRecord);
  for (let depth = 0; depth < deepest && selectors.length > 0; depth++) {
    for (const selector of selectors) Object.assign(found, membersOf(selector));
    selectors = selectors.flatMap((one) => listOf(one["refinedBy"])).filter(isRecord);
  }
  if (Object.keys(found).length === 0) return null;
  const source = target["source"];
  const id = isRecord(source) ? (source["id"] ?? source["@id"]) : source;
  return { ...found, ...(typeof id === "string" ? { document: id } : {}) };
}

const selected: Readonly<Record<string, readonly string[]>> = {
  TextQuoteSelector: ["exact", "prefix", "suffix"],
  TextPositionSelector: ["start", "end"],
};

function membersOf(selector: RawRecord): RawRecord {
  const names = typesOf(selector).flatMap((type) => selected[type] ?? []);
  return Object.fromEntries(
    names.flatMap((name) => (name in selector ? [[name, selector[name]]] : [])),
  );
}

/** What only a target may say. */
const selecting = new Set(
  aliasLists.quotes
    .slice(0, 2)
    .flatMap(({ quote, start, end }) => [...quote, ...start, ...end])
    .map(plainName),
);

/** What the bodies say: a tag is the metric, JSON and other members count by their names. */
function bodyOf(value: RawRecord): RawRecord {
  const said: Record<string, unknown> = {};
  const bodies = [...listOf(value["body"]), ...listOf(value["bodyValue"])];
  for (const body of bodies)
    for (const [name, member] of Object.entries(saidBy(body)))
      if (!(name in said) && !selecting.has(plainName(name))) said[name] = member;
  return said;
}

function saidBy(body: unknown): RawRecord {
  if (typeof body === "number") return { value: body };
  if (typeof body === "string") return textBody(body, null);
  if (!isRecord(body)) return {};
  const value = body["value"];
  if (typesOf(body).includes("TextualBody") && typeof value === "string")
    return body["format"] === "application/json"
      ? jsonBody(value)
      : textBody(value, body["purpose"]);
  const { type: _type, "@type": _other, id: _id, purpose: _purpose, ...members } = body;
  return members;
}

const namingPurposes: readonly unknown[] = ["tagging", "classifying", "identifying"];

/** A text that begins with a digit states the value, what is said to name the passage the metric. */
function textBody(text: string, purpose: unknown): RawRecord {
  if (namingPurposes.includes(purpose)) return { metric: text };
  return /^\s*[-+]?[\d０-９.]/.test(text) ? { value: text } : { comment: text };
}

function jsonBody(text: string): RawRecord {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return { comment: text };
  }
}
