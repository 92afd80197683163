import { existsSync, readdirSync, rmSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** What articles elsewhere hold for ever: versions of figures, and the scripts that they load. */
const frozen = /^embed\/(?:[\w-]+\/[0-9a-f]{8}\/.+|frame-[0-9a-f]+\.js(?:\.br|\.gz)?)$/;

/** True for a file of a built site that a later build must leave where it is. */
export function isFrozen(path: string): boolean {
  return frozen.test(path);
}

/** Removes what a build writes anew, and leaves every frozen version of a figure. */
export function emptyFolder(folder: string): void {
  if (!existsSync(folder)) return;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
  for (const path of paths) if (!isFrozen(path)) rmSync(join(folder, path));
  removeEmpty(folder);
}

/** Folders in which nothing is left; the folder itself stays. */
function removeEmpty(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) continue;
    removeEmpty(path);
    if (readdirSync(path).length === 0) rmSync(path, { recursive: true });
  }
}
