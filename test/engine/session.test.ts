import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Connection } from "../../src/engine/connection.ts";
import { QueryError, toRows, type Row } from "../../src/engine/index.ts";
import { toArrowStream } from "../../src/engine/ipc.ts";
import { openNode } from "../../src/engine/node.ts";

let connection: Connection;
const columns = [
  { name: "region_id", type: "VARCHAR" },
  { name: "value", type: "DOUBLE" },
  { name: "rank", type: "INTEGER" },
  { name: "unit_inferred", type: "BOOLEAN" },
] as const;
const facts: Row[] = [
  { region_id: "haidian", value: 1.7, rank: 1, unit_inferred: false },
  { region_id: "海淀's", value: null, rank: 2, unit_inferred: true },
  { region_id: null, value: 0, rank: null, unit_inferred: null },
];
beforeAll(async () => {
  connection = await openNode();
  await connection.insertArrow("facts", columns, toArrowStream(columns, facts));
});
afterAll(() => connection.close());

const rows = async (...query: Parameters<Connection["query"]>): Promise<Row[]> =>
  toRows(await connection.query(...query));
const failure = async (sql: string): Promise<QueryError> => {
  const error: unknown = await connection.query(sql).catch((cause: unknown) => cause);
  if (!(error instanceof QueryError)) throw new Error(`no QueryError: ${sql}: ${String(error)}`);
  return error;
};

test("what was inserted comes back, missing as null and not as zero", async () => {
  expect(await rows("SELECT * FROM facts")).toEqual(facts);
});

test("a table of no rows is a table", async () => {
  await connection.insertArrow("empty", columns, toArrowStream(columns, []));
  expect(await rows("SELECT * FROM empty")).toEqual([]);
});

test("inserting a table again replaces it", async () => {
  for (const _ of [1, 2])
    await connection.insertArrow("again", columns, toArrowStream(columns, facts));
  expect(await rows("SELECT count(*) AS n FROM again")).toEqual([{ n: 3 }]);
});

describe("parameters", () => {
  test("bind by number, more than once, in any order", async () => {
    expect(await rows("SELECT $2 AS b, $1 AS a, $2 AS c", ["x", 2])).toEqual([
      { b: 2, a: "x", c: 2 },
    ]);
  });
  test("bind a list", async () => {
    const sql = "SELECT region_id FROM facts WHERE list_contains($1, region_id)";
    expect(await rows(sql, [["haidian", "nowhere"]])).toEqual([{ region_id: "haidian" }]);
    expect(await rows(sql, [[]])).toEqual([]);
  });
  test("bind null", async () => {
    expect(await rows("SELECT count(*) AS n FROM facts WHERE $1 IS NULL", [null])).toEqual([
      { n: 3 },
    ]);
  });
  test("are not looked for in strings, names and comments", async () => {
    const sql = `SELECT '$1 ''$2''' AS "$3", $1 AS a -- $4 '\n/* $5 */`;
    expect(await rows(sql, ["v"])).toEqual([{ $3: "$1 '$2'", a: "v" }]);
  });
  test("may change between runs of one statement", async () => {
    for (const n of [1, 2, 3])
      expect(await rows("SELECT rank FROM facts LIMIT $1", [n])).toHaveLength(n);
  });
  test("may change their type between runs", async () => {
    for (const v of ["a", 1, 2.5, true, null, ["x"]])
      expect(await rows("SELECT $1 AS v", [v])).toEqual([{ v }]);
  });
  test("that are missing or too many are errors", async () => {
    await expect(connection.query("SELECT $1, $2", [1])).rejects.toThrow(QueryError);
    await expect(connection.query("SELECT 1", [1])).rejects.toThrow(QueryError);
    expect(await rows("SELECT 1 AS ok")).toEqual([{ ok: 1 }]);
  });
  test("are never read as SQL", async () => {
    const attack = "'); DROP TABLE facts; --";
    expect(await rows("SELECT count(*) AS n FROM facts WHERE region_id = $1", [attack])).toEqual([
      { n: 0 },
    ]);
    expect(await rows("SELECT count(*) AS n FROM facts")).toEqual([{ n: 3 }]);
  });
});

describe("an error", () => {
  test("names the statement and the place, after Chinese text too", async () => {
    const sql = "SELECT '处罚金额', nope FROM facts";
    const error = await failure(sql);
    expect(error.message).toMatch(/^Binder Error: Referenced column "nope" not found/);
    expect(error.sql).toBe(sql);
    expect(error.position).toBe(sql.indexOf("nope"));
  });
  test("names the place behind a parameter, whose type the engine does not know before", async () => {
    const sql = "SELECT $1 AS p, nope FROM facts";
    const error: unknown = await connection.query(sql, ["x"]).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ position: sql.indexOf("nope") });
  });
  test("of syntax says where", async () => {
    expect(await failure("SELECT 1 +")).toMatchObject({
      message: "Parser Error: syntax error at end of input",
      position: 10,
    });
    expect((await failure("SELEC 1")).position).toBe(0);
  });
  test("while running leaves the engine usable", async () => {
    expect((await failure("SELECT region_id::INTEGER FROM facts")).message).toMatch(
      /^Conversion Error: /,
    );
    expect(await rows("SELECT 1 AS ok")).toEqual([{ ok: 1 }]);
  });
  test("that says 'unreachable' is no crash", async () => {
    expect((await failure("SELECT error('unreachable')")).message).toContain("unreachable");
    expect(await rows("SELECT 1 AS ok")).toEqual([{ ok: 1 }]);
  });
  test("is what an empty statement is", async () => {
    await failure("");
    await failure("-- nothing");
    expect(await rows("SELECT 1 AS ok;")).toEqual([{ ok: 1 }]);
  });
});

