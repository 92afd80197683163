import type { ColumnMetaData, FileMetaData, PageHeader, SchemaTree } from "hyparquet";
import { parquetHeader } from "hyparquet/src/column.js";
import {
  getMaxDefinitionLevel,
  getMaxRepetitionLevel,
  getTreePath,
  isFlatColumn,
} from "hyparquet/src/schema.js";
import { checkRuns } from "./parquet-runs.ts";
import { crc32 } from "../bytes/index.ts";
import { checkUnpacked } from "../files/index.ts";
import { limits } from "./limits.ts";
import { FileError } from "./types.ts";
import { unpack } from "./unpack.ts";

/** A column's part of a row group, its bytes checked and unpacked. */
export interface CheckedChunk {
  /** What the pages hold once unpacked, in the order in which the decoder asks for it. */
  readonly pages: Uint8Array[];
}

function damaged(what: string): FileError {
  return new FileError("damaged", what);
}

/** As a whole number that a file of this size may hold. */
export function count(value: number | bigint | undefined, most: number): number {
  const number = value === undefined ? 0 : Number(value);
  if (!Number.isSafeInteger(number) || number < 0 || number > most) throw damaged("count");
  return number;
}

/** Rows by the footer, which must agree with its row groups, each column with both. */
export function checkFooter({ row_groups, num_rows, schema }: FileMetaData): void {
  const leaves = schema.filter(({ num_children }) => num_children === undefined).length;
  let rows = 0;
  for (const group of row_groups) {
    const own = count(group.num_rows, Number.MAX_SAFE_INTEGER);
    rows += own;
    if (group.columns.length !== leaves) throw damaged("columns");
    if (own * leaves > limits.values) throw new FileError("bomb", limits.values >> 20);
  }
  if (rows !== count(num_rows, Number.MAX_SAFE_INTEGER)) throw damaged("rows");
}

/**
 * Reads a column's part of a row group page by page: sizes and numbers within what the footer says,
 * checksums where the file has them, runs no longer than the page. The decoder trusts all of it.
 */
export async function checkChunk(
  bytes: Uint8Array,
  meta: ColumnMetaData,
  tree: SchemaTree,
  rows: number,
): Promise<CheckedChunk> {
  const path = getTreePath(tree, meta.path_in_schema);
  const levels = {
    repetition: getMaxRepetitionLevel(path),
    definition: getMaxDefinitionLevel(path),
    isBoolean: meta.type === "BOOLEAN",
  };
  const most = count(meta.num_values, limits.values);
  if (isFlatColumn(path) && most !== rows) throw damaged("values");
  const reader = {
    view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    offset: 0,
  };
  const pages: Uint8Array[] = [];
  let values = 0;
  while (values < most) {
    if (reader.offset >= bytes.length) throw damaged("values");
    const header = parquetHeader(reader);
    const size = count(header.compressed_page_size, bytes.length - reader.offset);
    const body = bytes.subarray(reader.offset, reader.offset + size);
    reader.offset += size;
    if (header.crc !== undefined && crc32(body) !== header.crc >>> 0) throw damaged("checksum");
    const page = await unpackPage(body, header, meta.codec);
    if (page.asked) pages.push(page.bytes);
    values += checkRuns(page.bytes, page.front, header, levels);
  }
  if (values !== most) throw damaged("values");
  return { pages };
}

interface Page {
  readonly bytes: Uint8Array;
  /** Levels of the second form of pages, which are never packed. */
  readonly front: Uint8Array;
  /** Whether the decoder will ask for it; what is not packed it takes itself. */
  readonly asked: boolean;
}

async function unpackPage(
  body: Uint8Array,
  header: PageHeader,
  codec: ColumnMetaData["codec"],
): Promise<Page> {
  const whole = count(header.uncompressed_page_size, Number.MAX_SAFE_INTEGER);
  checkUnpacked(whole, limits.part);
  const second = header.data_page_header_v2;
  const length =
    second === undefined
      ? 0
      : count(second.definition_levels_byte_length, body.length) +
        count(second.repetition_levels_byte_length, body.length);
  if (length > Math.min(body.length, whole)) throw damaged("levels");
  const [front, rest] = [body.subarray(0, length), body.subarray(length)];
  if (second?.is_compressed === false) return { bytes: rest, front, asked: false };
  return { bytes: await unpack(rest, codec, whole - length), front, asked: true };
}
