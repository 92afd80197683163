import { columnsOf, valueIn, type ColumnChannel } from "./columns.ts";
import type { Row } from "../../figures/index.ts";
import { isTimeColumn } from "./time.ts";
import type { Summed } from "./whole/index.ts";

/** What is known of the rows of a mark before they are drawn. */
export interface Source {
  readonly columns: readonly string[];
  readonly isTime: (column: string) => boolean;
  /** Whether all that a channel reads are numbers. */
  readonly isNumber: (channel: ColumnChannel) => boolean;
}

export function rowsSource(rows: readonly Row[]): Source {
  return {
    columns: columnsOf(rows),
    isTime: (column) => isTimeColumn(rows, column),
    isNumber: (channel) =>
      rows
        .flatMap((row) => valueIn(row, channel) ?? [])
        .every((value) => typeof value === "number"),
  };
}

export function wholeSource({ columns }: Pick<Summed, "columns">): Source {
  const kindOf = (column: string) => columns.find(({ name }) => name === column)?.kind;
  return {
    columns: columns.map(({ name }) => name),
    isTime: (column) => ["date", "timestamp"].includes(kindOf(column) ?? ""),
    isNumber: ({ column, as }) => as === "number" || (as === null && kindOf(column) === "number"),
  };
}
