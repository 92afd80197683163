import { builder, type Builder } from "../../dom/index.ts";
import {
  describe,
  identifier,
  QueryError,
  type ColumnDescription,
  type Connector,
  type TableDescription,
} from "../../engine/index.ts";
import { columnMeaning, tableMeaning, type Language } from "../../domain/index.ts";
import { nameFault } from "../index.ts";
import { formatNumber } from "../../words/index.ts";
import { histogramOf } from "./bars.ts";
import { statisticsOf, type Statistics } from "./statistics.ts";
import { tableText } from "../../words/data-files.ts";

export interface BrowserOptions {
  readonly document: Document;
  readonly language: Language;
  readonly connector: Pick<Connector, "query">;
  /** Names that are made when first read, shown apart. */
  readonly views?: readonly string[];
  /** The reader's own tables. */
  readonly own?: () => readonly string[];
  /** Called with what to write into a query: a name, quoted where SQL needs it. */
  readonly onInsert?: (text: string) => void;
  /** Called when the reader wants an own table gone. */
  readonly onRemove?: (table: string) => void;
  /** Called when the reader gives an own table another name, which is free. */
  readonly onRename?: (table: string, name: string) => void;
  /** Names that no table of the reader's may take. */
  readonly taken?: readonly string[];
}

export interface SchemaBrowser {
  readonly element: HTMLElement;
  /** Asks for the catalogue anew: at first, and after a table came or went. */
  refresh(): Promise<void>;
}

/** Tables, their columns, and what a column holds; a column is only counted when it is opened. */
export function schemaBrowser(options: BrowserOptions): SchemaBrowser {
  const { document, language, connector, views = [], own = () => [] } = options;
  const build = builder(document);
  const { html } = build;
  const groups = html("div", { class: "own-groups" });
  const element = html(
    "section",
    { class: "own-schema", "aria-label": tableText(language, "schema.title") },
    groups,
  );
  return {
    element,
    async refresh() {
      const tables = await describe(connector, views);
      const mine = new Set(own().map((name) => name.toLowerCase()));
      const isOwn = ({ name }: TableDescription): boolean => mine.has(name.toLowerCase());
      const group = (
        title: string,
        of: readonly TableDescription[],
        level: Level,
      ): Element | null =>
        of.length === 0
          ? null
          : html(
              "div",
              {},
              html("h3", {}, title),
              of.map((table) => tableView(table, level, options, build)),
            );
      const parts = [
        group(tableText(language, "schema.own"), tables.filter(isOwn), "own"),
        group(
          tableText(language, "schema.core"),
          tables.filter((t) => t.kind === "table" && !isOwn(t) && !views.includes(t.name)),
          "core",
        ),
        group(
          tableText(language, "schema.views"),
          tables.filter((t) => (t.kind === "view" || views.includes(t.name)) && !isOwn(t)),
          "view",
        ),
      ].flatMap((part) => part ?? []);
      groups.replaceChildren(
        ...(parts.length > 0 ? parts : [html("p", {}, tableText(language, "schema.none"))]),
      );
    },
  };
}

type Level = "own" | "core" | "view";

function tableView(
  table: TableDescription,
  level: Level,
  options: BrowserOptions,
  build: Builder,
): HTMLElement {
  const { language, onRemove } = options;
  const { html } = build;
  const meaning = tableMeaning(table.name, language);
  const rows =
    table.rows === null
      ? null
      : tableText(language, "schema.rows", formatNumber(table.rows, language));
  const list = html("ul", {});
  const remove = html(
    "button",
    { type: "button", "aria-label": tableText(language, "schema.remove", table.name) },
    tableText(language, "schema.remove.short"),
  );
  remove.addEventListener("click", () => onRemove?.(table.name));
  const details = html(
    "details",
    { "data-table": table.name },
    html(
      "summary",
      {},
      html("b", {}, table.name),
      rows ? html("span", {}, rows) : null,
      meaning ? html("small", {}, meaning) : null,
    ),
    html(
      "p",
      { class: "own-actions" },
      insertButton(table.name, options, build),
      level === "own" && onRemove ? remove : null,
    ),
    level === "own" && options.onRename ? renameForm(table.name, options, build) : null,
    list,
  );
  // A table has up to thirty columns, and few are opened.
  details.addEventListener("toggle", () => {
    if (!details.open || list.childElementCount > 0) return;
    list.append(
      ...table.columns.map((column) =>
        html("li", {}, columnView(table.name, column, level, options, build)),
      ),
    );
  });
  return details;
}

