import "./own-data.css";
import type { Table } from "apache-arrow";
import { provenanceOf } from "../../figures/index.ts";
import type { Builder } from "../../dom/index.ts";
import { openDialog } from "../../editor/index.ts";
import { tableText } from "../../words/data-files.ts";
import { editorText } from "../../words/editor.ts";
import { identifier, toRows, type Engine, type KeptTable } from "../../engine/index.ts";
import type { Archive } from "../../evidence/index.ts";
import { tableNames, viewNames, viewTables, type Language } from "../../domain/index.ts";
import {
  downloadMenu,
  figureCheck,
  importPanel,
  looksLikeFacts,
  schemaBrowser,
} from "../../data-files/panels/index.ts";
import { addBytes, tableBytes } from "./table-bytes.ts";

export interface DataOptions {
  readonly build: Builder;
  readonly language: Language;
  readonly engine: Engine;
  readonly archive: Archive;
}

/** What is read as a table; a macro is called, and asking for its rows would be an error. */
const views = Object.keys(viewTables);
/** Names that no table of the reader's own may take. */
const taken = [...tableNames, ...viewNames];

/** Whether figures of one's own keep the rules; what does not can be left out. */
function checkOf({ name, columns }: KeptTable, options: DataOptions): Element | null {
  const { build, language, engine, archive } = options;
  if (!looksLikeFacts(columns.map((column) => column.name))) return null;
  const query = async (sql: string) => toRows(await engine.query(sql));
  return figureCheck({
    document: build.document,
    language,
    rows: () => query(`SELECT * FROM ${identifier(name)}`),
    base: async () => ({
      reports: [...archive.reports.values()],
      metrics: [...archive.metrics.values()],
      regions: [...archive.regions.values()],
      themes: (await query("SELECT * FROM themes")) as never,
    }),
    async onKeep(facts) {
      const ids = facts.map(({ fact_id }) => fact_id);
      const sound = { where: "list_contains($1, fact_id)", parameters: [ids] };
      const bytes = await tableBytes(name, engine, sound);
      await addBytes({ name, format: "parquet", bytes }, engine);
    },
  });
}

/** Takes a file of the reader's own in, after a look at it. */
export function openImport(
  file: File,
  options: DataOptions & {
    readonly onTable: (table: KeptTable, wish: { readonly keep: boolean }) => void;
  },
): void {
  const { build, language, engine, onTable } = options;
  const panel = importPanel({
    document: build.document,
    language,
    file,
    engine,
    taken,
    onDone: onTable,
    onClose: () => dialog.close(),
    after: (table) => checkOf(table, options),
  });
  const dialog = openDialog(build, {
    language,
    title: editorText(language, "data.import"),
    name: "import",
    content: panel.element,
    onClose: () => panel.close(),
  });
}

/** Tables and columns with what is in them; the reader's own can be removed. */
export function openTables(
  options: DataOptions & {
    readonly onInsert: (text: string) => void;
    readonly onChoose: () => void;
    readonly onGone: (name: string) => void;
    /** A table came under this name; it is kept where `former` was. */
    readonly onNamed: (table: KeptTable, former: string) => void;
  },
): void {
  const { build, language, engine, onInsert, onChoose, onGone, onNamed } = options;
  const rename = async (former: string, name: string): Promise<void> => {
    const kept = engine.tables().find((table) => table.name === former);
    if (!kept) return;
    const table = await engine.addTable({ name, columns: kept.columns, stream: bytesOfAll(kept) });
    await engine.dropTable(former);
    onNamed(table, former);
    await browser.refresh();
  };
  const choose = build.html("button", { type: "button" }, editorText(language, "data.choose"));
  const browser = schemaBrowser({
    document: build.document,
    language,
    connector: engine,
    views,
    own: () => engine.tables().map(({ name }) => name),
    onInsert(text) {
      dialog.close();
      onInsert(text);
    },
    taken,
    onRename: (former, name) => void rename(former, name).catch(failed),
    onRemove: (name) =>
      void engine.dropTable(name).then(() => {
        onGone(name);
        return browser.refresh();
      }),
  });
  const dialog = openDialog(build, {
    language,
    title: tableText(language, "schema.title"),
    name: "tables",
    content: [
      build.html("p", { class: "note" }, editorText(language, "data.drop")),
      browser.element,
    ],
    actions: choose,
  });
  choose.addEventListener("click", () => {
    dialog.close();
    onChoose();
  });
  const failed = (error: unknown): void => {
    browser.element.textContent = error instanceof Error ? error.message : String(error);
  };
  browser.refresh().catch(failed);
}

/** A result as a file or in the clipboard, with clause, report and flags beside its figures. */
export function openResults(
  id: string,
  table: () => Promise<Table | null>,
  { build, language, archive }: DataOptions,
): void {
  const context = { build, language, catalogue: archive };
  const menu = downloadMenu({
    document: build.document,
    language,
    id,
    table,
    provenance: (row) => provenanceOf(row, context),
  });
  menu.querySelector("details")?.setAttribute("open", "");
  openDialog(build, {
    language,
    title: editorText(language, "data.results", id),
    name: "results",
    content: menu,
  });
}

async function* bytesOfAll({ chunks }: KeptTable): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield new Uint8Array(await chunk.arrayBuffer());
}
