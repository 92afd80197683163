import { FileError } from "../files/index.ts";

/** What no honest table of a person's has, and what a page could not hold. */
export const limits = {
  /** Columns of any file; a sheet has as many at most. */
  columns: 16_384,
  /** Values that a Parquet file asks to hold at once. */
  values: 64_000_000,
  /** Bytes of one part of a file once unpacked: a page of Parquet. */
  part: 128 << 20,
  /** Bytes of a workbook once unpacked. */
  unpacked: 512 << 20,
  /** Brackets within brackets. */
  depth: 500,
} as const;

/** Throws `too_wide` for more columns than any table has. */
export function checkWidth(columns: number): void {
  if (columns > limits.columns) throw new FileError("too_wide", limits.columns);
}
