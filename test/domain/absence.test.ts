import { afterAll, describe, expect, it } from "vitest";
import { observe } from "../../src/figures/index.ts";
import {
  absenceOf,
  byId,
  derivedDefinitions,
  type Fact,
  type Report,
  type Catalogue,
} from "../../src/domain/index.ts";
import { bothCorpora, dataset, everything } from "./curated.ts";
import { openViews } from "../../scripts/views.ts";
import { dataset as small, fact } from "./fixture.ts";

const { query, connection } = await openViews(dataset);
const absences = await query("SELECT * FROM absences");
const known: Catalogue = {
  ...{ facts: everything, metrics: bothCorpora.metrics, regions: bothCorpora.regions, checks: [] },
  reports: byId(dataset.reports, "report_id"),
};
afterAll(() => connection.close());

const stated = new Set(dataset.metrics.map(({ metric_id }) => metric_id));
const keyOf = (row: Readonly<Record<string, unknown>>) =>
  `${String(row["region_id"])} ${String(row["metric_id"])}`;

describe("why a region has no figure of a measure", () => {
  it("is said once of every region that is spoken of and every measure", () => {
    const regions = new Set(
      [...dataset.reports, ...known.facts.values()].map(({ region_id }) => region_id),
    );
    const own = absences.filter((row) => stated.has(String(row["metric_id"])));
    expect(new Set(own.map(keyOf)).size).toBe(regions.size * stated.size);
    expect(new Set(absences.map(keyOf)).size).toBe(absences.length);
  });

  it("is the same in SQL, in the rules and in a chart, whatever the query says", () => {
    const wrong = absences.flatMap((row) => {
      if (!stated.has(String(row["metric_id"]))) return [];
      const { region_id, metric_id, missing } = row;
      const inRules = absenceOf({ region_id, metric_id }, known) ?? "not_read";
      const charted = ["not_reported", missing].map(
        (said) => observe({ region_id, metric_id, missing: said }, known).missing,
      );
      // A region that is only spoken of in another's report has none of its own to be silent.
      const hasReport = dataset.reports.some((report) => report.region_id === region_id);
      const said = hasReport ? [inRules, ...charted] : [inRules];
      return said.every((one) => one === missing)
        ? []
        : [`${keyOf(row)}: ${String(missing)}, ${said.join(", ")}`];
    });
    expect(wrong).toEqual([]);
    expect(new Set(absences.map((row) => row["missing"]))).toEqual(
      new Set(["not_selected", "planned", "not_comparable", "not_reported", "not_read"]),
    );
  });

  it("says that a quotient is not selected exactly where one is derived", async () => {
    const rows = await query("SELECT DISTINCT region_id, metric_id FROM derived");
    const derived = new Set(rows.map(keyOf));
    const ids = new Set(derivedDefinitions.map(({ metric_id }) => metric_id));
    const own = absences.filter(
      (row) => ids.has(String(row["metric_id"])) && !stated.has(String(row["metric_id"])),
    );
    expect(own.length).toBeGreaterThan(500);
    const told = own.filter((row) => row["missing"] === "not_selected").map(keyOf);
    expect(told.toSorted()).toEqual(
      own
        .map(keyOf)
        .filter((key) => derived.has(key))
        .toSorted(),
    );
  });

  it("is that of `headline`, which calls nothing absent that a region states", async () => {
    const rows = await query("SELECT * FROM headline WHERE missing IS NOT NULL");
    const reasons = new Map(absences.map((row) => [keyOf(row), row["missing"]]));
    expect(rows.filter((row) => reasons.get(keyOf(row)) !== row["missing"])).toEqual([]);
    expect(rows.filter((row) => row["missing"] === "not_selected")).toEqual([]);
    expect(rows.length).toBeGreaterThan(100);
  });
});

describe("the reason of an absence", () => {
  const [report] = small().reports as [Report];
  const of = (facts: readonly Fact[], changes: Partial<Report> = {}) => ({
    facts: new Map(facts.map((one) => [one.fact_id, one])),
    reports: new Map([[report.report_id, { ...report, ...changes }]]),
  });
  const place = { region_id: report.region_id, metric_id: "inspected_entities" };
  const own = { region_id: report.region_id };

  it("follows what was read, what is stated and what is only meant", () => {
    expect(absenceOf(place, of([fact(own)]))).toBe("not_selected");
    expect(absenceOf(place, of([fact({ ...own, status: "planned" })]))).toBe("planned");
    expect(absenceOf(place, of([fact({ ...own, status: "proposed" })]))).toBe("planned");
    expect(absenceOf(place, of([fact({ ...own, same_as: "x" })]))).toBe("not_reported");
    expect(absenceOf(place, of([]))).toBe("not_reported");
    expect(absenceOf(place, of([], { coverage: "opening" }))).toBe("not_read");
    expect(absenceOf({ ...place, region_id: "elsewhere" }, of([]))).toBeNull();
  });

  it("is of the days that are meant", () => {
    const at = (year: string) => ({
      ...place,
      period_start: `${year}-01-01`,
      period_end: `${year}-12-31`,
    });
    const period = { period: "2022-01-01/2022-12-31" };
    expect(absenceOf(at("2022"), of([fact(own)], period))).toBe("not_selected");
    expect(absenceOf(at("2021"), of([fact(own)], period))).toBe("not_read");
    expect(absenceOf(at("2022"), of([], period))).toBe("not_reported");
  });
});
