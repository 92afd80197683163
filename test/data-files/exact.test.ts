import { tableToIPC } from "apache-arrow";
import { parquetReadObjects } from "hyparquet";
import { tableFromIPC } from "@uwdata/flechette";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Connection } from "../../src/engine/connection.ts";
import { openNode } from "../../src/engine/node.ts";
import { frameOf, writeFrame } from "../../src/data-files/write/index.ts";

let connection: Connection;
beforeAll(async () => {
  connection = await openNode();
});
afterAll(() => connection.close());

/** A result on the way that the page sends it: the engine, Arrow, the writer. */
async function frameFrom(sql: string) {
  const table = await connection.query(sql);
  return frameOf([{ bytes: tableToIPC(table, "stream"), extra: [] }]);
}

const sixteen = `SELECT 1234567890123456 AS safe, 9007199254740991 AS max_safe,
  100000000000000.25 AS x, 9007199254740993::BIGINT AS id, 18446744073709551615::UBIGINT AS u,
  12345678901234567890123456789::HUGEINT AS h, -1234567890123456.789::DECIMAL(38, 3) AS d, 0.57::DECIMAL(3, 2) AS s`;
const digits = [
  "1234567890123456",
  "9007199254740991",
  "100000000000000.25",
  "9007199254740993",
  "18446744073709551615",
  "12345678901234567890123456789",
  "-1234567890123456.789",
  "0.57",
];

test("every digit stands in CSV, JSON and Markdown", async () => {
  const frame = await frameFrom(sixteen);
  const csv = await (await writeFrame(frame, "csv")).text();
  expect(csv.trim().split("\r\n")[1]?.split(",")).toEqual(digits);
  const json = await (await writeFrame(frame, "json")).text();
  expect([...json.matchAll(/":(-?[\d.]+)/g)].map(([, number]) => number)).toEqual(digits);
  const markdown = await (await writeFrame(frame, "markdown")).text();
  for (const number of digits) expect(markdown.replaceAll("\\", "")).toContain(number);
});

test("every digit stands in Parquet and Arrow, as text where a double would round it", async () => {
  const frame = await frameFrom(sixteen);
  const parquet = await (await writeFrame(frame, "parquet")).arrayBuffer();
  const [row] = await parquetReadObjects({ file: parquet });
  expect(Object.values(row ?? {}).map(String)).toEqual(digits);
  const arrow = tableFromIPC(await (await writeFrame(frame, "arrow")).arrayBuffer());
  expect(Object.values(arrow.toArray()[0] ?? {}).map(String)).toEqual(digits);
});

test("what a column of numbers can hold exactly stays a number", async () => {
  const { columns } = await frameFrom(
    "SELECT count(*) AS n, sum(1.5) AS d, 3::HUGEINT AS h, 1::INTEGER AS i",
  );
  expect(columns.map(({ kind }) => kind)).toEqual(["number", "number", "number", "integer"]);
});

test("moments without end or in parts of a millisecond are text with all they hold", async () => {
  const frame = await frameFrom(
    `SELECT 'infinity'::DATE AS a, TIMESTAMP '2024-01-01 08:00:00.000001' AS b,
     TIMESTAMP_NS '2024-01-01 08:00:00.000000001' AS c, 'infinity'::TIMESTAMPTZ AS d,
     DATE '2024-01-01' AS e, TIMESTAMP '2024-01-01 08:00:00' AS f`,
  );
  const csv = await (await writeFrame(frame, "csv")).text();
  expect(csv.trim().split("\r\n")[1]).toBe(
    "infinity,2024-01-01 08:00:00.000001,2024-01-01 08:00:00.000000001,infinity,2024-01-01,2024-01-01T08:00:00.000Z",
  );
});

test("two columns of one name are two, and the words of an ENUM arrive", async () => {
  const frame = await frameFrom(
    "SELECT 281.48 AS value, 77.48 AS value, '苏州'::ENUM('漳州', '苏州') AS e, [1.50, 2] AS l, [9007199254740993] AS m",
  );
  const csv = await (await writeFrame(frame, "csv")).text();
  expect(csv.trim().split("\r\n")).toEqual([
    "value,value_2,e,l,m",
    '281.48,77.48,苏州,"[1.5,2]","[""9007199254740993""]"',
  ]);
});
