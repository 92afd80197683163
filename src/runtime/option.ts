import { bilingual } from "../figures/index.ts";
import type { Language } from "../domain/index.ts";
import type { Spec } from "../notebook/index.ts";

/** One choice of an input, with its label in both languages. */
export interface Option {
  readonly value: string;
  readonly label: Readonly<Record<Language, string>>;
  /** The value as it came, where that was a number. */
  readonly number?: number;
  /** Place on a grid of tiles, both from 0; absent for what stands beside the grid. */
  readonly tile?: { readonly row: number; readonly column: number };
  /** How much there is to see behind the choice; absent where nobody counted. */
  readonly count?: number;
}

function option(row: Readonly<Record<string, unknown>>): Option {
  const value = String(row["value"] ?? "");
  const [tileRow, column, count] = [row["tile_row"], row["tile_column"], row["count"]];
  return {
    value,
    label: { zh: bilingual(row, "zh") || value, en: bilingual(row, "en") || value },
    ...(typeof row["value"] === "number" ? { number: row["value"] } : {}),
    ...(typeof tileRow === "number" && typeof column === "number"
      ? { tile: { row: tileRow, column } }
      : {}),
    ...(typeof count === "number" ? { count } : {}),
  };
}

/** The choices: those the spec lists, then those of the query's rows. */
export function optionsOf(
  spec: Spec,
  rows: readonly Readonly<Record<string, unknown>>[] = [],
): Option[] {
  const listed = Array.isArray(spec["options"]) ? (spec["options"] as unknown[]) : [];
  return [...listed.map((item) => option(item as Record<string, unknown>)), ...rows.map(option)];
}
