import type { Table } from "apache-arrow";
import { rowReader } from "../engine/index.ts";
import type { OutFormat } from "./formats.ts";
import { failureOf, spawnWorker, type FileWorker } from "./spawn.ts";
import type { Extra } from "./write/columnar-result.ts";

/** What is said beside a row that rests on figures; null where there is nothing to say. */
export interface Provenance {
  /** The clause, or clauses. */
  readonly evidence: string | null;
  /** Title and address of the report. */
  readonly report: string | null;
  /** What a reader must know before setting the value beside another. */
  readonly flags: string | null;
}

export type ProvenanceOf = (row: Readonly<Record<string, unknown>>) => Provenance;

/** What is said of a whole result, in the order in which it is read: `title`, `caveats` … */
export type About = readonly (readonly [name: string, text: string])[];

export interface ExportOptions {
  /** Written into the file: a sheet, a head, columns, or metadata; none by default. */
  readonly about?: About | undefined;
  /** Where given, `evidence`, `report` and `flags` come along for rows with `fact_id` or `fact_ids`. */
  readonly provenance?: ProvenanceOf | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Rows handed over, of all. */
  readonly onRows?: ((rows: number) => void) | undefined;
  readonly spawn?: () => FileWorker;
}

/** Longest stretch of work before the page may draw, in ms. */
const stretch = 12;

/**
 * A result as a file of a format, written in a worker: the page hands it over a few batches at a
 * time and stays free, also with a million rows. Rejects with a FileError, or with the signal's
 * reason as soon as it aborts.
 */
export async function exportTable(
  table: Table,
  format: OutFormat,
  { provenance, about, signal, onRows, spawn = spawnWorker }: ExportOptions = {},
): Promise<Blob> {
  signal?.throwIfAborted();
  const worker = spawn();
  try {
    return await new Promise<Blob>((resolve, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
      worker.listen((answer) => {
        if (answer.kind === "written") resolve(answer.blob);
        if (answer.kind === "error") reject(failureOf(answer));
      });
      handOver(table, worker, { provenance, signal, onRows })
        .then(() => worker.post({ kind: "write", format, about: about ?? [] }))
        .catch(reject);
    });
  } finally {
    worker.end();
  }
}

async function handOver(
  table: Table,
  worker: FileWorker,
  { provenance, signal, onRows }: Pick<ExportOptions, "provenance" | "signal" | "onRows">,
): Promise<void> {
  const { Table: ArrowTable, tableToIPC } = await import("apache-arrow");
  const named = provenance && namesFacts(table) ? provenance : undefined;
  let [rows, begun] = [0, performance.now()];
  const pause = async (): Promise<void> => {
    if (performance.now() - begun < stretch) return;
    await new Promise((resolve) => setTimeout(resolve));
    begun = performance.now();
  };
  // A part a few batches long costs some milliseconds; one of no batches still has the columns.
  for (let at = 0; at === 0 || at < table.batches.length; at += 8) {
    signal?.throwIfAborted();
    const part = new ArrowTable(table.schema, table.batches.slice(at, at + 8));
    const bytes = tableToIPC(part, "stream");
    const extra = named ? await besides(part, named, pause) : [];
    worker.post({ kind: "part", part: { bytes, extra } }, [bytes.buffer as ArrayBuffer]);
    onRows?.((rows += part.numRows));
    await pause();
  }
}

function namesFacts(table: Table): boolean {
  return table.schema.fields.some(({ name }) => name === "fact_id" || name === "fact_ids");
}

/** Of the names that the result does not have itself. */
async function besides(
  part: Table,
  provenance: ProvenanceOf,
  pause: () => Promise<void>,
): Promise<Extra[]> {
  const names = (["evidence", "report", "flags"] as const).filter(
    (name) => !part.schema.fields.some((field) => field.name === name),
  );
  const values = names.map((): (string | null)[] => []);
  const read = rowReader(part);
  for (let row = 0; row < part.numRows; row++) {
    const told = provenance(read(row));
    names.forEach((name, index) => values[index]?.push(told[name]));
    await pause();
  }
  return names.map((name, index) => ({ name, values: values[index] ?? [] }));
}
