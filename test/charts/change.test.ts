import { describe, expect, it } from "vitest";
import type { Row } from "../../src/figures/index.ts";
import { draw } from "./draw.ts";
import { row, texts, world } from "./world.ts";

const zh = world("zh");
const types = ["dumbbell", "slope", "trend"] as const;

const rate = { unit: "%", metric_id: "rate" };
const year = (n: number) => ({
  period_start: `${n}-01-01`,
  period_end: `${n}-12-31`,
  period_basis: "full_year",
});
const pair = (before: Row, after: Row) => [
  row({ ...year(2022), ...after, fact_id: after["fact_id"] ?? "new" }),
  row({ ...year(2021), ...before, fact_id: before["fact_id"] ?? "old" }),
];

/** Pairs between which no exact change can be given, and what is said instead. */
const refused: readonly (readonly [string, readonly Row[], RegExp])[] = [
  [
    "at least 30 % and 50 %",
    pair({ ...rate, value: 30, qualifier: "at_least" }, { ...rate, value: 50 }),
    /确数|不少于|下限/,
  ],
  [
    "a whole year and nine months",
    pair({ value: 100 }, { value: 90, period_end: "2022-09-30", period_basis: "ytd" }),
    /期间|个月|月/,
  ],
];

describe.each(types)("a change in %s", (type) => {
  it("is later minus earlier, with its sign and both parents", () => {
    const figure = draw({ type }, pair({ ...rate, value: 80.2 }, { ...rate, value: 62.7 }), zh);
    expect(texts(figure, ".chart .delta")).toEqual(["−17.5个百分点"]);
    const delta = figure.querySelector(".chart .delta");
    expect(delta?.getAttribute("data-evidence")).toBe("difference(new,old)");
    expect(figure.querySelector(".breaks")).toBeNull();
  });

  it.each(refused)("is not given between %s, and the reason is", (_name, rows, reason) => {
    const figure = draw({ type }, rows, zh);
    expect(texts(figure, ".chart .delta")).toEqual([]);
    expect(figure.querySelectorAll(".chart .joint, .chart .change")).toHaveLength(0);
    expect(texts(figure, ".breaks li").join()).toMatch(reason);
    // Both figures stand all the same.
    expect(
      figure.querySelectorAll('.chart [data-fact="old"], .chart [data-fact="new"]').length,
    ).toBeGreaterThanOrEqual(2);
  });

  it("is not given between two quotients, whose difference no operation names", () => {
    const quotient = (value: number, facts: readonly string[]) => ({
      value,
      unit: "万元/件",
      fact_id: null,
      fact_ids: facts,
      operation: "quotient",
    });
    const rows = [
      row({ ...year(2022), ...quotient(5, ["a", "b"]) }),
      row({ ...year(2021), ...quotient(3, ["c", "d"]) }),
    ];
    const figure = draw({ type }, rows, zh);
    expect(texts(figure, ".chart .delta")).toEqual([]);
    const ids = [...figure.querySelectorAll("[data-evidence]")].map((mark) =>
      mark.getAttribute("data-evidence"),
    );
    expect(ids.filter((id) => id?.startsWith("difference("))).toEqual([]);
  });
});
