import { createHash } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Connection } from "../../src/engine/connection.ts";
import {
  insertTables,
  loadManifest,
  loadTables,
  toRows,
  type Fetch,
  type Manifest,
  type Row,
} from "../../src/engine/index.ts";
import { readArrow } from "../../src/engine/arrow.ts";
import { toArrowStream } from "../../src/engine/ipc.ts";
import { openNode } from "../../src/engine/node.ts";
import { withStream } from "../../scripts/with-stream.ts";

const columns = [
  { name: "fact_id", type: "VARCHAR" },
  { name: "value", type: "DOUBLE" },
  { name: "unit_inferred", type: "BOOLEAN" },
  { name: "value_start", type: "INTEGER" },
] as const;
const rows: Row[] = [
  { fact_id: "处罚-1", value: 1.7, unit_inferred: true, value_start: 12 },
  { fact_id: "f2", value: null, unit_inferred: null, value_start: null },
  { fact_id: "", value: 0, unit_inferred: false, value_start: 0 },
];

const sound = toArrowStream(columns, rows);
const fileOf = (file: string, content: Uint8Array) => ({
  file,
  bytes: content.length,
  sha256: createHash("sha256").update(content).digest("hex"),
});
const manifestOf = (content: Uint8Array, count = rows.length): Manifest => ({
  version: 1,
  tables: [
    {
      name: "facts",
      // For other readers; the page never asks for it.
      ...fileOf("facts.parquet", new Uint8Array([1])),
      json: "facts.json",
      rows: count,
      arrow: fileOf("facts.arrow", content),
      columns,
    },
  ],
});
const loaded = [{ name: "facts", columns, rows, stream: sound }];

const anyRow = fc.record({
  fact_id: fc.option(fc.string({ unit: "binary" })),
  value: fc.option(fc.double({ noNaN: true })),
  unit_inferred: fc.option(fc.boolean()),
  value_start: fc.option(fc.integer()),
});

/** A host of the given files. */
function host(files: Readonly<Record<string, Uint8Array | string>>): Fetch {
  return async (url) => {
    const found = files[url.split("?")[0] ?? ""];
    if (found === undefined) return new Response(null, { status: 404 });
    return new Response(typeof found === "string" ? found : found.slice());
  };
}
const served = (file: Uint8Array): Fetch => host({ "data/facts.arrow": file });

describe("a table", () => {
  let connection: Connection;
  beforeAll(async () => {
    connection = await openNode();
  });
  afterAll(() => connection.close());

  test("arrives with its values, missing as null and not as zero", async () => {
    const tables = await loadTables(manifestOf(sound), "data", { fetch: served(sound) });
    expect(tables).toEqual(loaded);
  });

  test("is inserted with its types, more than once", async () => {
    const tables = await loadTables(manifestOf(sound), "data/", { fetch: served(sound) });
    for (const _ of [1, 2]) await insertTables(connection, tables);
    expect(toRows(await connection.query("SELECT * FROM facts"))).toEqual(rows);
    const types = await connection.query("SELECT column_type FROM (DESCRIBE facts)");
    expect(toRows(types).map((row) => row["column_type"])).toEqual(columns.map(({ type }) => type));
  });

  test("tells its progress in bytes", async () => {
    const seen: unknown[] = [];
    const onProgress = (progress: unknown): void => void seen.push(progress);
    await loadTables(manifestOf(sound), "data", { fetch: served(sound), onProgress });
    expect(seen).toEqual([{ loaded: sound.length, total: sound.length }]);
  });

  test("arrives from a slow host, which tells that it goes on", async () => {
    let arrivals = 0;
    const pieces = Array.from({ length: 10 }, (_, i) =>
      sound.slice((i * sound.length) / 10, ((i + 1) * sound.length) / 10),
    );
    async function* slowly() {
      for (const piece of pieces) {
        await new Promise((resolve) => setTimeout(resolve, 40));
        yield piece;
      }
    }
    const fetch: Fetch = async () => new Response(slowly() as unknown as BodyInit);
    const options = { fetch, silence: 300, onBytes: () => void arrivals++ };
    const tables = await loadTables(manifestOf(sound), "data", options);
    expect(tables).toEqual(loaded);
    expect(arrivals).toBe(10);
  });

  test("has an address of its own, and is asked for past the caches where they gave another", async () => {
    const asked: unknown[] = [];
    const fetch: Fetch = async (url, init) => {
      asked.push([url, init?.cache]);
      return new Response(init?.cache === "reload" ? sound.slice() : "<!doctype html>");
    };
    await loadTables(manifestOf(sound), "data", { fetch });
    const url = `data/facts.arrow?${manifestOf(sound).tables[0]?.arrow.sha256.slice(0, 12)}`;
    expect(asked).toEqual([
      [url, undefined],
      [url, "reload"],
    ]);
  });

  test("is whole for an engine that starts again after one that took what it was given", async () => {
    const tables = await loadTables(manifestOf(sound), "data", { fetch: served(sound) });
    const counted = await connection.query("SELECT 3 AS n");
    const taking = {
      insertArrow: async (_name: string, _columns: unknown, stream: Uint8Array<ArrayBuffer>) =>
        void structuredClone(stream, { transfer: [stream.buffer] }),
      query: async () => counted,
    };
    for (const _ of [1, 2]) await insertTables(taking as unknown as Connection, tables);
    expect(tables).toEqual(loaded);
  });

  test("of any values is read as the engine reads it", async () => {
    await fc.assert(
      fc.property(fc.array(anyRow), (given) => {
        expect(readArrow(toArrowStream(columns, given), columns)).toEqual(given);
      }),
      { numRuns: 50 },
    );
  });

  test("of any values comes back from the engine as it was", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow), async (given) => {
        await insertTables(connection, [withStream({ name: "given", columns, rows: given })]);
        expect(toRows(await connection.query("SELECT * FROM given"))).toEqual(given);
      }),
      { numRuns: 50 },
    );
  });
});

