import { insertCell } from "../notebook/editing.ts";
import type { Bench } from "./bench.ts";

/** What is written into the notebook from outside its cells, such as the name of a table. */
export interface Writing {
  /** Writes into the source that had the focus last, else into a new query at the end. */
  insert(text: string): void;
  /** Puts a query of a table at the end, unless one reads it already. */
  ask(table: string): void;
}

/** Whether a query names a table, in any case of letters. */
export function namesTable(source: string, table: string): boolean {
  const words = source.toLowerCase().match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
  return words.some((word) => word === table.toLowerCase());
}

export function createWriting(bench: Bench): Writing {
  /** The cell in whose source the cursor was last. */
  let typedIn: number | null = null;
  bench.root.addEventListener("focusin", () => {
    for (const [key, view] of bench.views.all()) if (view.source.hasFocus) typedIn = key;
  });
  const query = (table: string): void => {
    const source = `SELECT * FROM ${table} LIMIT 100`;
    bench.change(insertCell(bench.doc(), bench.cells().length, { kind: "sql", source }));
  };
  return {
    insert(text) {
      const source = typedIn === null ? undefined : bench.views.get(typedIn)?.source;
      if (source) {
        source.insert(text);
        source.focus();
        return;
      }
      query(text);
      bench.views.focusAt(bench.cells().length - 1);
    },
    ask(table) {
      const isAsked = bench
        .cells()
        .some(({ cell }) => cell.kind === "sql" && namesTable(cell.source, table));
      if (!isAsked) query(table);
    },
  };
}
