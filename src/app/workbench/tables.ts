import type { Builder } from "../../dom/index.ts";
import { tell } from "../../editor/index.ts";
import type { Engine, KeptTable } from "../../engine/index.ts";
import { tableFormats, type SharedTable } from "../../share/link.ts";
import type { StoredTable } from "../../store/index.ts";
import type { Shelf } from "./library.ts";
import { createArrivals, type Arrivals } from "./arrivals.ts";
import { ownOf } from "./origin.ts";

/** The tables that belong to the notebook that is open, wherever they are by now. */
export interface NotebookTables {
  readonly arrivals: Arrivals;
  /** Brings what was kept or sent into the engine; one that cannot be read is told. */
  bring(onIn: (table: KeptTable) => void): Promise<void>;
  /** Puts what only the page holds on the shelf, where the notebook is now. */
  keep(): void;
  /** The reader took a table in: it is kept with the notebook, or an older one of its name goes. */
  took(name: string, isKept: boolean, isOnShelf: boolean): Promise<void>;
  gone(name: string): Promise<void>;
  /** With their bytes, as they go into a file or a link. */
  all(): Promise<readonly SharedTable[]>;
  /** Names of those in the engine that do not belong to the notebook. */
  leftOut(all: readonly SharedTable[]): readonly string[];
}

export interface NotebookTablesOptions {
  readonly build: Builder;
  readonly language: "zh" | "en";
  readonly engine: Engine;
  readonly shelf: Shelf;
  /** Of the notebook. */
  readonly id: string;
  /** Names of those that the shelf has. */
  readonly kept: readonly string[];
  /** Those that came with it and are not on the shelf. */
  readonly held: readonly StoredTable[];
  readonly notice: (key: string, message: string) => void;
}

const bytes = () => import("./table-bytes.ts");

/** Those of a format that files and links know. */
export function shared(tables: readonly StoredTable[]): SharedTable[] {
  return tables.flatMap(({ name, format, bytes }) => {
    const known = tableFormats.find((one) => one === format);
    return known ? [{ name, format: known, bytes }] : [];
  });
}

export function notebookTables(options: NotebookTablesOptions): NotebookTables {
  const { build, language, engine, shelf, id, kept, notice } = options;
  let { held } = options;
  const without = (name: string): readonly StoredTable[] =>
    held.filter((table) => table.name.toLowerCase() !== name.toLowerCase());
  const make = async (name: string): Promise<StoredTable> => {
    const { tableBytes, UnkeptError } = await bytes();
    try {
      return { name, format: "parquet", bytes: await tableBytes(name, engine) };
    } catch (error) {
      if (!(error instanceof UnkeptError)) throw error;
      const { name: column, type } = error.column;
      throw new Error(tell(language, "data.unkept", name, column, type), { cause: error });
    }
  };
  const names = [...kept, ...held.map(({ name }) => name)];
  const arrivals = createArrivals(build, language, names);
  return {
    arrivals,
    async bring(onIn) {
      if (names.length === 0) return;
      const { addBytes } = await bytes();
      const all = [...held, ...(kept.length > 0 ? await shelf.tables(id) : [])];
      await arrivals.start(async (name, onBytes) => {
        try {
          const table = all.find((one) => one.name === name);
          if (!table) throw new Error("missing table");
          onIn(await addBytes(table, engine, onBytes));
        } catch (error) {
          const why = error instanceof Error ? error.message : String(error);
          notice(`table-${name}`, tell(language, "data.refused", name, why));
        }
      });
    },
    keep() {
      for (const table of held) void shelf.putTable(id, table.name, async () => table);
      held = [];
    },
    async took(name, isKept, isOnShelf) {
      held = without(name);
      // An older table of that name is not the one that the queries read now.
      if (!isKept) await shelf.removeTable(id, name);
      else if (isOnShelf) await shelf.putTable(id, name, () => make(name));
      else
        try {
          held = [...held, await make(name)];
        } catch (error) {
          notice(`table-${name}`, error instanceof Error ? error.message : String(error));
        }
    },
    async gone(name) {
      held = without(name);
      await shelf.removeTable(id, name);
    },
    async all() {
      await shelf.settle();
      const onShelf = await shelf.tables(id);
      return shared([...onShelf, ...held]);
    },
    leftOut: (all) =>
      ownOf(
        engine.tables().map(({ name }) => name),
        all.map(({ name }) => name),
      ),
  };
}
