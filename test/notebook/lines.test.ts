import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf, placesOf, splitLines, withoutEnd } from "../../src/notebook/lines.ts";

const sign = fc.constantFrom("\r", "\n", "\r\n", " ", "`", "~", "a", "\u2028", "法");
const text = fc.array(sign, { maxLength: 20 }).map((signs) => signs.join(""));

describe("the lines of a text", () => {
  it("are those that it is cut into, in whatever order they are asked for", () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat({ max: 22 }), { maxLength: 6 }), (whole, asked) => {
        const all = splitLines(whole);
        const lines = linesOf(whole);
        for (const index of asked) {
          expect(lines.has(index)).toBe(index < all.length);
          expect(lines.line(index)).toBe(withoutEnd(all[index] ?? ""));
          expect(lines.between(index, index + 2)).toBe(all.slice(index, index + 2).join(""));
          expect(lines.between(index)).toBe(all.slice(index).join(""));
          expect(lines.isBlank(index)).toBe((all[index] ?? "").trim() === "");
        }
        expect(lines.count).toBe(all.length);
      }),
    );
  });

  it("tell the first sign after three blanks at most", () => {
    const lines = linesOf("a\n  b\n   c\n    d\n\ne");
    expect([0, 1, 2, 3, 5, 6].map(lines.sign)).toEqual(["a", "b", "c", " ", "e", ""]);
    expect(lines.sign(4)).toBe("\n");
  });
});

it("a place is the line that an offset lies in, and its column", () => {
  fc.assert(
    fc.property(text, fc.nat({ max: 45 }), (whole, at) => {
      const offset = Math.min(at, whole.length);
      // Between the two signs of one line end is still its line.
      const before = whole.slice(0, offset).replace(/\r$/, whole[offset] === "\n" ? "" : "\r");
      const lines = before.split(/\r\n|\r|\n/);
      const cut = offset - before.length;
      expect(placesOf(whole).at(offset)).toEqual([
        lines.length - 1,
        (lines.at(-1) ?? "").length + cut + 1,
      ]);
    }),
  );
});
