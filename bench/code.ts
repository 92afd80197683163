import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Lines that are not blank, of the files of a folder whose names the pattern fits. */
export function lines(folder: string, pattern: RegExp): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .reduce((sum, text) => sum + text.split("\n").filter((line) => line.trim()).length, 0);
}
