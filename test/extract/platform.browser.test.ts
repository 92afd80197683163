import { afterAll, expect, test } from "vitest";
import { columns, jsonLine, rowOf } from "../../scripts/extract/lines.ts";
import example from "../../src/page/extract/example.txt?raw";
import { createReader, type Known } from "../../src/review/reader/index.ts";
import { reportOf, sentencesOf } from "./score/sentences.ts";

const tables = ["metrics", "themes", "regions"] as const;
const rows = await Promise.all(
  tables.map(async (name) => (await fetch(`/data/${name}.json`)).json() as Promise<unknown>),
);
const known = Object.fromEntries(tables.map((name, at) => [name, rows[at]])) as unknown as Known;
const reader = createReader(known);
afterAll(() => reader.close());

/** What the command line prints of a report, run by Node. */
async function byCommand(name: string, report: string): Promise<string> {
  const body = new TextEncoder().encode(report);
  return (await fetch(`/@extracted?name=${name}`, { method: "POST", body })).text();
}

test.each([
  ["the example", example],
  ["a report of 400 sentences", reportOf(sentencesOf(400, 5))],
])(
  "%s gives the same bytes in a browser and at the command line",
  async (_, report) => {
    const { id, facts } = await reader.read(new Blob([report]), "a.txt");
    const name = `${id}.txt`;
    const here = facts.map((fact) => jsonLine(rowOf(name, fact))).join("");
    expect(here.split("\n").length).toBeGreaterThan(20);
    expect(Object.keys(JSON.parse(here.split("\n")[0] ?? "") as object)).toEqual(
      columns.map((column) => column.name),
    );
    expect(await byCommand(name, report)).toBe(here);
  },
  60_000,
);
