import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseNotebook } from "../../src/notebook/parse.ts";
import { pieces } from "./random.ts";

const parse = (text: string) => parseNotebook(text, { slug: "slug" });
const serialized = (text: string) => {
  const { frontSource, cells } = parse(text).notebook;
  return frontSource + cells.map(({ raw }) => raw).join("");
};
const messages = (text: string) =>
  parse(text).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
const front = "---\ntitle: 题\n---\n";

/** Lines that a notebook is made of, whole and broken. */
const line = fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary", maxLength: 12 }));
const end = fc.constantFrom("\n", "\r\n", "\r", "\n\n");
const notebook = fc.array(fc.tuple(line, end), { maxLength: 24 }).chain((lines) =>
  fc.boolean().map((cut) => {
    const text = lines.flat().join("");
    return cut ? text.replace(/[\r\n]+$/, "") : text;
  }),
);

describe("a notebook file", () => {
  it("gives back the same bytes, whatever it holds", () => {
    fc.assert(
      fc.property(notebook, (text) => {
        expect(serialized(text)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it("parses its own text to the same cells, each with a name of its own", () => {
    fc.assert(
      fc.property(notebook, (text) => {
        const { cells } = parse(text).notebook;
        expect(parse(serialized(text)).notebook.cells).toEqual(cells);
        expect(new Set(cells.map(({ id }) => id.toLowerCase())).size).toBe(cells.length);
      }),
    );
  });

  it("names for each cell the line on which its body stands", () => {
    fc.assert(
      fc.property(notebook, (text) => {
        const lines = text.split(/\r\n|\r|\n/);
        for (const { source, line: at } of parse(text).notebook.cells) {
          const [first = ""] = source.split(/\r\n|\r|\n/);
          if (source !== "")
            expect(lines[at - 1]?.replace(/^\uFEFF/, "")).toBe(first.replace(/^\uFEFF/, ""));
        }
      }),
    );
  });

  it("is Markdown with cells between its fences", () => {
    const text = `${front}\n# 题\n\n\`\`\`sql id=a\nSELECT 1\n\nFROM b\n\`\`\`\n\n文\n\`\`\`input id=b data="a"\n\`\`\`\n`;
    const { notebook: n, problems } = parse(text);
    expect(problems).toEqual([]);
    expect(n.frontSource).toBe(`${front}\n`);
    expect(n.cells.map(({ id, kind, source, line: at }) => [id, kind, source, at])).toEqual([
      ["cell-1", "markdown", "# 题\n\n", 5],
      ["a", "sql", "SELECT 1\n\nFROM b", 8],
      ["cell-3", "markdown", "文\n", 13],
      ["b", "input", "", 15],
    ]);
    expect(n.cells[3]?.attributes).toEqual({ id: "b", data: "a" });
    expect(n.cells[1]?.raw).toBe("```sql id=a\nSELECT 1\n\nFROM b\n```\n\n");
  });

  it("may have Windows line ends, a byte-order mark and no end of line at its end", () => {
    const { notebook: n, problems } = parse(
      "\uFEFF---\r\ntitle: 题\r\n---\r\n```sql\r\nSELECT\r\n1\r\n```",
    );
    expect(problems).toEqual([]);
    expect(n.front.title).toBe("题");
    expect(n.cells).toMatchObject([{ id: "cell-1", kind: "sql", source: "SELECT\r\n1", line: 5 }]);
    expect(parse("\uFEFF```sql\n```").notebook.cells).toMatchObject([{ kind: "sql", line: 2 }]);
  });

  it("shows a cell as an example in a longer fence, in tildes, in a list or in other languages", () => {
    for (const text of [
      "````\n```sql id=a\n```\n````\n",
      "~~~\n```sql id=a\n```\n~~~\n",
      "- a\n\n  ```sql id=a\n  ```\n",
      "> ```sql id=a\n",
      "```sqlite\n```\n",
      "```sql `id=a`\n",
    ]) {
      expect(parse(front + text).notebook.cells).toMatchObject([{ kind: "markdown", raw: text }]);
    }
  });
});

describe("the front matter", () => {
  it("is read whole", () => {
    const text =
      "---\ntitle: 罚款\ntitle_en: Fines\ndescription: 多少\ndescription_en: How much\norder: 2\n---\n";
    const { notebook: n, problems } = parse(text);
    expect(problems).toEqual([]);
    expect(n.front).toEqual({
      title: "罚款",
      title_en: "Fines",
      description: "多少",
      description_en: "How much",
      order: 2,
    });
  });

  it("falls back to the other language, and the title to the file's name", () => {
    expect(parse("").notebook.front).toEqual({
      title: "slug",
      title_en: "slug",
      description: "",
      description_en: "",
      order: 1000,
    });
    expect(parse(front).notebook.front.title_en).toBe("题");
  });

  it.each([
    ["", "1:1 missing front matter: title"],
    ["---\ntitle: x\n", "1:1 missing end of front matter: ---"],
    ["---\norder: 1\n---\n", "1:1 missing front matter: title"],
    ["---\ntitle: ' '\n---\n", "2:1 invalid title:  "],
    ["---\ntitle: x\norder: first\n---\n", "3:1 invalid order: first"],
    [
      "---\ntitle: x\ntitel_en: y\n---\n",
      "3:1 unknown front matter: titel_en (did you mean title_en?)",
    ],
    ["---\n- a\n---\n", "2:1 invalid YAML: not a mapping"],
    ["---\ntitle: x\ntitle: y\n---\n", "3:1 invalid YAML: Map keys must be unique"],
  ])("%j is told: %s", (text, message) => {
    expect(messages(text)).toEqual([message]);
  });

  it("that is broken names its place and leaves the cells alone", () => {
    const text = "---\ntitle: x\ndescription: [a\n---\n```sql id=a\nSELECT 1\n```\n";
    expect(messages(text)[0]).toMatch(/^[34]:\d+ invalid YAML: Flow sequence/);
    expect(parse(text).notebook.cells).toMatchObject([{ id: "a" }]);
  });
});

describe("a cell's fence", () => {
  it.each([
    ["```sql id=a\nSELECT 1\n", "4:1 missing end of cell: ```"],
    ["text\n\n```python\n1\n", "6:1 missing end of fence: ```"],
    ["```sqll id=a\n```\n", "4:4 unknown cell language: sqll (did you mean sql?)"],
    ["```sql id=1a\n```\n", "4:8 invalid id: 1a"],
    ["```sql id=漳州\n```\n", "4:8 invalid id: 漳州"],
    ['```sql id="a b"\n```\n', "4:8 invalid id: a b"],
    ["```sql  id=cell-2\n```\n", "4:9 invalid id: cell-2 (kept for cells without an id)"],
    ["```sql id=a\n```\n```chart id=A\n```\n", "6:10 invalid id: A (also on line 4)"],
    ["```sql id=a oops\n```\n", "4:13 invalid attribute: oops"],
    ['```sql id="a\n```\n', '4:8 invalid attribute: id="a'],
    ["```sql id=a id=b\n```\n", "4:13 invalid attribute: id (given twice)"],
    ["```sql id=a]b=c\n```\n", "4:8 invalid id: a]b=c"],
  ])("%j is told: %s", (text, message) => {
    expect(messages(front + text)).toEqual([message]);
  });

  it("keeps its cell under a name of its own when the id may not stand", () => {
    const { cells } = parse(`${front}\`\`\`sql id=a\n\`\`\`\n\`\`\`sql id=a\n\`\`\`\n`).notebook;
    expect(cells.map(({ id }) => id)).toEqual(["a", "cell-2"]);
    expect(cells[1]?.attributes).toEqual({ id: "a" });
  });
});
