import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isColoured } from "../../src/editor/languages.ts";
import { openDocument } from "../../src/notebook/editing.ts";

const folder = new URL("../../notebooks/", import.meta.url);

describe("a source", () => {
  it("of every notebook of ours is coloured", () => {
    for (const name of readdirSync(folder).filter((one) => one.endsWith(".md"))) {
      const text = readFileSync(new URL(name, folder), "utf8");
      const { cells } = openDocument(text, { slug: name });
      for (const { cell } of cells) {
        const { id, source } = cell;
        expect([name, id, isColoured(source)]).toEqual([name, id, true]);
      }
    }
  });

  it.each([
    ["lists in lists", "- ".repeat(4000)],
    ["open links", "[a](".repeat(4000)],
    ["links on lines", "[a\n".repeat(4000)],
    ["many short paragraphs", "a b c\n\n".repeat(20_000)],
  ])("of %s is not", (_name, text) => expect(isColoured(text)).toBe(false));

  it("of long but parted text is, at the limit and not beyond it", () => {
    const stretch = "a".repeat(3_999);
    expect(isColoured(`${stretch}\n\n${stretch}\n \n${stretch}`)).toBe(true);
    expect(isColoured("a".repeat(4_000))).toBe(true);
    expect(isColoured("a".repeat(4_001))).toBe(false);
  });
});
