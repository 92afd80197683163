import type { Builder } from "../../dom/index.ts";
import type { Archive } from "../../evidence/index.ts";
import { heldByProvince, type Region } from "../../domain/index.ts";
import { formatNumber } from "../../words/index.ts";
import { sayOfRegion } from "../../words/region.ts";
import { pagePath, regionSlug, rootPath, type PageAddress } from "../shell/page-address.ts";

/** The notebook that lists the regions, below which their pages stand. */
export const regionsSlug = "regions";

/** The way from a page to that of a region. */
export function regionHref(place: PageAddress, region_id: string): string {
  return rootPath(place) + pagePath({ ...place, slug: regionSlug(region_id) });
}

/**
 * Every region with a page, by province, each name leading to it. Only the build writes it: a page
 * that has it changes its language by going to the other page.
 */
export function regionIndex(place: PageAddress, archive: Archive, { html }: Builder): HTMLElement {
  const { language } = place;
  const counts = new Map<string, number>();
  for (const { region_id, same_as } of archive.facts.values())
    if (same_as === null) counts.set(region_id, (counts.get(region_id) ?? 0) + 1);
  const provinces = heldByProvince(archive);
  const total = provinces.reduce((sum, { held }) => sum + held.length, 0);
  const nameOf = (region: Region) => (language === "zh" ? region.zh_short : region.en_short);
  const link = (region: Region) => {
    const { region_id } = region;
    const count = formatNumber(counts.get(region_id) ?? 0, language);
    return html(
      "li",
      {},
      html("a", { href: regionHref(place, region_id) }, nameOf(region)),
      html("small", {}, language === "zh" ? `（${count}）` : ` (${count})`),
    );
  };
  return html(
    "nav",
    { id: "region-index", class: "region-index", "aria-labelledby": "region-index-title" },
    html("h2", { id: "region-index-title" }, sayOfRegion(language, "index")),
    html("p", {}, sayOfRegion(language, "index.lead", total)),
    html(
      "dl",
      {},
      provinces.map(({ province, held }) => [
        html("dt", {}, nameOf(province)),
        html("dd", {}, html("ul", {}, held.map(link))),
      ]),
    ),
  );
}
