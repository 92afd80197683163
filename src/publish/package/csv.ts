import { guard } from "../../words/markup/index.ts";
import type { Cell, Data } from "./columns.ts";

function field(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = guard(cell);
  return text === "" || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * `data.csv` after RFC 4180, with a byte order mark, without which spreadsheets misread Chinese.
 * What is missing is an empty field; texts that a spreadsheet would run are guarded.
 */
export function csvOf({ columns, entries }: Data): string {
  const lines = [
    columns.map(({ name }) => field(name)),
    ...entries.map((entry) => columns.map(({ value }) => field(value(entry)))),
  ];
  return `\u{FEFF}${lines.map((line) => `${line.join(",")}\r\n`).join("")}`;
}
