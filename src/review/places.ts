import type { Region } from "../domain/index.ts";
import type { Division, Place } from "./types.ts";

/** Chinese → syllables without tones, ü as v, one for each character: `["shan", "wei", "shi"]`. */
export type Romanize = (text: string) => readonly string[];

/** Rows for places that have none yet, and the id of the place among them. */
export interface PlaceRows {
  readonly region_id: string;
  readonly added: readonly Region[];
}

/**
 * The rows of `regions` that a place and those around it need: none for what is there. A province
 * is always there. `regions` are all that are known by now.
 */
export function placeRows(place: Place, regions: readonly Region[], romanize: Romanize): PlaceRows {
  const known = regions.find(({ region_id }) => region_id === place.region_id);
  if (known) return { region_id: known.region_id, added: [] };
  const added: Region[] = [];
  let parent: Region | null = null;
  for (const division of [...place.around.toReversed(), place]) {
    const all = [...regions, ...added];
    const there = all.find(({ gb_code }) => gb_code !== null && gb_code === division.gb_code);
    if (!there) added.push(rowOf(division, parent, all, romanize));
    parent = there ?? added.at(-1) ?? null;
  }
  return { region_id: parent?.region_id ?? place.region_id, added };
}

function rowOf(
  { name, short, gb_code, level }: Division,
  parent: Region | null,
  taken: readonly Region[],
  romanize: Romanize,
): Region {
  const latin = placeName(romanize(short));
  const id = latin.toLowerCase().replace(/[^a-z]/g, "");
  const isTaken = taken.some(({ region_id }) => region_id === id);
  return {
    region_id: isTaken ? `${id}-${gb_code ?? "zone"}` : id,
    gb_code,
    gb_code_reason: null,
    gb_code_reason_zh: null,
    zh: name,
    en: level === "prefecture" ? latin : `${latin} ${kindOf(name)}`,
    zh_short: short,
    en_short: latin,
    level,
    parent: parent?.region_id ?? null,
    province: parent?.province ?? null,
    tile_row: null,
    tile_column: null,
    pinyin: romanize(name).join(" "),
  };
}

/** Syllables as a place is written: Xiang’an, with a mark before a vowel. */
export function placeName(syllables: readonly string[]): string {
  const joined = syllables.reduce(
    (name, next) => name + (/^[aoe]/.test(next) && name ? "’" : "") + next,
    "",
  );
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}

const kinds: readonly (readonly [ending: RegExp, word: string])[] = [
  [/自治县$/, "Autonomous County"],
  [/自治旗$/, "Autonomous Banner"],
  [/旗$/, "Banner"],
  [/县$/, "County"],
  [/市$/, "City"],
];

function kindOf(name: string): string {
  return kinds.find(([ending]) => ending.test(name))?.[1] ?? "District";
}
