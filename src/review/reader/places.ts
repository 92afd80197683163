import { regionsAround, byId, type Region } from "../../domain/index.ts";
import {
  shortOf,
  type Division as Listed,
  type DivisionRegistry,
  type FoundRegion,
} from "../../extract/index.ts";
import { placeLimit } from "./limit.ts";
import type { Division, Place } from "../index.ts";

interface Known {
  readonly regions: readonly Region[];
  readonly divisions: DivisionRegistry;
}

function divisionOf({ code, name, level }: Listed): Division {
  return { gb_code: code, name, short: shortOf(name), level };
}

/** The divisions that a code lies in, the nearest first. */
function around(code: string, { byCode }: DivisionRegistry): Division[] {
  const outer = [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`];
  return outer.flatMap((one) => {
    const found = one === code ? undefined : byCode.get(one);
    return found ? [divisionOf(found)] : [];
  });
}

/** The place that the extractor found, with those around it. */
export function placeOf(found: FoundRegion | null, known: Known): Place | null {
  if (!found) return null;
  if (found.region) return ofRegion(found.region, known);
  return found.division ? ofDivision(found.division, known) : null;
}

/** The place of an id as figures have it; null for one that is not known. */
export function placeById(id: string, known: Known): Place | null {
  const region = known.regions.find(({ region_id }) => region_id === id);
  if (region) return ofRegion(region, known);
  const division = known.divisions.byCode.get(id.replace(/^gb-/, ""));
  return division ? ofDivision(division, known) : null;
}

function ofDivision(division: Listed, { regions, divisions }: Known): Place {
  const region = regions.find(({ gb_code }) => gb_code === division.code);
  return {
    ...divisionOf(division),
    region_id: region?.region_id ?? `gb-${division.code}`,
    around: around(division.code, divisions),
  };
}

function ofRegion(region: Region, { regions }: Known): Place {
  const outer = regionsAround(region, { regions: byId(regions, "region_id") });
  return { ...ofRow(region), region_id: region.region_id, around: outer.map(ofRow) };
}

function ofRow({ gb_code, zh, zh_short, level }: Region): Division {
  return { gb_code, name: zh, short: zh_short, level };
}

/** Places whose name holds what was typed: those that begin with it first, then the larger. */
export function findPlaces(query: string, known: Known): Place[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === "") return [];
  const own = known.regions.filter((region) => isNamed(region, wanted));
  const codes = new Set(own.map(({ gb_code }) => gb_code));
  const others = [...known.divisions.byCode.values()].filter(
    ({ name, code }) => name.includes(wanted) && !codes.has(code),
  );
  const places = [
    ...own.map((region) => ofRegion(region, known)),
    ...others.map((division) => ofDivision(division, known)),
  ];
  const rank = ({ name, around: outer }: Place) =>
    (name.startsWith(wanted) ? 0 : 10) + outer.length;
  return places.toSorted((a, b) => rank(a) - rank(b)).slice(0, placeLimit);
}

function isNamed({ zh, en, pinyin, level }: Region, wanted: string): boolean {
  if (level === "country") return false;
  const latin = pinyin.replaceAll(" ", "");
  return zh.includes(wanted) || en.toLowerCase().includes(wanted) || latin.startsWith(wanted);
}
