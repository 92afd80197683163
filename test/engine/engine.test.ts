import { describe, expect, test } from "vitest";
import type { Column, Connection } from "../../src/engine/connection.ts";
import { createEngine, EngineError, toRows, type EngineOptions } from "../../src/engine/index.ts";
import { columnsToArrow } from "../../src/engine/ipc.ts";
import { openNode } from "../../src/engine/node.ts";

/** An engine on Node's DuckDB, and the states it went through. */
function engineOf(options: Partial<EngineOptions> = {}) {
  const states: string[] = [];
  const engine = createEngine({
    open: openNode,
    load: async () => {},
    onState: (state, error) => states.push(error === null ? state : `${state}: ${error.code}`),
    ...options,
  });
  return { engine, states };
}
const never = (): Promise<never> => new Promise(() => {});

test("nothing is opened before it is asked for", () => {
  const { engine, states } = engineOf({ open: () => Promise.reject(new Error("opened")) });
  expect([engine.state, states]).toEqual(["idle", []]);
});

test("the first query starts the engine, all others use the same", async () => {
  let opened = 0;
  const open = (): Promise<Connection> => (opened++, openNode());
  const { engine, states } = engineOf({ open });
  const tables = await Promise.all([
    engine.query("SELECT 1 AS n"),
    engine.query("SELECT $1 AS n", [2]),
  ]);
  await engine.start();
  expect(tables.map((table) => toRows(table))).toEqual([[{ n: 1 }], [{ n: 2 }]]);
  expect([opened, states]).toEqual([1, ["loading", "ready"]]);
  await engine.close();
});

describe("starting", () => {
  test("fails at the deadline when opening makes no progress, and ends what was opened", async () => {
    let aborted: unknown;
    const open: EngineOptions["open"] = ({ signal }) => {
      signal?.addEventListener("abort", () => (aborted = signal.reason));
      return never();
    };
    const { engine, states } = engineOf({ open, deadline: 50 });
    await expect(engine.start()).rejects.toMatchObject({ code: "timeout" });
    expect(aborted).toMatchObject({ code: "timeout" });
    expect(states).toEqual(["loading", "failed: timeout"]);
    await expect(engine.query("SELECT 1")).rejects.toMatchObject({ code: "timeout" });
  });

  test("may take longer than the deadline as long as there is progress", async () => {
    const open: EngineOptions["open"] = async ({ onProgress }) => {
      for (let loaded = 0; loaded < 5; loaded++) {
        await new Promise((resolve) => setTimeout(resolve, 60));
        onProgress?.({ loaded, total: 5 });
      }
      throw new EngineError("unreachable", "the end of the test");
    };
    const { engine } = engineOf({ open, deadline: 150 });
    await expect(engine.start()).rejects.toMatchObject({ code: "unreachable" });
  });

  test("fails when its tables cannot be loaded, and can be tried again", async () => {
    let loads = 0;
    const load = async (): Promise<void> => {
      if (loads++ === 0) throw new EngineError("hash_mismatch", "invalid facts.arrow");
    };
    const { engine, states } = engineOf({ load });
    await expect(engine.start()).rejects.toMatchObject({ code: "hash_mismatch" });
    await engine.start();
    expect(states).toEqual(["loading", "failed: hash_mismatch", "loading", "ready"]);
    await engine.close();
  });

  test("wraps any other error, with its cause", async () => {
    const cause = new TypeError("Failed to fetch");
    const { engine } = engineOf({ open: () => Promise.reject(cause) });
    await expect(engine.start()).rejects.toMatchObject({
      name: "EngineError",
      code: "unreachable",
      cause,
    });
  });

  test("does not keep a query waiting that was aborted", async () => {
    const { engine } = engineOf({ open: never });
    const signal = AbortSignal.timeout(20);
    await expect(engine.query("SELECT 1", [], { signal })).rejects.toMatchObject({
      name: "TimeoutError",
    });
    await engine.close();
  });
});

describe("closing", () => {
  test("rejects what waits for the start", async () => {
    const { engine } = engineOf({ open: never });
    const query = engine.query("SELECT 1");
    const start = engine.start();
    await engine.close();
    await expect(query).rejects.toMatchObject({ code: "closed" });
    await expect(start).rejects.toMatchObject({ code: "closed" });
  });

  test("rejects what comes later", async () => {
    const { engine } = engineOf();
    await engine.start();
    await engine.close();
    await expect(engine.query("SELECT 1")).rejects.toMatchObject({ code: "closed" });
  });
});

test("an error in a statement is no fault of the engine", async () => {
  const { engine, states } = engineOf();
  await expect(engine.query("SELECT nope")).rejects.toMatchObject({ name: "QueryError" });
  expect(engine.state).toBe("ready");
  expect(states).toEqual(["loading", "ready"]);
  await engine.close();
});

test("a table of the reader's own outlives deaths that a query does not", async () => {
  let adds = 0;
  const open = async (): Promise<Connection> => {
    const connection = await openNode();
    const addTable: Connection["addTable"] = (...args) => {
      if (++adds > 3) return connection.addTable(...args);
      return Promise.reject(new EngineError("crashed", "ended", { retriable: true }));
    };
    return { ...connection, addTable, query: (...args) => connection.query(...args) };
  };
  const { engine } = engineOf({ open, restarts: 5 });
  const columns: Column[] = [{ name: "n", type: "INTEGER" }];
  await engine.addTable({ name: "mine", columns, stream: [columnsToArrow(columns, [[7]])] });
  expect(toRows(await engine.query("SELECT n FROM mine"))).toEqual([{ n: 7 }]);
  expect(adds).toBe(4);
  await engine.close();
});
