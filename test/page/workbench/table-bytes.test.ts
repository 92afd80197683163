import fc from "fast-check";
import { parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addBytes, tableBytes } from "../../../src/page/workbench/table-bytes.ts";
import {
  createEngine,
  identifier,
  toRows,
  type ColumnType,
  type Engine,
} from "../../../src/engine/index.ts";
import { columnsToArrow } from "../../../src/engine/ipc.ts";
import { openNode } from "../../../src/engine/node.ts";
import { inThread } from "../../data-files/panels/world.ts";

let engine: Engine;
beforeAll(async () => {
  engine = createEngine({ open: openNode, load: async () => {} });
  await engine.start();
});
afterAll(() => engine.close());

const options = { spawn: inThread };

/** Values of each type that a double, a millisecond or a text could lose, as the engine reads them. */
const columns: readonly (readonly [ColumnType, readonly (string | null)[]])[] = [
  ["VARCHAR", ["", null, "苏州", "NULL", " a ", 'it\'s \\ "x"', "\u202e"]],
  ["DOUBLE", ["0.1", "-0.0", "1e300", "nan", "inf", "5e-324", null]],
  ["FLOAT", ["0.1", "16777217", "1e-7", null, "3.4028235e38", "nan", "-inf"]],
  ["BOOLEAN", ["true", "false", null]],
  ["INTEGER", ["2147483647", "-2147483648", null]],
  ["BIGINT", ["9007199254740993", "-9223372036854775808", "9223372036854775807", "1", null]],
  ["UBIGINT", ["18446744073709551615", "9007199254740993", "0", null]],
  ["HUGEINT", ["170141183460469231731687303715884105727", "-9007199254740993", "1", null]],
  ["DECIMAL(38,10)", ["1234567890123456789012345678.0123456789", "0.0000000001", "-0.57", null]],
  ["DECIMAL(4,2)", ["0.57", "-99.99", "1.10", null]],
  ["DATE", ["2024-02-29", "0001-01-01", "9999-12-31", "1969-12-31", null]],
  ["TIMESTAMP", ["2024-01-01 08:00:00.123456", "1969-12-31 23:59:59.999999", "9999-12-31", null]],
  ["TIMESTAMP_NS", ["2024-01-01 08:00:00.123456789", "1969-12-31 23:59:59.999999999", null]],
  ["TIME", ["08:30:00", "23:59:59.999999", "00:00:00", null]],
  ["INTERVAL", ["1 year 2 months 3 days 04:05:06.000007", "-1 day", null]],
  ["UUID", ["00000000-0000-0000-0000-000000000001", "ffffffff-ffff-ffff-ffff-ffffffffffff", null]],
  ["BLOB", ["\\x00\\xFF", "a", "", "\\x5C", null]],
  ["BIGINT[]", ["[9007199254740993, NULL, 1]", "[]", null]],
  ["DECIMAL(38,10)[]", ["[0.0000000001, 1234567890123456789012345678.0123456789]", null]],
  ["VARCHAR[]", ["['a, b', '', 'NULL', NULL, 'it''s', '[x]', ' y ']", "['\\\\']", null]],
  ['STRUCT("a b" BIGINT, "值" VARCHAR)', ["{'a b': 9007199254740993, '值': '{x: 1}, \"'}", null]],
  ["MAP(VARCHAR, DECIMAL(38,10))", ["{'a=b'=0.0000000001, ''=1.5}", "{}", null]],
  [
    'STRUCT("t" TIMESTAMP, "l" DATE[])[]',
    ["[{'t': '2024-01-01 08:00:00.000001', 'l': ['2024-02-29', NULL]}]", null],
  ],
] as const;

/** A table as the engine itself writes it. */
async function held(table: string): Promise<unknown[]> {
  return toRows(await engine.query(`SELECT COLUMNS(*)::VARCHAR FROM ${identifier(table)}`));
}

async function typesOf(table: string): Promise<unknown[]> {
  const rows = toRows(await engine.query(`DESCRIBE ${identifier(table)}`));
  return rows.map(({ column_name, column_type }) => [column_name, column_type]);
}

/** Texts that the engine casts as it takes them in. */
async function make(name: string, of: typeof columns): Promise<void> {
  const rows = Math.max(...of.map(([, values]) => values.length));
  const texts = of.map((_, at) => ({ name: `c${at}`, type: "VARCHAR" as const }));
  const values = of.map(([, own]) => Array.from({ length: rows }, (_, row) => own[row] ?? null));
  const stream = [columnsToArrow(texts, values)];
  await engine.addTable({
    name,
    columns: of.map(([type], at) => ({ name: `c${at}`, type })),
    stream,
  });
}

