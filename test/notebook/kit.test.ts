import { readFileSync, readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWord } from "../../src/words/index.ts";
import {
  insertCell,
  openDocument,
  setFront,
  type NotebookDocument,
} from "../../src/notebook/editing.ts";
import { fromKit, kitLosses, toKit } from "../../src/notebook/kit/index.ts";

const open = (text: string) => openDocument(text, { slug: "n" });
const imported = (html: string) => {
  const result = fromKit(html, { slug: "n" });
  return result.ok ? result : expect.fail(JSON.stringify(result.problems));
};

/** What must come back: what a cell is, not the blank lines between cells. */
const meaning = ({ front, cells }: NotebookDocument) => ({
  front,
  cells: cells.map(({ cell: { kind, attributes, source } }) => ({
    kind,
    attributes,
    source: kind === "markdown" ? source.trimEnd() : source.replace(/\r\n|\r/g, "\n"),
  })),
});

const line = fc.oneof(
  fc.constantFrom(
    "SELECT 1",
    "  indented",
    "",
    "</script>",
    "<\\/script>",
    "<!-- <script>",
    "a & b < c",
    "-->",
    "&lt;",
    "正文",
    "\t",
  ),
  fc.string({ maxLength: 12 }).filter((text) => !/[`~+\r\n\0]/.test(text)),
);
const source = fc.array(line, { maxLength: 5 }).map((lines) => lines.join("\n"));
const text = fc
  .string({ unit: "grapheme", maxLength: 12 })
  .map((t) => t.trim().replace(/\s+/g, " "));
const document = fc
  .record({
    title: text.filter((t) => t !== ""),
    description: text,
    cells: fc.array(fc.tuple(fc.constantFrom("markdown", "sql", "js", "chart", "input"), source), {
      maxLength: 6,
    }),
  })
  .map(({ title, description, cells }) => {
    const front = setFront(open(""), { title, ...(description === "" ? {} : { description }) });
    return cells.reduce((doc, [kind, body], i) => {
      const written = kind === "markdown" ? `p\n${body}` : body;
      return insertCell(doc, i, {
        kind,
        source: written,
        attributes: i % 2 ? { id: `c${i}` } : {},
      });
    }, front);
  });

describe("Notebook Kit's HTML", () => {
  it("gives back what was put in", () => {
    fc.assert(
      fc.property(document, (doc) => {
        expect(meaning(open(imported(toKit(doc).html).text))).toEqual(meaning(doc));
      }),
      { numRuns: 100 },
    );
  });

  it("gives back every notebook of the repository", () => {
    for (const file of readdirSync("notebooks").filter((name) => name.endsWith(".md"))) {
      const doc = open(readFileSync(`notebooks/${file}`, "utf8"));
      expect(meaning(open(imported(toKit(doc).html).text))).toEqual(meaning(doc));
    }
  });

  it("is written as Notebook Kit writes it, with charts as texts, and says what is lost", () => {
    const doc = open(
      "---\ntitle: 题 & <b>\ntitle_en: T\n---\n\n::: {lang=zh}\n共${n.total}\n:::\n\n```sql id=n\nSELECT 1\n```\n\n```chart id=c data=n\ntype: dots\n```\n",
    );
    const { html, lost } = toKit(doc);
    expect(html).toBe(`<!doctype html>
<notebook data-fadu="1" data-title-en="T" data-order="1000">
  <title>题 &amp; &lt;b&gt;</title>
  <script id="1" type="text/markdown">
    ::: {lang=zh}
    共\${n.total}
    :::
  </script>
  <script id="2" type="application/sql" output="n">
    SELECT 1
  </script>
  <script id="3" type="text/markdown">
    \`\`\`chart id=c data=n
    type: dots
    \`\`\`
  </script>
</notebook>
`);
    expect(lost.map(({ what, detail, line: at }) => `${at} ${what} ${detail}`)).toEqual([
      "6 div {lang=zh}",
      "7 number n.total",
      "10 data n",
      "14 spec c",
    ]);
  });

  it("of somebody else is read, and what has no place here is listed with its place", () => {
    const { text: file, lost } = imported(`<!doctype html>
<notebook theme="air" readonly>
  <title>A  study</title>
  <script id="1" type="text/markdown">
    # Hello

      code
  </script>
  <script id="2" type="text/markdown">
    Again
  </script>
  <script id="4" type="application/sql" database="db" output="rows" hidden>
    SELECT *
      FROM t
  </script>
  <script id="5" type="module" pinned>
    const html = "<\\/script>";
  </script>
  <script id="6" type="text/html">
    <b>\`\`\`</b>
  </script>
  <script id="7" type="application/sql" output="a b">SELECT 2</script>
</notebook>`);
    expect(file).toBe(
      '---\ntitle: A study\n---\n\n# Hello\n\n  code\n\n+++\n\nAgain\n\n```sql id=rows\nSELECT *\n  FROM t\n```\n\n```js\nconst html = "</script>";\n```\n\n````html\n<b>```</b>\n````\n\n```sql\nSELECT 2\n```\n',
    );
    expect(
      lost.map(({ what, detail, line: at, column }) => `${at}:${column} ${what} ${detail}`),
    ).toEqual([
      "2:1 theme air",
      "2:1 readonly ",
      "12:3 hidden ",
      "12:3 database db",
      "16:3 pinned ",
      "19:3 language html",
      "22:3 name a b",
    ]);
  });

  it.each([
    ["", "1:1 missing element: notebook"],
    ["<p>text", "1:1 missing element: notebook"],
    ["<notebook>\n<script>x", "2:1 missing end of element: script"],
  ])("that is none is refused with its place: %j", (html, message) => {
    const result = fromKit(html, { slug: "n" });
    const told = result.ok ? [] : result.problems.map((p) => `${p.line}:${p.column} ${p.message}`);
    expect(told).toContain(message);
  });

  it("loses four spaces a line as in Notebook Kit's own reader, and names its other languages", () => {
    const script = (type: string, text: string) =>
      `  <script id="1" type="${type}">${text}</script>\n`;
    const { text } = imported(
      [
        '<!doctype html>\n<notebook theme="light-dark(air, ink)">\n  <title>T</title>\n',
        script("text/markdown", "\n        code\n\n        more\n  "),
        script("text/x-r", "\n    x <- 1\n  "),
        script("application/vnd.observable.javascript", "\n    viewof x = 1\n  "),
        "</notebook>\n",
      ].join(""),
    );
    expect(text).toContain("\n    code\n\n    more\n");
    expect(text).toContain("```r\nx <- 1\n```");
    expect(text).toContain("```ojs\nviewof x = 1\n```");
  });

  it("of any kind never throws", () => {
    const piece = fc.constantFrom(
      "<notebook>",
      "</notebook>",
      "<script>",
      "</script>",
      "<title>",
      '<script type="application/sql" output="a">',
      "```",
      "x",
      "\n",
      "<!--",
      "<svg>",
      "<template>",
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        fromKit(pieces.join(""), { slug: "n" });
      }),
    );
  });

  it("has words in both languages for every loss", () => {
    expect(kitLosses.filter((what) => !isWord(`kit.${what}`))).toEqual([]);
  });
});
