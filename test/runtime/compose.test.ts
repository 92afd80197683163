import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Connection } from "../../src/engine/connection.ts";
import { toRows, type Parameter } from "../../src/engine/index.ts";
import type { CompiledCell } from "../../src/notebook/index.ts";
import { compose } from "../../src/runtime/index.ts";
import { cell, compile, draft, openFacts } from "./world.ts";

type SqlCell = Extract<CompiledCell, { kind: "sql" }>;

let connection: Connection;
beforeAll(async () => {
  connection = await openFacts();
});
afterAll(() => connection.close());

const inputs = cell("input id=p", "type: select") + cell("input id=q", "type: select");

/** The statement of the last of some cells `a`, `b`, `c` … */
function statement(...sources: readonly string[]) {
  const names = "abcdefgh";
  const text = sources.map((source, i) => cell(`sql id=${names[i] ?? ""}`, source)).join("");
  const cells = compile(inputs + text).cells.filter((c): c is SqlCell => c.kind === "sql");
  const last = cells.at(-1);
  if (!last) throw new Error("missing cell");
  return compose(last, new Map(cells.map((c) => [c.id, c])));
}

/** What the engine says to it. */
async function rows(values: Readonly<Record<string, Parameter>>, ...sources: readonly string[]) {
  const { sql, parameters } = statement(...sources);
  return toRows(
    await connection.query(
      sql,
      parameters.map((name) => values[name] ?? null),
    ),
  );
}

describe("a statement that reads no cell", () => {
  it("is as it was written, without its end", () => {
    expect(statement("SELECT 1 AS n;\n")).toMatchObject({ sql: "SELECT 1 AS n", parameters: [] });
  });
});

describe("a statement that reads others", () => {
  it("has each of them before it, once, what is read first", () => {
    const { sql } = statement(
      "SELECT 1 AS n",
      "SELECT n + 1 AS n FROM a",
      "SELECT * FROM a JOIN b ON b.n = a.n + 1",
    );
    expect(sql.match(/"[a-z]" AS/g)).toEqual(['"a" AS', '"b" AS']);
  });

  it("leaves out what it does not read", () => {
    expect(statement("SELECT 1", "SELECT 2", "SELECT * FROM a").sql).not.toContain('"b"');
  });

  it("binds every cell's parameters in order", () => {
    expect(
      statement("SELECT ${q} AS x", "SELECT ${p} AS y, ${q} AS z", "SELECT ${p} AS w FROM a, b"),
    ).toMatchObject({ parameters: ["q", "p", "q", "p"] });
  });
});

describe("of hundreds of cells that read one another", () => {
  const composeAll = (sources: readonly string[]): void => {
    const text = sources.map((source, i) => cell(`sql id=c${i}`, source)).join("");
    const cells = draft(text).compiled.cells.filter((c): c is SqlCell => c.kind === "sql");
    const all = new Map(cells.map((c) => [c.id, c]));
    expect(cells).toHaveLength(sources.length);
    for (const one of cells) expect(compose(one, all).sql.length).toBeGreaterThan(0);
  };
  const of300 = (source: (i: number) => string): string[] =>
    Array.from({ length: 300 }, (_, i) => source(i));

  it.each([
    ["in a chain", of300((i) => `SELECT ${"1+".repeat(200)}1 AS n, c${i}.* FROM c${i - 1}`)],
    ["in a ring", of300((i) => `SELECT ${"1+".repeat(200)}1 AS n FROM c${(i + 1) % 300}, c0`)],
    ["a long one", of300((i) => (i === 0 ? `SELECT ${"1+".repeat(90_000)}1` : "FROM c0"))],
  ])("%s, the text of each is read once", (_, sources) => composeAll(sources), 10_000);
});

describe("the engine", () => {
  it("runs it, each parameter in its place", async () => {
    const found = await rows(
      { p: "yi", q: 500 },
      "SELECT * FROM facts WHERE region_id = ${p}",
      "SELECT * FROM a WHERE value > ${q}",
      "SELECT fact_id, ${p} AS p FROM b WHERE value > ${q} AND region_id = ${p}",
    );
    expect(found).toEqual([{ fact_id: "y-2", p: "yi" }]);
  });

  it("leaves $1 in strings, names and comments alone", async () => {
    const found = await rows(
      { p: "P", q: "Q" },
      "SELECT ${q} AS v",
      `SELECT ${"${p}"} AS p, '$1 it''s ''$2''' AS s, 1 AS "$1", $$ $1 $$ AS d, $t$ $1 $t$ AS t,
         E'\\'$1' AS e /* $1 /* $2 */ $1 */ -- $1
       FROM a`,
    );
    expect(found).toEqual([{ p: "P", s: "$1 it's '$2'", $1: 1, d: " $1 ", t: " $1 ", e: "'$1" }]);
  });

  it("leaves a dollar within a name alone", async () => {
    expect(await rows({ q: 7 }, "SELECT ${q} AS v", "SELECT v AS a$1 FROM a")).toEqual([
      { a$1: 7 },
    ]);
  });

  it.each([
    ["a semicolon", "SELECT 1 AS n;"],
    ["several semicolons", "SELECT 1 AS n ; ; \n;"],
    ["a line comment", "SELECT 1 AS n -- the end"],
    ["a line comment with a bracket", "SELECT 1 AS n -- )"],
    ["a semicolon and a line comment", "SELECT 1 AS n; -- the end"],
    ["a comment with a semicolon", "SELECT 1 AS n -- the end;"],
    ["a block comment", "SELECT 1 AS n; /* the\nend */"],
    ["comments and semicolons by turns", "SELECT 1 AS n -- a\n; /* b */ ; -- c"],
  ])("reads a cell that ends with %s, and as the last one too", async (_name, source) => {
    expect(await rows({}, source)).toEqual([{ n: 1 }]);
    expect(await rows({}, source, "SELECT n FROM a")).toEqual([{ n: 1 }]);
    expect(await rows({}, "SELECT 0 AS z", source.replace("AS n", "AS n FROM a"))).toEqual([
      { n: 1 },
    ]);
  });

  it("keeps what looks like an end within a string", async () => {
    expect(await rows({}, "SELECT '; -- x' AS n", "SELECT n FROM a WHERE n <> ';'")).toEqual([
      { n: "; -- x" },
    ]);
  });

  it("keeps the order that a cell asks for", async () => {
    const found = await rows(
      {},
      "SELECT * FROM facts",
      "SELECT fact_id FROM a ORDER BY value DESC",
    );
    expect(found.map(({ fact_id }) => fact_id)).toEqual(["y-2", "y-1", "j-1"]);
  });

  it("reads a statement's own WITH before another cell of that name", async () => {
    const own = "WITH a AS (SELECT 'own' AS v) SELECT v FROM a";
    expect(await rows({}, "SELECT 'cell' AS v", own, "SELECT a.v, b.v AS w FROM a, b")).toEqual([
      { v: "cell", w: "own" },
    ]);
  });

  it("refuses two statements in one cell, also where another reads it", async () => {
    await expect(rows({}, "SELECT 1 AS n; SELECT 2 AS n")).rejects.toThrow();
    await expect(rows({}, "SELECT 1 AS n; SELECT 2 AS n", "SELECT * FROM a")).rejects.toThrow();
  });
});
