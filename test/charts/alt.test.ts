import { describe, expect, it } from "vitest";
import { type ChartContext, loadGrammar } from "../../src/charts/index.ts";
import {
  altText,
  type ChartSpec,
  chartTypes,
  MOST_ALT,
  type Row,
} from "../../src/figures/index.ts";
import { languages, type Language } from "../../src/domain/index.ts";
import { draw, figureOf } from "./draw.ts";
import { gap, row, world } from "./world.ts";

interface Words {
  readonly title?: string;
  readonly alt?: string;
}

const grammar = await loadGrammar();

function alt(
  spec: ChartSpec,
  rows: readonly Row[],
  context: ChartContext,
  words: Words = { title: "乙市最多" },
): string {
  return altText(figureOf(spec, rows, context, { grammar, title: "", ...words }).model);
}

const three = [row({ value: 30 }), row({ region_id: "yi", value: 90 }), gap()];
const plot = { type: "plot", marks: [{ mark: "barX", x: "value", y: "region_id" }] };
const kinds: readonly ChartSpec[] = [...chartTypes.map((type) => ({ type })), plot];
const cases = kinds.flatMap((spec) =>
  languages.map((language): [string, Language, ChartSpec] => [
    String(spec["type"]),
    language,
    spec,
  ]),
);

describe.each(cases)("the alternative text of %s in %s", (_type, language, spec) => {
  const text = alt(spec, three, world(language));

  it("begins with the finding and says who has no figure, and why", () => {
    expect(text.startsWith(language === "zh" ? "乙市最多。" : "乙市最多. ")).toBe(true);
    expect(text).toContain(language === "zh" ? "丙市" : "Bing");
    expect(text).toMatch(language === "zh" ? /未报告|没有报告|没写/ : /[Nn]ot (?:reported|stated)/);
  });

  it("is whole sentences of one language, and no instructions", () => {
    expect(text.length).toBeLessThanOrEqual(MOST_ALT);
    expect(text).toMatch(/[。.]$/);
    expect(text).not.toMatch(/\{\d\}|undefined|null|NaN/);
    expect(text).not.toMatch(/方向键|Arrow keys/);
    const own = text.replace("乙市最多", "");
    if (language === "en") expect(own).not.toMatch(/\p{Script=Han}/u);
  });
});

describe("the alternative text", () => {
  it("names highest and lowest with their values, in both languages", () => {
    expect(alt({ type: "dots" }, three, world("zh"))).toContain("最高：乙市 90万元");
    expect(alt({ type: "dots" }, three, world("en"))).toMatch(/Highest in .*: Yi CNY 900,000/);
  });

  it("names no highest where the rules refuse an order", () => {
    const unlike = [
      row({ value: 30, scope: "bureau" }),
      row({ region_id: "yi", value: 90, scope: "jurisdiction_total" }),
    ];
    const text = alt({ type: "dots" }, unlike, world("zh"));
    expect(text).not.toMatch(/最高|最低/);
  });

  it("tells the first and the last of a trend, and where no line joins them", () => {
    const years = [
      row({ value: 30, period_start: "2020-01-01", period_end: "2020-12-31" }),
      row({
        fact_id: "jia-02",
        value: 90,
        period_start: "2022-01-01",
        period_end: "2022-12-31",
      }),
    ];
    const text = alt({ type: "trend" }, years, world("zh"));
    expect(text).toContain("2020年30万元，2022年90万元");
    expect(text).toMatch(/甲市，2020年与2022年之间断开，不连线：.*2021年/);
    expect(alt({ type: "trend" }, years, world("en"))).toContain("no line between 2020 and 2022");
  });

  it("gives way to the author's words, but never for what is missing", () => {
    const text = alt({ type: "dots" }, three, world("zh"), { title: "题", alt: "两市相差三倍" });
    expect(text).toMatch(/^两市相差三倍。.*丙市/);
    expect(text).not.toContain("最高");
  });

  it("is cut at whole sentences where there is too much to say, and says so", () => {
    const many = Array.from({ length: 40 }, (_, i) =>
      row({
        fact_id: `f${i}`,
        region_id: `r${i}`,
        value: i + 1,
        metric_id: `m${i}`,
        unit: `u${i}`,
      }),
    );
    const text = alt({ type: "table" }, [...many, gap()], world("en"));
    expect(text.length).toBeLessThanOrEqual(MOST_ALT);
    expect(text).toMatch(/Bing.*The rest is in the table\.$/);
  });

  it("names what a plot measures", () => {
    const spec = { ...plot, x: { label: { zh: "罚款", en: "Fines" } } };
    expect(alt(spec, three, world("zh"))).toContain("横轴是罚款");
    expect(alt(spec, three, world("en"))).toContain("Across: Fines.");
  });
});

describe("a figure's own words", () => {
  it("are the name of its drawing", () => {
    for (const spec of [{ type: "dots" }, plot]) {
      const figure = draw(spec, three, world("zh"), { alt: "两市相差三倍。", grammar });
      const name = figure.querySelector(".chart")?.getAttribute("aria-label") ?? "";
      expect(name).toMatch(/^两市相差三倍。.*丙市/);
      expect(name).toContain("方向键");
    }
  });

  it("and its caption stands below the chart", () => {
    const figure = draw({ type: "dots" }, three, world("zh"), { caption: "图一" });
    expect(figure.querySelector("p.caption")?.textContent).toBe("图一");
    expect(figure.querySelector(".chart ~ .caption")).not.toBeNull();
  });
});
