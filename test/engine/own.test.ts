import { afterAll, beforeAll, describe as group, expect, test } from "vitest";
import type { Column, Connection } from "../../src/engine/connection.ts";
import { createEngine, describe, insertTables, toRows } from "../../src/engine/index.ts";
import { columnsToArrow } from "../../src/engine/ipc.ts";
import { openNode } from "../../src/engine/node.ts";
import { withStream } from "../../scripts/with-stream.ts";

const columns: readonly Column[] = [
  { name: "地区", type: "VARCHAR" },
  { name: 'a "b"', type: "DOUBLE" },
  { name: "n", type: "BIGINT" },
  { name: "day", type: "DATE" },
  { name: "at", type: "TIMESTAMP" },
  { name: "ok", type: "BOOLEAN" },
];
const chunk = (start: number) =>
  columnsToArrow(columns, [
    [`r${start}`, null],
    [start + 0.5, null],
    [2 ** 40 + start, null],
    [Date.UTC(2022, 1, 3), null],
    [Date.UTC(2022, 1, 3, 4, 5, 6, 789), null],
    [true, null],
  ]);
const core = [
  withStream({
    name: "facts",
    columns: [{ name: "fact_id", type: "VARCHAR" }],
    rows: [{ fact_id: "x" }],
  }),
];
const definitions = [
  {
    name: "figures",
    kind: "view",
    sql: "CREATE OR REPLACE VIEW figures AS SELECT * FROM facts",
  },
] as const;

let connection: Connection;
beforeAll(async () => {
  connection = await openNode();
  await insertTables(connection, core, { definitions });
});
afterAll(() => connection.close());

const rows = async (sql: string, from: Pick<Connection, "query"> = connection) =>
  toRows(await from.query(sql));

group("a table of the reader's own", () => {
  test("comes in chunks, with Chinese and quoted names and every type", async () => {
    const stream = [chunk(0), chunk(1)];
    expect(await connection.addTable({ name: '我的 "表"', columns, stream })).toBe(4);
    expect(await rows('SELECT * FROM "我的 ""表""" WHERE 地区 = \'r1\'')).toEqual([
      {
        地区: "r1",
        'a "b"': 1.5,
        n: 2 ** 40 + 1,
        day: "2022-02-03",
        at: "2022-02-03T04:05:06.789Z",
        ok: true,
      },
    ]);
    expect(await rows('SELECT count(*) AS n FROM "我的 ""表""" WHERE n IS NULL')).toEqual([
      { n: 2 },
    ]);
  });

  test("replaces one of the same name, with other columns, also for a prepared statement", async () => {
    await connection.addTable({ name: "mine", columns, stream: [chunk(0)] });
    expect(Object.keys((await rows("SELECT * FROM mine"))[0] ?? {})).toHaveLength(6);
    const one: readonly Column[] = [{ name: "x", type: "INTEGER" }];
    await connection.addTable({ name: "mine", columns: one, stream: [columnsToArrow(one, [[7]])] });
    expect(await rows("SELECT * FROM mine")).toEqual([{ x: 7 }]);
  });

  test.each(["facts", "FACTS", "figures", "Figures", "", "  ", "__adding_9"])(
    "may not be called %j",
    async (name) => {
      const adding = connection.addTable({ name, columns, stream: [chunk(0)] });
      await expect(adding).rejects.toMatchObject({ code: "refused" });
      await expect(connection.dropTable(name)).rejects.toMatchObject({ code: "refused" });
      expect(await rows("SELECT * FROM facts")).toEqual([{ fact_id: "x" }]);
    },
  );

  test("that is given up half-way leaves the former and no remains", async () => {
    await connection.addTable({ name: "half", columns, stream: [chunk(0)] });
    const abort = new AbortController();
    const stream = (function* () {
      yield chunk(1);
      abort.abort(new Error("enough"));
      yield chunk(2);
    })();
    const adding = connection.addTable({ name: "half", columns, stream }, { signal: abort.signal });
    await expect(adding).rejects.toThrow("enough");
    expect(await rows("SELECT count(*) AS n FROM half")).toEqual([{ n: 2 }]);
    const names = "SELECT table_name AS n FROM duckdb_tables() WHERE table_name LIKE '%adding%'";
    expect(await rows(names)).toEqual([]);
  });

  test("lets queries pass between its chunks", async () => {
    const seen: unknown[] = [];
    const stream = (async function* () {
      yield chunk(0);
      seen.push(...(await rows("SELECT 1 AS ok")));
      yield chunk(1);
    })();
    await connection.addTable({ name: "slow", columns, stream });
    expect(seen).toEqual([{ ok: 1 }]);
  });

  test("cannot be changed by a query", async () => {
    await connection.addTable({ name: "still", columns, stream: [chunk(0)] });
    await expect(connection.query("INSERT INTO still (n) VALUES (1)")).rejects.toThrow();
  });

  test("is gone once dropped", async () => {
    await connection.addTable({ name: "gone", columns, stream: [chunk(0)] });
    await connection.dropTable("gone");
    await expect(connection.query("SELECT * FROM gone")).rejects.toThrow(/gone/);
  });
});

test("the catalogue tells tables, views, columns, types and rows", async () => {
  await connection.addTable({ name: "told", columns, stream: [chunk(0)] });
  const tables = await describe(connection, ["figures"]);
  expect(tables.find(({ name }) => name === "told")).toEqual({
    name: "told",
    kind: "table",
    rows: 2,
    columns: columns.map(({ name, type }) => ({ name, type })),
  });
  expect(tables.at(-1)).toMatchObject({ name: "figures", kind: "view", rows: null });
});

test("an engine that dies comes back with the reader's tables", async () => {
  let die: () => void = () => {};
  const opened: Connection[] = [];
  const engine = createEngine({
    open: async () => {
      const fresh = await openNode();
      opened.push(fresh);
      const died = new Promise<never>((resolve) => (die = resolve as () => void));
      return { ...fresh, died };
    },
    load: (fresh) => insertTables(fresh, core, { definitions }),
  });
  const kept = await engine.addTable({ name: "mine", columns, stream: [chunk(0), chunk(1)] });
  expect(kept).toMatchObject({ name: "mine", rows: 4 });
  die();
  await new Promise((resolve) => setTimeout(resolve));
  expect(await rows("SELECT count(*) AS n FROM mine", engine)).toEqual([{ n: 4 }]);
  expect(opened).toHaveLength(2);
  await engine.dropTable("MINE");
  expect(engine.tables()).toEqual([]);
  await expect(engine.query("SELECT * FROM mine")).rejects.toThrow(/mine/);
  await engine.close();
});
