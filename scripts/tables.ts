/**
 * `tsx scripts/tables.ts`: prints the tables of docs/coverage.md: what each corpus holds, which verdicts
 * its pairs of figures get, and what became of the identities. A test keeps the document equal.
 */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import {
  byId,
  checksOf,
  comparabilities,
  compare,
  factsOf,
  verdicts,
} from "../src/domain/index.ts";
import type { Comparability, Coverage, Dataset, Fact } from "../src/domain/index.ts";
import { aligned, coverageTable } from "./coverage.ts";
import { readData } from "./read.ts";

/** A pair whose verdict somebody gave by reading, and a test holds. */
export interface JudgedPair {
  readonly verdict: Comparability;
}

/** Pairs of figures by the corpora that they come from, and the verdicts they get. */
export function verdictTable(dataset: Dataset, judged: readonly JudgedPair[]): string[] {
  const facts = factsOf(dataset);
  const coverageOf = new Map(dataset.reports.map((row) => [row.report_id, row.coverage]));
  const of = (coverage: Coverage) =>
    facts.filter(({ report_id }) => coverageOf.get(report_id) === coverage);
  const [core, companion] = [of("full"), of("opening")];
  return aligned([
    ["pairs", ...comparabilities, "all"],
    counted("judged by a reader, each a test", judged),
    counted("core with core", verdictsOf(dataset, within(core))),
    counted("core with companion", verdictsOf(dataset, between(core, companion))),
    counted("companion with companion", verdictsOf(dataset, within(companion))),
  ]);
}

type Pair = readonly [Fact, Fact];

function within(facts: readonly Fact[]): Pair[] {
  return facts.flatMap((a, index) => facts.slice(index + 1).map((b): Pair => [a, b]));
}

function between(some: readonly Fact[], others: readonly Fact[]): Pair[] {
  return some.flatMap((a) => others.map((b): Pair => [a, b]));
}

function verdictsOf(dataset: Dataset, pairs: readonly Pair[]): JudgedPair[] {
  const context = {
    metrics: byId(dataset.metrics, "metric_id"),
    regions: byId(dataset.regions, "region_id"),
    reports: byId(dataset.reports, "report_id"),
    facts: byId(factsOf(dataset), "fact_id"),
    checks: checksOf(dataset),
  };
  return pairs.map(([a, b]) => ({ verdict: compare(a, b, context).verdict }));
}

function counted(name: string, rows: readonly JudgedPair[]): string[] {
  const count = (verdict: Comparability) => rows.filter((row) => row.verdict === verdict).length;
  return [name, ...comparabilities.map((one) => String(count(one))), String(rows.length)];
}

/** Identities by verdict and corpus. */
export function identityTable(dataset: Dataset): string[] {
  const coverageOf = new Map(dataset.reports.map((row) => [row.report_id, row.coverage]));
  const checks = checksOf(dataset);
  const row = (name: string, rows: typeof checks) => [
    name,
    ...verdicts.map((verdict) => String(rows.filter((one) => one.verdict === verdict).length)),
    String(rows.length),
  ];
  const of = (coverage: Coverage) =>
    checks.filter(({ report_id }) => coverageOf.get(report_id) === coverage);
  return aligned([
    ["identities", ...verdicts, "all"],
    row("core", of("full")),
    row("companion", of("opening")),
    row("both", checks),
  ]);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { dataset } = await readData(fileURLToPath(new URL("../data", import.meta.url)));
  const { companionPairs, namedPairs } = await import("./named-pairs.ts");
  const tables = [
    coverageTable(dataset),
    verdictTable(dataset, [...namedPairs, ...companionPairs]),
    identityTable(dataset),
  ];
  console.log(tables.map((table) => table.join("\n")).join("\n\n"));
}
