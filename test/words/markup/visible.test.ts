import { describe, expect, it } from "vitest";
import { visible } from "../../../src/words/markup/index.ts";

describe("characters that show nothing", () => {
  it.each([
    ["AB\u202e123", "AB⟨U+202E⟩123"],
    ["a\u200bb", "a⟨U+200B⟩b"],
    ["法\u00ad度", "法⟨U+00AD⟩度"],
    ["\ufeffa\u0000", "⟨U+FEFF⟩a⟨U+0000⟩"],
    ["a\u{e0041}", "a⟨U+E0041⟩"],
    ["a\u3164b", "a⟨U+3164⟩b"],
  ])("are named: %j", (text, shown) => expect(visible(text)).toBe(shown));

  it.each(["法度 a\tb\r\nc", "שלום 123", "👩‍👧 ok", "é à 字"])("are not seen in %j", (text) =>
    expect(visible(text)).toBe(text),
  );
});
