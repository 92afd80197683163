import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { derivedText, resolve } from "../../src/evidence/index.ts";
import {
  accessibleName,
  type FigureContext,
  observe,
  type Row,
  shortValue,
  tableRow,
} from "../../src/figures/index.ts";
import { contentOf } from "../../src/publish/package/index.ts";
import { drawnChart } from "../../src/runtime/drawn.ts";
import { bothCorpora, everything } from "../domain/curated.ts";

const catalogue = { ...bothCorpora, facts: everything, checks: [] } as FigureContext["catalogue"];
const zh: FigureContext = { language: "zh", catalogue };
const en: FigureContext = { language: "en", catalogue };

/** A mean fine as a query computes it, with all digits of a double. */
function mean(amount: string, cases: string): Row {
  const [a, c] = [everything.get(amount), everything.get(cases)];
  if (!a || !c) throw new Error(`missing fact: ${amount} or ${cases}`);
  return {
    ...{ region_id: a.region_id, report_id: a.report_id, metric_id: "mean_fine_per_case" },
    ...{ period_start: a.period_start, period_end: a.period_end, period_basis: a.period_basis },
    ...{ scope: a.scope, subset: a.subset, fact_ids: [amount, cases], operation: "quotient" },
    ...{ value: a.value / c.value, unit: "万元/件" },
  };
}

describe("a derived number", () => {
  it.each([
    // 1.3亿 ÷ 3400
    ["c-0035", "c-0033", "3.8万元/件", "CNY 38,000 per case"],
    // 8.51万元 ÷ 12
    ["ws-20", "ws-19", "7092元/件", "CNY 7,092 per case"],
    ["zz-33", "zz-32", "1.30万元/件", "CNY 13,000 per case"],
    ["sz-13", "sz-06", "3.67万元/件", "CNY 36,700 per case"],
  ])(
    "%s ÷ %s has the digits of its weakest operand in a label",
    (amount, cases, short, english) => {
      const one = observe(mean(amount, cases), catalogue);
      expect(shortValue(one, zh).replace("约", "")).toBe(short);
      expect(shortValue(one, en).replace("about ", "")).toBe(english);
    },
  );

  it("has no more in the table and in its name; all of them in the evidence and in the data", () => {
    const row = mean("c-0035", "c-0033");
    const one = observe(row, catalogue);
    expect(tableRow(one, zh).value).toMatch(/^约?3\.8万元\/件$/);
    expect(accessibleName(one, zh)).not.toContain("3.82");
    const archive = catalogue as never;
    const evidence = resolve(archive, "quotient(c-0035,c-0033)");
    if (!evidence) throw new Error("missing evidence");
    expect(derivedText(evidence, { archive, language: "zh" })?.formula).toContain(
      "≈ 3.8235万元/件",
    );
    const { document } = new JSDOM("").window;
    const chart = drawnChart({
      ...{ id: "mean", spec: { type: "dots" }, rows: [row], results: new Map(), together: false },
      ...{ grammar: undefined, text: () => [] },
    });
    const { csv } = contentOf({ chart, archive, document, style: "" });
    expect(csv).toContain(String(row["value"]));
  });

  it("of exact counts has the digits of any number", () => {
    const [a, b] = ["sz-05", "sz-06"];
    const row = { ...mean("sz-13", "sz-06"), fact_ids: [a, b], unit: "件/件" };
    const value = (everything.get(a)?.value ?? NaN) / (everything.get(b)?.value ?? NaN);
    expect(tableRow(observe({ ...row, value }, catalogue), zh).value).toContain(
      value.toPrecision(5),
    );
  });
});
