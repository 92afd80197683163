import { readFile, writeFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Connection } from "../../src/engine/connection.ts";
import { QueryError, tableCells } from "../../src/engine/index.ts";
import { toArrowStream } from "../../src/engine/ipc.ts";
import { openNode } from "../../src/engine/node.ts";
import { listPivots } from "../../src/runtime/pivot.ts";
import { queryWords } from "../../src/runtime/query-words.ts";

/** What analysts write, with what comes out where that never changes; null where only that it runs. */
const features: readonly (readonly [what: string, sql: string, out: string | null])[] = [
  [
    "PIVOT without a list",
    "PIVOT sales ON year USING sum(value) GROUP BY city ORDER BY city",
    "a|1|3;b|NULL|5",
  ],
  [
    "PIVOT in a common table expression",
    "WITH s AS (SELECT * FROM sales), p AS (PIVOT s ON year USING sum(value)) SELECT * FROM p ORDER BY city",
    "a|1|3;b|NULL|5",
  ],
  [
    "PIVOT with a list",
    "PIVOT sales ON year IN (2022) USING sum(value) GROUP BY city ORDER BY city",
    "a|1;b|NULL",
  ],
  ["PIVOT over two columns", "PIVOT sales ON city, year USING sum(value)", null],
  ["UNPIVOT", "UNPIVOT (SELECT 1 AS a, 2 AS b) ON a, b", "a|1;b|2"],
  ["FROM first", "FROM sales SELECT count(*)", "3"],
  [
    "GROUP BY ALL, ORDER BY ALL",
    "SELECT city, sum(value) FROM sales GROUP BY ALL ORDER BY ALL",
    "a|4;b|5",
  ],
  [
    "QUALIFY",
    "SELECT city FROM sales QUALIFY row_number() OVER (PARTITION BY city ORDER BY year) = 1 ORDER BY 1",
    "a;b",
  ],
  [
    "window functions",
    "SELECT sum(value) OVER (ORDER BY year, city) FROM sales ORDER BY 1",
    "1;4;9",
  ],
  [
    "ASOF JOIN",
    "SELECT count(*) FROM sales a ASOF JOIN sales b ON a.city = b.city AND a.year >= b.year",
    "3",
  ],
  [
    "WITH RECURSIVE",
    "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 4) SELECT max(n) FROM t",
    "4",
  ],
  ["lists and lambdas", "SELECT list_transform([1, 2], x -> x + 1)", "[2, 3]"],
  ["fields of a record", "SELECT {'a': {'b': 7}}.a.b", "7"],
  ["regular expressions", "SELECT regexp_extract('罚款 58.2 万元', '[0-9.]+')", "58.2"],
  ["DESCRIBE", "DESCRIBE sales", null],
  ["SUMMARIZE", "SUMMARIZE sales", null],
  ["SHOW TABLES", "SHOW TABLES", "sales"],
  ["EXPLAIN", "EXPLAIN SELECT * FROM sales", null],
  ["CREATE TEMP VIEW", "CREATE TEMP VIEW v AS SELECT 1", null],
  ["CREATE MACRO", "CREATE TEMP MACRO m(x) AS x + 1", null],
  ["two statements", "SELECT 1; SELECT 2", null],
  ["COPY … TO", "COPY sales TO 'out/x.csv'", null],
  ["SET", "SET threads = 1", null],
  ["current_date", "SELECT current_date > DATE '2024-01-01'", "true"],
  ["today()", "SELECT today() = current_date", "true"],
  ["now()", "SELECT now() IS NOT NULL", "true"],
  ["localtimestamp", "SELECT localtimestamp IS NOT NULL", "true"],
  ["current_time", "SELECT current_time IS NOT NULL", "true"],
  [
    "date_trunc of a TIMESTAMP",
    "SELECT date_trunc('month', TIMESTAMP '2024-05-06 07:08:09')",
    "2024-05-01",
  ],
  ["date_trunc of now()", "SELECT date_trunc('month', now())", null],
  ["now()::TIMESTAMP", "SELECT year(now()::TIMESTAMP) >= 2024", "true"],
  ["AT TIME ZONE", "SELECT now() AT TIME ZONE 'Asia/Shanghai'", null],
  ["strftime", "SELECT strftime(DATE '2024-05-06', '%Y年%m月')", "2024年05月"],
  ["->>", `SELECT '{"a": 1}' ->> 'a'`, null],
  ["json_extract", `SELECT json_extract('{"a": 1}', '$.a')`, null],
  ["::JSON", "SELECT '{}'::JSON", null],
  ["COLLATE NOCASE", "SELECT x FROM (VALUES ('b'), ('A')) t(x) ORDER BY x COLLATE NOCASE", "A;b"],
  ["COLLATE NOACCENT", "SELECT 'é' COLLATE NOACCENT = 'e'", "true"],
  ["COLLATE zh", "SELECT x FROM (VALUES ('重')) t(x) ORDER BY x COLLATE zh", null],
  [
    "ORDER BY pinyin(…)",
    "SELECT x FROM (VALUES ('苏州'), ('漳州'), ('海淀'), ('A')) t(x) ORDER BY pinyin(x)",
    "A;海淀;苏州;漳州",
  ],
  ["read_csv", "SELECT * FROM read_csv('x.csv')", null],
  ["read_parquet", "SELECT * FROM read_parquet('x.parquet')", null],
  ["ST_Point", "SELECT ST_Point(1, 2)", null],
];

