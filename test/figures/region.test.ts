import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  catalogueOf,
  compare,
  languages,
  tablesOf,
  type Catalogue,
  type Fact,
  type Language,
} from "../../src/domain/index.ts";
import { atlasOf, type RegionPage } from "../../src/figures/region/index.ts";
import { dataset as curated } from "../domain/curated.ts";
import { dataset, fact } from "../domain/fixture.ts";

const tables = tablesOf(curated);
const catalogue = catalogueOf(tables);
const atlas = (language: Language, known: Catalogue = catalogue) =>
  atlasOf({ language, catalogue: known }, tables.themes);

/** The figures that stand on a page, as often as they stand there; a trend shows them once more. */
function shownOn({ headlines, themes }: RegionPage): string[] {
  return [
    ...headlines.flatMap(({ figures }) => figures.map(({ observation }) => observation)),
    ...themes.flatMap(({ observations }) => observations),
  ].flatMap(({ source }) => source.facts);
}

function firstOf<T>([first]: readonly T[]): T {
  if (!first) throw new Error("missing fixture");
  return first;
}

const idsOf = (facts: Iterable<Fact>, region: string): string[] =>
  [...facts]
    .filter(({ region_id, same_as }) => region_id === region && same_as === null)
    .map(({ fact_id }) => fact_id);

describe("the pages of regions", () => {
  it("are one for each region that a figure or a report names", () => {
    const named = new Set([...tables.facts, ...tables.reports].map(({ region_id }) => region_id));
    const ids = atlas("zh").regions.map(({ region_id }) => region_id);
    expect(ids.toSorted()).toEqual([...named].toSorted());
    expect(() => atlas("zh").page("nowhere")).toThrow("unknown region: nowhere");
  });

  it.each(languages)(
    "show every figure of the region once and none of another (%s)",
    (language) => {
      const { regions, page } = atlas(language);
      for (const { region_id } of regions)
        expect(shownOn(page(region_id)).toSorted(), region_id).toEqual(
          idsOf(tables.facts, region_id).toSorted(),
        );
    },
  );

  it("do so whatever part of the figures there is", () => {
    fc.assert(
      fc.property(fc.subarray([...tables.facts], { maxLength: 60 }), (facts) => {
        const { regions, page } = atlas("en", catalogueOf({ ...tables, facts }));
        for (const { region_id } of regions)
          expect(shownOn(page(region_id)).toSorted()).toEqual(idsOf(facts, region_id).toSorted());
      }),
      { numRuns: 30 },
    );
  });

  it("derive from figures of the region alone, and each number has its source", () => {
    const { regions, page } = atlas("zh");
    const derived = regions.flatMap(({ region_id }) =>
      page(region_id).derived.map(({ observation }) => ({ region_id, observation })),
    );
    expect(derived.length).toBeGreaterThan(50);
    for (const { region_id, observation } of derived) {
      expect(observation.source.kind).toBe("derived");
      const homes = observation.source.facts.map((id) => catalogue.facts.get(id)?.region_id);
      expect(new Set(homes)).toEqual(new Set([region_id]));
    }
  });

  it("never call missing what is stated, nor a place without a reason", () => {
    const { regions, page } = atlas("zh");
    for (const { region_id } of regions) {
      const { missing, headlines } = page(region_id);
      const absent = missing.flatMap(({ metrics }) => metrics.map(({ metric_id }) => metric_id));
      const stated = tables.facts.filter(
        (one) => one.region_id === region_id && one.status === "actual",
      );
      expect(stated.filter(({ metric_id }) => absent.includes(metric_id))).toEqual([]);
      for (const { figures, missing: why } of headlines)
        expect(figures.length > 0).toBe(why === null);
    }
  });

  it("name every report of the region, and all that its figures come from", () => {
    const { regions, page } = atlas("en");
    for (const { region_id } of regions) {
      const held = new Set(page(region_id).reports.map(({ report }) => report.report_id));
      const own = tables.reports.filter((report) => report.region_id === region_id);
      const used = tables.facts.filter((one) => one.region_id === region_id);
      for (const { report_id } of [...own, ...used]) expect(held).toContain(report_id);
    }
  });

  it("say where the region lies, and lead down to what lies in it", () => {
    const { page } = atlas("en");
    expect(page("atushi").around.map(({ region }) => region.region_id)).toEqual([
      "kezilesu",
      "xinjiang",
    ]);
    expect(page("kezilesu").within.map(({ region_id }) => region_id)).toContain("atushi");
    expect(page("wansheng").trends.map(({ value }) => value)).toEqual([80.72, 84.24]);
  });

  it("rank a figure among no more regions than it can be compared with", () => {
    const { regions, page } = atlas("en");
    const ranked = regions.flatMap(({ region_id }) =>
      page(region_id).headlines.flatMap(({ figures }) =>
        figures.flatMap(({ observation, standing }) =>
          standing.place === null ? [] : [{ id: observation.source.facts[0] ?? "", standing }],
        ),
      ),
    );
    expect(ranked.length).toBeGreaterThan(10);
    for (const { id, standing } of ranked) {
      const own = catalogue.facts.get(id);
      if (!own) throw new Error(`unknown fact: ${id}`);
      const others = tables.facts.filter(
        (other) =>
          other.metric_id === own.metric_id &&
          other.region_id !== own.region_id &&
          compare(own, other, catalogue).verdict !== "not_comparable",
      );
      const comparable = new Set(others.map(({ region_id }) => region_id));
      expect(standing.of, id).toBeLessThanOrEqual(comparable.size + 1);
      expect(standing.place, id).toBeLessThanOrEqual(standing.of);
    }
  });
});