/** A name for a table of the reader's own; one that will not do says why. */
function renameForm(
  table: string,
  { language, taken = [], own = () => [], onRename }: BrowserOptions,
  { html }: Builder,
): HTMLElement {
  const input = html("input", {
    ...{ name: "rename", value: table, autocomplete: "off", spellcheck: "false" },
    "aria-label": tableText(language, "schema.rename", table),
  });
  const button = html("button", { type: "submit" }, tableText(language, "schema.rename.short"));
  const fault = html("small", { role: "status", class: "own-fault" });
  const form = html("form", { class: "own-rename", novalidate: true }, input, button, fault);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const others = own().filter((other) => other !== table);
    const wrong = input.value === table ? null : nameFault(input.value, [...taken, ...others]);
    fault.textContent = wrong === null ? "" : tableText(language, `own.name.${wrong}`, input.value);
    input.setAttribute("aria-invalid", String(wrong !== null));
    if (wrong === null && input.value !== table) onRename?.(table, input.value);
  });
  return form;
}

function insertButton(
  name: string,
  { language, onInsert }: BrowserOptions,
  { html }: Builder,
): HTMLElement | null {
  if (!onInsert) return null;
  const text = quoted(name);
  const button = html(
    "button",
    { type: "button", "data-insert": text },
    tableText(language, "schema.insert", name),
  );
  button.addEventListener("click", () => onInsert(text));
  return button;
}

/** A name as SQL takes it: in quotes only where it must be. */
function quoted(name: string): string {
  return nameFault(name) === null ? name : identifier(name);
}

function columnView(
  table: string,
  column: ColumnDescription,
  level: Level,
  options: BrowserOptions,
  build: Builder,
): HTMLElement {
  const { language } = options;
  const { html } = build;
  const meaning = level === "own" ? null : columnMeaning(table, column.name, language);
  const body = html("div", { class: "own-column" });
  const details = html(
    "details",
    { "data-column": column.name },
    html(
      "summary",
      {},
      html("code", {}, column.name),
      html("span", { class: "own-type" }, column.type.toLowerCase()),
      meaning ? html("small", {}, meaning) : null,
    ),
    body,
  );
  details.addEventListener("toggle", () => {
    if (!details.open || body.childElementCount > 0) return;
    const insert = insertButton(column.name, options, build);
    const status = html("p", { role: "status" }, tableText(language, "schema.loading"));
    body.append(...(insert ? [insert] : []), status);
    statisticsOf(options.connector, table, column.name, column.type).then(
      (found) => status.replaceWith(...statisticsView(found, build, language)),
      (error: unknown) => {
        const message =
          error instanceof QueryError || error instanceof Error ? error.message : String(error);
        status.textContent = tableText(language, "schema.failed", message);
      },
    );
  });
  return details;
}

function statisticsView(found: Statistics, build: Builder, language: Language): Element[] {
  const { html } = build;
  const count = (value: number): string => formatNumber(value, language);
  const pair = (name: string, value: string | null): Element[] =>
    value === null
      ? []
      : [
          html("dt", {}, name),
          html("dd", {}, value.length > 60 ? `${value.slice(0, 59)}…` : value),
        ];
  const facts = html(
    "dl",
    {},
    pair(tableText(language, "schema.filled"), count(found.rows - found.missing)),
    pair(tableText(language, "schema.missing"), count(found.missing)),
    pair(tableText(language, "schema.distinct"), count(found.distinct)),
    pair(tableText(language, "schema.least"), found.least),
    pair(tableText(language, "schema.most"), found.most),
  );
  const drawing = histogramOf(found, build, language);
  return [facts, ...(drawing ? [drawing] : []), ...topsView(found, build, language)];
}

/** Samples, and how often each stands: the bar's length, and its number. */
function topsView({ tops }: Statistics, build: Builder, language: Language): Element[] {
  const { html } = build;
  const most = Math.max(1, ...tops.map(({ rows }) => rows));
  if (tops.length === 0) return [];
  const title = tableText(language, most > 1 ? "schema.tops" : "schema.samples");
  return [
    html("p", { class: "own-tops-title" }, title),
    html(
      "ul",
      { class: "own-tops" },
      tops.map(({ value, rows }) =>
        html(
          "li",
          {},
          html("span", { class: "own-top" }, value.length > 40 ? `${value.slice(0, 39)}…` : value),
          html("span", {
            class: "own-share",
            style: `--share:${((100 * rows) / most).toFixed(1)}%`,
          }),
          html("span", {}, formatNumber(rows, language)),
        ),
      ),
    ),
  ];
}
