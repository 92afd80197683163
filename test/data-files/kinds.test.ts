import { gzipSync, strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { read, utils } from "@e965/xlsx";
import { misshown } from "../cases/files.ts";
import { inspectFile } from "../../src/data-files/inspect.ts";
import { checkChoices } from "../../src/data-files/load.ts";
import { nameFault } from "../../src/data-files/names.ts";
import type { ProblemCode, ReadOptions } from "../../src/data-files/types.ts";
import { openNode } from "../../src/engine/node.ts";
import { toRows } from "../../src/engine/index.ts";
import { frame, take, written } from "./world.ts";

const look = (text: BlobPart, name = "a.csv", options: ReadOptions = {}) =>
  inspectFile(new Blob([text]), name, options);
const codes = async (text: BlobPart, name?: string): Promise<ProblemCode[]> =>
  (await look(text, name)).inspection.problems.map(({ code }) => code);

describe("nothing is changed in silence", () => {
  test.each<[string, string, ProblemCode]>([
    ["trailing zeros", "a,n\nx,1.50\n", "respelled"],
    ["a leading plus", "a,n\nx,+5\n", "respelled"],
    ["an exponent", "a,n\nx,1E5\n", "respelled"],
    ["too many digits", "a,n\nx,0.12345678901234567890\n", "rounded"],
    ["nanoseconds", "a,t\nx,2023-01-01 00:00:00.123456789\n", "rounded"],
    ["another spelling of a day", "a,d\nx,2023/1/5\n", "respelled"],
    ["spaces at the ends", "a,n\n x,1\n", "padded"],
    ["a column without name and values", "a,b,\n1,2,\n", "column_dropped"],
    ["a sum among the rows", "a,n\nx,1\n合计,1\n", "total_row"],
    ["names that are a guess", "甲,乙\n丙,丁\n", "header_text"],
  ])("%s", async (_, text, code) => {
    expect(await codes(text)).toContain(code);
  });

  test("and a file that reads as it stands has nothing to say", async () => {
    expect(await codes("地区,n,v,d\n漳州,1,1.5,2023-01-05\n")).toEqual([]);
  });

  test("nor by a type that the reader chose, before anything is taken in", async () => {
    const inspected = await look("a\n1.50\nx\n");
    const problems = await checkChoices(inspected, [{ name: "a", index: 0, type: "DOUBLE" }]);
    expect(problems.map(({ code, first }) => [code, first])).toEqual([
      ["respelled", "1.50 → 1.5"],
      ["unreadable", "x"],
    ]);
  });
});

test("what the preview shows is what the table holds", async () => {
  const text =
    "地区,i,d,day,at,b,big\n漳州,+5,1.50,2023/1/5,2023-01-01 00:00:00.123456,TRUE,5000000000\n";
  expect(await misshown(await look(text))).toBe(null);
});

test.each(["UTC", "Asia/Shanghai", "America/New_York"])(
  "times are the same under %s",
  async (zone) => {
    const before = process.env["TZ"];
    process.env["TZ"] = zone;
    try {
      const { rows } = await take("a,d,t\nx,2023-03-12,2023-03-12 02:30:00\n", "a.csv");
      expect(rows).toEqual([["x", "2023-03-12", "2023-03-12T02:30:00.000Z"]]);
      const book = await written(
        frame([{ name: "d", type: "DATE" }], [[Date.UTC(2023, 2, 12)]]),
        "xlsx",
      );
      expect((await take(book, "a.xlsx")).rows).toEqual([["2023-03-12"]]);
    } finally {
      process.env["TZ"] = before;
    }
  },
);

describe("the encoding of a file that does not say it", () => {
  test.each([
    ["windows-1252", [0x4b, 0xf6, 0x6c, 0x6e]],
    ["big5", [0xba, 0xa9, 0xa6, 0x7b, 0xa5, 0xab, 0xa9, 0xb2, 0xa4, 0x40, 0xa4, 0xfd]],
    ["shift_jis", [0x93, 0x8c, 0x8b, 0x9e, 0x82, 0xcc, 0x82, 0xb1, 0x82, 0xc6]],
    ["gb18030", [0xd5, 0xc4, 0xd6, 0xdd, 0xca, 0xd0]],
  ])("is guessed as %s, and told as a guess", async (encoding, bytes) => {
    const head = Array.from("a,n\n", (sign) => sign.charCodeAt(0));
    const { inspection } = await look(Uint8Array.from([...head, ...bytes, 0x2c, 0x31, 0x0a]));
    expect(inspection.reading.encoding).toBe(encoding);
    expect(inspection.problems.map(({ code }) => code)).toContain("guessed");
  });
});

describe("a file that would fill the memory", () => {
  const workbook = (sheet: string) =>
    zipSync({
      "xl/workbook.xml": strToU8('<workbook><sheets><sheet name="a"/></sheets></workbook>'),
      "xl/worksheets/sheet1.xml": strToU8(sheet),
    }) as Uint8Array<ArrayBuffer>;
  test.each<[string, BlobPart, string, string]>([
    ["columns without end", `${"a,".repeat(20_000)}\n`, "a.csv", "too_wide"],
    ["brackets without end", "[".repeat(100_000), "a.json", "too_deep"],
    [
      "keys without end",
      `[${Array.from({ length: 20 }, (_, row) => `{${Array.from({ length: 1000 }, (_, i) => `"k${row}_${i}":1`).join(",")}}`).join(",")}]`,
      "a.json",
      "too_wide",
    ],
    ["elements within elements", workbook("<a>".repeat(5_000)), "a.xlsx", "too_deep"],
    [
      "a cell beyond the sheet",
      workbook(
        '<worksheet><sheetData><row r="9999999"><c r="A9999999"/></row></sheetData></worksheet>',
      ),
      "a.xlsx",
      "damaged",
    ],
    [
      "gzip in place of a table",
      gzipSync(new Uint8Array(1 << 20)) as Uint8Array<ArrayBuffer>,
      "a.csv",
      "foreign",
    ],
  ])("is refused: %s", async (_, bytes, name, code) => {
    await expect(look(bytes, name)).rejects.toMatchObject({ name: "FileError", code });
  });

  test("or says a size that it has not", async () => {
    const bytes = workbook("<worksheet><sheetData/></worksheet>");
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 46; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7fffffff, true);
    await expect(look(bytes, "a.xlsx")).rejects.toMatchObject({ code: "bomb" });
  });
});

