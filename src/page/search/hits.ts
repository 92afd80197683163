import type { Archive } from "../../evidence/index.ts";
import type { Language, Report } from "../../domain/index.ts";
import { hitKinds, type Hit, type HitKind } from "../../domain/search/index.ts";
import { excerpt, type Excerpt } from "../../words/index.ts";
import { pagePath } from "../shell/page-address.ts";

/** Where a hit leads: to the evidence of a fact, or to a page of this site. */
export type Target = { readonly fact: string } | { readonly path: string };

/** The hits of one kind, as many as are shown, and how many there are. */
export interface HitGroup {
  readonly kind: HitKind;
  readonly hits: Excerpt<Hit>;
  readonly total: number;
}

/** Most hits that are shown of a kind; the others are counted. */
const most: Readonly<Record<HitKind, number>> = { region: 6, metric: 6, agency: 4, clause: 20 };

/** Hits by kind, best first in each; kinds without a hit are left out. */
export function groupHits(hits: readonly Hit[]): HitGroup[] {
  return hitKinds.flatMap((kind) => {
    const own = hits.filter((hit) => hit.kind === kind);
    return own.length > 0 ? [{ kind, hits: excerpt(own, most[kind]), total: own.length }] : [];
  });
}

/**
 * Where a hit leads; null where nothing is held of it. A region that only parts of it report on
 * leads to its province on the map.
 */
export function targetOf({ kind, id }: Hit, archive: Archive, language: Language): Target | null {
  const page = (slug: string, name: string, value: string): Target => ({
    path: `${pagePath({ language, slug })}?${new URLSearchParams({ [name]: value }).toString()}`,
  });
  if (kind === "clause") return { fact: id };
  if (kind === "metric") return page("figures", "measure", id);
  if (kind === "agency") {
    const [report] = reportsOf(id, archive);
    return report ? page("figures", "report", report.report_id) : null;
  }
  if (countIn(id, archive) > 0) return page("figures", "region", id);
  const province = archive.regions.get(id)?.province;
  return province && countWithin(id, archive) > 0 ? page("regions", "province", province) : null;
}

/** The reports of an agency, by its Chinese name; the latest first. */
export function reportsOf(agency: string, { reports }: Archive): Report[] {
  const published = ({ published: date }: Report) => date ?? "";
  return [...reports.values()]
    .filter((report) => report.agency === agency)
    .toSorted((a, b) => (published(a) < published(b) ? 1 : -1));
}

/** Figures of a region itself. */
export function countIn(id: string, { facts }: Archive): number {
  return [...facts.values()].filter(({ region_id }) => region_id === id).length;
}

/** Figures of a region and of all that lies in it. */
export function countWithin(id: string, archive: Archive): number {
  const { facts, regions } = archive;
  const isWithin = (region: string | null | undefined, depth = 0): boolean =>
    region === id ||
    (region != null && depth < 8 && isWithin(regions.get(region)?.parent, depth + 1));
  return [...facts.values()].filter(({ region_id }) => isWithin(region_id)).length;
}