async function again(name: string): Promise<Uint8Array> {
  const bytes = await tableBytes(name, engine, {}, options);
  await engine.dropTable(name);
  await addBytes({ name, format: "parquet", bytes }, engine, () => {}, options);
  return bytes;
}

test.each(columns.map((one) => [one[0], one] as const))(
  "a kept table has its values and its type again: %s",
  async (_, column) => {
    await make("mine", [column]);
    const before = [await typesOf("mine"), await held("mine")];
    expect(before[1]).toHaveLength(column[1].length);
    await again("mine");
    expect([await typesOf("mine"), await held("mine")]).toEqual(before);
    // Kept again, as after the next change: nothing wears off.
    await again("mine");
    expect([await typesOf("mine"), await held("mine")]).toEqual(before);
  },
);

test("a kept table of all types, with awkward names or no rows, comes back", async () => {
  await make("all_types", columns);
  const before = [await typesOf("all_types"), await held("all_types")];
  await again("all_types");
  expect([await typesOf("all_types"), await held("all_types")]).toEqual(before);
  const names = ["地区.名称", "a.[b]", 'q"q', "select"].map((name) => ({
    name,
    type: "HUGEINT" as const,
  }));
  await engine.addTable({ name: "none", columns: names, stream: [] });
  await again("none");
  expect(await typesOf("none")).toEqual(names.map(({ name, type }) => [name, type]));
  expect(await held("none")).toEqual([]);
});

test("whatever texts stand in a nested column: it comes back as it was, or is refused by name", async () => {
  const signs = ["a", " ", "'", '"', "\\", ",", "[", "]", "{", "}", "=", ":", "NULL", "\n", "苏"];
  const text = fc.array(fc.constantFrom(...signs), { maxLength: 4 }).map((own) => own.join(""));
  let refused = 0;
  const runs = 60;
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 3 }), async (list) => {
      await make("texts", [["VARCHAR", list]]);
      // As a query of the engine's own has it, which the import may not be able to bring in.
      const nested = "SELECT [list({'t': c0})] AS c0 FROM texts";
      const type = 'STRUCT("t" VARCHAR)[][]';
      const own: Engine = {
        ...engine,
        tables: () => [
          { name: "texts", columns: [{ name: "c0", type }], rows: 1, bytes: 0, chunks: [] },
        ],
        query: (sql, ...rest) => engine.query(`WITH texts AS (${nested}) ${sql}`, ...rest),
      };
      const before = toRows(await own.query("SELECT c0::VARCHAR AS c0 FROM texts"));
      const kept = await tableBytes("texts", own, {}, options).catch((error: unknown) => error);
      if (kept instanceof Uint8Array) {
        const table = { name: "texts", format: "parquet", bytes: kept };
        await addBytes(table, engine, () => {}, options);
        expect(await held("texts")).toEqual(before);
        return;
      }
      expect(kept).toMatchObject({ name: "UnkeptError", column: { name: "c0", type } });
      refused++;
    }),
    { numRuns: runs },
  );
  expect(refused).toBeGreaterThan(0);
  expect(refused).toBeLessThan(runs);
});

test("other programs read the same file, with numbers as numbers where a double holds them", async () => {
  await make("plain", [
    ["BIGINT", ["12", null]],
    ["DECIMAL(4,2)", ["0.57", "1.10"]],
    ["DATE", ["2024-02-29", null]],
  ]);
  const bytes = await tableBytes("plain", engine, {}, options);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  const [row] = await parquetReadObjects({ file });
  expect(row).toEqual({ c0: 12, c1: 0.57, c2: new Date("2024-02-29") });
  const metadata = await parquetMetadataAsync(file);
  expect(metadata.key_value_metadata).toContainEqual({
    key: "fadu:types",
    value: '["BIGINT","DECIMAL(4,2)","DATE"]',
  });
});

test("a value that does not fit the type that a stranger's file claims is told, not dropped", async () => {
  await make("claimed", [["VARCHAR", ["12", "abc"]]]);
  const bytes = await tableBytes("claimed", engine, {}, options);
  const forged = Buffer.from(bytes).toString("latin1").replace('["VARCHAR"]', '["INTEGER"]');
  const table = { name: "forged", format: "parquet", bytes: Buffer.from(forged, "latin1") };
  await expect(addBytes(table, engine, () => {}, options)).rejects.toThrow("c0: abc");
  expect(engine.tables().map(({ name }) => name)).not.toContain("forged");
  // What is no type is no claim.
  const odd = Buffer.from(bytes).toString("latin1").replace('["VARCHAR"]', '["V); X;-"]');
  const other = { name: "odd", format: "parquet", bytes: Buffer.from(odd, "latin1") };
  await addBytes(other, engine, () => {}, options);
  expect((await typesOf("odd"))[0]).toEqual(["c0", "VARCHAR"]);
});
