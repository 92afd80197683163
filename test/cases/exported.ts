import { read, utils } from "@e965/xlsx";
import { tableFromIPC } from "@uwdata/flechette";
import { parquetReadObjects } from "hyparquet";
import Papa from "papaparse";
import type { OutFormat } from "../../src/data-files/formats.ts";

/** What another program reads from a file of ours: its names, and the first row as text. */
export interface Told {
  readonly names: readonly string[];
  readonly row: readonly string[];
}

const ofObject = (row: Readonly<Record<string, unknown>> = {}): Told => ({
  names: Object.keys(row),
  row: Object.values(row).map(String),
});

const ofRows = ([names = [], row = []]: readonly (readonly unknown[])[]): Told => ({
  names: names.map(String),
  row: row.map(String),
});

/** Digits as they stand: a parser would round them. */
function ofJson(text: string): Told {
  const [first = ""] = /\{[^}]*\}/.exec(text) ?? [];
  const pairs = [...first.matchAll(/"([^"]*)":\s*(?:"([^"]*)"|([^,}\s]+))/g)];
  return {
    names: pairs.map(([, name = ""]) => name),
    row: pairs.map(([, , words, plain]) => words ?? plain ?? ""),
  };
}

/** Readers that are not ours, by format. */
export const readers: Readonly<Partial<Record<OutFormat, (file: Blob) => Promise<Told>>>> = {
  csv: async (file) => ofRows(Papa.parse<string[]>((await file.text()).replace("\ufeff", "")).data),
  json: async (file) => ofJson(await file.text()),
  xlsx: async (file) => {
    const book = read(await file.arrayBuffer());
    const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
    return ofRows(utils.sheet_to_json<string[]>(sheet, { header: 1, raw: true }));
  },
  parquet: async (file) => {
    const [row] = await parquetReadObjects({ file: await file.arrayBuffer() });
    return ofObject(row);
  },
  arrow: async (file) =>
    ofObject(tableFromIPC(await file.arrayBuffer()).toArray()[0] as Record<string, unknown>),
};
