import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { loadGrammar } from "../../src/charts/index.ts";
import { altText, denialText, observe, type Row } from "../../src/figures/index.ts";
import { severalView } from "../../src/evidence/several.ts";
import { picture } from "../../src/publish/picture/index.ts";
import { figureOf } from "./draw.ts";
import type { FileProblem } from "../../src/data-files/index.ts";
import { problemList } from "../../src/data-files/panels/look.ts";
import { inspect, shortText } from "../../src/sandbox/worker/inspect.ts";
import { gap, row, stated, world } from "./world.ts";

const grammar = await loadGrammar();
const zh = world("zh");

describe("what is told in part says how much there is", () => {
  it("of the figures behind a number that is not theirs", () => {
    const ids = ["a", "b", "c", "d", "e", "f"];
    stated(ids.map((fact_id, i) => row({ fact_id, value: i + 1 })));
    const wrong = observe(
      { value: 999, unit: "万元", fact_ids: ids, operation: "sum" },
      zh.catalogue,
    );
    expect(denialText(wrong, zh)).toBe("不是出处的数字：1万元、2万元、3万元等6个");
  });

  it("of rows without a value in an alternative text", () => {
    const rows: Row[] = Array.from({ length: 30 }, (_, i) => ({ name: `第${i}行`, n: null }));
    const spec = { type: "plot", marks: [{ mark: "tickX", x: "n" }] };
    const { model } = figureOf(spec, [{ name: "有", n: 1 }, ...rows], zh, { grammar });
    expect(altText(model)).toContain("第11行等30个");
  });

  it("of names in an address that no figure has", () => {
    const unknown = Array.from({ length: 60 }, (_, i) => `x-${i}`);
    const { document } = new JSDOM("").window;
    const known = { lineage: { operation: null, facts: ["y"] }, facts: [] } as const;
    const shown = severalView(
      { build: zh.build, language: "zh", archive: zh.catalogue } as never,
      { known: [known], unknown } as never,
      "",
    );
    document.body.append(...([shown].flat(9).filter(Boolean) as Element[]));
    expect(document.body.textContent).toContain("x-49等60个");
  });
});

describe("what else is told in part says so too", () => {
  it("a list of what is wrong with a file: the first twenty, and how many more", () => {
    const problems = Array.from({ length: 53 }, (_, i): FileProblem => ({
      ...{ code: "row_long", count: 1, column: `c${i}`, first: `x${i}` },
    }));
    const [, list] = problemList(zh.build, "zh", problems);
    expect(list?.querySelectorAll("[data-problem]")).toHaveLength(20);
    expect(list?.lastElementChild?.textContent).toBe("另有33条");
  });

  it("a value that code shows: the columns of rows, the keys of an object", () => {
    const wide = Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`k${i}`, i]));
    const table = inspect(zh.build, [wide]);
    expect(table.querySelector("caption")?.textContent).toBe("1 × 150");
    expect(table.querySelector("th:last-child")?.textContent).toBe("…");
    expect(shortText(wide)).toBe("{k0, k1, k2, k3, k4, k5, k6, k7, …}");
    expect(shortText({ a: 1, b: 2 })).toBe("{a, b}");
  });
});

describe("the picture of a dense matrix", () => {
  it("has the whole name of each column, however long", () => {
    const name =
      "由本级和下级机关及受委托组织依法实施的各类行政检查和专项执法行动中发现的安全隐患总数".repeat(
        2,
      );
    const [metric] = zh.catalogue.metrics.values();
    if (!metric) throw new Error("missing metric");
    const metrics = new Map([["long", { ...metric, metric_id: "long", zh: name }]]);
    const context = { ...zh, catalogue: { ...zh.catalogue, metrics } };
    const spec = { type: "matrix", rows: "region_id", columns: "metric_id", cells: "symbols" };
    const rows = [row({ metric_id: "long" }), gap({ metric_id: "long" })];
    const { svg } = picture(figureOf(spec, rows, context), context);
    const drawn = new JSDOM(svg, { contentType: "image/svg+xml" }).window.document;
    const [head] = drawn.querySelectorAll("g[transform*=rotate]");
    expect(head?.textContent).toBe(name);
    expect(head?.querySelectorAll("text").length).toBeLessThanOrEqual(2);
  });
});
