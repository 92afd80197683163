import { afterAll, expect, test } from "vitest";
import { openDuckdb, tableCells } from "../../src/engine/index.ts";

const connection = await openDuckdb();
afterAll(() => connection.close());

const names = tableCells(
  await connection.query("SELECT column_name FROM (DESCRIBE FROM test_all_types())"),
)[0];

/** A column beside its own `::VARCHAR`, on the path that the page takes. */
async function differences(column: string, from = ""): Promise<unknown[]> {
  const table = await connection.query(`SELECT ${column} AS v, (${column})::VARCHAR AS s ${from}`);
  const [cells, texts] = tableCells(table);
  expect(table.numRows).toBeGreaterThan(0);
  return Array.from({ length: table.numRows }, (_, row) => [
    cells?.text(row),
    texts?.text(row),
  ]).filter(([cell, text]) => cell !== text);
}

test("every type of the engine arrives as it writes it", async () => {
  const columns: string[] = [];
  for (let row = 0, name = names?.text(0); name; name = names?.text(++row)) columns.push(name);
  expect(columns.length).toBeGreaterThan(45);
  for (const name of columns)
    expect([name, await differences(`"${name}"`, "FROM test_all_types()")]).toEqual([name, []]);
});

test.each([
  "['a b', '', 'null', 'a,b', 'a''b', 'a:b', '(x)', ' a', 'a\\b', NULL]",
  "[TIMESTAMP '2024-01-01 00:00:00']",
  "[1e300, 0.1, 1e21, 1e15, 1e16, 1e-5, 'inf', 'nan']::DOUBLE[]",
  "{a: 1, 'b c': 'x', 'D''': NULL}",
  "map {'a b': 1, 'x=y': 2}",
  "row(1, 'a')",
  "{e: 'b'::ENUM('a', 'b'), f: [0.1::FLOAT], i: INTERVAL 3 DAY}",
  "map {'k'::ENUM('k'): [INTERVAL 1 MONTH]}",
  `{"bit": '1'::BIT, "time": '01:02:03+08'::TIMETZ}`,
  "[union_value(k := 'a b')]",
  "'infinity'::DATE",
  "DATE '0044-03-15 (BC)'",
  "9007199254740993",
])("%s too", async (sql) => {
  expect(await differences(sql)).toEqual([]);
});
