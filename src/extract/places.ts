import type { Region } from "../domain/index.ts";
import { liesWithin } from "./registry.ts";
import type { Division, DivisionRegistry } from "./registry.ts";

/** The region that a report is about. */
export interface FoundRegion {
  readonly region_id: string;
  /** As Fadu knows it; null for one that has no row in `regions` yet. */
  readonly region: Region | null;
  /** As GB/T 2260 knows it; null for a zone. */
  readonly division: Division | null;
}

/** What regions are known: Fadu's own, and the whole division. */
export interface KnownRegions {
  readonly regions: readonly Region[];
  readonly divisions: DivisionRegistry;
}

/**
 * The region that an agency's name begins with: 重庆市万盛经开区应急管理局. The parts of a name say
 * which of several places of one name is meant (吉林省吉林市); what is left over may be a zone that
 * Fadu knows. Null where the name begins with none.
 */
export function regionOf(name: string, known: KnownRegions): FoundRegion | null {
  const own = ownRegion(name, known.regions);
  let rest = name;
  let best: Division | null = null;
  for (let found = known.divisions.leading(rest); found; found = known.divisions.leading(rest)) {
    const outer: Division | null = best;
    const inner: readonly Division[] = found.divisions.filter(
      ({ code }) => !outer || (code !== outer.code && liesWithin(code, outer.code)),
    );
    const division: Division | undefined = inner[0];
    if (!division) break;
    // 市应急管理局 after 苏州: two places of one short name and nothing to tell them apart.
    if (inner.length > 1 && !outer && isCounty(inner)) break;
    best = division;
    rest = rest.slice(found.name.length).replace(/^[省市区县]/, "");
  }
  if (own && (!best || own.level === "zone" || own.gb_code === best.code))
    return { region_id: own.region_id, region: own, division: best };
  return best ? foundOf(best, known.regions) : null;
}

/** A division within another that a text begins with, by its full name; null for none. */
export function partOf(text: string, outer: string, known: KnownRegions): FoundRegion | null {
  const found = known.divisions.leading(text);
  const inner = found?.divisions.find(
    ({ code, name }) => name === found.name && code !== outer && liesWithin(code, outer),
  );
  return inner ? foundOf(inner, known.regions) : null;
}

function isCounty(divisions: readonly Division[]): boolean {
  return divisions.every(({ level }) => level === "county");
}

function foundOf(division: Division, regions: readonly Region[]): FoundRegion {
  const region = regions.find(({ gb_code }) => gb_code === division.code) ?? null;
  return { region_id: region?.region_id ?? `gb-${division.code}`, region, division };
}

/** Regions with the names that a text may call them by, made once a table. */
const namesOf = new WeakMap<readonly Region[], readonly (readonly [Region, readonly string[]])[]>();

function namedRegions(
  regions: readonly Region[],
): readonly (readonly [Region, readonly string[]])[] {
  const known = namesOf.get(regions);
  if (known) return known;
  const byId = new Map(regions.map((region) => [region.region_id, region]));
  const named = regions.map((region) => {
    const parent = byId.get(region.parent ?? "")?.zh ?? "";
    const own = briefly(region.zh);
    return [region, [own, parent + own]] as const;
  });
  namesOf.set(regions, named);
  return named;
}

/** The longest name of a region of Fadu's at the beginning, or with that it lies in before it. */
function ownRegion(name: string, regions: readonly Region[]): Region | null {
  let best: Region | null = null;
  const short = briefly(name);
  for (const [region, names] of namedRegions(regions))
    if (names.some((each) => short.startsWith(each)))
      if (!best || region.zh.length > best.zh.length) best = region;
  return best;
}

/** Zones go by their short names in reports: 经开区 for 经济技术开发区. */
function briefly(name: string): string {
  return name.replace("经济技术开发区", "经开区").replace("高新技术产业开发区", "高新区");
}
