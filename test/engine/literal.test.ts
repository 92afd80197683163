import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Connection } from "../../src/engine/connection.ts";
import type { Parameter } from "../../src/engine/connector.ts";
import { toRows, type Value } from "../../src/engine/index.ts";
import { literal } from "../../src/engine/literal.ts";
import { openNode } from "../../src/engine/node.ts";

let connection: Connection;
beforeAll(async () => {
  connection = await openNode();
});
afterAll(() => connection.close());

async function roundTrip(value: Parameter): Promise<Value | undefined> {
  const table = await connection.query("SELECT $1 AS v", [value]);
  return toRows(table)[0]?.["v"];
}

async function comesBack<T extends Parameter>(
  values: fc.Arbitrary<T>,
  runs: number,
): Promise<void> {
  const property = fc.asyncProperty(values, async (value) => {
    expect(await roundTrip(value)).toEqual(value);
  });
  await fc.assert(property, { numRuns: runs });
}

const strings = fc.string({ unit: "binary" });
// + 0: of the two zeros SQL has one.
const numbers = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);

test("every string comes back as it was", () => comesBack(strings, 300));

test.each([
  "",
  "'",
  "''",
  "'; DROP TABLE facts; --",
  "\0",
  "a\0'b",
  "\\",
  "$1",
  "处罚 93 件",
  "😀",
  "\n",
])("the string %j comes back as it was", async (value) => {
  expect(await roundTrip(value)).toBe(value);
});

test("every finite number comes back as it was", async () => {
  await comesBack(numbers, 500);
  await comesBack(fc.maxSafeInteger(), 200);
});

test.each([0.1, Number.MAX_VALUE, 5e-324, -9007199254740991, 1e21, 123456789012345680000, 2 ** 53])(
  "the number %d comes back as it was",
  async (value) => {
    expect(await roundTrip(value)).toBe(value);
  },
);

test("every list of strings or of numbers comes back as it was", async () => {
  await comesBack(fc.array(strings), 200);
  await comesBack(fc.array(fc.integer()), 100);
  await comesBack(fc.array(numbers), 200);
});

test("a list of strings and numbers becomes one of strings", async () => {
  expect(await roundTrip(["a", 1.5, "b"])).toEqual(["a", "1.5", "b"]);
});

test.each([null, true, false])("%s comes back as it was", async (value) => {
  expect(await roundTrip(value)).toBe(value);
});

test.each([NaN, Infinity, -Infinity])("%d is refused", (value) => {
  expect(() => literal(value)).toThrow(/^invalid parameter: /);
});

test("what is no parameter is refused", () => {
  expect(() => literal({} as never)).toThrow("invalid parameter: [object Object]");
  expect(() => literal(undefined as never)).toThrow("invalid parameter: undefined");
  expect(() => literal([null] as never)).toThrow("invalid parameter in a list: null");
});
