import { describe, expect, it } from "vitest";
import type { Row } from "../../src/figures/index.ts";
import { fact } from "../domain/fixture.ts";
import { draw, figureOf, markOf, placeOf } from "./draw.ts";
import { picture } from "../../src/publish/picture/index.ts";
import { gap, mismatch, row, texts, world } from "./world.ts";

const zh = world("zh");
const en = world("en");

const bureau = (region_id: string, value: number, changes: Row = {}) =>
  row({ region_id, value, fact_id: `${region_id}-b`, ...changes });
const whole = (region_id: string, value: number, changes: Row = {}) =>
  row({ region_id, value, fact_id: `${region_id}-w`, scope: "jurisdiction_total", ...changes });

/** Two bureaus, two jurisdictions, and one part that stands beside none of them. */
const mixed = [
  bureau("jia", 10),
  whole("yi", 7000),
  bureau("bing", 20),
  whole("bing", 9000),
  row({ region_id: "yi", fact_id: "yi-p", value: 3, subset: "sector:矿山" }),
];

function panels(figure: Element): string[][] {
  return [...figure.querySelectorAll(".chart svg.fadu-plot")]
    .map((svg) =>
      [...svg.querySelectorAll("[data-fact]")].map((mark) => mark.getAttribute("data-fact") ?? ""),
    )
    .filter((facts) => facts.length > 0);
}

describe("figures that the rules keep apart", () => {
  it("stand in panels, those that may share an axis together", () => {
    // 丙's bureau is a part of its jurisdiction: that pair may stand together, 甲 and 丙 may not.
    const figure = draw({ type: "dots" }, mixed, zh);
    expect(panels(figure)).toEqual([
      ["bing-w", "yi-w"],
      ["bing-b", "jia-b"],
    ]);
    expect(texts(figure, ".chart .header.panel")).toEqual(["全辖区合计", "一个局自己的执法"]);
  });

  it("have each their own axis", () => {
    const figure = draw({ type: "dots" }, mixed, zh);
    expect(placeOf(markOf(figure, "bing-b")).x).toBeGreaterThan(500);
    expect(placeOf(markOf(figure, "bing-w")).x).toBeGreaterThan(500);
  });

  it("are listed on their own where they can stand beside no other, in full and with the reason", () => {
    for (const [context, reason] of [
      [zh, "统计的部分不同：“矿山”与整体"],
      [en, "different parts: "],
    ] as const) {
      const figure = draw({ type: "dots" }, mixed, context);
      const lone = figure.querySelector(".chart .alone .mark");
      expect(lone?.getAttribute("data-fact")).toBe("yi-p");
      expect(lone?.getAttribute("href")).toBe("#fact-yi-p");
      expect(texts(figure, ".chart .alone .reason")[0]).toContain(reason);
      expect(lone?.getAttribute("aria-label")).toContain(texts(figure, ".alone .reason")[0]);
      expect(lone?.querySelector(".glyph.ring")).not.toBeNull();
      expect(lone?.closest("svg.fadu-plot")).toBeNull();
    }
  });

  it("are never dropped: every figure has one mark in the drawing", () => {
    const many = Array.from({ length: 24 }, (_, i) =>
      row({ fact_id: `f${i}`, subset: `sector:第${i}业`, report_id: `r${i}`, value: i }),
    );
    for (const rows of [mixed, many, [...mixed, ...many]]) {
      const figure = draw({ type: "dots" }, rows, zh);
      const drawn = [...figure.querySelectorAll(".chart [data-fact]")].map((mark) =>
        mark.getAttribute("data-fact"),
      );
      expect(drawn.toSorted()).toEqual(rows.map(({ fact_id }) => fact_id).toSorted());
    }
  });

  it("keep a long list short, and say how many more there are", () => {
    const many = Array.from({ length: 24 }, (_, i) =>
      row({ fact_id: `f${i}`, subset: `sector:第${i}业`, report_id: `r${i}`, value: i }),
    );
    const figure = draw({ type: "dots" }, many, zh);
    expect(figure.querySelectorAll(".chart .alone > ul > li")).toHaveLength(6);
    expect(texts(figure, ".chart .alone summary")).toEqual(["其余18个"]);
  });

  it("leave alone what the rules know nothing of: no report, or another number than the fact's", () => {
    const loose = [1, 2].map((value) => row({ report_id: null, value, fact_id: `x${value}` }));
    expect(panels(draw({ type: "dots" }, loose, zh))).toEqual([["x2", "x1"]]);
    const facts = [fact({ fact_id: "jia-01", value: 7, unit: "家" })];
    const deviation = row({ value: -0.28, unit: "pp" });
    const drawn = draw({ type: "dots" }, [deviation, ...mixed], world("zh", { facts }));
    // It stands in the last panel, without the clause of its fact.
    const [foreign] = drawn.querySelectorAll('.chart [data-source="none"]');
    expect(foreign?.getAttribute("aria-label")).toContain("不是出处的数字");
    expect(foreign?.outerHTML).not.toMatch(/data-fact|href|data-evidence/);
    expect(texts(drawn, ".header.panel").at(-1)).toBe("口径不全，无法判断可比性");
  });

  it("list what is missing once, below all panels", () => {
    const figure = draw({ type: "dots" }, [...mixed, gap({ region_id: "jia" })], zh);
    expect(figure.querySelectorAll(".chart [data-missing]")).toHaveLength(1);
    const all = [...figure.querySelectorAll(".chart .mark")];
    expect(all.at(-1)?.hasAttribute("data-missing")).toBe(true);
  });

  it("tell means per case punished from means per case filed by the names of their panels", () => {
    const mean = { operation: "quotient", unit: "万元/件", value: 4 };
    const means = ["jia", "yi"].flatMap((region_id) => [
      row({ ...mean, region_id, fact_ids: [`${region_id}-a`, "n"], count_basis: "imposed" }),
      row({
        ...mean,
        region_id,
        fact_ids: [`${region_id}-a`, "m"],
        count_basis: "filed",
        scope: "jurisdiction_total",
      }),
    ]);
    const headers = texts(draw({ type: "dots" }, means, zh), ".header.panel");
    expect(headers).toEqual(
      expect.arrayContaining([
        expect.stringContaining("平均每件处罚案件罚款"),
        expect.stringContaining("平均每件立案罚款"),
      ]),
    );
  });
});

