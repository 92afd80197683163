import type { Builder } from "../../dom/index.ts";
import { editorText } from "../../words/editor.ts";
import type { Engine, KeptTable } from "../../engine/index.ts";
import type { Language } from "../../domain/index.ts";
import { tableFormats, type SharedTable } from "../../drafts/link/link.ts";
import type { StoredTable } from "../../drafts/store/index.ts";
import { createArrivals, type Arrivals } from "./arrivals.ts";
import { putTables } from "./draft.ts";
import type { Library } from "./library.ts";
import { ownOf } from "./origin.ts";

/** The tables that belong to the notebook that is open, wherever they are by now. */
export interface NotebookTables {
  readonly arrivals: Arrivals;
  /** Brings what was kept or sent into the engine; one that cannot be read is told. */
  bring(onIn: (table: KeptTable) => void): Promise<void>;
  /** Puts what only the page holds into the library, where the notebook is now. */
  keep(): void;
  /** The reader took a table in: it is kept with the notebook, or an older one of its name goes. */
  took(name: string, isKept: boolean): Promise<void>;
  gone(name: string): Promise<void>;
  /** With their bytes, as they go into a file or a link. */
  all(): Promise<readonly SharedTable[]>;
  /** Names of those in the engine that do not belong to the notebook. */
  leftOut(all: readonly SharedTable[]): readonly string[];
}

export interface NotebookTablesOptions {
  readonly build: Builder;
  readonly language: Language;
  readonly engine: Engine;
  readonly library: Library;
  readonly notice: (key: string, message: string) => void;
}

/** What a notebook comes with. */
export interface TablesAtOpening {
  /** Of the notebook. */
  readonly id: string;
  /** Names of those that the library has. */
  readonly kept: readonly string[];
  /** Those that came with it and are not in the library. */
  readonly unkept: readonly StoredTable[];
}

const bytes = () => import("./table-bytes.ts");

/** Those of a format that files and links know. */
export function shared(tables: readonly StoredTable[]): SharedTable[] {
  return tables.flatMap(({ name, format, bytes }) => {
    const known = tableFormats.find((one) => one === format);
    return known ? [{ name, format: known, bytes }] : [];
  });
}

export function notebookTables(
  { build, language, engine, library, notice }: NotebookTablesOptions,
  { id, kept, unkept: initial }: TablesAtOpening,
): NotebookTables {
  /** Those that only the page holds. */
  let unkept = initial;
  const without = (name: string): readonly StoredTable[] =>
    unkept.filter((table) => table.name.toLowerCase() !== name.toLowerCase());
  const make = async (name: string): Promise<StoredTable> => {
    const { tableBytes, UnkeptError } = await bytes();
    try {
      return { name, format: "parquet", bytes: await tableBytes(name, engine) };
    } catch (error) {
      if (!(error instanceof UnkeptError)) throw error;
      const { name: column, type } = error.column;
      throw new Error(editorText(language, "data.unkept", name, column, type), { cause: error });
    }
  };
  const names = [...kept, ...unkept.map(({ name }) => name)];
  const arrivals = createArrivals(build, language, names);
  return {
    arrivals,
    async bring(onIn) {
      if (names.length === 0) return;
      const { addBytes } = await bytes();
      const all = [...unkept, ...(kept.length > 0 ? await library.tables(id) : [])];
      await arrivals.start(async (name, onBytes) => {
        try {
          const table = all.find((one) => one.name === name);
          if (!table) throw new Error("missing table");
          onIn(await addBytes(table, engine, onBytes));
        } catch (error) {
          const why = error instanceof Error ? error.message : String(error);
          notice(`table-${name}`, editorText(language, "data.refused", name, why));
        }
      });
    },
    keep() {
      putTables(library, id, unkept);
      unkept = [];
    },
    async took(name, isKept) {
      unkept = without(name);
      // An older table of that name is not the one that the queries read now.
      if (!isKept) return library.removeTable(id, name);
      if (!library.refused) return library.putTable(id, name, () => make(name));
      try {
        unkept = [...unkept, await make(name)];
      } catch (error) {
        notice(`table-${name}`, error instanceof Error ? error.message : String(error));
      }
    },
    async gone(name) {
      unkept = without(name);
      await library.removeTable(id, name);
    },
    async all() {
      await library.settle();
      return shared([...(await library.tables(id)), ...unkept]);
    },
    leftOut: (all) =>
      ownOf(
        engine.tables().map(({ name }) => name),
        all.map(({ name }) => name),
      ),
  };
}
