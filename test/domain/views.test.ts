import { afterAll, describe, expect, it } from "vitest";
import {
  catalogueOf,
  compare,
  derive,
  factsOf,
  profileOf,
  ruleIds,
  tablesOf,
  viewDefinitions,
  viewTables,
} from "../../src/domain/index.ts";
import type { Columns, Figure } from "../../src/domain/index.ts";
import { context, core, dataset, derived } from "./curated.ts";
import { openViews } from "../../scripts/views.ts";

const { query, connection } = await openViews({
  ...dataset,
  factFiles: [{ file: "facts/core.json", facts: core }],
  identities: dataset.identities.filter(({ operands }) =>
    operands.every((id) => core.some((fact) => fact.fact_id === id)),
  ),
});

const byKey = (rows: readonly Readonly<Record<string, unknown>>[]) =>
  new Map(rows.map((row) => [`${String(row["definition"])} ${String(row["fact_id"])}`, row]));

afterAll(() => connection.close());

describe("the table derived", () => {
  it("has the rows of derive, column by column", async () => {
    const rows = byKey(await query("SELECT * FROM derived"));
    const expected = byKey(
      derived.map(({ parents, range, ...one }) => ({
        ...one,
        fact_ids: parents,
        value_low: range?.low.value ?? null,
        value_high: range?.high.value ?? null,
      })),
    );
    expect([...rows.keys()].sort()).toEqual([...expected.keys()].sort());
    for (const [key, row] of expected) expect(rows.get(key)).toEqual(row);
  });
});

describe("the table figures", () => {
  it("has what the rules look at in every figure, column by column", async () => {
    const rows = await query(
      "SELECT * EXCLUDE (definition, operation, fact_ids, caveats, value_low, value_high) FROM figures",
    );
    const found = new Map(rows.map((row) => [row["fact_id"], row]));
    expect(rows).toHaveLength(core.length + derived.length);
    for (const figure of [...core, ...derived])
      expect(profileOf(figure, context)).toMatchObject(found.get(figure.fact_id) ?? { none: true });
  });

  it("has the ends of a range, and none for what is certain", async () => {
    const rows = await query(
      `SELECT region_id, round(value_low, 2) AS low, round(value_high, 2) AS high FROM figures
       WHERE value_low IS NOT NULL OR value_high IS NOT NULL`,
    );
    expect(rows).toEqual([{ region_id: "wansheng", low: 3.37, high: 9.74 }]);
  });

  it("has what is not in the table as nothing, never as a text", async () => {
    const columns = "subset, count_basis, baseline, definition, operation";
    const [row] = await query(
      `SELECT ${columns}, fact_ids, caveats FROM figures WHERE fact_id = 'zz-22'`,
    );
    expect(row).toMatchObject({ baseline: null, definition: null, operation: null });
    expect(row).toMatchObject({ fact_ids: ["zz-22"], caveats: [] });
  });
});

