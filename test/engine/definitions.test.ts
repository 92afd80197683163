import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  createEngine,
  EngineError,
  insertTables,
  QueryError,
  toRows,
} from "../../src/engine/index.ts";
import type { Connection, Definition, LoadedTable } from "../../src/engine/index.ts";
import { toArrowStream } from "../../src/engine/ipc.ts";
import { openNode } from "../../src/engine/node.ts";
import { withStream } from "../../scripts/with-stream.ts";

const columns = [{ name: "value", type: "DOUBLE" }] as const;
const tableOf = (...values: readonly number[]): LoadedTable =>
  withStream({ name: "facts", columns, rows: values.map((value) => ({ value })) });
const definitions: Definition[] = [
  { name: "twice", kind: "macro", sql: "CREATE OR REPLACE MACRO twice(x) AS 2 * x" },
  {
    name: "doubled",
    kind: "table",
    sql: "CREATE OR REPLACE TABLE doubled AS SELECT twice(value) AS value FROM facts",
  },
  {
    name: "total",
    kind: "view",
    sql: "CREATE OR REPLACE VIEW total AS SELECT sum(value) AS value FROM doubled",
  },
  {
    name: "above",
    kind: "macro table",
    sql: "CREATE OR REPLACE MACRO above(x) AS TABLE SELECT value FROM doubled WHERE value > x",
  },
  {
    name: "broken",
    kind: "view",
    sql: "CREATE OR REPLACE VIEW broken AS SELECT nothing FROM facts",
  },
];

let connection: Connection;
beforeAll(async () => {
  connection = await openNode();
});
beforeEach(() => insertTables(connection, [tableOf(1, 2)], { definitions }));
afterAll(() => connection.close());

const rows = async (sql: string) => toRows(await connection.query(sql));
const made = async () => {
  const sql = "SELECT table_name AS name FROM information_schema.tables ORDER BY name";
  return (await rows(sql)).map(({ name }) => name);
};

describe("a definition", () => {
  test("is created when a statement reads it, with what it reads itself, and not before", async () => {
    expect(await made()).toEqual(["facts"]);
    expect(await rows("SELECT value FROM total")).toEqual([{ value: 6 }]);
    expect(await made()).toEqual(["doubled", "facts", "total"]);
  });

  test("may be a macro, and two of them may be missing at once", async () => {
    expect(await rows("SELECT a.value FROM above(3) a, total")).toEqual([{ value: 4 }]);
    expect(await rows("SELECT twice(21) AS n")).toEqual([{ n: 42 }]);
  });

  test("gives way to a name that the statement defines itself", async () => {
    expect(await rows("WITH total AS (SELECT 7 AS value) SELECT * FROM total")).toEqual([
      { value: 7 },
    ]);
    expect(await made()).toEqual(["facts"]);
  });

  test("tells of the tables that are there: inserting one makes it anew", async () => {
    await rows("SELECT * FROM total, above(0)");
    await connection.insertArrow("facts", columns, toArrowStream(columns, tableOf(10).rows));
    expect(await made()).toEqual(["facts"]);
    expect(await rows("SELECT value FROM total")).toEqual([{ value: 20 }]);
  });

  test("that fails is an error of the statement, and the engine goes on", async () => {
    await expect(rows("SELECT * FROM broken")).rejects.toThrow('column "nothing"');
    expect(await rows("SELECT value FROM total")).toEqual([{ value: 6 }]);
  });

  test("is not made for a statement that was given up", async () => {
    const signal = AbortSignal.abort(new Error("no longer wanted"));
    await expect(connection.query("SELECT * FROM total", [], { signal })).rejects.toThrow(
      "no longer wanted",
    );
    expect(await made()).toEqual(["facts"]);
  });
});

describe("under the lock", () => {
  test.each([
    "CREATE VIEW mine AS SELECT 1",
    "CREATE OR REPLACE MACRO twice(x) AS 3 * x",
    "DROP VIEW total",
    "DROP TABLE facts",
    "INSERT INTO doubled VALUES (1)",
    "DELETE FROM doubled",
    "UPDATE facts SET value = 0",
    "SELECT * FROM total; DROP TABLE facts",
    "ATTACH 'other.db'",
    "SET lock_configuration = false",
  ])("%s is refused before and after a definition was created", async (sql) => {
    await expect(rows(sql)).rejects.toThrow(QueryError);
    expect(await rows("SELECT value FROM total")).toEqual([{ value: 6 }]);
    await expect(rows(sql)).rejects.toThrow(QueryError);
    expect(await rows("SELECT value FROM total")).toEqual([{ value: 6 }]);
    expect(await rows("SELECT twice(2) AS n")).toEqual([{ n: 4 }]);
  });

  test("an unknown name is an error as before", async () => {
    await expect(rows("SELECT * FROM nowhere")).rejects.toThrow("nowhere");
  });
});

test("an engine that was restarted has them again", async () => {
  const opened: Connection[] = [];
  let die: (error: EngineError) => void = () => {};
  const engine = createEngine({
    open: async () => {
      const fresh = await openNode();
      opened.push(fresh);
      return { ...fresh, died: new Promise<EngineError>((resolve) => (die = resolve)) };
    },
    load: (fresh) => insertTables(fresh, [tableOf(1, 2)], { definitions }),
  });
  expect(toRows(await engine.query("SELECT value FROM total"))).toEqual([{ value: 6 }]);
  die(new EngineError("crashed", "gone"));
  await new Promise((resolve) => setTimeout(resolve));
  expect(toRows(await engine.query("SELECT value FROM total"))).toEqual([{ value: 6 }]);
  expect(opened).toHaveLength(2);
  await engine.close();
});
