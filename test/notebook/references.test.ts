import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bindReferences, referencePath, tableNames } from "../../src/notebook/index.ts";
import { tokenizeSql } from "../../src/notebook/sql.ts";

describe("what SQL reads by ${name}", () => {
  it("becomes a parameter, one for each name", () => {
    expect(bindReferences("SELECT ${a}, ${b_2}, ${ a } WHERE x = ${c-d}")).toEqual({
      sql: "SELECT $1, $2, $1 WHERE x = $3",
      parameters: ["a", "b_2", "c-d"],
      offsets: [7, 13, 38],
      faults: [],
    });
  });

  it.each([
    "'${a}'",
    "'it''s ${a}'",
    "E'it\\'s ${a}'",
    '"${a}"',
    '"a""${a}"',
    "-- ${a}",
    "/* ${a} */",
    "/* /* */ ${a} */",
    "$$ ${a} $$",
    "$tag$ $$ ${a} $tag$",
    "'${a}",
  ])("stays as it is within %s", (sql) => {
    expect(bindReferences(`SELECT 1 ${sql}`)).toMatchObject({
      sql: `SELECT 1 ${sql}`,
      parameters: [],
    });
  });

  it.each([
    "'a' || ${a}",
    "-- c\n${a}",
    "/* */ ${a}",
    "$$a$$ || ${a}",
    "'\\' || ${a}",
    '"x"=${a}',
    "{'k': ${a}}",
    "'--' || ${a}",
  ])("is found in %s", (sql) => {
    expect(bindReferences(sql)).toMatchObject({
      sql: sql.replace("${a}", "$1"),
      parameters: ["a"],
    });
  });

  it("tells of parameters that are none", () => {
    expect(bindReferences("SELECT $1, ${a.b}, $x, ${}").faults).toEqual([
      { message: "unsupported parameter: $1 (write ${name})", offset: 7 },
      { message: "invalid reference: ${a.b}", offset: 11 },
      { message: "unsupported parameter: $x (write ${name})", offset: 19 },
      { message: "invalid reference: ${}", offset: 23 },
    ]);
  });

  it("loses no character of any statement", () => {
    const piece = fc.constantFrom(
      "'",
      '"',
      "$",
      "$$",
      "$t$",
      "--",
      "/*",
      "*/",
      "\n",
      "E'",
      "\\",
      "${a}",
      "x",
      " ",
      "𝄞",
    );
    const sql = fc.array(fc.oneof(piece, fc.string({ unit: "binary", maxLength: 3 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(sql, (pieces) => {
        const text = pieces.join("");
        const tokens = tokenizeSql(text);
        expect(tokens.map((token) => token.text).join("")).toBe(text);
        const { sql: bound, parameters } = bindReferences(text);
        const back = bound.replace(/\$1(?!\d)/g, () => "${a}");
        if (!text.includes("$1") && parameters.length < 2)
          expect(back.replaceAll("${ a }", "${a}")).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps a long literal whole without running out of stack", () => {
    const long = `'${"长''".repeat(500_000)}'`;
    expect(tokenizeSql(long)).toHaveLength(1);
  });
});

describe("the tables that a statement reads", () => {
  it.each([
    ["SELECT * FROM a", "a"],
    ['SELECT * FROM "a-b" AS x', "a-b"],
    ["SELECT * FROM a, b x, c AS y WHERE d IN (e, f)", "a b c"],
    ["SELECT * FROM a JOIN b USING (c) LEFT JOIN d ON f(g, h) = i, j", "a b d j"],
    ["SELECT * FROM (a JOIN b ON true), (SELECT x, y FROM c) d, e", "a b c e"],
    ["FROM a SELECT b, c", "a"],
    ["SELECT * FROM a UNION ALL SELECT d, e FROM b ORDER BY f, g", "a b"],
    ["SELECT (SELECT max(x) FROM a), y FROM b, LATERAL (SELECT * FROM c)", "a b c"],
    ["WITH a AS (SELECT * FROM b) SELECT * FROM a, c", "b c"],
    ["WITH a(x, y) AS NOT MATERIALIZED (SELECT 1), b AS (FROM a) FROM b", ""],
    ["WITH a AS (SELECT * FROM a) SELECT * FROM a", "a"],
    ["WITH RECURSIVE a AS (SELECT 1 UNION SELECT * FROM a) FROM a", ""],
    ["SELECT extract(year FROM a), substring(b FROM 2) FROM c", "c"],
    ["SELECT a IS NOT DISTINCT FROM b, c IS DISTINCT FROM d FROM e", "e"],
    ["SELECT * FROM range(10), main.a, read_csv('x')", ""],
    ["SELECT * FROM 'a.parquet', ${a}, b", "b"],
    ["SELECT 'FROM a', \"FROM b\" /* FROM c */ -- FROM d\nFROM e", "e"],
    ["PIVOT a ON b, c USING sum(d) GROUP BY e", "a"],
    ["SUMMARIZE a", "a"],
    ["SELECT * FROM A JOIN a", "A"],
    ['SELECT * FROM 表, "引""号"', '表 引"号'],
    ["SELECT * FROM a WHERE b IN (SELECT c FROM d) GROUP BY e, f", "a d"],
    ["FROM", ""],
    ["FROM (((", ""],
    [")))FROM a", "a"],
    ["WITH", ""],
    ["WITH a AS (", ""],
  ])("%s reads %j", (sql, names) => {
    expect(tableNames(sql).join(" ")).toBe(names);
  });

  it.each([
    'SELECT * FROM a, "b-c" x, (SELECT y, z FROM d) WHERE e IN (SELECT f FROM g)',
    "SELECT * FROM (a JOIN b ON true), (SELECT x, y FROM c) d, e",
    "WITH a AS (SELECT * FROM b), c(x) AS MATERIALIZED (SELECT 1) SELECT * FROM a, c, d",
    "WITH a AS (SELECT * FROM a) SELECT * FROM a",
    "WITH RECURSIVE a AS (SELECT * FROM b UNION SELECT * FROM a) FROM a",
    "SELECT extract(year FROM a), substring(b FROM 2), trim(LEADING 'x' FROM e) FROM c",
    "SELECT a IS NOT DISTINCT FROM b, c IS DISTINCT FROM d FROM e",
    "SELECT * FROM range(10), main.a, 表 AS b",
    "SELECT E'\\' FROM x', $$ FROM y $$, 'it''s FROM z' /* /* FROM u */ FROM v */ -- FROM w\nFROM e",
    "SELECT count(*) FILTER (WHERE a > 1), sum(b) OVER (PARTITION BY c, d) FROM e GROUP BY f, g",
    "FROM a SEMI JOIN b ON a.x = b.x, c SELECT d, e",
    "SUMMARIZE a",
  ])("are those that DuckDB sees in %s", async (sql) => {
    const connection = await (await DuckDBInstance.create()).connect();
    const seen = connection.getTableNames(sql, false);
    connection.closeSync();
    expect(seen.length).toBeGreaterThan(0);
    // A name with a schema is no cell.
    const cells = seen.filter((name) => !sql.includes(`main.${name}`));
    expect(tableNames(sql).sort()).toEqual([...cells].sort());
  });

  it("are sought in any text without an error", () => {
    const word = fc.constantFrom(
      "FROM",
      "WITH",
      "AS",
      "(",
      ")",
      ",",
      "a",
      "RECURSIVE",
      "JOIN",
      "SELECT",
      "'",
      ".",
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(Array.isArray(tableNames(words.join(" ")))).toBe(true);
      }),
    );
  });
});

describe("a path in text", () => {
  it.each([
    ["a.b", ["a", "b"]],
    ["fines.漳州.value", ["fines", "漳州", "value"]],
    ["fines.zhangzhou-2020.value", ["fines", "zhangzhou-2020", "value"]],
    ["a", null],
    ["a.", null],
    ["a.b.c.d", null],
    ["漳州.b", null],
  ])("%s is %j", (text, path) => {
    expect(referencePath(text)).toEqual(path);
  });
});
