import { existsSync, readFileSync, readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileNotebook } from "../../src/notebook/compile.ts";
import { nearest } from "../../src/notebook/chart-cell/index.ts";

const front = "---\ntitle: 题\n---\n";
const compile = (text: string) => compileNotebook(front + text, { slug: "s" });
const cells = (text: string) => compile(text).compiled.cells;
const messages = (text: string) =>
  compile(text).problems.map(
    ({ line, column, cell, message }) => `${line}:${column} ${cell} ${message}`,
  );
const fence = (info: string, body = "") =>
  `\`\`\`${info}\n${body}${body === "" ? "" : "\n"}\`\`\`\n`;

const whole = [
  "总额 ${fines.total} 万元\n",
  fence("sql id=base", "SELECT * FROM facts"),
  fence("sql id=fines", "SELECT sum(value) AS total FROM Base WHERE scope = ${scope}"),
  fence("input id=scope data=base", "type: select\nvalue: bureau"),
  fence("input id=other", "from: base"),
  fence("chart id=bars data=fines", "type: bars\ntitle: {zh: 罚款, en: Fines}"),
].join("\n");

describe("a compiled notebook", () => {
  it("has every cell ready, with what it reads", () => {
    expect(compile(whole).problems).toEqual([]);
    expect(cells(whole).map(({ id, kind, reads }) => [id, kind, ...reads])).toEqual([
      ["cell-1", "markdown", "fines"],
      ["base", "sql"],
      ["fines", "sql", "scope", "base"],
      ["scope", "input", "base"],
      ["other", "input", "base"],
      ["bars", "chart", "fines"],
    ]);
    expect(cells(whole)[2]).toMatchObject({
      sql: "SELECT sum(value) AS total FROM Base WHERE scope = $1",
      parameters: ["scope"],
      tables: ["base"],
    });
    expect(cells(whole)[5]).toMatchObject({
      data: "fines",
      spec: { type: "bars", title: { zh: "罚款", en: "Fines" } },
      source: "type: bars\ntitle: {zh: 罚款, en: Fines}",
    });
  });

  it("is plain JSON", () => {
    const { compiled } = compile(whole);
    expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled);
  });

  it("gives headings ids of their own across cells", () => {
    const text = `# A\n${fence("sql id=a", "SELECT 1")}# A\n`;
    expect(JSON.stringify(cells(text))).toMatch(/"id":"a-2".*"id":"a-3"/);
  });
});

