import { describe, expect, it } from "vitest";
import { noCaveats, type Row } from "../../src/figures/index.ts";
import { fact } from "../domain/fixture.ts";
import { draw, figureOf, type Given, markOf, placeOf } from "./draw.ts";
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
    expect(texts(figure, ".chart .fold summary")).toEqual(["与其余数字不可比 甲市，24个数字"]);
    expect(figure.querySelector(".chart .fold")?.hasAttribute("open")).toBe(false);
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
    expect(texts(drawn, ".chart .fold .title")).toEqual([
      "口径不全，无法判断可比性",
      "与其余数字不可比",
    ]);
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

describe("what is said under a chart", () => {
  const caveats = (rows: readonly Row[], context = zh, given: Given = {}) =>
    figureOf({ type: "dots" }, rows, context, given).model.caveats;
  const nine = { period_start: "2022-01-01", period_end: "2022-09-30", period_basis: "ytd" };
  const differing = [whole("jia", 1, nine), whole("yi", 2), whole("bing", 3)];
  const size = "各地大小不同，总数未按规模折算，宜比每件、每家次。";

  it("is the weightiest difference in a sentence, with which value belongs to which regions", () => {
    expect(caveats(differing).lead).toBe("期间长短不同：乙市、丙市12个月；甲市9个月。");
    expect(caveats(differing, en).lead).toBe(
      "Periods of different length: 12 months (Yi, Bing); 9 months (Jia).",
    );
    expect(texts(draw({ type: "dots" }, differing, zh), "figure > .caveat")).toEqual([
      "期间长短不同：乙市、丙市12个月；甲市9个月。",
    ]);
  });

  it("is nothing where nothing differs, and that regions differ in size only where all else is alike", () => {
    expect(caveats([whole("jia", 1)])).toEqual(noCaveats);
    expect(caveats([whole("jia", 1), whole("yi", 2)])).toMatchObject({ lead: size, count: 1 });
    const both = caveats([whole("jia", 1, nine), whole("yi", 2)]);
    expect(both.lead).toBe("期间长短不同：甲市9个月；乙市12个月。");
    expect(both.all).toEqual([both.lead, size]);
    expect(both.notes).toEqual([size]);
  });

  /** A panel of which two rows differ in nearly all that may differ without being kept apart. */
  const manifold = [
    whole("jia", 1, { ...nine, channel: "annual_plan", qualifier: "approx" }),
    whole("yi", 2, { period_start: "2021-01-01", period_end: "2021-12-31" }),
    whole("bing", 3, { period_basis: "unspecified", accident: "both" }),
    whole("yi", 4, { fact_id: "yi-u", report_id: "other", accident: "unstated" }),
  ];

  it("says first what may change the number most, and all of it in a grid behind its number", () => {
    const figure = draw({ type: "dots" }, manifold, zh);
    expect(panels(figure)).toHaveLength(1);
    const { lead, count, all } = caveats(manifold);
    expect(lead).toBe("乙市没写是否包括事故处罚。");
    expect(all).toHaveLength(count);
    expect(texts(figure, ".differences summary")).toEqual([`${count}处差别`]);
    expect(texts(figure, ".differences thead th")).toEqual(
      expect.arrayContaining(["地区", "事故前后不同", "统计渠道不同", "不是确数"]),
    );
    // Without a script too: the browser's own disclosure, closed.
    expect(figure.querySelector("details.differences")?.hasAttribute("open")).toBe(false);
  });

  it("has in the grid each place with all its values, the odd ones marked for the eye and the ear", () => {
    const figure = draw({ type: "dots" }, differing, zh);
    const rowsOf = [...figure.querySelectorAll(".differences tbody tr")].map((tr) =>
      [...tr.children].map((cell) => cell.textContent),
    );
    expect(rowsOf).toEqual([
      ["甲市", "9个月，与多数不同"],
      ["乙市、丙市", "12个月"],
    ]);
    expect(texts(figure, ".differences td.odd")).toEqual(["9个月，与多数不同"]);
  });

  it("marks both of two values, since neither is the rule, and none where a rule is silent", () => {
    const parts = [whole("jia", 1, nine), whole("yi", 2), bureau("jia", 3), bureau("yi", 4)];
    const figure = draw({ type: "dots" }, parts, zh);
    expect(texts(figure, ".differences [scope=rowgroup]")).toEqual([
      "全辖区合计",
      "一个局自己的执法",
    ]);
    expect(texts(figure, ".differences td.odd")).toHaveLength(2);
    expect(texts(figure, ".differences tbody:last-child td.odd")).toEqual([]);
  });

  it("says nothing of what the panels keep apart, until the reader puts it together", () => {
    expect(caveats(mixed).all.join()).not.toMatch(/统计范围不同|部分不同/);
    // What the rules forbid comes before all else, and is told of both sides.
    const forced = caveats(mixed, zh, { together: true });
    expect(forced.lead).toMatch(/^统计范围不同：/);
    expect(forced.all[1]).toMatch(/^部分不同：/);
    const open = [
      bureau("jia", 1, { count_basis: "filed" }),
      bureau("yi", 2, { count_basis: null }),
      bureau("bing", 3, { count_basis: "imposed" }),
    ];
    expect(caveats(open, zh, { together: true }).lead).toBe(
      "统计环节不同：丙市处罚；甲市立案；乙市没写。",
    );
  });

  it("tells of one panel: pooled, two panels would seem compared", () => {
    const two = [
      bureau("jia", 1, { channel: "annual_plan" }),
      bureau("yi", 2),
      whole("jia", 3, { channel: "credit_platform" }),
      whole("yi", 4),
    ];
    const { lead, all } = caveats(two);
    expect(lead).toBe("甲市只计一个系统、平台或计划之内的，不是全部。");
    expect(all[0]).toMatch(/年度计划.*信用平台|信用平台.*年度计划/);
  });

  it("is not there under what compares nothing", () => {
    for (const type of ["matrix", "tiles", "table", "audit", "legend"])
      expect(draw({ type }, manifold, zh).querySelector(".caveat, .differences")).toBeNull();
  });

  it("is printed in a picture, with how many there are and where", () => {
    const { lead, count } = caveats(manifold);
    const svg = picture(figureOf({ type: "dots" }, manifold, zh), zh).svg;
    const plain = svg.replace(/<[^>]*>/g, "").replace(/\s/g, "");
    expect(plain).toContain(lead);
    expect(plain).toContain(`共${count}处差别，网页上此图之下可展开。`);
  });

  it("counts names where there are too many of them, as the grid does", () => {
    const rows = Array.from({ length: 12 }, (_, i) =>
      whole("jia", i, { region_id: `place-${i}`, fact_id: `p${i}`, report_id: `p${i}` }),
    );
    const many = [...rows, whole("yi", 4, nine)];
    const { lead, all } = caveats(many);
    expect(lead).toContain("place-2等12地12个月；乙市9个月");
    expect(all[0]).toContain("place-4等12地12个月；乙市9个月");
    const heads = texts(draw({ type: "dots" }, many, zh), ".differences tbody th");
    expect(heads[0]).toMatch(/place-7等12地$/);
  });
});

