import type { PageHeader } from "hyparquet";
import { readVarInt } from "hyparquet/src/thrift.js";
import { limits } from "./limits.ts";
import { FileError } from "./types.ts";

/** What a column's place in the schema says of the levels in its pages. */
export interface Levels {
  readonly repetition: number;
  readonly definition: number;
  readonly isBoolean: boolean;
}

/** Values that a run may have too many. */
const slack = 512;

interface Reader {
  readonly view: DataView;
  offset: number;
}

/**
 * The values that a page holds. Throws where a run of equal values is longer than the page: the
 * decoder writes it out whatever its length, and five bytes can ask for two thousand million.
 */
export function checkRuns(
  bytes: Uint8Array,
  front: Uint8Array,
  header: PageHeader,
  levels: Levels,
): number {
  const reader = readerOf(bytes);
  const { data_page_header: first, data_page_header_v2: second } = header;
  if (header.type === "DICTIONARY_PAGE") {
    checkCount(header.dictionary_page_header?.num_values);
    return 0;
  }
  if (header.type === "DATA_PAGE_V2" && second !== undefined) {
    const values = checkCount(second.num_values);
    const filled = values - checkCount(second.num_nulls);
    if (filled < 0) throw damaged();
    // Levels of the second form stand before what was packed, and have lengths of their own.
    const before = readerOf(front);
    const split = second.repetition_levels_byte_length;
    if (levels.repetition > 0) checkRunsUpTo(before, widthOf(levels.repetition), values, split);
    before.offset = split;
    if (levels.definition > 0)
      checkRunsUpTo(before, widthOf(levels.definition), values, front.length);
    checkIndexes(reader, second.encoding, filled, levels);
    return values;
  }
  if (header.type !== "DATA_PAGE" || first === undefined) throw damaged();
  const values = checkCount(first.num_values);
  for (const most of [levels.repetition, levels.definition])
    if (most > 0) checkHybrid(reader, widthOf(most), values);
  checkIndexes(reader, first.encoding, values, levels);
  return values;
}

function readerOf(bytes: Uint8Array): Reader {
  return { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
}

/** Bits for a level up to `most`. */
function widthOf(most: number): number {
  return 32 - Math.clz32(most);
}

function damaged(): FileError {
  return new FileError("damaged", "page");
}

function checkCount(value: number | undefined): number {
  if (value === undefined || !Number.isInteger(value) || value < 0 || value > limits.values)
    throw damaged();
  return value;
}

/** Places in a dictionary, or truth values, as runs to the end of the page. */
function checkIndexes(reader: Reader, encoding: string, values: number, levels: Levels): void {
  if (encoding === "RLE" && levels.isBoolean) return checkHybrid(reader, 1, values);
  if (!encoding.endsWith("DICTIONARY") || reader.offset >= reader.view.byteLength) return;
  const width = reader.view.getUint8(reader.offset++);
  if (width > 32) throw damaged();
  if (width > 0) checkRunsUpTo(reader, width, values, reader.view.byteLength);
}

/** Runs behind their length in bytes. */
function checkHybrid(reader: Reader, width: number, values: number): void {
  const length = reader.view.getUint32(reader.offset, true);
  const end = reader.offset + 4 + length;
  if (end > reader.view.byteLength) throw damaged();
  reader.offset += 4;
  checkRunsUpTo(reader, width, values, end);
  reader.offset = end;
}

function checkRunsUpTo(reader: Reader, width: number, values: number, end: number): void {
  for (let seen = 0; seen < values && reader.offset < end;) {
    const header = readVarInt(reader) >>> 0;
    const isPacked = (header & 1) === 1;
    const run = (header >>> 1) * (isPacked ? 8 : 1);
    // Packed values take bytes of their own; some writers fill up with a few that go unused.
    if (!isPacked && run > values - seen + slack) throw damaged();
    reader.offset += isPacked ? (header >>> 1) * width : (width + 7) >> 3;
    seen += run;
  }
}
