import type { Notebook } from "./types.ts";

/** The file's text, byte for byte as it was parsed. */
export function serializeNotebook({ frontSource, cells }: Notebook): string {
  return frontSource + cells.map(({ raw }) => raw).join("");
}