describe("a panel of one place", () => {
  const parts = ["矿山", "冶金"].map((name, i) =>
    row({ region_id: "jia", fact_id: `jia-${i}`, value: 5 + i, subset: `sector:${name}` }),
  );

  it("comes after what compares places, folded under its name and count", () => {
    const figure = draw({ type: "dots" }, [...parts, bureau("yi", 1), bureau("bing", 2)], zh);
    expect(panels(figure)).toEqual([
      ["bing-b", "yi-b"],
      ["jia-1", "jia-0"],
    ]);
    const fold = figure.querySelector(".chart .fold");
    expect(fold?.hasAttribute("open")).toBe(false);
    expect(fold?.querySelector("summary")?.textContent).toMatch(/甲市，2个数字$/);
    expect(fold?.querySelector(".header.panel")).toBeNull();
  });

  it("stays where nothing else is shown", () => {
    expect(draw({ type: "dots" }, parts, zh).querySelector(".fold")).toBeNull();
    const apart = [bureau("jia", 1), whole("yi", 2)];
    const alone = draw({ type: "dots" }, apart, zh).querySelector(".fold");
    expect(alone?.hasAttribute("open")).toBe(true);
    expect(alone?.querySelector("summary")?.textContent).toBe(
      "与其余数字不可比 乙市、甲市，2个数字",
    );
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
    expect(texts(figure, ".caveat")).toEqual(["甲市的数字与自己的分项不符，两者都保留。"]);
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
    expect(button(mixed, onTogether)?.textContent).toBe("还是放到同一根轴上看");
    expect(forced(mixed).querySelector<HTMLElement>("[data-action=together]")?.textContent).toBe(
      "分开看",
    );
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