let connection: Connection;
beforeAll(async () => {
  connection = await openNode();
  const columns = [
    { name: "city", type: "VARCHAR" },
    { name: "year", type: "INTEGER" },
    { name: "value", type: "INTEGER" },
  ] as const;
  const rows = [
    { city: "a", year: 2022, value: 1 },
    { city: "a", year: 2023, value: 3 },
    { city: "b", year: 2023, value: 5 },
  ];
  await connection.insertArrow("sales", columns, toArrowStream(columns, rows));
});
afterAll(() => connection.close());

async function textsOf(sql: string): Promise<string[][]> {
  const table = await connection.query(sql);
  const cells = tableCells(table);
  return Array.from({ length: table.numRows }, (_, row) =>
    cells.map((column) => column.text(row) ?? "NULL"),
  );
}

/** As an sql cell runs it. */
const run = async (sql: string): Promise<string[][]> =>
  textsOf(await listPivots(sql, 0, async (asked) => (await textsOf(asked)).map(([v]) => v ?? "")));

interface Outcome {
  readonly what: string;
  readonly sql: string;
  readonly rows: string | null;
  /** What a reader is told in both languages. */
  readonly told: { readonly en: string; readonly zh: string } | null;
}

async function outcome([what, sql]: (typeof features)[number]): Promise<Outcome> {
  try {
    const rows = (await run(sql)).map((row) => row.join("|")).join(";");
    return { what, sql, rows, told: null };
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    const told = { en: queryWords(error, "en"), zh: queryWords(error, "zh") };
    return { what, sql, rows: null, told };
  }
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

function documentOf(outcomes: readonly Outcome[]): string {
  const lines = outcomes.map(
    ({ what, sql, told }) =>
      `| ${cell(what)} | \`${cell(sql)}\` | ${told ? cell(told.en).replaceAll("[", "&#91;").replaceAll("]", "&#93;") : "runs"} |`,
  );
  return `# SQL in a cell

What the engine of the page (DuckDB-WASM 1.32.0) answers, tried on it. This file is written by \`test/runtime/sql-features.test.ts\` (\`FADU_WRITE=1 npx vitest run --project node test/runtime/sql-features.test.ts\`); a test fails when it is stale.

A cell holds one query. It can read tables, other sql cells by their id and \`\${inputs}\`; it changes nothing. \`current_date\`, \`today()\` and \`localtimestamp\` are the reader’s clock; \`now()\` is a point in time, written in UTC. Another sql cell reads the second of two columns of one name as \`value_1\`, as the engine calls it; the page, files and JavaScript call it \`value_2\`.

| what | example | outcome |
| --- | --- | --- |
${lines.join("\n")}
`;
}

test("what analysts write runs, or is answered in the reader's language", async () => {
  const outcomes: Outcome[] = [];
  for (const feature of features) outcomes.push(await outcome(feature));
  for (const [i, [what, , out]] of features.entries())
    if (out !== null) expect([what, outcomes[i]?.rows]).toEqual([what, out]);
  const foreign = outcomes.filter(({ told }) => told !== null && !/\p{Script=Han}/u.test(told.zh));
  expect(foreign.map(({ what, told }) => [what, told?.zh])).toEqual([]);
  const advice = outcomes.filter(({ told }) => /INSTALL|LOAD |autoload/.test(told?.en ?? ""));
  expect(advice.map(({ what }) => what)).toEqual([]);
  const file = new URL("../../docs/sql.md", import.meta.url);
  const text = documentOf(outcomes);
  if (process.env["FADU_WRITE"] === "1") await writeFile(file, text);
  const known = (await readFile(file, "utf8")).replace(/ +/g, " ").replace(/-{3,}/g, "---");
  expect(known).toBe(text.replace(/ +/g, " "));
});

test("PIVOT finds its list with parameters, within brackets, and as a cell that is read", async () => {
  const ask = async (sql: string) =>
    (await connection.query(sql, [2022])).toArray().map((row) => String(row?.toJSON()["value"]));
  const bracketed =
    "SELECT * FROM (PIVOT (SELECT * FROM sales WHERE year > $1) ON year USING sum(value))";
  expect(await listPivots(bracketed, 1, ask)).toContain("ON year IN ('2023') USING");
  const read =
    'WITH "p" AS (\nPIVOT sales ON year USING sum(value) -- $1\n)\nSELECT *, $1 FROM (\nSELECT * FROM p\n)';
  expect(await listPivots(read, 1, ask)).toContain("ON year IN ('2022', '2023') USING");
  const none = "SELECT 'PIVOT x ON y' AS pivot_text, pivot FROM (SELECT 1 AS pivot)";
  expect(await listPivots(none, 0, ask)).toBe(none);
});
