import type { Column, ColumnType } from "../engine/index.ts";
// Not through the index: a worker must not carry the engine.
import { columnsToArrow } from "../engine/ipc.ts";
import { changeOf, convert, show } from "./convert.ts";
import type { Inspected } from "./inspect.ts";
import type { Rule } from "./rules.ts";
import { createTally, type Cell, type FileProblem, type PassOptions } from "./types.ts";

/** How a column is taken in. */
export interface ColumnChoice {
  readonly name: string;
  /** Place in the file's rows. */
  readonly index: number;
  readonly type: ColumnType;
  /** How the reader wishes its texts to be read; as they stand by default. */
  readonly rule?: Rule | undefined;
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

/**
 * What would be changed or lost by the choices, over all rows: the same conversion as when the file
 * is taken in, so that what is told before is what happens.
 */
export async function checkChoices(
  { source }: Pick<Inspected, "source">,
  choices: readonly ColumnChoice[],
  pass: PassOptions = {},
): Promise<FileProblem[]> {
  const tally = createTally();
  for await (const rows of source.rows(() => {}, pass))
    for (const row of rows)
      for (const { index, type, rule, name } of choices) {
        const cell = row[index] ?? null;
        const change = source.untyped && cell === "" ? null : changeOf(cell, type, rule);
        if (change !== null) tally.report(change.code, change.example, name);
      }
  return tally.problems();
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
    const { index, type, rule } = choice;
    const column = values[place] ?? [];
    for (let row = at; row < end; row++) {
      const cell = rows[row]?.[index] ?? null;
      const value = untyped && cell === "" ? null : convert(cell, type, rule);
      if (value === undefined) report(choice, cell);
      column.push(value ?? null);
    }
  });
}
