import { afterAll, beforeAll, expect, it } from "vitest";
import type { Connection } from "../../src/engine/connection.ts";
import { texts } from "../charts/world.ts";
import { cell, counting, openFacts, run } from "./world.ts";

let connection: Connection;
beforeAll(async () => {
  connection = await openFacts();
});
afterAll(() => connection.close());

const three = cell("sql id=a", "SELECT 1 AS value, 2 AS value, 3 AS value");

/** What the page shows of cell `b` where it shows queries. */
async function shown(text: string) {
  const connector = counting(connection);
  const { root, settled } = run(text, connector, { showQueries: true });
  await settled;
  const row = texts(root, '[data-cell="b"] tbody td:not(.source)');
  return { row, asked: connector.asked };
}

it("names columns of one name in a query as the page does", async () => {
  const reading = cell("sql id=b", "SELECT value, value_2, value_3 FROM a");
  expect((await shown(three + reading)).row).toEqual(["1", "2", "3"]);
});

it("also through a cell between, which has several of one name itself", async () => {
  const between = cell("sql id=m", "SELECT *, 4 AS value_2 FROM a");
  const reading = cell("sql id=b", "SELECT value_2, value_3, value_2_1 FROM m");
  expect((await shown(three + between + reading)).row).toEqual(["2", "3", "4"]);
});

it("asks nothing more where no such name is written", async () => {
  const { row, asked } = await shown(three + cell("sql id=b", "SELECT value FROM a"));
  expect(row).toEqual(["1"]);
  expect(asked.filter((sql) => sql.startsWith("DESCRIBE"))).toEqual([]);
});
