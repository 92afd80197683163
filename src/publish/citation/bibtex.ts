import { fullTitle, type Work } from "./work.ts";

const signs: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
  $: "\\$",
  "%": "\\%",
  "&": "\\&",
  "#": "\\#",
  _: "\\_",
};

/** A text in which TeX sees only text, and BibTeX only pairs of braces. */
export function escapedTex(text: string): string {
  return text.replace(/[\\{}^~$%&#_]/g, (sign) => signs[sign] ?? sign);
}

/** Fields with what they hold, in the order in which they are written; null is left out. */
function fieldsOf(work: Work): readonly (readonly [name: string, value: string | null])[] {
  const { kind, author, number, issued, accessed, url, version } = work;
  // Twice in braces: a name of one part, and a title whose capitals stay.
  const whole = (text: string) => `{${escapedTex(text)}}`;
  return [
    ["author", whole(author)],
    ["title", whole(fullTitle(work))],
    ["institution", kind === "report" ? whole(author) : null],
    ["number", number === null ? null : escapedTex(number)],
    ["year", issued?.slice(0, 4) ?? null],
    ["date", issued],
    ["url", url],
    ["urldate", accessed],
    ["note", version === null ? null : escapedTex(`version ${version}`)],
    ["language", work.language === "zh" ? "chinese" : "english"],
  ];
}

/** Works as a BibTeX file; a key that came before gets a number. */
export function bibtex(works: readonly Work[]): string {
  const taken = new Map<string, number>();
  return works
    .map((work) => {
      const count = (taken.get(work.key) ?? 0) + 1;
      taken.set(work.key, count);
      const key = count === 1 ? work.key : `${work.key}-${count}`;
      const fields = fieldsOf(work)
        .flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}},\n`]))
        .join("");
      return `@${work.kind === "figure" ? "misc" : "techreport"}{${key},\n${fields}}\n`;
    })
    .join("\n");
}