describe("a fault is named", () => {
  test("when a file is missing", async () => {
    await expect(loadTables(manifestOf(sound), "data", { fetch: host({}) })).rejects.toMatchObject({
      code: "unreachable",
      message: "missing file: data/facts.arrow (404)",
    });
  });

  test("when the host cannot be reached", async () => {
    const fetch: Fetch = () => Promise.reject(new TypeError("Failed to fetch"));
    await expect(loadTables(manifestOf(sound), "data", { fetch })).rejects.toMatchObject({
      code: "unreachable",
      message: "missing file: data/facts.arrow (Failed to fetch)",
    });
  });

  test("when a file stops arriving, however much of it has come", async () => {
    for (const sent of [0, 1, sound.length - 1]) {
      const body = new ReadableStream({
        start: (controller) => controller.enqueue(sound.slice(0, sent)),
      });
      const fetch: Fetch = async () => new Response(body);
      const loading = loadTables(manifestOf(sound), "data", { fetch, silence: 50 });
      await expect(loading).rejects.toMatchObject({
        code: "stalled",
        message: "facts.arrow brought nothing for 50 ms",
      });
    }
    const fetch: Fetch = () => new Promise(() => {});
    const loading = loadTables(manifestOf(sound), "data", { fetch, silence: 50 });
    await expect(loading).rejects.toMatchObject({ code: "stalled" });
  });

  test("when a file is shorter than announced", async () => {
    const fetch = served(sound.slice(1));
    await expect(loadTables(manifestOf(sound), "data", { fetch })).rejects.toMatchObject({
      code: "hash_mismatch",
      message: `invalid facts.arrow: expected bytes ${sound.length}, found ${sound.length - 1}`,
    });
  });

  test("when any single byte of a file is another", async () => {
    const damage = fc.tuple(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(damage, async ([place, change]) => {
        const damaged = sound.slice();
        damaged[place] = (damaged[place] ?? 0) ^ change;
        const loading = loadTables(manifestOf(sound), "data", { fetch: served(damaged) });
        await expect(loading).rejects.toMatchObject({ code: "hash_mismatch" });
      }),
      { numRuns: 50 },
    );
  });

  test("when there are other rows than announced", async () => {
    const loading = loadTables(manifestOf(sound, 4), "data", { fetch: served(sound) });
    await expect(loading).rejects.toMatchObject({
      code: "row_count",
      message: "invalid facts.arrow: expected rows 4, found 3",
    });
  });

  test.each([
    ["no JSON", "{"],
    ["another version", JSON.stringify({ version: 2, tables: [] })],
    ["no tables", JSON.stringify({ version: 1 })],
    [
      "a file elsewhere",
      JSON.stringify(manifestOf(sound)).replace("facts.parquet", "../facts.parquet"),
    ],
    [
      "a table elsewhere",
      JSON.stringify(manifestOf(sound)).replace("facts.arrow", "../facts.arrow"),
    ],
    [
      "a file on another host",
      JSON.stringify(manifestOf(sound)).replace("facts.arrow", "//example.org/x"),
    ],
    ["no table", JSON.stringify(manifestOf(sound)).replace('"arrow"', '"arrows"')],
    ["an unknown type", JSON.stringify(manifestOf(sound)).replace("VARCHAR", "POINT")],
    ["a count below zero", JSON.stringify(manifestOf(sound)).replace('"rows":3', '"rows":-3')],
  ])("when the manifest has %s", async (_, manifest) => {
    const fetch = host({ "data/manifest.json": manifest });
    await expect(loadManifest("data", { fetch })).rejects.toMatchObject({
      name: "EngineError",
      message: expect.stringMatching(/^invalid manifest\.json: /),
    });
  });
});

test("a sound manifest is read as it was written", async () => {
  const manifest = manifestOf(sound);
  const fetch = host({ "data/manifest.json": JSON.stringify(manifest) });
  expect(await loadManifest("data", { fetch })).toEqual(manifest);
});
