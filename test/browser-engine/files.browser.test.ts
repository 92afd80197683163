import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
  createEngine,
  insertTables,
  openDuckdb,
  toRows,
  type Engine,
} from "../../src/engine/index.ts";
import { exportTable, openReader, type FileReading } from "../../src/data-files/index.ts";
import { longestHold } from "./hold.ts";
import { withStream } from "../../scripts/with-stream.ts";

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

function read(parts: BlobPart[], name: string): FileReading {
  const reading = openReader(new File(parts, name));
  opened.push(reading);
  return reading;
}

let engine: Engine;
beforeAll(async () => {
  const facts = withStream({
    name: "facts",
    columns: [{ name: "fact_id", type: "VARCHAR" }],
    rows: [],
  });
  engine = createEngine({ open: openDuckdb, load: (fresh) => insertTables(fresh, [facts]) });
  await engine.start();
});
afterAll(() => engine.close());

/** Some 5 MB; `bench/files.ts` takes 200. */
const large = (): BlobPart[] => [
  "地区,n,half,date\n",
  ...Array.from({ length: 2 }, () => "漳州市应急管理局,12,0.5,2022-01-03\n".repeat(60_000)),
];

test("a large file becomes a table while the page stays free", async () => {
  let [turn, rows] = [0, 0];
  const bytes: number[] = [];
  const work = async (): Promise<void> => {
    const reading = read(large(), "large.csv");
    const inspection = await reading.inspect({}, { onBytes: (at) => bytes.push(at) });
    expect(inspection.rows).toBe(120_000);
    const { columns } = inspection;
    const { stream } = reading.load(columns);
    ({ rows } = await engine.addTable({
      name: `large${++turn}`,
      columns: columns.map(({ name, type }) => ({ name, type })),
      stream,
    }));
  };
  // The limit is 100 ms on a machine of one's own; others may be at work on this one.
  expect(await longestHold(work, 400)).toBeLessThan(400);
  expect(rows).toBe(120_000);
  expect(toRows(await engine.query("SELECT sum(half) AS s, max(date) AS d FROM large1"))).toEqual([
    { s: 60_000, d: "2022-01-03" },
  ]);
  expect(bytes.length).toBeGreaterThan(1);
}, 120_000);

test("a file that is closed while it is read is let go at once", async () => {
  const reading = read(large(), "large.csv");
  const looking = reading.inspect().catch((error: unknown) => error);
  await new Promise((resolve) => setTimeout(resolve, 150));
  reading.close();
  expect(await looking).toMatchObject({ name: "AbortError" });
});

test.each(["csv", "json", "parquet", "arrow", "xlsx"] as const)(
  "a result goes out as %s and comes in again",
  async (format) => {
    const table = await engine.query(
      "SELECT '漳州' AS region, 1.5::DOUBLE AS value, DATE '2022-01-03' AS day, NULL::DOUBLE AS none FROM range(3)",
    );
    const blob = await exportTable(table, format);
    const inspection = await read([blob], `a.${format}`).inspect();
    expect(inspection.rows).toBe(3);
    expect(inspection.columns.map(({ name }) => name)).toEqual(["region", "value", "day", "none"]);
    expect(inspection.head[0]).toEqual(["漳州", "1.5", "2022-01-03", null]);
  },
);

test("a result of 200 000 rows goes out while the page stays free", async () => {
  const table = await engine.query(
    "SELECT i, i * 0.5 AS half, 'r' || (i % 100) AS t FROM range(200000) r(i)",
  );
  let blob: Blob | undefined;
  const work = async () => (blob = await exportTable(table, "csv"));
  expect(await longestHold(work, 400)).toBeLessThan(400);
  expect(blob?.size).toBeGreaterThan(2_000_000);
}, 120_000);

test("what goes wrong in the worker arrives as an error of the file", async () => {
  const answer = await read([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], "a.csv")
    .inspect()
    .catch((error: unknown) => error);
  expect(answer).toMatchObject({ name: "FileError", code: "foreign", value: "image" });
});
