import type { Builder } from "../../dom/index.ts";

/** Rows and items that are shown of what is longer. */
const shownRows = 10;
const shownItems = 100;
const longestText = 400;

type Item = Readonly<Record<string, unknown>>;

/** A value as an element: a table for rows, else a text that unfolds. */
export function inspect(build: Builder, value: unknown): HTMLElement {
  const rows = rowsOf(value);
  if (rows !== null) return table(build, rows);
  return build.html("div", { class: "value" }, node(build, value));
}

/** A list of plain objects, such as the rows of a query. */
function rowsOf(value: unknown): readonly Item[] | null {
  const isRows =
    Array.isArray(value) &&
    value.length > 0 &&
    value.slice(0, shownRows).every((row) => row !== null && prototypeName(row) === "Object");
  return isRows ? (value as Item[]) : null;
}

function table({ html }: Builder, rows: readonly Item[]): HTMLElement {
  const shown = rows.slice(0, shownRows);
  const all = [...new Set(shown.flatMap((row) => Object.keys(row)))];
  const columns = all.slice(0, shownItems);
  const cell = (value: unknown) =>
    html("td", { class: typeof value === "number" ? "number" : null }, shortText(value));
  return html(
    "div",
    { class: "rows", tabindex: 0 },
    html(
      "table",
      {},
      html("caption", {}, `${rows.length} × ${all.length}`),
      html(
        "thead",
        {},
        html(
          "tr",
          {},
          columns.map((name) => html("th", { scope: "col" }, name)),
          all.length > columns.length ? html("th", {}, "…") : null,
        ),
      ),
      html(
        "tbody",
        {},
        shown.map((row) =>
          html(
            "tr",
            {},
            columns.map((name) => cell(row[name])),
          ),
        ),
      ),
    ),
    rows.length > shown.length ? html("p", { class: "rest" }, "…") : null,
  );
}

function node(build: Builder, value: unknown): HTMLElement {
  const entries = entriesOf(value);
  if (entries === null) return build.html("span", { class: typeof value }, shortText(value));
  const details = build.html("details", {}, build.html("summary", {}, shortText(value)));
  // Unfolded when asked for: what is nested may be endless.
  details.addEventListener("toggle", () => details.append(list(build, entries())), { once: true });
  return details;
}

function list(build: Builder, entries: readonly (readonly [string, unknown])[]): HTMLElement {
  const items = entries
    .slice(0, shownItems)
    .map(([name, value]) => build.html("li", {}, `${name}: `, node(build, value)));
  const rest = entries.length > shownItems ? build.html("li", {}, "…") : null;
  return build.html("ul", {}, items, rest);
}

/** What a value holds, read when needed; null where there is nothing to unfold. */
function entriesOf(value: unknown): (() => [string, unknown][]) | null {
  if (typeof value !== "object" || value === null) return null;
  if (value instanceof Date || value instanceof Error || value instanceof RegExp) return null;
  if (value instanceof Map) return () => [...value].map(([k, v]) => [shortText(k), v]);
  if (value instanceof Set) return () => [...value].map((v, i) => [String(i), v]);
  return () => Object.entries(value).slice(0, shownItems + 1);
}

/** A value in one line. Never throws, whatever the value does when it is asked. */
export function shortText(value: unknown): string {
  try {
    return clip(textOf(value));
  } catch {
    return "?";
  }
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return `ƒ ${value.name}`;
  if (typeof value !== "object" || value === null) return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Date ?" : value.toISOString();
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof RegExp) return String(value);
  if (value instanceof Map || value instanceof Set) return `${prototypeName(value)}(${value.size})`;
  if (Array.isArray(value) || ArrayBuffer.isView(value))
    return `${prototypeName(value)}(${String((value as unknown[]).length)})`;
  const name = prototypeName(value);
  if (name !== "Object") return name;
  const keys = Object.keys(value);
  return `{${[...keys.slice(0, 8), ...(keys.length > 8 ? ["…"] : [])].join(", ")}}`;
}

function prototypeName(value: object): string {
  const prototype = Object.getPrototypeOf(value) as { constructor?: { name?: string } } | null;
  return prototype?.constructor?.name ?? "Object";
}

function clip(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}
