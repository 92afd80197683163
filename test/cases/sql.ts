import { readFileSync } from "node:fs";
import { invisible, nameOf } from "../../src/words/markup/index.ts";
import type { OutFormat } from "../../src/data-files/formats.ts";
import { names, texts } from "../charts/world.ts";
import { cell, listening, type Running } from "../runtime/world.ts";
import { differs, firstOf, type Case } from "./case.ts";
import { readers } from "./exported.ts";
import { exported, shown } from "./page.ts";

const query = (folder: string, name: string): string =>
  readFileSync(`${folder}/${name}/q.sql`, "utf8");

const cells = ({ root }: Running): string[] => texts(root, '[data-cell="q"] tbody td:not(.source)');
const heads = ({ root }: Running): string[] =>
  texts(root, '[data-cell="q"] thead th[class]:not(.row)').map((text) =>
    text.replace(/ ?[↑↓]?(?:Number|Text|Date|number|text|date)$/, ""),
  );

/** The result in every file that another program reads. */
async function inFiles(
  running: Running,
  wanted: { readonly names?: readonly string[]; readonly row: readonly string[] },
): Promise<string | null> {
  for (const [format, reader] of Object.entries(readers)) {
    const told = await reader(await exported(running, "q", format as OutFormat));
    const wrong =
      differs(`names in ${format}`, told.names, wanted.names) ??
      differs(`row in ${format}`, told.row, wanted.row);
    if (wrong !== null) return wrong;
  }
  return null;
}

async function duplicateNames(folder: string): Promise<string | null> {
  const sql = query(folder, "sql-duplicate-names");
  const { sandboxes, given } = listening();
  const plot = "type: plot\nmarks:\n  - {mark: dot, x: value, y: value_2}";
  const running = await shown(
    cell("sql id=q", sql) + cell("chart id=c data=q", plot) + cell("js id=j", "q[0].value_2"),
    { sandboxes },
  );
  const sorted = await shown(cell("sql id=q", `${sql}\nUNION ALL SELECT 300, 1`));
  sorted.root.querySelectorAll<HTMLElement>("thead button")[1]?.click();
  return firstOf([
    differs("columns", heads(running), ["value", "value_2"]),
    differs("cells", cells(running), ["281.48", "77.48"]),
    differs("sorted by the second", cells(sorted), ["300", "1", "281.48", "77.48"]),
    differs("marks", names(running.root, "#c .fadu-grammar .mark"), [
      "Value: 281.48; value 2: 77.48",
    ]),
    differs("JavaScript", given[0]?.["q"], [{ value: 281.48, value_2: 77.48 }]),
    await inFiles(running, { names: ["value", "value_2"], row: ["281.48", "77.48"] }),
  ]);
}

async function enumeration(folder: string): Promise<string | null> {
  const running = await shown(cell("sql id=q", `${query(folder, "sql-enum")} ORDER BY 1`));
  return firstOf([
    differs("cells", cells(running), ["漳州", "1", "苏州", "2"]),
    await inFiles(running, { names: ["e", "n"], row: ["漳州", "1"] }),
  ]);
}

/** That an error while a result is drawn fails its cell is `test/runtime/drawing.test.ts`. */
async function infiniteDate(folder: string): Promise<string | null> {
  const running = await shown(cell("sql id=q", "SELECT 42 AS warmup"));
  running.edit(cell("sql id=q", query(folder, "sql-infinite-date")));
  for (let i = 0; i < 200 && cells(running)[0] === "42"; i++)
    await new Promise((resolve) => setTimeout(resolve, 20));
  const far = "SELECT DATE '290000-12-31' AS d, '-infinity'::TIMESTAMP AS t";
  return firstOf([
    differs("state", running.state("q").status, "done"),
    differs("cells", cells(running), ["infinity", "1"]),
    await inFiles(running, { names: ["d", "n"], row: ["infinity", "1"] }),
    differs("far", cells(await shown(cell("sql id=q", far))), ["290000-12-31", "-infinity"]),
  ]);
}

async function sixteenDigits(folder: string): Promise<string | null> {
  const running = await shown(cell("sql id=q", query(folder, "sql-sixteen-digits")));
  const digits = ["1234567890123456", "9007199254740991", "100000000000000.25"];
  return firstOf([
    differs(
      "cells",
      cells(running).map((text) => text.replaceAll(",", "")),
      digits,
    ),
    await inFiles(running, { row: digits }),
  ]);
}

/** What the editor draws of it is `test/browser/tables.spec.ts`. */
async function turned(folder: string): Promise<string | null> {
  const sql = query(folder, "sql-bidi");
  const running = await shown(cell("sql id=q", sql));
  const seen = [...sql.matchAll(invisible)].map(([sign]) => nameOf(sign.codePointAt(0) ?? 0));
  return firstOf([
    differs("cells", cells(running), ["AB⟨U+202E⟩123", "456", "שלום 123"]),
    differs("in the editor", seen, ["⟨U+202E⟩"]),
  ]);
}

/** The cases of results: what must come out of each, as the README of the cases says. */
export const sqlCases: readonly Case[] = [
  { name: "sql-duplicate-names/q.sql", held: duplicateNames },
  { name: "sql-enum/q.sql", held: enumeration },
  { name: "sql-infinite-date/q.sql", held: infiniteDate },
  { name: "sql-sixteen-digits/q.sql", held: sixteenDigits },
  { name: "sql-bidi/q.sql", held: turned },
];
