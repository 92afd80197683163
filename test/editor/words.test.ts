import { describe, expect, it } from "vitest";
import { keyTable, type Key } from "../../src/editor/keys.ts";
import { editorWords, editorText, type EditorWord } from "../../src/words/editor.ts";

const entries = Object.entries(editorWords) as [EditorWord, readonly [string, string]][];
const placeholders = (text: string) => [...new Set(text.match(/\{\d\}/g) ?? [])].toSorted();

describe("every word of the editor", () => {
  it("says something in both languages, with the same placeholders", () => {
    const failing = entries.filter(
      ([, [zh, en]]) =>
        zh.trim() !== zh ||
        en.trim() !== en ||
        zh === "" ||
        en === "" ||
        placeholders(zh).join("") !== placeholders(en).join(""),
    );
    expect(failing).toEqual([]);
  });

  it("has no half-width punctuation beside a Chinese character", () => {
    const half = /[\p{Script=Han}”）][,:;?!()]|[,:;?!()][\p{Script=Han}“（]/u;
    expect(entries.filter(([, [zh]]) => half.test(zh))).toEqual([]);
  });

  it("is filled in order", () => {
    expect(editorText("en", "cell.at", 3, 7)).toBe("line 3, column 7");
    expect(editorText("zh", "cell.at", 3, 7)).toBe("第3行第7列");
  });

  it("names every key of the table", () => {
    for (const { word } of Object.values(keyTable) as Key[])
      expect(editorWords).toHaveProperty([word]);
  });
});
