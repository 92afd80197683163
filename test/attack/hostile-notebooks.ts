/** Texts that hold or break what reads notebooks, each of a kind and as long as is asked. */
const front = "---\ntitle: a\n---\n\n";
const fence = (info: string, body: string) => `${front}\`\`\`${info}\n${body}\n\`\`\`\n`;
const chart = (yaml: string) => fence("chart id=c", yaml);
const many = (n: number, of: (i: number) => string) => Array.from({ length: n }, (_, i) => of(i));

export const hostileNotebooks: Readonly<Record<string, (n: number) => string>> = {
  // front matter
  "blanks in front matter": (n) => `---\ntitle: a${" ".repeat(n)}b\n---\n`,
  "lines in front matter": (n) => `---\n${"\n".repeat(n)}\n---\n`,
  "keys in front matter": (n) => `---\n${"? ".repeat(n)}\n---\n`,
  // YAML
  "keys of keys": (n) => chart("? ".repeat(n)),
  "keys of keys in a flow": (n) => chart(`a: {${"? {".repeat(n)}`),
  aliases: (n) => chart(`a: &a 1\nb: [${"*a, ".repeat(n)}]`),
  "billion laughs": (n) =>
    chart(
      [
        "a0: &a0 [lol, lol]",
        ...many(n, (i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}, *a${i}, *a${i}, *a${i}]`),
      ].join("\n"),
    ),
  anchors: (n) => chart(`a: [${many(n, (i) => `&a${i} 1, `).join("")}]`),
  keys: (n) => chart(many(n, (i) => `k${i}: 1`).join("\n")),
  "the same key": (n) => chart("a: 1\n".repeat(n)),
  "open lists": (n) => chart(`a: ${"[".repeat(n)}`),
  "open maps": (n) => chart(`a: ${"{a: ".repeat(n)}`),
  "lists on a line": (n) => chart(`a:\n  ${"- ".repeat(n)}1`),
  "indented maps": (n) => chart(many(n, (i) => `${" ".repeat(i % 1000)}a:`).join("\n")),
  tags: (n) => chart(`a: [${"!x 1, ".repeat(n)}]`),
  "YAML faults": (n) => chart(`a: 1\n${"}\n".repeat(n)}`),
  documents: (n) => chart("--- a\n".repeat(n)),
  "a long scalar": (n) => chart(`a: '${"x\n  ".repeat(n)}'`),
  comments: (n) => chart(`${"# a\n".repeat(n)}type: dots`),
  values: (n) => chart(`type: plot\nmarks:\n${"  - {mark: dot}\n".repeat(n)}`),
  // Markdown
  headings: (n) => front + "# a\n".repeat(n),
  "end marks of divs": (n) => front + ":::\n".repeat(n),
  "open divs": (n) => front + "::: a\n".repeat(n),
  "divs in divs": (n) => `${front}${"::: a\n".repeat(n)}b\n${":::\n".repeat(n)}`,
  "divs with fences": (n) => front + "::: a\n~~~\n".repeat(n),
  quotations: (n) => `${front}${"> ".repeat(n)}a`,
  "lists in lists": (n) => `${front}${"- ".repeat(n)}a`,
  "list items": (n) => front + "- a\n".repeat(n),
  stars: (n) => `${front}${"*".repeat(n)}a${"*".repeat(n)}`,
  emphasis: (n) => front + "*a **b _c __d ".repeat(n),
  backticks: (n) => front + many(n, (i) => `${"`".repeat((i % 500) + 1)}a`).join(""),
  brackets: (n) => front + "[".repeat(n),
  images: (n) => front + "![".repeat(n),
  "open links": (n) => front + "[a](".repeat(n),
  links: (n) => front + "[a](b) ".repeat(n),
  "links of scripts": (n) => front + "[a](javascript:a) ".repeat(n),
  definitions: (n) => front + many(n, (i) => `[a${i}]: b\n`).join(""),
  "definitions with open titles": (n) => front + "[a]: b 'c\n".repeat(n),
  "open definitions": (n) => front + "[a\n".repeat(n),
  lines: (n) => front + "a\n".repeat(n),
  "lines of Chinese": (n) => front + "法\n".repeat(n),
  paragraphs: (n) => front + "a\n\n".repeat(n),
  "underlined headings": (n) => front + "a\n=\n".repeat(n),
  rules: (n) => front + "***\n".repeat(n),
  entities: (n) => front + "&amp;".repeat(n),
  "angle brackets": (n) => front + "<a <http://a> ".repeat(n),
  columns: (n) => `${front}${"|a".repeat(n)}\n${"|-".repeat(n)}\n`,
  rows: (n) => `${front}|a|b|\n|-|-|\n${"|a|b|\n".repeat(n)}`,
  "blank lines": (n) => `${front}a${"\n".repeat(n)}b`,
  blanks: (n) => `${front}~~~\n~~~${" ".repeat(n)}x\n`,
  fences: (n) => front + "~~~\na\n~~~\n".repeat(n),
  "fences of cells": (n) => front + "```x id=\n~~~\n".repeat(n),
  // cells
  cells: (n) => front + many(n, (i) => `\`\`\`sql id=a${i}\nSELECT 1\n\`\`\`\n\n`).join(""),
  "cells of one name": (n) => front + "```sql id=a\nSELECT 1\n```\n\n".repeat(n),
  texts: (n) => front + "a\n\n+++\n\n".repeat(n),
  attributes: (n) => fence(`sql id=a ${many(n, (i) => `x${i}=1`).join(" ")}`, "SELECT 1"),
  "open attributes": (n) => fence(`sql ${'a="'.repeat(n)}`, "SELECT 1"),
  "a ring of cells": (n) =>
    front +
    many(n, (i) => `\`\`\`sql id=a${i}\nSELECT * FROM a${(i + 1) % n}, a0\n\`\`\`\n\n`).join(""),
  "a chain of cells": (n) =>
    front + many(n, (i) => `\`\`\`sql id=a${i}\nSELECT * FROM a${i - 1}\n\`\`\`\n\n`).join(""),
  "a chain of code": (n) =>
    front + many(n, (i) => `\`\`\`js id=a${i}\n[a${i === 0 ? 0 : i - 1}]\n\`\`\`\n\n`).join(""),
  "a ring of code": (n) =>
    front + many(n, (i) => `\`\`\`js id=a${i}\n[a${(i + 1) % n}, a0]\n\`\`\`\n\n`).join(""),
  "cells that read a long one": (n) =>
    fence("sql id=a", `SELECT ${"1+".repeat(n)}1`) +
    many(250, (i) => `\`\`\`sql id=a${i}\nSELECT * FROM a\n\`\`\`\n\n`).join(""),
  // references
  references: (n) => front + many(n, (i) => `\${a.b${i}} `).join(""),
  "references to a query": (n) =>
    `${front}\`\`\`sql id=a\nSELECT 1\n\`\`\`\n${many(n, (i) => `\${a.b${i}} `).join("")}`,
  "open references": (n) => front + "${".repeat(n),
  "references in titles": (n) => chart(`type: dots\ntitle: "${"${a.b} ".repeat(n)}"`),
  // SQL
  parentheses: (n) => fence("sql id=a", `SELECT ${"(".repeat(n)}`),
  "open WITHs": (n) => fence("sql id=a", "WITH a AS (".repeat(n)),
  "a list of WITHs": (n) =>
    fence("sql id=a", `WITH ${many(n, (i) => `a${i} AS (SELECT 1)`).join(",")} SELECT 1`),
  parameters: (n) => fence("sql id=a", `SELECT ${many(n, (i) => `\${p${i}}`).join(",")}`),
  "blanks in a parameter": (n) => fence("sql id=a", `SELECT \${${" ".repeat(n)}x}`),
  dollars: (n) => fence("sql id=a", `SELECT ${many(n, (i) => `$a${i}$ `).join("")}`),
  "comments in comments": (n) => fence("sql id=a", `SELECT ${"/*".repeat(n)}`),
  quotes: (n) => fence("sql id=a", `SELECT ${"e'\\".repeat(n)}`),
  // JavaScript
  "lists of JavaScript": (n) => fence("js", "[".repeat(n)),
  "functions of functions": (n) => fence("js", `${"(()=>".repeat(n)}1${")".repeat(n)}`),
  sums: (n) => fence("js", `${"1+".repeat(n)}1`),
  members: (n) => fence("js", `d3${".a".repeat(n)}`),
  negations: (n) => fence("js", `${"!".repeat(n)}1`),
  conditions: (n) => fence("js", `${"1?".repeat(n)}1`),
  "unknown names": (n) => fence("js", many(n, (i) => `n${i};`).join("")),
  imports: (n) => fence("js", "import 'a';\n".repeat(n)),
  "open patterns": (n) => fence("js", "(a=".repeat(n)),
  "open templates": (n) => fence("js", "`${".repeat(n)),
  loops: (n) => fence("js", "for(;;)".repeat(n)),
};
