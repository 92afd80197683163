import { readFile, readdir } from "node:fs/promises";
import { expect, it } from "vitest";
import { schemaFiles } from "../../bin/schema.ts";
import { columnsOf, tableNames } from "../../src/facts/index.ts";
import { parseDataset } from "../../src/facts/parse.ts";
import { rowSchemas } from "../../src/facts/schema.ts";
import { fact } from "../facts/fixture.ts";

const folder = new URL("../../data/schema/", import.meta.url);

it("has JSON Schemas that are those of the source (run: npx tsx bin/schema.ts)", async () => {
  expect((await readdir(folder)).sort()).toEqual([...schemaFiles().keys()].sort());
  for (const [name, text] of schemaFiles())
    expect(await readFile(new URL(name, folder), "utf8"), name).toBe(text);
});

it("has the columns of the tables in the order of the schema", () => {
  for (const name of tableNames.filter(
    (table) => table !== "checks" && table !== "proposals",
  ))
    expect(columnsOf(name).map((column) => column.name)).toEqual(
      Object.keys(rowSchemas[name].shape),
    );
});

it("names every file and row whose shape is wrong", () => {
  const row = fact();
  const wrong = [{ ...row, scope: "city" }, { ...row, value: "12" }, { ...row, extra: 1 }, 5];
  const { dataset, problems } = parseDataset(
    new Map([
      ["facts/a-2022.json", JSON.stringify([row, ...wrong])],
      ["reports.json", "{"],
      ["metrics.json", "[]"],
      ["themes.json", "[]"],
      ["regions.json", "[]"],
    ]),
  );
  expect(dataset.factFiles).toEqual([{ file: "facts/a-2022.json", facts: [row] }]);
  expect(problems.map(({ file, id, message }) => `${file} ${id}: ${message.split(":")[0] ?? ""}`)).toEqual([
    "reports.json : invalid file",
    "checks.json : missing file",
    "facts/a-2022.json a-01: invalid scope",
    "facts/a-2022.json a-01: invalid value",
    "facts/a-2022.json a-01: invalid row",
    "facts/a-2022.json [4]: invalid row",
  ]);
  // The small library has no words of its own: they come with each check.
  expect(problems.find(({ message }) => message.startsWith("invalid value"))?.message).toBe(
    "invalid value: Invalid input: expected number, received string",
  );
});
