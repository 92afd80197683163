import { expect, test } from "vitest";
import {
  DocumentError,
  documentErrorCodes,
  documentErrorWords,
  documentNoteCodes,
  documentNoteWords,
  foreignFormats,
} from "../../src/documents/index.ts";
import { furnitureIds } from "../../src/documents/html/furniture-ids.ts";
import { documentWords } from "../../src/words/documents.ts";

const han = /\p{Script=Han}/u;

test.each(documentErrorCodes)(
  "%s names the file and says what to do, in both languages",
  (code) => {
    for (const value of code === "foreign" ? foreignFormats : ["17"]) {
      const error = new DocumentError(code, value, { file: "a.pdf" });
      const [zh, en] = [documentErrorWords("zh", error), documentErrorWords("en", error)];
      expect(zh).toMatch(/^.*“a\.pdf”.*。$/);
      expect(en).toMatch(/“a\.pdf”.*\.$/);
      expect(en).not.toMatch(han);
      // What is wrong, and what can be done.
      expect(zh.split(/[。：；，]/).length).toBeGreaterThan(2);
    }
  },
);

test.each(documentNoteCodes)("the note %s has words that hold all its values", (code) => {
  const note = { code, values: [12, "甲", 7] };
  for (const language of ["zh", "en"] as const) {
    const text = documentNoteWords(language, note);
    expect(text).not.toMatch(/[{}]|undefined/);
    expect(text).toMatch(/[。.]$/);
  }
});

test("what was left out of a page is named, in the order of the rules", () => {
  const note = { code: "left_out", values: [120, "editor", "navigation"] } as const;
  expect(documentNoteWords("zh", note)).toBe("网页中不属于正文的120个字没有读入：导航、责任编辑。");
  expect(furnitureIds.filter((id) => !(`furniture.${id}` in documentWords))).toEqual([]);
});

test("every word is said in both languages, without half-width punctuation beside Chinese", () => {
  const half = /[\p{Script=Han}”）][,:;?!()]|[,:;?!()][\p{Script=Han}“（]/u;
  for (const [key, [zh, en]] of Object.entries(documentWords)) {
    expect([key, half.test(zh), han.test(en), zh.trim() === zh]).toEqual([key, false, false, true]);
    const values = (text: string): string =>
      [...new Set(text.match(/\{\d/g) ?? [])].toSorted().join("");
    expect([key, values(zh)]).toEqual([key, values(en)]);
  }
});
