import { columnChoices } from "../../domain/index.ts";
import type { Fact } from "../../domain/index.ts";
import { valueByAlias } from "./aliases.ts";

/** Columns of a figure, besides metric and value, by which two readings of it may differ. */
export const placeColumns = [
  "period_start",
  "period_end",
  "period_basis",
  "scope",
  "subset",
  "status",
  "qualifier",
  "count_basis",
  "baseline",
  "authority",
  "channel",
  "accident",
  "confiscations",
  "counted_as",
] as const satisfies readonly (keyof Fact)[];
export type PlaceColumn = (typeof placeColumns)[number];

/** What another says of period, scope and the like. */
export interface StatedColumns {
  readonly columns: Partial<Record<PlaceColumn, string>>;
  /** Columns of which it says something that is none of their words. */
  readonly unread: readonly PlaceColumn[];
}

/** Reads attributes as columns of `facts`; what they leave out is no statement. */
export function statedColumns(attributes: Readonly<Record<string, string>>): StatedColumns {
  const columns: Partial<Record<PlaceColumn, string>> = { ...yearOf(attributes["period"]) };
  const unread: PlaceColumn[] = [];
  for (const column of placeColumns) {
    const written = Object.hasOwn(attributes, column) ? attributes[column]?.trim() : undefined;
    if (written === undefined || written === "") continue;
    const read = readColumn(column, written);
    if (read === null) unread.push(column);
    else columns[column] = read;
  }
  return { columns, unread };
}

function readColumn(column: PlaceColumn, written: string): string | null {
  if (column === "subset") return written;
  if (column === "period_start" || column === "period_end") return dateOf(written);
  const plain = written.toLowerCase();
  return columnChoices(column).includes(plain) ? plain : valueByAlias(column, written);
}

/** 2023-1-5, 2023/01/05 or 2023年1月5日 as ISO; null for what is no day. */
function dateOf(written: string): string | null {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(written.normalize("NFKC"));
  const [, year = "", month = "", day = ""] = found ?? [];
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return found && !Number.isNaN(Date.parse(date)) ? date : null;
}

/** A year, or two days: 2023, 2023年度, 2023-01-01/2023-06-30. */
function yearOf(written = ""): Partial<Record<PlaceColumn, string>> {
  const year = /^(\d{4})(?:年度?|全年|年全年)?$/.exec(written.normalize("NFKC").trim())?.[1];
  if (year !== undefined) return { period_start: `${year}-01-01`, period_end: `${year}-12-31` };
  const [from = "", to = "", ...more] = written.split(/\/(?=\d{4}-)|至|~|—/);
  const [start, end] = [dateOf(from.trim()), dateOf(to.trim())];
  return start !== null && end !== null && more.length === 0
    ? { period_start: start, period_end: end }
    : {};
}
