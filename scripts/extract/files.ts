import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";

/** A report to read. */
export interface ReportFile {
  readonly path: string;
  /** What its figures call it: the file's name in letters of ids, unlike that of any other. */
  readonly reportId: string;
}

/** What of a folder is read; a file that is named is read whatever its name. */
const readable = /\.(?:txt|html?|xhtml|pdf|docx)$/i;

/** A path that cannot be read, and why. */
export interface MissingPath {
  readonly path: string;
  readonly message: string;
}

/** Files of the paths and of the folders below them, each once, in an order that no machine changes. */
export async function filesOf(
  paths: readonly string[],
): Promise<{ readonly files: readonly ReportFile[]; readonly missing: readonly MissingPath[] }> {
  const found = new Set<string>();
  const missing: MissingPath[] = [];
  for (const path of paths)
    try {
      for (const file of await filesIn(path)) found.add(file);
    } catch (error) {
      missing.push({ path, message: messageOf(error) });
    }
  return { files: withIds([...found]), missing };
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function filesIn(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && readable.test(entry.name) && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(byCode);
}

/** By code units: an alphabet would depend on the machine. */
function byCode(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function withIds(paths: readonly string[]): ReportFile[] {
  const used = new Map<string, number>();
  return paths.map((path) => {
    const id = idOf(basename(path));
    const times = (used.get(id) ?? 0) + 1;
    used.set(id, times);
    return { path, reportId: times === 1 ? id : `${id}-${String(times)}` };
  });
}

/** `report` for a name without any letter or digit of ASCII. */
function idOf(name: string): string {
  const letters = name
    .replace(/\.[^.]*$/, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return letters === "" ? "report" : letters.slice(0, 60);
}
