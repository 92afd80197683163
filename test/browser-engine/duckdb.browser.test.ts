import { afterEach, describe, expect, test } from "vitest";
import * as built from "virtual:fadu-engine";
import type { Connection } from "../../src/engine/connection.ts";
import { createEngine, openDuckdb, toRows, type DuckdbOptions } from "../../src/engine/index.ts";

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

async function open(
  options: DuckdbOptions = {},
): Promise<{ connection: Connection; worker: Worker }> {
  let worker: Worker | undefined;
  const connection = await openDuckdb({ ...options, onWorker: (started) => (worker = started) });
  opened.push(connection);
  if (worker === undefined) throw new Error("missing worker");
  return { connection, worker };
}

const rows = async (connection: Pick<Connection, "query">, sql: string) =>
  toRows(await connection.query(sql));
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const endless =
  "SELECT count(*) AS n FROM range(1000000000) a, range(1000) b WHERE a.range % 7 = b.range";

/** The stock worker with three ways to provoke it, from inside, as a fault or an attack would. */
const provokable = `
  const { instantiateStreaming } = WebAssembly;
  let memory;
  WebAssembly.instantiateStreaming = async (...given) => {
    const module = await instantiateStreaming(...given);
    memory = module.instance.exports.memory ?? given[1].env.memory;
    return module;
  };
  importScripts(${JSON.stringify(built.workerUrl)});
  const provocations = {
    close: () => self.close(),
    trap: () => new Uint8Array(memory.buffer).fill(255),
    report: ({ ports: [port] }) =>
      port.postMessage(performance.getEntriesByType("resource").map(({ name }) => name)),
  };
  addEventListener("message", (event) => provocations[event.data.provoke]?.(event));`;

const provokableAssets = () => ({
  ...built,
  workerUrl: URL.createObjectURL(new Blob([provokable], { type: "text/javascript" })),
});

/** Asks the worker for the addresses that it has requested. */
async function requests(worker: Worker): Promise<string[]> {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ provoke: "report", type: "PING" }, [port2]);
  return new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data as string[])));
}

test("the engine starts and answers", async () => {
  const progress: number[] = [];
  const { connection } = await open({
    onProgress: ({ loaded, total }) => progress.push(loaded / total),
  });
  expect(await rows(connection, "SELECT 42 AS n")).toEqual([{ n: 42 }]);
  expect(progress.at(-1)).toBe(1);
  expect(progress.length).toBeGreaterThan(3);
});

test("a second engine of the page compiles and fetches nothing", async () => {
  await open();
  const progress: number[] = [];
  const { connection, worker } = await open({
    assets: provokableAssets(),
    onProgress: ({ loaded }) => progress.push(loaded),
  });
  expect(progress).toEqual([]);
  expect((await requests(worker)).filter((url) => url.includes("wasm"))).toEqual([]);
  expect(await rows(connection, "SELECT 42 AS n")).toEqual([{ n: 42 }]);
});

test("parameters of all types bind", async () => {
  const { connection } = await open();
  const table = await connection.query(
    "SELECT $1 AS s, $2 AS n, $3 AS b, $4 AS z, list_contains($5, 'b') AS l, '$6' AS t -- $7",
    ["海淀's", 0.1, true, null, ["a", "b"]],
  );
  expect(toRows(table)).toEqual([{ s: "海淀's", n: 0.1, b: true, z: null, l: true, t: "$6" }]);
});

test("a large result arrives whole and an empty one with its columns", async () => {
  const { connection } = await open();
  const table = await connection.query("SELECT i, i * 2 AS twice FROM range(300000) t(i)");
  expect(table.numRows).toBe(300_000);
  // 64-bit integers stay what they are, to the last digit.
  expect(table.get(299_999)?.toJSON()).toEqual({ i: 299_999n, twice: 599_998n });
  const empty = await connection.query("SELECT 1 AS a WHERE false");
  expect([empty.numRows, empty.schema.names]).toEqual([0, ["a"]]);
});

