import type { Table } from "apache-arrow";
import {
  identifier,
  toRows,
  type Column,
  type Engine,
  type KeptTable,
  type Parameter,
} from "../../engine/index.ts";
import {
  exportTable,
  FileError,
  openReader,
  typesKey,
  type FileWorker,
} from "../../data-files/index.ts";
import type { StoredTable } from "../../drafts/store/index.ts";

/** Tests have a worker without a thread. */
export interface BytesOptions {
  readonly spawn?: () => FileWorker;
}

/** Which rows; all by default. */
interface Rows {
  readonly where?: string;
  readonly parameters?: readonly Parameter[];
}

/** Types whose values a result file has no form for: they go as the engine writes them. */
const asText = /^(?:BLOB$|TIMESTAMP_NS$|STRUCT\(|MAP\()|\]$/;

function written({ name, type }: Column): string {
  const own = identifier(name);
  return asText.test(type) ? `CAST(${own} AS VARCHAR) AS ${own}` : own;
}

/** A column's values would come back as others: the engine does not read all texts that it writes. */
export class UnkeptError extends Error {
  override readonly name = "UnkeptError";
  readonly column: Column;
  constructor(column: Column) {
    super(`unsupported values: ${column.name} (${column.type})`);
    this.column = column;
  }
}

async function checkTexts({ name, columns }: KeptTable, engine: Engine): Promise<void> {
  const texts = columns.filter(({ type }) => asText.test(type));
  if (texts.length === 0) return;
  const counts = texts.map(({ name: column, type }, index) => {
    const own = identifier(column);
    const back = `TRY_CAST(CAST(${own} AS VARCHAR) AS ${type})`;
    return `count(*) FILTER (${own} IS DISTINCT FROM ${back}) AS c${index}`;
  });
  const [row = {}] = toRows(
    await engine.query(`SELECT ${counts.join(", ")} FROM ${identifier(name)}`),
  );
  const changed = texts.find((_, index) => row[`c${index}`] !== 0);
  if (changed) throw new UnkeptError(changed);
}

async function parquetOf(
  table: Table,
  columns: readonly Column[],
  options: BytesOptions,
): Promise<Uint8Array> {
  const types = JSON.stringify(columns.map(({ type }) => type));
  const blob = await exportTable(table, "parquet", { ...options, about: [[typesKey, types]] });
  return new Uint8Array(await blob.arrayBuffer());
}

/**
 * A table of the reader's own as Parquet, to be kept or sent: with the types that it has in the
 * engine, so that it comes back as it was. Rejects with an UnkeptError where it would not.
 */
export async function tableBytes(
  name: string,
  engine: Engine,
  { where = "true", parameters = [] }: Rows = {},
  options: BytesOptions = {},
): Promise<Uint8Array> {
  const kept = engine.tables().find((table) => table.name === name);
  if (!kept) throw new Error(`missing table: ${name}`);
  await checkTexts(kept, engine);
  const columns = kept.columns.map(written).join(", ");
  const sql = `SELECT ${columns} FROM ${identifier(name)} WHERE ${where}`;
  return parquetOf(await engine.query(sql, parameters), kept.columns, options);
}

/**
 * The way back; every column is read as it was written. Rejects with a FileError, also for a value
 * that does not fit its column: it would be nothing.
 */
export async function addBytes(
  { name, format, bytes }: StoredTable,
  engine: Engine,
  onBytes: (bytes: number) => void = () => {},
  options: BytesOptions = {},
): Promise<KeptTable> {
  const reading = openReader(new File([bytes as BlobPart], `${name}.${format}`), options);
  try {
    const inspection = await reading.inspect();
    const choices = inspection.columns.map(({ name: column, index, type }) => ({
      name: column,
      index,
      type,
    }));
    const loading = reading.load(choices);
    async function* whole(): AsyncGenerator<Uint8Array> {
      yield* loading.stream;
      const [lost] = loading.problems();
      if (lost) throw new FileError("damaged", `${lost.column}: ${lost.first}`);
    }
    return await engine.addTable(
      {
        name,
        columns: choices.map(({ name: column, type }) => ({ name: column, type })),
        stream: whole(),
      },
      { onProgress: ({ bytes: read }) => onBytes(read) },
    );
  } finally {
    reading.close();
  }
}
