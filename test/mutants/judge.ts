import { inspectFile } from "../../src/data-files/inspect.ts";
import { loadFile } from "../../src/data-files/load.ts";
import { plainChoices } from "../data-files/world.ts";
import { FileError, type Cell } from "../../src/data-files/types.ts";

/** `refused` with an error of the file; `told` read, with something to say of it. */
export type Verdict = "refused" | "same" | "told" | "silent" | "broke";

interface Read {
  readonly table: string;
  readonly told: string;
}

/** All that a file holds, and what is said of it. */
async function read(bytes: Uint8Array, name: string): Promise<Read> {
  const inspected = await inspectFile(new Blob([bytes as BlobPart]), name);
  const { inspection, source } = inspected;
  const codes = new Set(inspection.problems.map(({ code }) => code));
  const rows: Cell[][] = [];
  for await (const part of source.rows((code) => codes.add(code)))
    for (const row of part) rows.push([...row]);
  const loading = loadFile(inspected, plainChoices(inspection));
  for await (const chunk of loading.stream) void chunk;
  for (const { code } of loading.problems()) codes.add(code);
  const types = inspection.columns.map(({ name: column, type }) => `${column} ${type}`);
  const table = JSON.stringify([types, rows], (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
  return { table, told: [...codes].sort().join(" ") };
}

const known = new Map<string, Promise<Read>>();

/** What became of a damaged file, against the one that it was made from. */
export async function judge(
  name: string,
  sound: Uint8Array,
  damaged: Uint8Array,
): Promise<Verdict> {
  const before = known.get(name) ?? read(sound, name);
  known.set(name, before);
  try {
    const [was, is] = [await before, await read(damaged, name)];
    if (is.table === was.table) return "same";
    return is.told === was.told ? "silent" : "told";
  } catch (error) {
    return error instanceof FileError && error.code !== "failed" ? "refused" : "broke";
  }
}