describe("a fault in a notebook", () => {
  it.each([
    [
      "chart of nothing",
      fence("sql id=fines", "SELECT 1") + fence("chart id=c data=fine"),
      "7:15 c unknown cell: fine (did you mean fines?)",
    ],
    [
      "chart of an input",
      fence("input id=i") + fence("chart id=c data=i"),
      "6:15 c unsupported reference: i is a cell of kind input (not sql or js)",
    ],
    [
      "unknown chart type",
      fence("chart id=c", "title: x\ntype: trends"),
      "6:7 c unknown chart type: trends (did you mean trend?)",
    ],
    [
      "unknown input type",
      fence("input id=i", "type: tile"),
      "5:1 i unknown input type: tile (did you mean tiles?)",
    ],
    ["input of nothing", fence("input id=i", "type: select\n\nfrom: a"), "7:1 i unknown cell: a"],
    [
      "unknown parameter",
      fence("sql id=a", "SELECT 1,\n  ${scope}") + fence("input id=scopes"),
      "6:3 a unknown cell: scope (did you mean scopes?)",
    ],
    [
      "a query as parameter",
      fence("sql id=a", "SELECT 1") + fence("sql id=b", "SELECT ${a}"),
      "8:8 b unsupported reference: a is a cell of kind sql (name it after FROM)",
    ],
    [
      "a raw parameter",
      fence("sql id=a", "SELECT $1"),
      "5:8 a unsupported parameter: $1 (write ${name})",
    ],
    ["an empty statement", fence("sql id=a"), "5:1 a missing statement"],
    ["unknown name in text", "文\n\n文字 ${fines.x}\n", "6:4 cell-1 unknown cell: fines"],
    [
      "broken YAML",
      fence("chart id=c", "a: 1\nb: [1"),
      "6:6 c invalid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]",
    ],
    [
      "a doubled key",
      fence("chart id=c", "a: 1\na: 2"),
      "6:1 c invalid YAML: Map keys must be unique",
    ],
    ["a list for a mapping", fence("chart id=c", "- 1"), "5:1 c invalid YAML: not a mapping"],
    ["no JSON number", fence("chart id=c", "a: .nan"), "5:1 c unsupported number: NaN"],
    [
      "an unknown tag",
      fence("chart id=c", "a: !!js/function x"),
      "5:4 c invalid YAML: Unresolved tag: tag:yaml.org,2002:js/function",
    ],
    ["an alias bomb", fence("chart id=c", bomb()), "5:1 c too many aliases (at most 100)"],
    [
      "an unknown attribute",
      fence("chart id=c dat=a"),
      "4:15 c unknown attribute: dat (did you mean data?)",
    ],
    [
      "a cell of JavaScript",
      fence("js id=j", "fetch(1)"),
      "5:1 j unsupported name: fetch (the sandbox has no network)",
    ],
    ["a cycle of one", fence("sql id=a", "SELECT * FROM a"), "5:1 a invalid cycle: a → a"],
    [
      "a cycle of three",
      fence("sql id=a", "FROM b") + fence("sql id=b", "FROM c") + fence("sql id=c", "FROM a"),
      "5:1 a invalid cycle: a → b → c → a",
    ],
    [
      "a cycle through an input",
      fence("sql id=a", "SELECT ${i}") + fence("input id=i data=a"),
      "5:1 a invalid cycle: a → i → a",
    ],
    [
      "a cell in a div",
      `::: {lang=zh}\n${fence("sql id=a", "SELECT 1")}`,
      "4:1 cell-1 missing end of div: ::: {lang=zh} (no cell may stand in it)",
    ],
  ])("is told with its place: %s", (_, text, message) => {
    expect(messages(text)).toEqual([message]);
  });

  it("comes with all others, in order of place", () => {
    const text = `${fence("chart id=c data=x")}${fence("js id=c")}${fence("sql id=q")}`;
    expect(messages(text).map((m) => m.split(" ")[0])).toEqual(["4:15", "6:7", "7:1", "9:1"]);
  });

  it("never stops the other cells, nor throws", () => {
    const info = fc.constantFrom(
      "sql id=a",
      "sql id=b",
      "chart id=c data=a",
      "input id=i",
      "js id=j",
      "chart data=zz",
    );
    const body = fc.constantFrom(
      "SELECT ${i} FROM b",
      "FROM a",
      "from: a",
      "a: [",
      "${a.b}",
      ":::",
      "&a [*a]",
      "? {a: 1}\n: 2",
    );
    const text = fc.array(
      fc.oneof(
        fc.tuple(info, body).map(([i, b]) => fence(i, b)),
        body,
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(text, (parts) => {
        const { compiled, problems } = compile(parts.join("\n"));
        expect(() => JSON.stringify(compiled)).not.toThrow();
        const ids = compiled.cells.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { line, column } of problems) expect(Math.min(line, column)).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the nearest name", () => {
  it.each([
    ["fine", ["fines", "cases"], "fines"],
    ["FINES", ["fines"], "fines"],
    ["scoep", ["scope", "score"], "scope"],
    ["x", ["y"], null],
    ["fines", ["inspections"], null],
    ["a", [], null],
  ])("of %s among %j is %j", (name, known, near) => {
    expect(nearest(name, known)).toBe(near);
  });
});

const folder = new URL("../../notebooks/", import.meta.url);
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".md")) : [];

describe.runIf(files.length > 0)("the notebooks of this repository", () => {
  it.each(files)("%s compiles without a problem", (name) => {
    const text = readFileSync(new URL(name, folder), "utf8");
    expect(compileNotebook(text, { slug: name.replace(/\.md$/, "") }).problems).toEqual([]);
  });
});

/** Ten levels of ten aliases each: ten thousand million values when unfolded. */
function bomb(): string {
  const levels = Array.from(
    { length: 9 },
    (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(", ")}]`,
  );
  return ["l0: &l0 [x]", ...levels].join("\n");
}
