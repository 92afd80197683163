import { parse as parseYaml } from "yaml";
import { parseNotebook } from "../../src/notebook/parse.ts";

/** Words that make a sentence a superlative, a count of all or none, or a comparison of size. */
const words = [
  /最|多数|大都|多半|主要|(?<![首成])都(?!市)|完全没有|没有一[项个份地]|相差|倍|一半|[一二两三四五六七八九]成(?!本)/,
  /数量级|从不|从来|只|仅|唯一|第一名|所有|一律|遥遥|普遍|几乎|另记/,
  /\b(most|mostly|majority|none|nothing but|(?<!\bat )all(?! of (19|20)\d\d)|twice|half|double|factor|tenfold|dozens|never|only|every|always|widely|alike)\b/i,
  /(?<!\bat )\bleast\b|\b(largest|smallest|highest|lowest|heaviest|hardest|nearest)\b|\btimes (as|less|more)\b|\bby far\b|\bstands? apart\b/i,
  /\bdiffers? (little|widely|by a)\b|\b(one|two|three|four|five|six|seven|eight|nine|ten) of\b/i,
] as const;

/** A query that counts, orders or calculates; one that looks up named figures proves no claim. */
const computes =
  /\b(count|sum|avg|min|max|arg_min|arg_max|median|mode|rank|quantile\w*|string_agg)\s*\(|\bLIMIT\s+\d|\s\/\s/i;

const blocks = /^```[\s\S]*?^```|^~~~[\s\S]*?^~~~/gm;
/** What `scripts/rules.ts` writes from the tables of the domain. */
const generated = /^(:{5,}) \{#\S+ \.generated\}[\s\S]*?^\1$/gm;

function sentences(text: string): string[] {
  return text
    .replaceAll(generated, "")
    .replaceAll(blocks, "")
    .replaceAll(/^:{3,}.*$/gm, "")
    .replaceAll(/<[^>]*>/g, "")
    .split(/(?<=[。！？；])|(?<=[.!?;][”"’]?)\s+(?=\S)|\n\s*\n|^(?=- )/m)
    .map((one) => one.replaceAll(/\s+/g, " ").trim())
    .filter((one) => one !== "");
}

const shown = new Set(["title", "subtitle", "note", "caption", "alt", "text"]);

/** The texts of a chart's YAML, in both languages. */
function textsOf(value: unknown, isShown = false): string[] {
  if (typeof value === "string") return isShown ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    textsOf(one, isShown || shown.has(key) || (Array.isArray(value) && isShown)),
  );
}

/**
 * Sentences of a notebook that claim something about all, none, most, or how much more, and hold no
 * value of a query that counts, orders or calculates.
 */
export function typedClaims(text: string): string[] {
  const { front, cells } = parseNotebook(text, { slug: "claims" }).notebook;
  const proving = new Set(
    cells
      .filter(
        ({ kind, source }) =>
          kind === "sql" && computes.test(source.replaceAll(/--.*$|'[^']*'/gm, "")),
      )
      .map(({ id }) => id),
  );
  const texts = [
    ...[front.title, front.title_en, front.description, front.description_en],
    ...cells.flatMap(({ kind, source }) =>
      kind === "markdown" ? [source] : kind === "chart" ? textsOf(parseYaml(source)) : [],
    ),
  ];
  const isProven = (sentence: string) =>
    [...sentence.matchAll(/\$\{(\w[\w-]*)\./g)].some(([, id = ""]) => proving.has(id));
  return claimsIn(texts.join("\n\n")).filter((sentence) => !isProven(sentence));
}

/** The same of a text without queries, such as a page of HTML. */
export function claimsIn(text: string): string[] {
  return sentences(text).filter((one) => {
    const plain = one.replaceAll(/\$\{[^}]*\}|\{\{[^}]*\}\}|`[^`]*`/g, "");
    return words.some((word) => word.test(plain));
  });
}