describe("cancelling", () => {
  test.each([
    ["an aggregate", endless],
    [
      "a scan that finds little",
      "SELECT a.range FROM range(1000000000000) a WHERE a.range % 999999999 = 0",
    ],
    ["a sort", "SELECT a.range FROM range(30000000) a ORDER BY hash(a.range)"],
  ])("%s takes less than 500 ms and the next query works", async (_, sql) => {
    const { connection } = await open();
    const abort = new AbortController();
    const query = connection
      .query(sql, [], { signal: abort.signal })
      .catch((error: unknown) => error);
    const next = rows(connection, "SELECT 1 AS ok");
    await sleep(400);
    const reason = new Error("no longer wanted");
    abort.abort(reason);
    expect(await query).toBe(reason);
    expect(await next).toEqual([{ ok: 1 }]);
  });

  test("a parameterised query works too", async () => {
    const { connection } = await open();
    const signal = AbortSignal.timeout(300);
    const query = connection.query(`${endless} AND a.range > $1`, [5], { signal });
    await expect(query).rejects.toMatchObject({ name: "TimeoutError" });
    expect(await rows(connection, "SELECT 1 AS ok")).toEqual([{ ok: 1 }]);
  });

  test("a waiting query takes it out of the queue", async () => {
    const { connection } = await open();
    const [running, waiting] = [new AbortController(), new AbortController()];
    const first = connection.query(endless, [], { signal: running.signal }).catch(() => "first");
    const second = connection.query(endless, [], { signal: waiting.signal }).catch(() => "second");
    waiting.abort();
    expect(await Promise.race([first, second])).toBe("second");
    running.abort();
    expect(await rows(connection, "SELECT 1 AS ok")).toEqual([{ ok: 1 }]);
  });

  test("what does not stop kills the engine and nobody waits for ever", async () => {
    const { connection, worker } = await open({ patience: 300 });
    const abort = new AbortController();
    const query = connection
      .query(endless, [], { signal: abort.signal })
      .catch((error: unknown) => error);
    const next = connection.query("SELECT 1").catch((error: unknown) => error);
    await sleep(100);
    worker.postMessage = () => {};
    abort.abort();
    expect(await query).toBe(abort.signal.reason);
    expect(await next).toMatchObject({ code: "crashed", retriable: true });
  });
});

describe("death", () => {
  test("by terminate() in mid-query rejects all queries soon", async () => {
    const { connection, worker } = await open();
    const queries = [endless, "SELECT 1"].map((sql) =>
      connection.query(sql).catch((error: unknown) => error),
    );
    await sleep(200);
    worker.terminate();
    for (const query of queries)
      expect(await query).toMatchObject({ code: "crashed", retriable: true });
    expect(await connection.died).toMatchObject({ code: "crashed" });
    await expect(connection.query("SELECT 1")).rejects.toMatchObject({ code: "crashed" });
  });

  test("by a silent self.close() in mid-query rejects all queries soon", async () => {
    const { connection, worker } = await open({ assets: provokableAssets() });
    const query = connection.query(endless).catch((error: unknown) => error);
    await sleep(200);
    worker.postMessage({ provoke: "close", type: "PING" });
    expect(await query).toMatchObject({ code: "crashed", retriable: true });
  });
});

describe("a trap", () => {
  test("is the fault of its statement and the others may try again", async () => {
    const { connection, worker } = await open({ assets: provokableAssets() });
    worker.postMessage({ provoke: "trap", type: "PING" });
    const [own, other] = ["SELECT count(*) FROM range(10)", "SELECT 2"].map((sql) =>
      connection.query(sql).catch((error: unknown) => error),
    );
    expect(await own).toMatchObject({ code: "crashed", retriable: false });
    expect(await other).toMatchObject({ code: "crashed", retriable: true });
  });
});

test("an end before the worker's first line is noticed too", async () => {
  const opening = openDuckdb({ onWorker: (worker) => worker.terminate() });
  await expect(opening).rejects.toMatchObject({ code: "crashed", retriable: true });
}, 30_000);

describe("a supervised engine", () => {
  const facts = { loads: 0 };
  async function supervised(options: DuckdbOptions = {}) {
    const states: string[] = [];
    const workers: Worker[] = [];
    facts.loads = 0;
    const engine = createEngine({
      open: (given) =>
        openDuckdb({ ...options, ...given, onWorker: (worker) => workers.push(worker) }),
      load: async () => void facts.loads++,
      onState: (state) => states.push(state),
    });
    opened.push(engine);
    await engine.start();
    return { engine, states, workers };
  }

  test("restarts, refills and runs again what was in flight", async () => {
    const { engine, states, workers } = await supervised();
    const sql = "SELECT sum(hash(a.range) % 3)::DOUBLE AS n FROM range(20000000) a";
    const query = rows(engine, sql);
    await sleep(100);
    workers[0]?.terminate();
    const [row] = await query;
    expect(row?.["n"]).toBeGreaterThan(0);
    expect(states).toEqual(["loading", "ready", "loading", "ready"]);
    expect(facts.loads).toBe(2);
  });

  test("restarts after a trap, for all but the statement at fault", async () => {
    const { engine, states, workers } = await supervised({ assets: provokableAssets() });
    workers[0]?.postMessage({ provoke: "trap", type: "PING" });
    const own = engine.query("SELECT count(*) FROM range(10)").catch((error: unknown) => error);
    const other = rows(engine, "SELECT 2 AS n");
    expect(await own).toMatchObject({ code: "crashed" });
    expect(await other).toEqual([{ n: 2 }]);
    expect(states).toEqual(["loading", "ready", "loading", "ready"]);
  });

  test("gives up after three restarts with no answer in between, and can be started again", async () => {
    const { engine, workers } = await supervised();
    for (let deaths = 0; deaths < 4; deaths++) {
      await expect.poll(() => engine.state, { timeout: 10_000 }).toBe("ready");
      workers.at(-1)?.terminate();
      await expect.poll(() => engine.state).not.toBe("ready");
    }
    await expect.poll(() => engine.state).toBe("failed");
    await expect(engine.query("SELECT 1")).rejects.toMatchObject({ code: "crashed" });
    await engine.start();
    expect(await rows(engine, "SELECT 1 AS ok")).toEqual([{ ok: 1 }]);
  }, 60_000);

  test("that answers in between comes back as often as it is killed", async () => {
    const { engine, workers } = await supervised();
    for (let deaths = 0; deaths < 5; deaths++) {
      workers.at(-1)?.terminate();
      await sleep(50);
      expect(await rows(engine, "SELECT 1 AS ok")).toEqual([{ ok: 1 }]);
    }
    expect(engine.state).toBe("ready");
  }, 60_000);
});

