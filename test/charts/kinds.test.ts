import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type ChartType, chartTypes, type Row } from "../../src/figures/index.ts";
import { type Language, missingKinds } from "../../src/domain/index.ts";
import { draw } from "./draw.ts";
import { gap, row, texts, world } from "./world.ts";

/** A kind of figure that a chart must not draw as a plain value, and least of all as zero. */
interface Kind {
  readonly row: Row;
  /** What its mark holds in every type that draws symbols, and what a plain value's does not. */
  readonly form: string;
  /** What a reader hears or, in a table, reads. */
  readonly words: Readonly<Record<Language, string>>;
}

const missing = (kind: string, zh: string, en: string): Kind => ({
  row: gap({ region_id: "jia", missing: kind }),
  form: `.glyph.missing.${kind}`,
  words: { zh, en },
});

const kinds: Readonly<Record<string, Kind>> = {
  not_reported: missing("not_reported", "未报告", "not reported"),
  not_read: missing("not_read", "未通读", "not read"),
  not_comparable: missing("not_comparable", "不可比", "not comparable"),
  planned: {
    row: row({ status: "planned" }),
    form: ".glyph.diamond .body.plan",
    words: { zh: "计划120万元", en: "planned" },
  },
  zero: {
    row: row({ value: 0 }),
    form: ".glyph.ring",
    words: { zh: "0元", en: "CNY 0" },
  },
  bound: {
    row: row({ qualifier: "at_least" }),
    form: ":is(.glyph .arrow.above, .bound.above)",
    words: { zh: "至少120万元", en: "at least CNY 1" },
  },
  upper_bound: {
    row: row({ qualifier: "nearly" }),
    form: ":is(.glyph .arrow.below, .bound.below)",
    words: { zh: "近120万元", en: "nearly CNY 1" },
  },
};

const cases = chartTypes.flatMap((type) =>
  Object.entries(kinds).map(([name, kind]) => [type, name, kind] as const),
);

/** The mark of 甲 in the drawing, beside a plain value of 乙. */
function markIn(type: ChartType, kind: Kind, language: Language): Element {
  const rows = [kind.row, row({ region_id: "yi", value: 340 })];
  const figure = draw({ type }, rows, world(language));
  const marks = [...figure.querySelectorAll(".chart :is([data-fact], [data-missing])")];
  const found = marks.filter((mark) => mark.getAttribute("data-fact") !== "yi-01");
  if (found.length !== 1 || !found[0]) throw new Error(`invalid marks: ${found.length}`);
  return found[0];
}

const said = (mark: Element) => `${mark.getAttribute("aria-label") ?? ""} ${mark.textContent}`;
/** An audit sets a figure beside its own parts, in words and on a scale of its own. */
const hasSymbols = (type: ChartType) => type !== "table" && type !== "audit";
/** Zero as a reader sees it: alone, or before a unit. */
const zeroWord = /(?<![\d.,])0(?:\.0+)?(?:万|元|$)|CNY 0(?![.,\d])/;

it("states in docs/coverage.md how each type tells each kind", () => {
  const text = readFileSync(new URL("../../docs/coverage.md", import.meta.url), "utf8");
  const rows = text.split("\n").map((line) => line.replace(/ +/g, " "));
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  expect(rows).toContain(line(["chart type", ...Object.keys(kinds)]));
  for (const type of chartTypes) {
    const how = hasSymbols(type) ? "form, words" : "words";
    expect(rows).toContain(line([type, ...Object.keys(kinds).map(() => how)]));
  }
});

describe.each(cases)("chart type %s × kind %s", (type, name, kind) => {
  it("has a form of its own", () => {
    const mark = markIn(type, kind, "zh");
    const isMissing = missingKinds.some((one) => one === name) && name !== "planned";
    expect(mark.getAttribute("data-missing")).toBe(isMissing ? name : null);
    if (hasSymbols(type)) expect(mark.querySelector(kind.form)).not.toBeNull();
  });

  it("is named in words, in both languages", () => {
    for (const language of ["zh", "en"] as const)
      expect(said(markIn(type, kind, language))).toContain(kind.words[language]);
  });

  it(name === "zero" ? "says zero" : "is told from zero in form and words", () => {
    const mark = markIn(type, kind, "zh");
    if (name === "zero") {
      expect(said(mark)).toMatch(zeroWord);
      expect(mark.hasAttribute("data-fact")).toBe(true);
      return;
    }
    expect(said(mark)).not.toMatch(zeroWord);
    const zero = markIn(type, kinds["zero"] as Kind, "zh");
    // The bound of an axis is drawn beside the symbol, in the same mark.
    const form = (one: Element) =>
      [...one.querySelectorAll(".glyph, .bound")].map((part) =>
        part.outerHTML.replace(/ transform="[^"]*"/, ""),
      );
    if (hasSymbols(type)) expect(form(mark)).not.toEqual(form(zero));
    else expect(mark.textContent).not.toBe(zero.textContent);
  });
});

describe.each(["dots", "dumbbell"] as const)("the order of %s", (type) => {
  const shown = (rows: readonly Row[]) => {
    const figure = draw({ type }, rows, world("zh"));
    return { figure, regions: texts(figure, ".chart .row .region") };
  };

  it("has bounds after the values and outside of the ranking, whatever they say", () => {
    for (const qualifier of ["over", "at_least", "nearly"]) {
      const rows = [
        row({ value: 999, qualifier }),
        row({ region_id: "yi", value: 1 }),
        row({ region_id: "bing", value: 2 }),
      ];
      const { figure, regions } = shown(rows);
      expect(regions).toEqual(["丙市", "乙市", "甲市"]);
      expect(texts(figure, ".chart .header")).toEqual(["不参加排名：界限或计划"]);
    }
  });

  it("never puts a plan among what was done: it stands on its own", () => {
    const rows = [
      row({ value: 999, status: "planned" }),
      row({ region_id: "yi", value: 1 }),
      row({ region_id: "bing", value: 2 }),
    ];
    const { figure, regions } = shown(rows);
    expect(regions).toEqual(["丙市", "乙市"]);
    expect(texts(figure, ".chart .alone .reason")).toEqual(["一方是计划，一方是实际"]);
  });

  it("points an arrow to where the true value lies", () => {
    const way = (qualifier: string) => {
      const { figure } = shown([row({ qualifier }), row({ region_id: "yi", value: 340 })]);
      const [, from, to] =
        /^M([\d.]+),[\d.]+H([\d.]+)$/.exec(
          figure.querySelector(".row .bound .dashes")?.getAttribute("d") ?? "",
        ) ?? [];
      return Math.sign(Number(to) - Number(from));
    };
    expect(["over", "at_least", "nearly"].map(way)).toEqual([1, 1, -1]);
  });

  it("keeps a stated zero in the order, last", () => {
    const rows = [row({ value: 0 }), row({ region_id: "yi", value: 1 })];
    expect(shown(rows).regions).toEqual(["乙市", "甲市"]);
  });
});
