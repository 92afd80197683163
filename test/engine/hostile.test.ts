import { afterAll, beforeAll, expect, test } from "vitest";
import type { Connection } from "../../src/engine/connection.ts";
import { actingFunctions, readingFunctions } from "../../src/engine/functions.ts";
import { toRows, type Row } from "../../src/engine/index.ts";
import { toArrowStream } from "../../src/engine/ipc.ts";
import { openNode } from "../../src/engine/node.ts";
import { corpus } from "../attack/sql-corpus.ts";

let connection: Connection;
const columns = [
  { name: "region_id", type: "VARCHAR" },
  { name: "value", type: "DOUBLE" },
] as const;
const facts: Row[] = [
  { region_id: "haidian", value: 1.7 },
  { region_id: "suzhou", value: null },
];
beforeAll(async () => {
  connection = await openNode();
  await connection.insertArrow("facts", columns, toArrowStream(columns, facts));
});
afterAll(() => connection.close());

const rows = async (sql: string): Promise<Row[]> => toRows(await connection.query(sql));

/** All that a statement could leave behind. */
const state = async () => ({
  facts: await rows("SELECT * FROM facts"),
  settings: await rows("SELECT name, value FROM duckdb_settings() ORDER BY name"),
  tables: await rows("SELECT database_name, table_name FROM duckdb_tables() ORDER BY ALL"),
  views: await rows("SELECT view_name FROM duckdb_views() WHERE NOT internal ORDER BY ALL"),
  functions: await rows(
    "SELECT function_name FROM duckdb_functions() WHERE NOT internal ORDER BY ALL",
  ),
  types: await rows("SELECT type_name FROM duckdb_types() WHERE NOT internal ORDER BY ALL"),
  sequences: await rows("SELECT sequence_name FROM duckdb_sequences()"),
  databases: await rows("SELECT database_name FROM duckdb_databases() ORDER BY ALL"),
  variables: await rows("SELECT * FROM duckdb_variables()"),
  logs: await rows("SELECT count(*) AS n FROM duckdb_logs"),
});

test("the corpus is one", () => {
  expect(new Set(corpus.map(({ sql }) => sql)).size).toBe(corpus.length);
  expect(corpus.length).toBeGreaterThanOrEqual(250);
});

test("no hostile statement is answered, and none leaves a trace", async () => {
  const before = await state();
  const answered: string[] = [];
  const traces: string[] = [];
  for (const { sql } of corpus) {
    const isAnswered = await connection.query(sql).then(
      () => true,
      () => false,
    );
    if (isAnswered) answered.push(sql);
    if (JSON.stringify(await rows("SELECT * FROM facts")) !== JSON.stringify(before.facts))
      traces.push(sql);
  }
  expect(answered).toEqual([]);
  expect(traces).toEqual([]);
  expect(await state()).toEqual(before);
});

test("each is refused for being no query, or by name, not by chance", async () => {
  const limits = await Promise.all(
    corpus
      .filter(({ aim }) => aim === "function")
      .map(async ({ sql }) => {
        const error: unknown = await connection.query(sql).catch((cause: unknown) => cause);
        return [sql, (error as { limit?: unknown }).limit];
      }),
  );
  expect(limits.filter(([, limit]) => limit !== "function")).toEqual([]);
  await expect(connection.query("COPY facts TO 'out/x.csv'")).rejects.toMatchObject({
    limit: "kind",
  });
});

test("every table function of the engine is known to read only, or refused", async () => {
  const known = new Set([...readingFunctions, ...actingFunctions]);
  const all = await rows(
    `SELECT DISTINCT function_name AS name FROM duckdb_functions() WHERE function_type = 'table'`,
  );
  expect(all.map(({ name }) => String(name)).filter((name) => !known.has(name))).toEqual([]);
});

test("every scalar function with an effect is known", async () => {
  const all = await rows(
    `SELECT DISTINCT function_name AS name FROM duckdb_functions()
     WHERE function_type IN ('scalar', 'aggregate') AND stability = 'VOLATILE' ORDER BY 1`,
  );
  const harmless = [
    "current_connection_id",
    "current_query",
    "current_query_id",
    "current_transaction_id",
    // There is no sequence to move on: nothing creates one.
    "currval",
    "nextval",
    "error",
    "gen_random_uuid",
    "random",
    "stats",
    "uuid",
    "uuidv4",
    "uuidv7",
  ];
  const names = all.map(({ name }) => String(name));
  expect(
    names.filter((name) => !harmless.includes(name) && !actingFunctions.includes(name)),
  ).toEqual([]);
});