describe("the strip under a chart", () => {
  const strip = (rows: readonly Row[], context = zh) =>
    texts(draw({ type: "dots" }, rows, context), ".caveats li");
  const shownAndMore = (rows: readonly Row[], context = zh) => {
    const figure = draw({ type: "dots" }, rows, context);
    return ["figure > .caveats li", ".differences .caveats li"].map((selector) =>
      texts(figure, selector),
    );
  };
  const nine = { period_start: "2022-01-01", period_end: "2022-09-30", period_basis: "ytd" };

  it("says rule by rule which value belongs to which regions", () => {
    const rows = [whole("jia", 1, nine), whole("yi", 2), whole("bing", 3)];
    expect(strip(rows)).toContain("期间长短不同：乙市、丙市12个月；甲市9个月。");
    expect(strip(rows, en)).toContain(
      "Periods of different length: 12 months (Yi, Bing); 9 months (Jia).",
    );
  });

  it("says nothing where nothing differs, and that regions differ in size only where all else is alike", () => {
    expect(strip([whole("jia", 1)])).toEqual([]);
    const size = "各地大小不同，总数未按规模折算，宜比每件、每家次。";
    expect(strip([whole("jia", 1), whole("yi", 2)])).toEqual([size]);
    expect(shownAndMore([whole("jia", 1, nine), whole("yi", 2)])).toEqual([
      ["期间长短不同：甲市9个月；乙市12个月。"],
      [size],
    ]);
  });

  /** A panel of which two rows differ in nearly all that may differ without being kept apart. */
  const manifold = [
    whole("jia", 1, { ...nine, channel: "annual_plan", qualifier: "approx" }),
    whole("yi", 2, { period_start: "2021-01-01", period_end: "2021-12-31" }),
    whole("bing", 3, { period_basis: "unspecified", accident: "both" }),
    whole("yi", 4, { fact_id: "yi-u", report_id: "other", accident: "unstated" }),
  ];

  it("shows at most four lines of a panel, what may change the number most first, and folds the others", () => {
    const figure = draw({ type: "dots" }, manifold, zh);
    expect(panels(figure)).toHaveLength(1);
    const [shown, more] = shownAndMore(manifold);
    expect(shown?.map((text) => text.split("：")[0])).toEqual([
      "事故前后不同",
      "统计渠道不同",
      "期间长短不同",
      "新旧安全生产法",
    ]);
    expect(more?.map((text) => text.split("：")[0])).toEqual(
      expect.arrayContaining(["不是确数", "期间未写明或为专项"]),
    );
    expect(texts(figure, ".differences summary")).toEqual([`全部差别：另有${more?.length}条`]);
    // Without a script too: the browser's own disclosure, closed.
    expect(figure.querySelector("details.differences")?.hasAttribute("open")).toBe(false);
  });

  it("says nothing of what the panels keep apart, until the reader puts it together", () => {
    const said = (together: boolean) =>
      texts(draw({ type: "dots" }, mixed, zh, { together }), ".caveats li").join();
    expect(said(false)).not.toMatch(/统计范围不同|部分不同/);
    const forced = texts(draw({ type: "dots" }, mixed, zh, { together: true }), ".caveats li");
    // What the rules forbid comes before all else.
    expect(forced.slice(0, 2).map((text) => text.split("：")[0])).toEqual([
      "统计范围不同",
      "部分不同",
    ]);
  });

  it("is not there under what compares nothing", () => {
    for (const type of ["matrix", "tiles", "table", "audit", "legend"])
      expect(draw({ type }, manifold, zh).querySelector(".caveats, .differences")).toBeNull();
  });

  it("is printed in a picture, with how many more there are and where", () => {
    const [shown, more] = shownAndMore(manifold);
    const svg = picture(figureOf({ type: "dots" }, manifold, zh), zh).svg;
    const plain = svg.replace(/<[^>]*>/g, "").replace(/\s/g, "");
    for (const text of shown ?? []) expect(plain).toContain(text);
    expect(plain).toContain(`另有${more?.length}条差别，见网页上此图之下的“全部差别”。`);
  });

  it("counts names where there are too many of them", () => {
    const rows = Array.from({ length: 9 }, (_, i) =>
      whole("jia", i, { region_id: `place-${i}`, fact_id: `p${i}`, report_id: `p${i}` }),
    );
    const said = strip([...rows, whole("yi", 4, nine)]).join();
    expect(said).toContain("place-4等9地12个月；乙市9个月");
  });
});

