import type { Column, ColumnType } from "../engine/index.ts";
// Not through the index: a worker must not carry the engine.
import { columnsToArrow } from "../engine/ipc.ts";
import { convert, show } from "./convert.ts";
import type { Inspected } from "./inspect.ts";
import { createTally, type Cell, type FileProblem, type PassOptions } from "./types.ts";

/** How a column is taken in. */
export interface ColumnChoice {
  readonly name: string;
  /** Place in the file's rows. */
  readonly index: number;
  readonly type: ColumnType;
  /** Whether `1,234`, `1.5万`, `12%` are numbers and `未填报` is nothing. Default false. */
  readonly loose?: boolean | undefined;
}

/** Cells in a chunk: some megabytes, some tens of milliseconds for the engine. */
const chunkCells = 250_000;

export interface Loading {
  readonly columns: readonly Column[];
  /** Whole Arrow IPC streams. */
  readonly stream: AsyncIterable<Uint8Array>;
  /** What did not fit its type and became nothing; whole once the stream has ended. */
  problems(): FileProblem[];
}

/** Reads the rows once more, into the chosen columns. */
export function loadFile(
  { source }: Pick<Inspected, "source">,
  choices: readonly ColumnChoice[],
  pass: PassOptions = {},
): Loading {
  const columns = choices.map(({ name, type }) => ({ name, type }));
  const tally = createTally();
  const report = (choice: ColumnChoice, cell: Cell): void =>
    tally.report("unreadable", show(cell) ?? "", choice.name);
  async function* stream(): AsyncGenerator<Uint8Array> {
    const most = Math.max(1_000, Math.floor(chunkCells / Math.max(1, choices.length)));
    let values: unknown[][] = choices.map(() => []);
    // What the file is like has been told when it was inspected.
    for await (const rows of source.rows(() => {}, pass)) {
      for (let at = 0; at < rows.length;) {
        const end = Math.min(rows.length, at + most - (values[0]?.length ?? 0));
        take({ rows, at, end, choices, values, untyped: source.untyped, report });
        at = end;
        if ((values[0]?.length ?? 0) < most) continue;
        yield columnsToArrow(columns, values);
        values = choices.map(() => []);
      }
    }
    if ((values[0]?.length ?? 0) > 0) yield columnsToArrow(columns, values);
  }
  return { columns, stream: stream(), problems: tally.problems };
}

interface Taking {
  readonly rows: readonly (readonly Cell[])[];
  readonly at: number;
  readonly end: number;
  readonly choices: readonly ColumnChoice[];
  readonly values: readonly unknown[][];
  /** In a file of texts alone an empty one is nothing. */
  readonly untyped: boolean;
  readonly report: (choice: ColumnChoice, cell: Cell) => void;
}

/** Rows from `at` to before `end`, column by column. */
function take({ rows, at, end, choices, values, untyped, report }: Taking): void {
  choices.forEach((choice, place) => {
    const { index, type, loose = false } = choice;
    const column = values[place] ?? [];
    for (let row = at; row < end; row++) {
      const cell = rows[row]?.[index] ?? null;
      const value = untyped && cell === "" ? null : convert(cell, type, loose);
      if (value === undefined) report(choice, cell);
      column.push(value ?? null);
    }
  });
}
