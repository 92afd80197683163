import { JSDOM } from "jsdom";
import { type Observation, observe, type Row } from "../../src/figures/index.ts";
import type { ChartContext } from "../../src/charts/index.ts";
import { builder } from "../../src/dom/index.ts";
import {
  byId,
  type Check,
  type Fact,
  type Language,
  type Metric,
  type Region,
} from "../../src/domain/index.ts";
import { dataset, fact } from "../domain/fixture.ts";

const [sampleRegion] = dataset().regions;
const [sampleReport] = dataset().reports;
const [sampleMetric] = dataset().metrics;
if (!sampleRegion || !sampleReport || !sampleMetric) throw new Error("missing fixture");

/** Text that would run if it ever became markup. */
export const hostile = `<img src=x onerror=alert(1)>"'&</text><script>1</script>`;

function region(region_id: string, zh: string, en: string): Region {
  const names = { zh, en, zh_short: zh, en_short: en };
  return { ...(sampleRegion as Region), region_id, province: "sheng", ...names };
}

function metric(metric_id: string, zh: string, en: string, unit: string): Metric {
  return { ...(sampleMetric as Metric), metric_id, zh, en, unit };
}

export const regions = [
  region("jia", "甲市", "Jia"),
  region("yi", "乙市", "Yi"),
  region("bing", "丙市", "Bing"),
  region("evil", hostile, hostile),
  { ...region("sheng", "省", "Sheng"), level: "province" as const, tile_row: 1, tile_column: 2 },
];

export const metrics = [
  { ...metric("fines", "罚款", "Fines", "万元"), theme: "penalties" },
  metric("firms", "企业", "Firms", "家"),
  metric("rate", "压缩率", "Compression", "%"),
];

export interface WorldOptions {
  readonly facts?: readonly Fact[];
  readonly checks?: readonly Check[];
  /** Knows the facts that are given and no others. Default false. */
  readonly isClosed?: boolean;
}

/** A chart's context in a document of its own; every region's report has the id of the region. */
export function world(
  language: Language,
  { facts = [], checks = [], isClosed = false }: WorldOptions = {},
): ChartContext {
  const reports = regions.map(({ region_id, zh, en }) => ({
    ...(sampleReport as typeof sampleReport & object),
    report_id: region_id,
    region_id,
    title: `${zh}报告`,
    title_en: `Report of ${en}`,
    agency: `${zh}局`,
    agency_en: `Bureau of ${en}`,
  }));
  const [first] = reports;
  // A page of the first region of which only the opening was read.
  if (first) reports.push({ ...first, report_id: "opening", coverage: "opening" });
  return {
    build: builder(new JSDOM("<!doctype html>", { url: "https://example.org/" }).window.document),
    language,
    catalogue: {
      facts: isClosed ? byId(facts, "fact_id") : new Stated(byId(facts, "fact_id")),
      reports: new Map(reports.map((report) => [report.report_id, report])),
      metrics: byId(metrics, "metric_id"),
      regions: byId(regions, "region_id"),
      checks,
    },
  };
}

/** What the rows of these tests state, as they were made last. */
const known = new Map<string, Fact>();

/** A figure as a test names it; what it leaves to the fixture is as the rows have it. */
function merged(named: Fact | undefined, id: string): Fact | undefined {
  const shown = known.get(id);
  if (!named || !shown) return named ?? shown;
  const plain: Readonly<Record<string, unknown>> = { ...fact() };
  const own = Object.entries(named).filter(([key, value]) => value !== plain[key]);
  return { ...shown, ...Object.fromEntries(own), fact_id: id };
}

/** The figures of a world; those that no test names are stated as its rows have them. */
class Stated extends Map<string, Fact> {
  override get(id: string): Fact | undefined {
    return merged(super.get(id), id);
  }
  override has(id: string): boolean {
    return this.get(id) !== undefined;
  }
}

/** States rows of a value anew: other tests of the same process have figures of the same names. */
export function stated(rows: readonly Row[]): void {
  for (const row of rows) if ("value" in row) state(row);
}

/** A row as a query gives it: fines of 甲市 in all of 2022, stated by one fact. */
export function row(changes: Row = {}): Row {
  const made = rowOf(changes);
  state(made);
  return made;
}

/** Two values and units of which an operation makes a value and its unit. */
function operandsOf(operation: unknown, value: number, unit: string): [number, string][] {
  const [above = unit, below = unit] = unit.split("/");
  if (operation === "sum" || operation === "difference")
    return [
      [value, unit],
      [0, unit],
    ];
  if (operation === "ratio_percent")
    return [
      [value, "件"],
      [100, "件"],
    ];
  if (operation === "quotient")
    return [
      [value, above],
      [1, below],
    ];
  return [];
}

/** A fact whose text is its number, to the last digit. */
function written(changes: object): Fact {
  const made = fact(changes);
  return { ...made, value_text: `${made.value}${made.unit}` };
}

/** Makes a row true: its one fact states it, or two facts give it by its operation. */
function state(row: Row): void {
  const { fact_id, fact_ids, value, unit, operation } = row;
  if (typeof value !== "number" || !Number.isFinite(value)) return;
  const say = (id: unknown, changes: object) =>
    known.set(String(id), written({ evidence: null, ...row, ...changes, fact_id: String(id) }));
  const ids: readonly unknown[] = Array.isArray(fact_ids) ? fact_ids : [fact_id];
  const [first, second] = ids;
  if (typeof first !== "string") return;
  if (ids.length === 1) say(first, {});
  if (ids.length !== 2) return;
  const [one, other] = operandsOf(operation, value, String(unit));
  if (one) say(first, { value: one[0], unit: one[1] });
  if (other) say(second, { value: other[0], unit: other[1] });
}

function rowOf(changes: Row): Row {
  const region = String(changes["region_id"] ?? "jia");
  const { value, period_start, period_end, period_basis, scope } = fact({ value: 120 });
  const isMean = changes["operation"] === "quotient";
  return {
    fact_id: `${region}-01`,
    report_id: region,
    metric_id: "fines",
    region_id: region,
    value,
    unit: isMean ? "万元/件" : "万元",
    period_start,
    period_end,
    period_basis,
    scope,
    ...changes,
  };
}

/** A row that says why it has no figure, as `absent` of the notebook does. */
export function gap(changes: Row = {}): Row {
  const region = String(changes["region_id"] ?? "bing");
  return {
    report_id: region,
    metric_id: "fines",
    region_id: region,
    missing: "not_reported",
    ...changes,
  };
}

export function observed(changes: Row = {}): Observation {
  return observe(row(changes), world("zh").catalogue);
}

/** A check that the stated figure does not pass. */
export function mismatch(stated_fact: string): Check {
  return {
    check_id: "wrong",
    report_id: "jia",
    identity: "a ÷ b × 100",
    operation: "ratio_percent",
    operands: "a b",
    stated_fact,
    stated: 98.14,
    recomputed: 98.42,
    difference: -0.28,
    verdict: "mismatch",
    vacuous: null,
    allowed_low: 98.135,
    allowed_high: 98.145,
    note: null,
    note_zh: null,
  };
}

/** The names that a screen reader would say, in order. */
export function names(root: Element, selector = ".mark"): string[] {
  return [...root.querySelectorAll(selector)].map((mark) => mark.getAttribute("aria-label") ?? "");
}

export function texts(root: Element, selector: string): string[] {
  return [...root.querySelectorAll(selector)].map((element) => element.textContent ?? "");
}
