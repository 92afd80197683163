import { isIdentifier, reservedNames } from "./names.ts";
import type { DocumentCell } from "./document.ts";

/** An id like this one that no cell has, `fines_2` after `fines`; case does not tell ids apart. */
export function freshId(like: string, cells: readonly DocumentCell[]): string {
  const base = isIdentifier(like) ? like.replace(/([_-])\d+$/, "") : "cell";
  const joint = base.includes("-") ? "-" : "_";
  const taken = new Set(
    [...reservedNames, ...cells.flatMap(({ cell }) => [cell.id, cell.attributes["id"] ?? ""])].map(
      (id) => id.toLowerCase(),
    ),
  );
  let n = 2;
  while (taken.has(`${base}${joint}${n}`.toLowerCase())) n++;
  return `${base}${joint}${n}`;
}
