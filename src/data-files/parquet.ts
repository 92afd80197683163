import {
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
  type AsyncBuffer,
  type ColumnMetaData,
  type DecodedArray,
  type FileMetaData,
  type SchemaTree,
} from "hyparquet";
import { columnarReading, readable } from "./columnar.ts";
import { checkWidth } from "./limits.ts";
import { checkChunk, checkFooter, count } from "./parquet-pages.ts";
import type { TypedColumn } from "./nested.ts";
import { isText, typedColumn } from "./parquet-types.ts";
import { saidTypes, typesKey } from "./said-types.ts";
import { FileError, type Cell, type PassOptions, type Report, type Source } from "./types.ts";

/** Rows handed on at a time. */
const step = 20_000;

/** Parquet, row group by row group, each checked before it is decoded. */
export async function openParquet(
  file: Blob,
  _name: string,
  _options: unknown,
  pass: PassOptions = {},
): Promise<Source> {
  const buffer: AsyncBuffer = {
    byteLength: file.size,
    slice: (start, end) => file.slice(start, end).arrayBuffer(),
  };
  const { metadata, names, columns } = await readable(async () => {
    const metadata = await parquetMetadataAsync(buffer, { geoparquet: false });
    checkFooter(metadata);
    const tree = parquetSchema(metadata);
    return {
      metadata,
      names: tree.children.map(({ element }) => element.name),
      columns: saidColumns(metadata, tree.children.map(typedColumn)),
    };
  });
  checkWidth(names.length);
  pass.signal?.throwIfAborted();
  bare(metadata);
  return {
    reading: columnarReading("parquet"),
    names,
    types: columns.map(({ type }) => type),
    untyped: false,
    count: Number(metadata.num_rows),
    notes(report) {
      columns.forEach(({ isZoned }, index) => {
        if (isZoned === true) report("zone_left", "UTC", names[index] ?? "");
      });
    },
    async *rows(report, { signal, onBytes } = {}) {
      let done = 0;
      for (let group = 0; group < metadata.row_groups.length; group++) {
        signal?.throwIfAborted();
        const values = await readable(() => readGroup(buffer, metadata, group));
        const rows = Number(metadata.row_groups[group]?.num_rows);
        for (let at = 0; at < rows; at += step) {
          signal?.throwIfAborted();
          yield rowsOf(values, columns, names, at, Math.min(rows, at + step), report);
          onBytes?.((file.size * (done + Math.min(rows, at + step))) / Number(metadata.num_rows));
          await new Promise((resolve) => setTimeout(resolve));
        }
        done += rows;
      }
    },
  };
}

/** The columns with the types that a file of ours says they have in the engine. */
function saidColumns(
  { key_value_metadata: pairs = [] }: FileMetaData,
  columns: readonly TypedColumn[],
): readonly TypedColumn[] {
  const types = saidTypes(pairs.find(({ key }) => key === typesKey)?.value);
  if (types?.length !== columns.length) return columns;
  return columns.map((column, index) => ({ ...column, type: types[index] ?? column.type }));
}

function rowsOf(
  values: readonly (readonly unknown[])[],
  columns: readonly TypedColumn[],
  names: readonly string[],
  from: number,
  to: number,
  report: Report,
): Cell[][] {
  return Array.from({ length: to - from }, (_, row) =>
    columns.map(({ type, cell }, index) => {
      const value = values[index]?.[from + row];
      if (value === null || value === undefined) return null;
      const made = cell(value);
      if (type === "VARCHAR" && String(made).includes("\u{FFFD}"))
        report("undecodable", String(made), names[index]);
      return made;
    }),
  );
}

/**
 * The names and logical types taken off: columns of one name stay apart, and values arrive as they
 * stand in the file. The decoder would multiply a DECIMAL by a power of ten, and round.
 */
function bare(metadata: FileMetaData): void {
  const leaves: { readonly path: string[]; readonly own: string[] }[] = [];
  const visit = (tree: SchemaTree, path: string[], own: string[]): void => {
    if (tree.children.length === 0) leaves.push({ path, own });
    for (const child of tree.children)
      visit(child, [...path, child.element.name], [...own, child.element.name]);
  };
  const root = parquetSchema(metadata);
  root.children.forEach((child, index) => {
    visit(child, [child.element.name], [`c${index}`]);
    child.element.name = `c${index}`;
  });
  for (const { columns } of metadata.row_groups)
    columns.forEach(({ meta_data: meta }, index) => {
      const leaf = leaves[index];
      if (!meta || !leaf || meta.path_in_schema.join("\0") !== leaf.path.join("\0"))
        throw new FileError("damaged", "columns");
      meta.path_in_schema = leaf.own;
    });
  for (const element of metadata.schema) {
    if (element.type === undefined) continue;
    const isString = isText(element.converted_type, element.logical_type?.type);
    delete element.logical_type;
    if (isString) element.converted_type = "UTF8";
    else delete element.converted_type;
  }
}

/** Bytes of a column's part of a row group, as the footer has it. */
async function chunkBytes(file: AsyncBuffer, meta: ColumnMetaData): Promise<Uint8Array> {
  const first = count(meta.data_page_offset, file.byteLength);
  // Some writers say 0 for none.
  const dictionary = count(meta.dictionary_page_offset, file.byteLength);
  const start = dictionary > 0 ? Math.min(dictionary, first) : first;
  const size = count(meta.total_compressed_size, file.byteLength - start);
  return new Uint8Array(await file.slice(start, start + size));
}

/** The columns of a row group, whole, from pages that were checked and unpacked before. */
async function readGroup(
  file: AsyncBuffer,
  metadata: FileMetaData,
  group: number,
): Promise<unknown[][]> {
  const tree = parquetSchema(metadata);
  const found = metadata.row_groups[group];
  if (found === undefined) throw new FileError("damaged", "rows");
  const rows = Number(found.num_rows);
  const compressors: Record<string, () => Uint8Array> = {};
  const columns = [];
  for (const [index, column] of found.columns.entries()) {
    const meta = column.meta_data;
    if (!meta) throw new FileError("damaged", "columns");
    const { pages } = await checkChunk(await chunkBytes(file, meta), meta, tree, rows);
    // Each chunk has a codec of its own, which hands out its pages.
    const codec = `checked-${index}`;
    let next = 0;
    compressors[codec] = () => pages[next++] ?? new Uint8Array();
    columns.push({ ...column, meta_data: { ...meta, codec: codec as ColumnMetaData["codec"] } });
  }
  const only: FileMetaData = {
    ...metadata,
    num_rows: found.num_rows,
    row_groups: [{ ...found, columns }],
  };
  const parts = tree.children.map((): DecodedArray[] => []);
  await parquetRead({
    ...{ file, metadata: only, compressors, utf8: false },
    parsers: { timestampFromNanoseconds: (value: unknown) => value as Date },
    onChunk: ({ columnName, columnData }) => {
      parts[Number(columnName.slice(1))]?.push(columnData);
    },
  });
  const values = parts.map((own) =>
    own.length === 1 ? Array.from(own[0] ?? []) : own.flatMap((part) => Array.from(part)),
  );
  if (rows > 0 && values.some(({ length }) => length !== rows))
    throw new FileError("damaged", "rows");
  return values;
}