describe("the view comparisons", () => {
  const spoken = new Set<string>();

  it("gives the verdict and the rules of compare, for every pair of stated and derived figures", async () => {
    const figures: readonly Figure[] = [...core, ...derived];
    const rows = await query("SELECT one || ' ' || other AS pair, verdict, rules FROM comparisons");
    const found = new Map(rows.map((row) => [row["pair"], row]));
    const unique = new Map(figures.map((figure) => [figure.fact_id, figure]));
    expect(found.size).toBe(unique.size * (unique.size - 1));
    rows.forEach(({ rules }) => (rules as string[]).forEach((rule) => spoken.add(rule)));
    const wrong = [...unique.values()].flatMap((a) =>
      [...unique.values()].flatMap((b) => {
        if (a.fact_id === b.fact_id) return [];
        const { verdict, reasons } = compare(a, b, context);
        const row = found.get(`${a.fact_id} ${b.fact_id}`);
        const expected = [verdict, ...reasons.map((reason) => reason.rule)].join(" ");
        const got = [row?.["verdict"], ...(row?.["rules"] as string[])].join(" ");
        return got === expected ? [] : [`${a.fact_id} ${b.fact_id}: ${got}, not ${expected}`];
      }),
    );
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it("gives the same for figures that no report states, whose columns are dealt anew", async () => {
    const all = factsOf(dataset);
    const dealt = all.slice(0, 90).map((fact, index) => {
      // Columns walk through both corpora at steps of their own, so that all kinds meet.
      const other = (step: number) => all[(index * step + step) % all.length] ?? fact;
      const { region_id, scope, subset, breakdown_of, same_as } = other(7);
      const { metric_id, unit, count_basis, baseline } = other(11);
      const { authority, channel, accident, confiscations, counted_as } = other(5);
      const { source_kind } = other(3);
      const { period_start, period_end, period_basis } = other(13);
      const { qualifier, status, unit_inferred, report_id } = other(17);
      return {
        ...fact,
        ...{ region_id, scope, subset, breakdown_of, same_as },
        ...{ metric_id, unit, count_basis, baseline },
        ...{ authority, channel, accident, confiscations, counted_as, source_kind },
        ...{ period_start, period_end, period_basis },
        ...{ qualifier, status, unit_inferred, report_id },
      };
    });
    const own = { ...dataset, identities: [], factFiles: [{ file: "", facts: dealt }] };
    const views = await openViews(own);
    const rows = await views.query("SELECT one, other, verdict, rules FROM comparisons");
    const known = catalogueOf(tablesOf(own));
    const figures = new Map<unknown, Figure>(
      [...dealt, ...derive(dealt)].map((figure) => [figure.fact_id, figure]),
    );
    const wrong = rows.filter(({ one, other, verdict, rules }) => {
      const [a, b] = [figures.get(one), figures.get(other)];
      if (!a || !b) return true;
      const found = compare(a, b, known);
      const spoken = found.reasons.map(({ rule }) => rule).join();
      return found.verdict !== verdict || spoken !== String(rules);
    });
    expect(rows.length).toBeGreaterThan(8000);
    expect(wrong.slice(0, 3)).toEqual([]);
    rows.forEach(({ rules }) => (rules as string[]).forEach((rule) => spoken.add(rule)));
    await views.connection.close();
  });

  it("has heard every rule in these two", () => {
    expect(ruleIds.filter((rule) => !spoken.has(rule))).toEqual([]);
  });

  it("is asked for one pair by the macro comparability", async () => {
    expect(await query("SELECT * FROM comparability('sw-47', 'sw-51')")).toEqual([
      { verdict: "comparable", rules: ["part_of_whole"] },
    ]);
    expect(await query("SELECT verdict FROM comparability('zz-22', 'sw-41')")).toEqual([
      { verdict: "not_comparable" },
    ]);
  });
});

describe("the table headline", () => {
  const absent = () =>
    query("SELECT report_id, metric_id, missing FROM headline WHERE value IS NULL");

  it("has the headline figures of the five reports once each, and the derived ones", async () => {
    const stated = await query("SELECT fact_id FROM headline WHERE status <> 'derived'");
    // The 19 of the annotation, and Suzhou’s fines before accidents, which are fines too.
    expect(stated).toHaveLength(20);
    expect(
      await query("SELECT * FROM headline WHERE metric_id = 'mean_fine_per_case'"),
    ).toHaveLength(5);
  });

  it("says of Zhuzhou that none of the three was reported, never zero", async () => {
    const rows = (await absent()).filter((row) => row["report_id"] === "zhuzhou-2024");
    expect(rows.map((row) => row["metric_id"]).sort()).toEqual([
      "approval_time_compression_rate",
      "inspected_entities",
      "inspection_visits",
      "penalty_amount",
    ]);
    expect(new Set(rows.map((row) => row["missing"]))).toEqual(new Set(["not_reported"]));
  });

  it("says the same of Wansheng’s inspections and of Shanwei’s and Suzhou’s compression", async () => {
    const pairs = (await absent()).map(
      (row) => `${String(row["report_id"])} ${String(row["metric_id"])}`,
    );
    expect(pairs).toEqual(
      expect.arrayContaining([
        "wansheng-2022 inspected_entities",
        "wansheng-2022 inspection_visits",
        "shanwei-2022 approval_time_compression_rate",
        "suzhou-2019q3 approval_time_compression_rate",
      ]),
    );
  });
});

describe("the columns of a view", () => {
  it.each(Object.entries<Columns>(viewTables))(
    "%s are those named for readers",
    async (name, columns) => {
      const rows = await query(
        `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${name})`,
      );
      const found = rows.map(
        (row) => `${String(row["column_name"])} ${String(row["column_type"])}`,
      );
      const said = Object.entries(columns).map(([column, { type }]) => `${column} ${type}`);
      expect(found).toEqual(said);
    },
  );
});

it("every statement says what it makes and may be run again", () => {
  for (const { name, kind, sql } of viewDefinitions(catalogueOf(tablesOf(dataset))))
    expect(sql).toMatch(
      new RegExp(`^CREATE OR REPLACE ${kind.replace(" table", "").toUpperCase()} ${name}\\b`),
    );
});