describe("refused is", () => {
  test.each([
    "INSTALL parquet",
    "FORCE INSTALL httpfs FROM 'https://example.org/x'",
    "LOAD icu",
    "LOAD '/tmp/evil.duckdb_extension'",
    "SELECT * FROM read_csv('https://example.org/x.csv')",
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM read_blob('package.json')",
    "SELECT * FROM 'https://example.org/x.parquet'",
    "SELECT * FROM 'package.json'",
    "SELECT * FROM glob('*')",
    "SELECT * FROM sniff_csv('/etc/passwd')",
    "ATTACH 'https://example.org/x.db'",
    "ATTACH '/tmp/x.db' AS x",
    "ATTACH ':memory:' AS x",
    "COPY facts TO '/tmp/facts.csv'",
    "COPY facts TO 'https://example.org/x.csv'",
    "COPY facts TO 'user/../../tmp/x.csv'",
    "COPY facts FROM '/etc/passwd'",
    "EXPORT DATABASE '/tmp/x'",
    "IMPORT DATABASE '/tmp/x'",
    "SET enable_external_access = true",
    "SET lock_configuration = false",
    "SET GLOBAL autoload_known_extensions = true",
    "RESET lock_configuration",
    "PRAGMA enable_profiling",
    "CREATE SECRET s (TYPE http, BEARER_TOKEN 'x')",
    "CALL pragma_version()",
    "USE memory",
    "CHECKPOINT",
  ])("reaching outside: %s", async (sql) => {
    await failure(sql);
    expect(await rows("SELECT count(*) AS n FROM facts")).toEqual([{ n: 3 }]);
  });
  test.each([
    "DROP TABLE facts",
    "DELETE FROM facts",
    "UPDATE facts SET value = 0",
    "INSERT INTO facts VALUES ('x', 1, 1, true)",
    "INSERT OR REPLACE INTO facts SELECT * FROM facts",
    "WITH x AS (SELECT 1) DELETE FROM facts",
    "ALTER TABLE facts DROP COLUMN value",
    "CREATE OR REPLACE TABLE facts AS SELECT 1",
    "CREATE TEMP TABLE facts AS SELECT 1 AS value",
    "CREATE TEMP VIEW facts AS SELECT 1 AS value",
    "CREATE MACRO sum(a) AS 1",
    "TRUNCATE facts",
    "MERGE INTO facts USING facts AS f ON true WHEN MATCHED THEN DELETE",
    "SELECT 1; DELETE FROM facts",
    "SELECT 1; ROLLBACK; DROP TABLE facts",
    "ROLLBACK",
    "COMMIT; DROP TABLE facts",
    "DEALLOCATE ALL",
    "EXECUTE fadu_0",
    "SELECT * FROM query('DELETE FROM facts')",
    "EXPLAIN ANALYZE DELETE FROM facts",
  ])("changing what others cite: %s", async (sql) => {
    await failure(sql);
    expect(await rows("SELECT * FROM facts")).toEqual(facts);
  });
});

describe("allowed is", () => {
  test.each([
    "FROM facts",
    "(SELECT 1)",
    "VALUES (1)",
    "DESCRIBE facts",
    "SHOW TABLES",
    "SUMMARIZE facts",
    "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT * FROM t",
    "PIVOT facts ON region_id IN ('haidian') USING sum(value)",
    "SELECT 1 -- with a comment",
    "-- first\nSELECT ';'; /* after */",
    "SELECT * FROM range(3)",
    "SELECT quantile_cont(value, 0.5) OVER () FROM facts",
  ])("reading: %s", async (sql) => {
    expect((await rows(sql)).length).toBeGreaterThan(0);
  });
});

test("many different statements are run, more than are kept prepared", async () => {
  for (let n = 0; n < 150; n++)
    expect(await rows(`SELECT ${n} + $1 AS n`, [1])).toEqual([{ n: n + 1 }]);
  expect(await rows("SELECT 0 + $1 AS n", [1])).toEqual([{ n: 1 }]);
});

test("statements sent together all come back, each with its own rows", async () => {
  const numbers = Array.from({ length: 20 }, (_, n) => n);
  expect(await Promise.all(numbers.map((n) => rows("SELECT $1 AS n", [n])))).toEqual(
    numbers.map((n) => [{ n }]),
  );
});

test("an aborted signal rejects with its reason", async () => {
  const reason = new Error("no longer wanted");
  const signal = AbortSignal.abort(reason);
  await expect(connection.query("SELECT 1", [], { signal })).rejects.toBe(reason);
});

test("a closed engine rejects with 'closed'", async () => {
  const other = await openNode();
  await other.close();
  await expect(other.query("SELECT 1")).rejects.toMatchObject({ code: "closed" });
});
