import type { Catalogue } from "./catalogue.ts";
import type { Region } from "./types.ts";

type Places = Pick<Catalogue, "facts" | "reports" | "regions">;

/** Deeper than any chain of regions, should one run in a circle. */
const DEEPEST = 8;

/** The regions in which a region lies, the nearest first. */
export function regionsAround(
  { parent }: Pick<Region, "parent">,
  { regions }: Pick<Places, "regions">,
): Region[] {
  const found: Region[] = [];
  let next = parent === null ? undefined : regions.get(parent);
  while (next && found.length < DEEPEST) {
    found.push(next);
    next = next.parent === null ? undefined : regions.get(next.parent);
  }
  return found;
}

/** True where a region lies in another; all others lie in the country. */
export function liesIn(
  inner: string,
  outer: string,
  { regions }: Pick<Places, "regions">,
): boolean {
  const [own, around] = [regions.get(inner), regions.get(outer)];
  if (!own || !around || inner === outer) return false;
  return around.level === "country" || regionsAround(own, { regions }).includes(around);
}

/** By administrative code, so that what lies in one place stands together; without one at the end. */
function byCode(a: Region, b: Region): number {
  const key = ({ gb_code, region_id }: Region) => `${gb_code ?? "~"} ${region_id}`;
  return key(a) < key(b) ? -1 : 1;
}

/** Regions that a figure or a report names, in the order of their codes: each has a page. */
export function heldRegions({ facts, reports, regions }: Places): Region[] {
  const ids = new Set([...facts.values(), ...reports.values()].map(({ region_id }) => region_id));
  return [...ids].flatMap((id) => regions.get(id) ?? []).toSorted(byCode);
}

/** A province with the regions in it of which something is held, itself first where it is one. */
export interface Province {
  readonly province: Region;
  readonly held: readonly Region[];
}

/** Held regions by province, both in the order of their codes. */
export function heldByProvince(places: Places): Province[] {
  const found = new Map<string, Region[]>();
  for (const region of heldRegions(places)) {
    const id = region.province ?? region.region_id;
    found.set(id, [...(found.get(id) ?? []), region]);
  }
  return [...found]
    .flatMap(([id, held]) => {
      const province = places.regions.get(id);
      return province ? [{ province, held }] : [];
    })
    .toSorted((a, b) => byCode(a.province, b.province));
}
