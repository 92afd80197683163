import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Connection } from "../../src/engine/connection.ts";
import { toRows, type Value } from "../../src/engine/index.ts";
import { openNode } from "../../src/engine/node.ts";

let connection: Connection;
beforeAll(async () => {
  connection = await openNode();
});
afterAll(() => connection.close());

test.each<[string, Value]>([
  ["NULL", null],
  ["true", true],
  ["'行政处罚'", "行政处罚"],
  ["1.5", 1.5],
  ["1.7::DECIMAL(18, 3)", 1.7],
  ["3::BIGINT", 3],
  ["3::HUGEINT", 3],
  ["-3::HUGEINT", -3],
  ["170141183460469231731687303715884105727::HUGEINT", 2 ** 127],
  ["-170141183460469231731687303715884105727::HUGEINT", -(2 ** 127)],
  ["18446744073709551615::UBIGINT", "18446744073709551615"],
  ["9007199254740993::BIGINT", "9007199254740993"],
  ["9007199254740991::BIGINT", 9007199254740991],
  ["'infinity'::DATE", "infinity"],
  ["TIMESTAMP '2024-12-31 08:30:00.123456'", "2024-12-31T08:30:00.123456Z"],
  ["0.1::FLOAT", 0.1],
  ["INTERVAL 3 DAY", "3 days"],
  ["-0.0000000001::DECIMAL(38, 30)", -1e-10],
  ["-1234567890123456.789::DECIMAL(38, 3)", Number("-1234567890123456.789")],
  ["list_transform([1.7, -2.5], x -> x * 10)", [17, -25]],
  ["map {'k': [{v: 1.5}]}", { k: [{ v: 1.5 }] }],
  ["list(3::HUGEINT)", [3]],
  ["count(*)", 1],
  ["sum(2)", 2],
  ["avg(2)", 2],
  ["DATE '2024-12-31'", "2024-12-31"],
  ["DATE '0001-01-01'", "0001-01-01"],
  ["TIMESTAMP '2024-12-31 08:30:00'", "2024-12-31T08:30:00.000Z"],
  ["TIMESTAMP_S '2024-12-31 08:30:00'", "2024-12-31T08:30:00.000Z"],
  ["TIME '08:30:00.25'", "08:30:00.250000"],
  ["[1, 2]", [1, 2]],
  ["[1::BIGINT, NULL]", [1, null]],
  ["[1.5, 2.25]", [1.5, 2.25]],
  ["['a', NULL]", ["a", null]],
  ["[[1], []]", [[1], []]],
  ["[]", []],
  ["list(DATE '2024-12-31')", ["2024-12-31"]],
  ["[TIMESTAMP '2024-12-31 08:30:00']", ["2024-12-31T08:30:00.000Z"]],
  ["{a: 1::BIGINT, b: DATE '2024-12-31', c: ['x']}", { a: 1, b: "2024-12-31", c: ["x"] }],
  ["[{a: 1}, {a: NULL}]", [{ a: 1 }, { a: null }]],
  ["map {'k': 2::BIGINT}", { k: 2 }],
  ["'b'::ENUM('a', 'b')", "b"],
  ["'ab'::BLOB", [97, 98]],
  ["[1, 2]::INTEGER[2]", [1, 2]],
])("%s becomes plain", async (sql, value) => {
  expect(toRows(await connection.query(`SELECT ${sql} AS v`))).toEqual([{ v: value }]);
});

test("every decimal becomes the double nearest to it", async () => {
  const decimals = fc.tuple(fc.bigInt({ min: -(10n ** 37n), max: 10n ** 37n }), fc.nat(37));
  await fc.assert(
    fc.asyncProperty(decimals, async ([unscaled, scale]) => {
      const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, "0");
      const point = digits.length - scale;
      const text = `${unscaled < 0n ? "-" : ""}${digits.slice(0, point)}.${digits.slice(point)}`;
      const table = await connection.query(
        `SELECT '${text}'::DECIMAL(38, ${scale}) AS v, ['${text}'::DECIMAL(38, ${scale})] AS l`,
      );
      const value = Number(text) + 0;
      expect(toRows(table)).toEqual([{ v: value, l: [value] }]);
    }),
    { numRuns: 200 },
  );
});

test("many rows, nulls among them, are cast in all their batches", async () => {
  const table = await connection.query(
    "SELECT CASE WHEN i % 3 > 0 THEN i END AS v, [i, NULL] AS l FROM range(5000) t(i)",
  );
  expect(toRows(table)).toEqual(
    Array.from({ length: 5000 }, (_, i) => ({ v: i % 3 > 0 ? i : null, l: [i, null] })),
  );
});

test("rows keep the order of columns and of rows", async () => {
  const rows = toRows(
    await connection.query("SELECT i AS b, -i AS a FROM range(1, 4) t(i) ORDER BY i DESC"),
  );
  expect(JSON.stringify(rows)).toBe('[{"b":3,"a":-3},{"b":2,"a":-2},{"b":1,"a":-1}]');
});

test("two columns of one name keep their own values' place: the last wins, as in JSON", async () => {
  expect(toRows(await connection.query("SELECT 1 AS a, 2 AS a"))).toHaveLength(1);
});

test("a column called __proto__ is a column", async () => {
  const [row] = toRows(await connection.query(`SELECT 1 AS "__proto__"`));
  expect(Object.keys(row ?? {})).toEqual(["__proto__"]);
});