describe("the place of a figure", () => {
  const region = firstOf(dataset().regions);
  const report = firstOf(dataset().reports);
  const named = { ...firstOf(dataset().metrics), metric_id: "inspected_entities", headline: true };
  const parents: Readonly<Record<string, string>> = { inner: "a" };

  /** Places by fact, of regions that are named by the first letter of their figures. */
  function placesOf(facts: readonly Fact[]): Record<string, number | string> {
    const ids = [...new Set(facts.map(({ region_id }) => region_id))];
    const known = catalogueOf({
      facts,
      checks: [],
      metrics: [named],
      reports: facts.map(({ report_id, region_id }) => ({ ...report, report_id, region_id })),
      regions: ids.map((region_id) => ({
        ...region,
        ...{ region_id, parent: parents[region_id] ?? null, province: null },
      })),
    });
    const { page } = atlasOf({ language: "en", catalogue: known }, tables.themes);
    const found = ids.flatMap((id) => page(id).headlines.flatMap(({ figures }) => figures));
    return Object.fromEntries(
      found.map(({ observation, standing }) => [
        observation.source.facts[0] ?? "",
        standing.place === null ? standing.because : standing.place,
      ]),
    );
  }
  const of = (region_id: string, value: number, changes: Partial<Fact> = {}) =>
    fact({ fact_id: `${region_id}-1`, report_id: region_id, region_id, value, ...changes });

  it("counts from the highest, and equal values share one", () => {
    expect(placesOf([of("a", 3), of("b", 9), of("c", 3), of("d", 1)])).toEqual({
      "a-1": 2,
      "b-1": 1,
      "c-1": 2,
      "d-1": 4,
    });
  });

  it("is none for a bound, and none among nothing", () => {
    const places = placesOf([of("a", 3), of("b", 9, { qualifier: "over" }), of("c", 4)]);
    expect(places).toMatchObject({ "a-1": 2, "c-1": 1 });
    expect(places["b-1"]).toContain("a bound");
    expect(placesOf([of("a", 3)])["a-1"]).toContain("no other region");
  });

  it("is given to the latest figure of a region alone", () => {
    const before = { fact_id: "a-0", period_start: "2021-01-01", period_end: "2021-12-31" };
    const places = placesOf([of("a", 3), of("a", 90, before), of("b", 9)]);
    expect(places).toMatchObject({ "a-1": 2, "b-1": 1 });
    expect(places["a-0"]).toContain("another figure of this region");
  });

  it("sets no region beside the one that it lies in", () => {
    const places = placesOf([of("a", 30), of("inner", 9), of("c", 12)]);
    expect(places).toEqual({ "a-1": 1, "inner-1": 2, "c-1": 2 });
    expect(placesOf([of("a", 30), of("inner", 9)])["inner-1"]).toContain("no other region");
  });

  it("is refused with the reason where what is counted differs", () => {
    const places = placesOf([of("a", 3), of("b", 9), of("c", 50, { subset: "sector:煤矿" })]);
    expect(places).toMatchObject({ "a-1": 2, "b-1": 1 });
    expect(places["c-1"]).toMatch(/^Not ranked: different parts/);
  });
});
