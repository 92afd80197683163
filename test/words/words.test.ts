import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { flags } from "../../src/figures/index.ts";
import { engineErrorCodes } from "../../src/engine/index.ts";
import {
  baselines,
  caveats,
  caveatWords,
  countBases,
  languages,
  qualifiers,
  refusals,
  refusalWords,
  scopes,
  statuses,
  verdicts,
  missingKinds,
} from "../../src/domain/index.ts";
import { annotationWords } from "../../src/words/annotations.ts";
import { tableWords as ownWords } from "../../src/words/data-files.ts";
import { documentWords } from "../../src/words/documents.ts";
import { editorWords } from "../../src/words/editor.ts";
import { isWord, list, say, words, type Word } from "../../src/words/index.ts";

const entries = Object.entries(words).map(([key, [zh, en]]) => ({
  key: key as Word,
  zh: zh as string,
  en: en as string,
}));
/** A form by number asks for no value of its own. */
const FORM = /\{\d\|[^{}|]+\|[^{}|]+\}/g;
const placeholders = (text: string) => [...new Set(text.match(/\{\d\}/g) ?? [])].toSorted();
/** The label of the other language is in that language. */
const swapped = ["app.language", "app.language.label"];
const han = /\p{Script=Han}/u;

/** Keys of the words for which something does not hold; a failing test names them. */
const failing = (holds: (entry: (typeof entries)[number]) => boolean) =>
  entries.filter((entry) => !holds(entry)).map(({ key }) => key);

describe("every word", () => {
  it("says something in both languages, without spaces around it", () => {
    expect(entries.length).toBeGreaterThan(150);
    expect(failing(({ zh, en }) => [zh, en].every((t) => t !== "" && t === t.trim()))).toEqual([]);
  });

  it("has the same placeholders in both languages, counted from {0}, and no other braces", () => {
    const counted = (text: string) => placeholders(text).every((p, i) => p === `{${i}}`);
    const same = (a: string, b: string) => placeholders(a).join("") === placeholders(b).join("");
    const clean = (text: string) => !/[{}$]/.test(text.replace(/\{\d\}/g, ""));
    expect(
      failing(
        ({ zh, en }) => same(zh, en) && counted(zh) && clean(zh) && clean(en.replace(FORM, "")),
      ),
    ).toEqual([]);
  });

  it("has no half-width punctuation beside a Chinese character", () => {
    const half = /[\p{Script=Han}”）][,:;?!()]|[,:;?!()][\p{Script=Han}“（]/u;
    expect(failing(({ zh }) => !half.test(zh))).toEqual([]);
  });

  it("is in its language", () => {
    const chinese = /\p{Script=Han}|[，。、：；？！（）《》]/u;
    const named = entries.filter(({ key }) => !swapped.includes(key));
    const wrong = named.filter(({ zh, en }) => chinese.test(en) || (zh === en && zh !== "{0}"));
    expect(wrong).toEqual([]);
  });

  it("names no keyword of the code", () => {
    expect(failing(({ zh, en }) => !/undefined|NaN|\bnull\b/.test(zh + en))).toEqual([]);
  });
});

/** What is written in the code of the page and of its build, but for the tables of words. */
const code = ["src", "scripts"]
  .flatMap((folder) => {
    const root = fileURLToPath(new URL(`../../${folder}`, import.meta.url));
    const names = readdirSync(root, { recursive: true, encoding: "utf8" });
    return names
      .filter(
        (name) =>
          name.endsWith(".ts") &&
          !/(?:^|\/)(?:words|words\/(?:data-files|documents|editor))\.ts$/.test(name),
      )
      .map((name) => join(root, name));
  })
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");
/** Columns whose values have words under the column's own name. */
const valued = [
  ...["period", "authority", "channel", "accident", "confiscations", "counted_as", "source_kind"],
].map((column) => ["", `${column}.`, ""]);
/** The fixed ends of keys that the code puts together; a column’s value is `${column}.${value}`. */
const ends = [...code.matchAll(/`([\w.]*)\$\{[^`{}]*\}([\w.]*)`/g), ...valued]
  .map(([, begin = "", end = ""]) => ({ begin, end }))
  .filter(({ begin }) => begin.length > 2);

it.each([
  ["the page", words],
  ["files of the reader’s own", ownWords],
  ["the editor", editorWords],
  ["what other extractors found", annotationWords],
  ["reports that are read", documentWords],
])("every word of %s is said somewhere", (_of, table) => {
  const isPutTogether = (key: string) =>
    ends.some(({ begin, end }) => key.startsWith(begin) && key.endsWith(end));
  const unsaid = Object.keys(table).filter(
    (key) => !code.includes(`"${key}"`) && !isPutTogether(key),
  );
  expect(unsaid).toEqual([]);
});

/** Every value of the domain with the key of the words that a reader meets for it. */
const domain = [
  ...scopes.flatMap((scope) => [`scope.${scope}`, `scope.${scope}.short`]),
  ...qualifiers.filter((q) => q !== "exact").map((qualifier) => `qualifier.${qualifier}`),
  ...flags.flatMap((flag) => [`flag.${flag}`, `caveat.${flag}`]),
  ...baselines.map((baseline) => `flag.baseline_${baseline}`),
  ...countBases.map((basis) => `basis.${basis}`),
  ...verdicts.map((verdict) => `evidence.check.${verdict}`),
  ...missingKinds.map((kind) => `missing.${kind}`),
  ...statuses.filter((status) => status !== "actual").map((status) => `flag.${status}`),
  ...engineErrorCodes.map((code) => `error.${code}`),
  ...["idle", "loading", "ready", "restarting", "failed"].map((state) => `engine.${state}`),
];

it("every value of the domain has its words", () => {
  expect(domain.filter((key) => !isWord(key))).toEqual([]);
});

it.each([
  ["caveats", caveats, caveatWords],
  ["refusals", refusals, refusalWords],
] as const)("all %s of a comparison have words in both languages", (_name, values, texts) => {
  expect(Object.keys(texts).toSorted()).toEqual([...values].toSorted());
  for (const { zh, en } of Object.values(texts)) {
    expect(zh).toMatch(han);
    expect(en).not.toMatch(han);
    expect(zh).not.toMatch(/[,:;?()]/);
  }
});

describe("say", () => {
  it("fills placeholders in order, in each language", () => {
    expect(say("zh", "error.address.value", "year", "1066")).toBe(
      "地址里“year=1066”不是可选的值，已用默认值。",
    );
    expect(say("en", "app.counts", 5, 165, 140)).toBe(
      "5 reports, 165 figures, 140 of them with a verbatim clause",
    );
  });

  it("leaves what looks like a placeholder or a pattern in a value alone", () => {
    expect(say("en", "error.cell", "{0} $& $1")).toBe("This cell failed: {0} $& $1");
  });

  it("leaves a gap for a value that is not given, not a word of the code", () => {
    for (const language of languages)
      expect(say(language, "chart.source")).not.toMatch(/undefined|\{/);
  });
});

it("a word is only what is in the list, not what every object has", () => {
  for (const key of ["toString", "constructor", "__proto__", "hasOwnProperty", "nothing"])
    expect(isWord(key)).toBe(false);
});

it("a list is joined as each language joins it", () => {
  expect(list("zh", ["漳州", "苏州"])).toBe("漳州、苏州");
  expect(list("en", ["Zhangzhou", "Suzhou"])).toBe("Zhangzhou, Suzhou");
  expect(list("zh", [])).toBe("");
});
