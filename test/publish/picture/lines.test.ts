import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  breakLines,
  breakPretty,
  leastWidth,
  type Line,
  type Run,
  type TextStyle,
} from "../../../src/publish/picture/inline.ts";

const style: TextStyle = { size: 12, weight: 400, color: "ink" };
const runsOf = (text: string): Run[] => [{ text, style }];
const textOf = ({ runs }: Line): string =>
  runs.map((run) => ("text" in run ? run.text : "")).join("");

describe("a paragraph of a picture", () => {
  it("parts no word where a break after a mark costs no line", () => {
    const runs = runsOf("行政层级不同：昆明、汕尾地级；南开县级；万盛功能区。");
    expect(breakLines(runs, 218).map(textOf)[0]).toMatch(/县$/);
    expect(breakPretty(runs, 218).map(textOf)).toEqual([
      "行政层级不同：昆明、汕尾地级；",
      "南开县级；万盛功能区。",
    ]);
  });

  it("leaves no word or two on its last line", () => {
    const lines = breakPretty(runsOf("各地大小不同，总数未按规模折算，宜比每家。"), 230);
    expect(lines).toHaveLength(2);
    expect(lines[1]?.width).toBeGreaterThan(230 / 4);
  });

  it.each([
    ["1086家次", ["1086", "家次"]],
    ["2.45万家次", ["2.45万", "家次"]],
    ["3310万元", ["3310", "万元"]],
  ])("parts %s before its unit where it must", (text, lines) => {
    expect(breakLines(runsOf(text), 45).map(textOf)).toEqual(lines);
  });

  it("parts English money at its space, and never a number", () => {
    expect(breakLines(runsOf("CNY 30,000"), 45).map(textOf)).toEqual(["CNY", "30,000"]);
    expect(breakLines(runsOf("30,000"), 10).map(textOf)).toEqual(["30,000"]);
  });

  it("needs the room of its longest word or number", () => {
    const widthOf = (text: string) => breakLines(runsOf(text), 1000)[0]?.width;
    expect(leastWidth(runsOf("Administrative fines"))).toBe(widthOf("Administrative"));
    expect(leastWidth(runsOf("2.45万家次"))).toBe(widthOf("2.45万"));
  });

  it("keeps its text, its width and its number of lines", () => {
    const word = fc.constantFrom(
      "汕尾",
      "、",
      "；",
      "一年",
      "县级",
      "2022年",
      "的 ",
      "Guangxi ",
      "。",
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (words) => {
        const runs = runsOf(words.join(""));
        const [plain, pretty] = [breakLines(runs, 240), breakPretty(runs, 240)];
        expect(pretty).toHaveLength(plain.length);
        const joined = (lines: readonly Line[]) => lines.map(textOf).join("").replace(/\s/g, "");
        expect(joined(pretty)).toBe(joined(plain));
        for (const { width } of pretty) expect(width).toBeLessThanOrEqual(240);
      }),
    );
  });
});
