// Not through the index: a worker must not carry the engine.
import { isColumnType, type ColumnType } from "../engine/column-type.ts";

/**
 * Under this key a Parquet file of ours says, as JSON, which type each of its columns has in the
 * engine: Parquet has no 128-bit integer, and a decimal goes as the digits that a reader sees.
 */
export const typesKey = "fadu:types";

/** Longer than any type that people make; reading one costs the square of its depth. */
const longest = 10_000;

/** Anybody may have written one: null unless it is a list of types and nothing else. */
export function saidTypes(text = ""): readonly ColumnType[] | null {
  try {
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list)) return null;
    return list.every(isType) ? list : null;
  } catch {
    return null;
  }
}

function isType(type: unknown): type is ColumnType {
  return typeof type === "string" && type.length <= longest && isColumnType(type);
}