describe("a figure that its own parts contradict", () => {
  const checks = [mismatch("jia-b")];

  it("says so in every chart type that names it, and looks like any other", () => {
    for (const type of ["dots", "dumbbell", "matrix", "tiles"]) {
      const context = world("zh", { checks });
      const figure = draw({ type }, [bureau("jia", 98.14), bureau("yi", 90)], context);
      const form = (fact: string) => markOf(figure, fact).querySelector(".glyph")?.innerHTML;
      expect(form("jia-b")).toBe(form("yi-b"));
      expect(markOf(figure, "jia-b").getAttribute("aria-label")).toContain("与分项不符");
    }
    const table = draw({ type: "table" }, [bureau("jia", 98.14)], world("en", { checks }));
    expect(texts(table, "td.flags")).toEqual(["disagrees with its own parts"]);
  });

  it("says so in its row and in the strip", () => {
    const context = world("zh", { checks });
    const figure = draw({ type: "dots" }, [bureau("jia", 98.14), bureau("yi", 90)], context);
    expect(texts(figure, ".chart .row .detail").join()).toContain("与分项不符");
    expect(texts(figure, ".caveats li")).toContain("核算不符：甲市。");
  });
});

describe("a reader who wants one axis anyway", () => {
  const asked: boolean[] = [];
  const onTogether = (together: boolean) => asked.push(together);
  const forced = (rows: readonly Row[], context = zh) =>
    draw({ type: "dots" }, rows, context, { together: true, onTogether });

  it("has a button where the rules keep figures apart, and only where somebody listens", () => {
    const button = (rows: readonly Row[], listener?: typeof onTogether) =>
      draw({ type: "dots" }, rows, zh, { onTogether: listener }).querySelector<HTMLElement>(
        "[data-action=together]",
      );
    expect(button(mixed, onTogether)?.getAttribute("aria-pressed")).toBe("false");
    expect(button(mixed)).toBeNull();
    const waiting = draw({ type: "dots" }, mixed, zh, { state: "static" });
    expect(waiting.querySelector("button.together.waiting")?.hasAttribute("disabled")).toBe(true);
    expect(button([bureau("jia", 1), bureau("yi", 2)], onTogether)).toBeNull();
    button(mixed, onTogether)?.click();
    forced(mixed).querySelector<HTMLElement>("[data-action=together]")?.click();
    expect(asked).toEqual([true, false]);
  });

  it("gets everything of one unit on one axis, in the order of regions and not of values", () => {
    const figure = forced(mixed);
    expect(panels(figure)).toEqual([["jia-b", "yi-w", "bing-b", "bing-w", "yi-p"]]);
    expect(texts(figure, ".chart .detail")).toContain("不排名次");
    expect(figure.querySelector(".alone")).toBeNull();
    expect(placeOf(markOf(figure, "jia-b")).x).toBeLessThan(220);
  });

  it("keeps units apart even so", () => {
    const firms = (id: string, value: number) =>
      row({ fact_id: id, region_id: id, value, unit: "家", metric_id: "firms" });
    const figure = forced([...mixed, firms("jia", 1), firms("yi", 2)]);
    expect(panels(figure).map((facts) => facts.length)).toEqual([5, 2]);
  });

  it("is warned for as long as it stays so, with what forbids it", () => {
    const figure = forced(mixed);
    const warning = figure.querySelector(".warning");
    expect(warning?.getAttribute("role")).toBe("note");
    expect(warning?.textContent).toContain("不可比：统计范围不同、部分不同");
    expect(draw({ type: "dots" }, mixed, zh).querySelector(".warning")).toBeNull();
    expect(forced([bureau("jia", 1)]).querySelector(".warning")).toBeNull();
  });

  it("hears it in the description, which names no highest then", () => {
    const label = forced(mixed, en).querySelector("[data-marks]")?.getAttribute("aria-label");
    expect(label).toContain("at the reader’s request, not ranked");
    expect(label).not.toContain("Highest");
  });
});
