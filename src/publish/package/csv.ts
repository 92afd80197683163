import { csvField } from "../../words/markup/index.ts";
import type { Data } from "./columns.ts";

/**
 * `data.csv` after RFC 4180, with a byte order mark, without which spreadsheets misread Chinese.
 * What is missing is an empty field; texts that a spreadsheet would run are guarded.
 */
export function csvOf({ columns, entries }: Data): string {
  const lines = [
    columns.map(({ name }) => csvField(name)),
    ...entries.map((entry) => columns.map(({ value }) => csvField(value(entry)))),
  ];
  return `\u{FEFF}${lines.map((line) => `${line.join(",")}\r\n`).join("")}`;
}
