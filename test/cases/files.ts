import { readFileSync } from "node:fs";
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import { identifier, toRows, type Connection } from "../../src/engine/index.ts";
import { openNode } from "../../src/engine/node.ts";
import { convert, written } from "../../src/data-files/convert.ts";
import { inspectFile, type Inspected } from "../../src/data-files/inspect.ts";
import { loadFile, type ColumnChoice } from "../../src/data-files/load.ts";
import { nameFault, suggestName } from "../../src/data-files/names.ts";
import { plainChoices } from "../data-files/world.ts";
import { FileError, type ProblemCode, type ReadOptions } from "../../src/data-files/types.ts";
import { toXlsx } from "../../src/data-files/write/workbook.ts";
import { differs, type Case } from "./case.ts";

/** What must come out of a file. */
interface Expected {
  readonly file: string;
  readonly options?: ReadOptions;
  /** The table as the engine writes it, by rows. */
  readonly rows?: readonly (readonly (string | null)[])[];
  readonly names?: readonly string[];
  readonly types?: readonly string[];
  readonly told?: readonly ProblemCode[];
  /** By the column's place: rules on offer, with what the first example becomes. */
  readonly offers?: Readonly<Record<number, Readonly<Record<string, string>>>>;
  readonly error?: string;
  /** SQL over the table `t`, and its only value. */
  readonly asks?: readonly (readonly [sql: string, value: string])[];
}

let engine: Promise<Connection> | null = null;
let native: Promise<DuckDBConnection> | null = null;
const connection = (): Promise<Connection> => (engine ??= openNode());
const oracle = (): Promise<DuckDBConnection> =>
  (native ??= DuckDBInstance.create(":memory:").then((instance) => instance.connect()));

/** Loads a file as it stands, and gives what the engine then holds, as text. */
export async function held(
  { source, inspection }: Inspected,
  choices: readonly ColumnChoice[] = plainChoices(inspection),
): Promise<(string | null)[][]> {
  const sql = await connection();
  const { columns, stream } = loadFile({ source }, choices);
  await sql.addTable({ name: "t", columns, stream });
  const texts = columns.map(({ name }, at) => `${identifier(name)}::VARCHAR AS c${at}`);
  const rows = toRows(await sql.query(`SELECT ${texts.join(", ")} FROM t`));
  return rows.map((row) => columns.map((_, at) => (row[`c${at}`] as string | null) ?? null));
}

/** Whether what is shown before is what is there after; the engine writes `1.0` and `1e-07`. */
function isSame(shown: string | null, there: string | null, type: string): boolean {
  if (shown === there) return true;
  if (shown === null || there === null) return false;
  if (type === "DOUBLE" || type === "FLOAT") return Number(shown) === Number(there);
  // Nested texts: the engine leaves out quotes where it can.
  return /[\])]$/.test(type) && shown.replaceAll("'", "") === there.replaceAll("'", "");
}

/** What the preview shows that the table does not hold; null where there is none. */
export async function misshown(inspected: Inspected): Promise<string | null> {
  const { columns, head } = inspected.inspection;
  const there = await held(inspected);
  for (const [row, cells] of head.entries())
    for (const [at, cell] of cells.entries()) {
      const { type = "VARCHAR", name = "" } = columns[at] ?? {};
      const shown = cell === null ? null : written(convert(cell, type), type);
      const found = there[row]?.[at] ?? null;
      if (!isSame(shown, found, type)) return `${name}: shown ${shown}, there ${found}`;
    }
  return null;
}

async function check(path: string, expected: Expected): Promise<string | null> {
  const file = new File([readFileSync(path)], expected.file);
  let inspected: Inspected;
  try {
    inspected = await inspectFile(file, file.name, expected.options);
  } catch (error) {
    const code = error instanceof FileError ? error.code : String(error);
    return code === expected.error ? null : `failed: ${code}`;
  }
  if (expected.error !== undefined) return "was read";
  const { columns, problems } = inspected.inspection;
  const untold = expected.told?.find((code) => !problems.some((one) => one.code === code));
  const offers = Object.entries(expected.offers ?? {}).flatMap(([at, rules]) =>
    Object.entries(rules).flatMap(([rule, result]) => {
      const offer = columns[Number(at)]?.offers.find((one) => one.rule === rule);
      return offer?.results[0] === result ? [] : [`offer ${rule}: ${offer?.results[0]}`];
    }),
  );
  const wrong =
    (await misshown(inspected)) ??
    differs(
      "names",
      columns.map(({ name }) => name),
      expected.names,
    ) ??
    differs(
      "types",
      columns.map(({ type }) => type),
      expected.types,
    ) ??
    (untold === undefined ? null : `not told: ${untold}`) ??
    offers[0] ??
    (expected.rows ? differs("rows", await held(inspected), expected.rows) : null);
  if (wrong !== null) return wrong;
  for (const [sql, value] of expected.asks ?? []) {
    const [row] = toRows(await (await connection()).query(sql));
    const found = String(Object.values(row ?? {})[0]);
    if (found !== value) return `${sql}: ${found}`;
  }
  return path.endsWith(".parquet") ? asNative(path, await held(inspected)) : null;
}