describe("a deadline", () => {
  test("stops a statement and says so; what waits for its turn has its own time", async () => {
    const { connection } = await open();
    const deadline = 300;
    const [first, second] = [endless, endless].map((sql) =>
      connection.query(sql, [], { deadline }).catch((error: unknown) => error),
    );
    expect(await first).toMatchObject({ name: "QueryError", limit: "deadline" });
    const start = performance.now();
    expect(await second).toMatchObject({ limit: "deadline" });
    expect(performance.now() - start).toBeGreaterThan(200);
    expect(await rows(connection, "SELECT 1 AS ok")).toEqual([{ ok: 1 }]);
  });

  test("ends the engine where a statement cannot be stopped, and only its own fails", async () => {
    const engine = createEngine({ open: openDuckdb, load: async () => {} });
    opened.push(engine);
    await engine.start();
    const stuck =
      "SELECT count(*) AS n FROM range(1) WHERE levenshtein(repeat('a', 200000), repeat('b', 200000)) > 1";
    const own = engine.query(stuck, [], { deadline: 300 }).catch((error: unknown) => error);
    const other = rows(engine, "SELECT 2 AS n");
    expect(await own).toMatchObject({ limit: "deadline" });
    expect(await other).toEqual([{ n: 2 }]);
  });

  test("a result that no page can hold is refused while it comes", async () => {
    const { connection } = await open();
    await expect(connection.query("SELECT * FROM range(1000000000)")).rejects.toMatchObject({
      limit: "size",
    });
    expect(await rows(connection, "SELECT 1 AS ok")).toEqual([{ ok: 1 }]);
  });
});

describe("starting", () => {
  const failure = async (assets: Partial<typeof built>, deadline = 30_000) => {
    const engine = createEngine({
      open: (options) => openDuckdb({ ...options, assets: { ...built, ...assets } }),
      load: async () => {},
      deadline,
    });
    opened.push(engine);
    const start = performance.now();
    const error: unknown = await engine.start().catch((cause: unknown) => cause);
    expect(engine.state).toBe("failed");
    return { error, ms: performance.now() - start };
  };

  test("with a missing module fails at once", async () => {
    const { error, ms } = await failure({
      wasmUrl: new URL("/@fadu-engine/none.bin", location.href).href,
    });
    expect(error).toMatchObject({ code: "unreachable" });
    expect(ms).toBeLessThan(5_000);
  });

  test("with a missing worker script fails at once", async () => {
    const { error } = await failure({
      workerUrl: new URL("/@fadu-engine/none.js", location.href).href,
    });
    expect(error).toMatchObject({ code: "unreachable" });
  });

  test("with a module that is none fails at once", async () => {
    const { error } = await failure({ wasmUrl: built.workerUrl });
    expect(error).toMatchObject({ name: "EngineError", code: "hash_mismatch" });
  });

  test("with a module that never comes fails at the deadline", async () => {
    const { error, ms } = await failure(
      { wasmUrl: new URL("/@silent-file", location.href).href },
      500,
    );
    expect(error).toMatchObject({ code: "timeout" });
    expect(ms).toBeLessThan(2_000);
  });
});

describe("no request leaves the origin", () => {
  test("whatever the statement asks for, even without the lockdown", async () => {
    // An address of its own, so that the module is fetched here: the list is seen to hold it.
    const assets = { ...provokableAssets(), wasmUrl: `${built.wasmUrl}?again` };
    const { connection, worker } = await open({ settings: [], assets });
    for (const sql of [
      "SELECT * FROM read_csv('https://example.org/x.csv')",
      "SELECT * FROM 'https://example.org/x.parquet'",
      "SELECT today()",
    ])
      await connection.query(sql).catch(() => {});
    const asked = [...performance.getEntriesByType("resource").map(({ name }) => name)];
    asked.push(...(await requests(worker)));
    expect(asked).toContain(assets.wasmUrl);
    expect(asked.filter((url) => new URL(url).origin !== location.origin)).toEqual([]);
  });
});
