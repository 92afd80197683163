import { afterAll, expect, it } from "vitest";
import { readCatalogue } from "../../../src/page/workbench/catalogue.ts";
import { catalogueOf, tablesOf, viewTables } from "../../../src/domain/index.ts";
import { dataset } from "../../domain/curated.ts";
import { openViews } from "../../../scripts/views.ts";

const { connection } = await openViews(dataset);
const archive = catalogueOf(tablesOf(dataset));
afterAll(() => connection.close());

it("offers the columns of a view with their meaning, before and after a query has read it", async () => {
  const named = async (name: string) => {
    const { tables } = await readCatalogue(connection, archive);
    return tables.find((table) => table.name === name)?.columns;
  };
  for (const [name, columns] of Object.entries(viewTables)) {
    const before = await named(name);
    expect(before?.map((column) => column.name)).toEqual(Object.keys(columns));
    await connection.query(`SELECT * FROM ${name} LIMIT 1`);
    expect(await named(name)).toEqual(before);
  }
});