/** The same values as native DuckDB reads from a Parquet file; zones are left out, and told. */
async function asNative(
  path: string,
  found: readonly (readonly (string | null)[])[],
): Promise<string | null> {
  const sql = await oracle();
  const result = await sql.runAndReadAll(`SELECT COLUMNS(*)::VARCHAR FROM read_parquet('${path}')`);
  for (const [row, cells] of result.getRows().entries())
    for (const [at, cell] of cells.entries()) {
      const wanted = cell === null ? null : String(cell).replace(/\+00$/, "");
      const [there, text] = [found[row]?.[at] ?? null, wanted];
      if (there !== text && Number(there) !== Number(text)) return `native ${text}, here ${there}`;
    }
  return result.getRows().length === found.length ? null : "other rows than native";
}

const of = (folder: string, ...expected: readonly Expected[]): Case[] =>
  expected.map((one) => ({
    name: `${folder}/${one.file}${one.options ? " as chosen" : ""}`,
    held: (cases) => check(`${cases}/${folder}/${one.file}`, one),
  }));

const sheet = (file: string, more: Omit<Expected, "file">): Expected => ({ file, ...more });

/** The cases of files: what must come out of each, as the README of the cases says. */
export const fileCases: readonly Case[] = [
  ...of("csv-approx", { file: "approx.csv", types: ["VARCHAR", "VARCHAR"] }),
  ...of("csv-bigint", {
    file: "ids.csv",
    rows: [
      ["a", "9007199254740993", "900719925474099"],
      ["b", "9007199254740995", "123456789012345"],
    ],
  }),
  ...of("csv-bool", { file: "bool.csv", types: ["BOOLEAN", "VARCHAR"], told: ["respelled"] }),
  ...of("csv-cr-lf-inside", {
    file: "mac.csv",
    names: ["name", "note", "n"],
    asks: [["SELECT count(*) FROM t", "3"]],
  }),
  ...of("csv-date-dots", {
    file: "dd.csv",
    told: ["respelled"],
    rows: [
      ["2023-01-05", "1"],
      ["2023-10-06", "2"],
    ],
  }),
  ...of("csv-date8", {
    file: "d8.csv",
    types: ["INTEGER", "INTEGER"],
    offers: { 0: { date8: "2023-01-05" } },
  }),
  ...of("csv-dates-dmy", {
    file: "dmy.csv",
    types: ["VARCHAR", "VARCHAR"],
    offers: { 1: { dmy: "2023-04-03" } },
  }),
  ...of(
    "csv-decimal-comma",
    { file: "de.csv", offers: { 1: { comma: "1.5" } } },
    { file: "de3.csv", offers: { 1: { comma: "1.5", loose: "1500" } } },
  ),
  ...of("csv-dup-names", {
    file: "dup.csv",
    names: ["地区", "罚款", "罚款_2", "N", "n_2"],
    told: ["header_repeated"],
  }),
  ...of(
    "csv-empty",
    { file: "blank.csv", error: "empty" },
    { file: "bom.csv", error: "empty" },
    { file: "empty.csv", error: "empty" },
    { file: "head.csv", names: ["a", "b"], rows: [] },
  ),
  ...of("csv-fullwidth-space", {
    file: "s.csv",
    told: ["padded"],
    offers: { 1: { loose: "12" } },
    rows: [
      ["　漳州　", "１２"],
      ["苏州 ", " 3 "],
    ],
  }),
  ...of("csv-hex", { file: "hex.csv", types: ["VARCHAR", "INTEGER"] }),
  ...of("csv-micro", {
    file: "micro.csv",
    rows: [
      ["a", "2023-01-01 00:00:00.123456"],
      ["b", "2023-01-01 00:00:00.123999"],
    ],
  }),
  ...of("csv-month-decimal", {
    file: "months.csv",
    told: ["months"],
    asks: [
      ["SELECT 罚款 FROM t WHERE 月份 = '2023.1'", "60"],
      ["SELECT 罚款 FROM t WHERE 月份 = '2023.10'", "30"],
    ],
  }),
  ...of("csv-names-no-header", { file: "x.csv", told: ["header_text"] }),
  ...of("csv-nul", { file: "nul.csv", told: ["controls"] }),
  ...of("csv-one-bad-byte", {
    file: "bad.csv",
    told: ["bad_bytes"],
    asks: [["SELECT 备注 FROM t WHERE 地区 = '苏州'", "重大情况"]],
  }),
  ...of("csv-r-rownames", {
    file: "r.csv",
    names: ["column_1", "region", "value"],
    told: ["row_names"],
    asks: [["SELECT value FROM t WHERE region = 'shanwei'", "20"]],
  }),
  ...of("csv-sep-line", {
    file: "sep.csv",
    told: ["sep_line"],
    names: ["a", "b"],
    asks: [["SELECT sum(a) FROM t", "4"]],
  }),
  ...of("csv-total-row", { file: "totals.csv", told: ["total_row"] }),
  ...of("csv-trailing-comma", { file: "trail.csv", names: ["a", "b"], told: ["column_dropped"] }),
  ...of("csv-truncated-utf8", {
    file: "cut.csv",
    told: ["bad_bytes", "row_short"],
    asks: [["SELECT 罚款 FROM t WHERE 地区 = '漳州'", "120"]],
  }),
  ...of("csv-unicode-minus", {
    file: "minus.csv",
    offers: { 1: { loose: "-5" }, 2: { loose: "-3" } },
  }),
  ...of("csv-units", { file: "units.csv", offers: { 1: { loose: "15000" } } }),
  ...of("csv-years-head", { file: "wide.csv", names: ["地区", "2021", "2022", "2023"] }),
  ...of("csv-zone", {
    file: "zone.csv",
    types: ["VARCHAR", "VARCHAR"],
    offers: { 1: { utc: "2022-12-31 16:30:00", wall: "2023-01-01 00:30:00" } },
  }),
  {
    name: "file-keyword/full.csv",
    held: async () =>
      nameFault(suggestName("full.csv")) === null && nameFault("full") !== null
        ? null
        : suggestName("full.csv"),
  },
  ...of("json-big", {
    file: "big.json",
    told: ["rounded", "mixed"],
    rows: [
      ["9007199254740993", "0.12345678901234568", "1e400"],
      ["12", "1.0", "2"],
    ],
  }),
  ...of("json-dup", { file: "dup.json", told: ["key_repeated"] }),
  ...of("json-mixed", { file: "mixed.json", told: ["mixed"] }),
  ...of("json-geo", { file: "nested.json", told: ["nested"] }),
  ...of("parquet-mutant", { file: "hang.parquet", error: "damaged" }),
  ...["bigint/b", "dict/d", "dots/d", "empty/e", "float/f", "gzip/g", "hugeint/h"].flatMap(native1),
  ...["nested/n", "unsigned/u", "unsigned/u32", "zstd/z"].flatMap(native1),
  ...of("parquet-decimal", {
    file: "d.parquet",
    asks: [["SELECT count(*) FROM t WHERE d4 = 0.57", "1"]],
  }),
  ...of("parquet-times", { file: "t.parquet", told: ["zone_left"] }),
  ...of("parquet-times2", { file: "t.parquet", told: ["zone_left"] }),
  ...of("parquet-nested", {
    file: "n.parquet",
    asks: [
      ["SELECT s.b FROM t WHERE s.a = 1", "x"],
      ["SELECT list_sum(l) FROM t WHERE l IS NOT NULL AND len(l) > 0", "3"],
    ],
  }),
  ...of(
    "arrow-unsigned",
    {
      file: "u32.arrow",
      rows: [
        ["1", "1"],
        ["4294967295", "2"],
        ["3000000000", "3"],
      ],
    },
    { file: "u64.arrow", types: ["UBIGINT", "INTEGER"] },
  ),
  ...of("arrow-decimal", {
    file: "d.arrow",
    rows: [
      ["0.57", "1"],
      ["1.15", "2"],
      ["-2.85", "3"],
    ],
  }),
  ...of("arrow-dict", { file: "d.arrow", types: ["VARCHAR", "INTEGER"] }),
  ...of("arrow-dup", { file: "d.arrow", rows: [["1"]] }),
  ...of("arrow-large", { file: "l.arrow", types: ["VARCHAR", "INTEGER"] }),
  ...of("arrow-list", { file: "l.arrow", asks: [["SELECT l[2] FROM t WHERE s.a = 1", "2"]] }),
  ...of("arrow-times", {
    file: "t.arrow",
    told: ["zone_left"],
    types: ["TIMESTAMP_NS", "TIMESTAMP", "TIME", "DATE"],
  }),
  ...of(
    "xlsx-1904",
    sheet("one.xlsx", { rows: [["2023-01-01", "1"]] }),
    sheet("true.xlsx", { rows: [["2023-01-01", "1"]] }),
  ),
  ...of("xlsx-cjk-date", {
    file: "days.xlsx",
    told: ["shown_otherwise"],
    rows: [["漳州", "2023-01-01", "2023-01-01", "2023-01-01", "2023-01-01"]],
  }),
  ...of("xlsx-duration", {
    file: "times.xlsx",
    types: ["VARCHAR", "TIME", "INTERVAL"],
    rows: [
      ["甲", "08:30:00", "36:00:00"],
      ["乙", "18:00:00", "48:00:00"],
    ],
  }),
  ...of("xlsx-formula-cached", { file: "sums.xlsx", told: ["error_cell", "total_row"] }),
  ...of("xlsx-formula-uncached", { file: "sums.xlsx", told: ["formula_empty"] }),
  ...of(
    "xlsx-iso-date",
    sheet("iso-day.xlsx", { rows: [["a", "2023-01-01"]] }),
    sheet("iso.xlsx", {
      rows: [
        ["a", "2023-01-01"],
        ["b", "2023-07-01"],
      ],
    }),
  ),
  ...of(
    "xlsx-merged",
    sheet("merged.xlsx", { told: ["merged"] }),
    sheet("merged.xlsx", {
      options: { fill: true },
      told: ["filled_in"],
      asks: [
        ["SELECT sum(罚款) FROM t WHERE 省 = '江苏'", "60"],
        ["SELECT sum(罚款) FROM t WHERE 省 = '福建'", "90"],
      ],
    }),
    sheet("two-row-head.xlsx", {
      told: ["head_joined"],
      names: ["地区", "2022年 件数", "2022年 罚款", "2023年 件数", "2023年 罚款"],
    }),
  ),
  ...of("xlsx-no-refs", { file: "a.xlsx", names: ["a", "b"], rows: [["1", "2"]] }),
  ...of("xlsx-old-date", {
    file: "old.xlsx",
    rows: [
      ["a", "1900-01-01"],
      ["b", "1900-02-28"],
      ["c", "1900-03-01"],
    ],
  }),
  ...of("xlsx-percent", { file: "rates.xlsx", offers: { 1: { loose: "12.5" } } }),
  ...of("xlsx-phonetic", {
    file: "names.xlsx",
    rows: [
      ["漳州", "1"],
      ["苏州", "2"],
    ],
  }),
  ...of("xlsx-scaled", {
    file: "scaled.xlsx",
    told: ["shown_otherwise"],
    asks: [["SELECT sum(罚款) FROM t", "42000"]],
  }),
  ...of("xlsx-two-tables", { file: "two.xlsx", told: ["tables_more"] }),
  { name: "out-controls", held: roundTrip },
];

function native1(path: string): Case[] {
  const [folder = "", file = ""] = path.split("/");
  return of(`parquet-${folder}`, { file: `${file}.parquet` });
}

/** The texts of a file through XLSX and back: control characters, and what looks like one. */
async function roundTrip(cases: string): Promise<string | null> {
  const texts = (
    JSON.parse(readFileSync(`${cases}/out-controls/out.json`, "utf8")) as { t: string }[]
  )
    .map(({ t }) => t)
    .filter((t) => t !== "");
  const blob = await toXlsx({
    columns: [{ name: "t", kind: "text" }],
    values: [texts],
    rows: texts.length,
  });
  const back = await held(await inspectFile(blob, "a.xlsx", { header: 1 }));
  const lost = texts.find((text, at) => back[at]?.[0] !== text);
  return lost === undefined ? null : `${JSON.stringify(lost)} came back otherwise`;
}