const corpus = [
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "＝1+1",
  "＋1",
  "－1+1",
  "＠x",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://x")',
  "'=1",
  "''=1",
  '=DDE("a";"b")',
  "_x003D_1+1",
  "-5",
  "+5.25",
  "-",
  "漳州",
  "1E5",
  "0592",
  "=",
  " =1",
  "\n=1",
];

describe("what goes out holds no formula", () => {
  test.each(["csv", "xlsx"] as const)(
    "as %s, in a spreadsheet, and comes back as it was",
    async (format) => {
      const source = frame(
        [
          { name: "t", type: "VARCHAR" },
          { name: "n", type: "DOUBLE" },
        ],
        [corpus, corpus.map((_, at) => at - 2.5)],
      );
      const blob = await written(source, format);
      const book = read(await blob.arrayBuffer(), { cellFormula: true, codepage: 65001 });
      const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
      const cells = Object.entries(sheet).filter(([ref]) => /^[A-Z]/.test(ref));
      expect(cells.filter(([, cell]) => (cell as { f?: string }).f !== undefined)).toEqual([]);
      const numbers = utils
        .sheet_to_json<unknown[]>(sheet, { header: 1 })
        .slice(1)
        .map(([, n]) => n);
      expect(numbers).toEqual(corpus.map((_, at) => at - 2.5));
      const back = await take(blob, `a.${format}`, { header: 1 });
      expect(back.rows.map(([t]) => t)).toEqual(corpus);
    },
  );
});

test("a name that is suggested for a table is one that the engine takes bare", async () => {
  const engine = await openNode();
  const words = toRows(await engine.query("SELECT keyword_name AS k FROM duckdb_keywords()"));
  const wrong: string[] = [];
  for (const { k } of words) {
    const failed = await engine.query(`SELECT * FROM ${String(k)}`).then(() => "", String);
    const isBare = /does not exist/.test(failed);
    if (isBare !== (nameFault(String(k)) === null) && !isBare) wrong.push(String(k));
  }
  expect(wrong).toEqual([]);
  await engine.close();
});
