import { readFile, readdir } from "node:fs/promises";
import { expect, it } from "vitest";
import { schemaFiles } from "../../scripts/schema.ts";
import { columnsOf, tableNames, type TableName } from "../../src/domain/index.ts";
import { parseDataset } from "../../src/domain/parse.ts";
import { fact } from "../domain/fixture.ts";

const namesOf = (table: TableName) => columnsOf(table).map(({ name }) => name);
const folder = new URL("../../data/schema/", import.meta.url);

it("has JSON Schemas that are those of the source (run: npx tsx scripts/schema.ts)", async () => {
  expect((await readdir(folder)).sort()).toEqual([...schemaFiles().keys()].sort());
  for (const [name, text] of schemaFiles())
    expect(await readFile(new URL(name, folder), "utf8"), name).toBe(text);
});

it("has its columns in docs/data-model.md, in their order", async () => {
  const page = await readFile(new URL("../../docs/data-model.md", import.meta.url), "utf8");
  const figures = page.slice(page.indexOf("| column "), page.indexOf("**reports**"));
  const ofFacts = figures.split("\n").flatMap((line) => line.split("|")[1]?.match(/\w+(?=`)/g) ?? []);
  // The document takes what belongs together into one row of its table.
  expect(ofFacts.toSorted()).toEqual(namesOf("facts").toSorted());
  for (const name of tableNames.filter((table) => table !== "facts")) {
    const listed = new RegExp(`^\\*\\*${name}\\*\\*: \`([^\`]+)\``, "m").exec(page)?.[1];
    expect(listed?.split(/,\s+/), name).toEqual(namesOf(name));
  }
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
