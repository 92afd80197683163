import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { readData } from "../../scripts/read.ts";
import type { ChartContext } from "../../src/charts/index.ts";
import type { Row } from "../../src/figures/index.ts";
import { builder } from "../../src/dom/index.ts";
import { byId, checksOf, factsOf, type Fact } from "../../src/domain/index.ts";
import { draw } from "./draw.ts";

const { dataset: data } = await readData(fileURLToPath(new URL("../../data", import.meta.url)));
const all = factsOf(data);
const context: ChartContext = {
  build: builder(new JSDOM("<!doctype html>", { url: "https://example.org/" }).window.document),
  language: "zh",
  catalogue: {
    facts: byId(all, "fact_id"),
    reports: byId(data.reports, "report_id"),
    metrics: byId(data.metrics, "metric_id"),
    regions: byId(data.regions, "region_id"),
    checks: checksOf(data),
  },
};

const types = ["dots", "bars", "ranking", "dumbbell", "slope", "trend", "matrix", "tiles"] as const;
const metrics = ["penalty_amount", "approval_time_compression_rate", "inspected_entities"] as const;
const chosen = new Map(
  metrics.map((metric) => [
    metric,
    all.filter(({ metric_id }) => metric_id === metric).slice(0, 12),
  ]),
);

/** What a query must keep for its numbers to lead to their clauses. */
const kept = ["fact_id", "value"];
const columns = Object.keys(all[0] ?? {}).filter((name) => !kept.includes(name));

/** A row with some columns of the fact, in some order, some of them twice. */
function lean(fact: Fact, order: readonly string[], doubled: readonly string[]): Row {
  const own: Readonly<Record<string, unknown>> = { ...fact };
  const entries = order.map((name) => [name, own[name]] as const);
  return Object.fromEntries([
    ...entries,
    ...doubled.map((name) => [`${name}_2`, own[name]] as const),
  ]);
}

/** What of a figure is about its rows: drawing, panels, flags, caveats; not its table of all columns. */
function shown(type: string, rows: readonly Row[]): string {
  const figure = draw({ type }, rows, context);
  for (const table of figure.querySelectorAll("details table")) table.remove();
  return figure.outerHTML;
}

describe.each(types)("%s", (type) => {
  it.each(metrics)(
    "says and draws the same of %s, whatever columns the query leaves out",
    (metric) => {
      const facts = chosen.get(metric) ?? [];
      const whole = shown(
        type,
        facts.map((fact) => ({ ...fact })),
      );
      const some = fc.shuffledSubarray(columns);
      fc.assert(
        fc.property(some, fc.subarray([...kept, ...columns]), (order, doubled) => {
          const rows = facts.map((fact) => lean(fact, [...order, ...kept], doubled));
          expect(shown(type, rows)).toBe(whole);
        }),
        { numRuns: 6 },
      );
    },
  );
});
