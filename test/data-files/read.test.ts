import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { gzipSync, strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { inspectFile } from "../../src/data-files/inspect.ts";
import { jsonText, parseJson } from "../../src/data-files/json-parse.ts";
import type { FileProblem } from "../../src/data-files/types.ts";
import { take } from "./world.ts";

const told = (problems: readonly FileProblem[]) =>
  problems.map(({ code, count, first, column }) => [code, count, first, column]);
const failure = async (file: BlobPart, name: string): Promise<unknown> =>
  inspectFile(new Blob([file]), name).catch((error: unknown) => error);

describe("types of a CSV file", () => {
  test("are inferred from all rows", async () => {
    const { names, types, rows } = await take(
      "地区,n,value,day,at,ok,big,text\n漳州,1,1.5,2022-01-03,2022-01-03 04:05,true,5000000000,a\n苏州,-2,3,2022/2/1,2022-02-01T00:00:00Z,FALSE,1,b\n",
      "a.csv",
    );
    expect(names).toEqual(["地区", "n", "value", "day", "at", "ok", "big", "text"]);
    expect(types).toEqual(
      "VARCHAR INTEGER DOUBLE DATE TIMESTAMP BOOLEAN BIGINT VARCHAR".split(" "),
    );
    expect(rows[1]).toEqual([
      "苏州",
      -2,
      3,
      "2022-02-01",
      "2022-02-01T00:00:00.000Z",
      false,
      1,
      "b",
    ]);
  });

  test("see the last row as well as the first", async () => {
    const many = `n\n${"1\n".repeat(50_000)}`;
    expect((await take(many, "a.csv")).types).toEqual(["INTEGER"]);
    expect((await take(`${many}x\n`, "a.csv")).types).toEqual(["VARCHAR"]);
    expect((await take(`${many}0.5\n`, "a.csv")).types).toEqual(["DOUBLE"]);
  });

  test.each([
    ["leading zeros", "area,n\n0592,1\n0755,2\n", ["0592", "0755"]],
    [
      "eighteen digits",
      "身份,n\n350600199001011234,1\n350600199001011235,2\n",
      ["350600199001011234", "350600199001011235"],
    ],
    ["a name that says so", "行政区划代码,n\n350600,1\n320500,2\n", ["350600", "320500"]],
  ])("leave codes as text: %s", async (_, text, codes) => {
    const { rows, types, inspection } = await take(text, "a.csv");
    expect(types).toEqual(["VARCHAR", "INTEGER"]);
    expect(rows.map(([code]) => code)).toEqual(codes);
    expect(inspection.columns[0]).toMatchObject({ isCode: true, offers: [] });
  });

  test("never make a number of what is only like one: it is offered", async () => {
    const text = '罚款,率\n"1,234.5",12%\n1.1万,8.5％\n２亿,未填报\n-,\n';
    const plain = await take(text, "a.csv");
    expect(plain.types).toEqual(["VARCHAR", "VARCHAR"]);
    expect(plain.rows[1]).toEqual(["1.1万", "8.5％"]);
    const [fine, rate] = plain.inspection.columns;
    expect(fine?.offers[0]).toMatchObject({ type: "DOUBLE" });
    expect([...(fine?.offers[0]?.spellings ?? [])].sort()).toEqual([
      "grouped",
      "nothing",
      "wan",
      "wide",
      "yi",
    ]);
    expect(rate?.offers[0]?.spellings).toContain("percent");
    const loose = await take(text, "a.csv", {}, (choices) =>
      choices.map((choice) => ({ ...choice, type: "DOUBLE", rule: "loose" as const })),
    );
    expect(loose.rows).toEqual([
      [1234.5, 12],
      [11_000, 8.5],
      [200_000_000, null],
      [null, null],
    ]);
    expect(loose.problems).toEqual([]);
  });

  test("take only an empty cell for nothing; words for it stay until the reader says so", async () => {
    const { rows, types } = await take("a,b\nNULL,1\n-,\n/,2\n未填报,3\n", "a.csv");
    expect(types).toEqual(["VARCHAR", "INTEGER"]);
    expect(rows).toEqual([
      ["NULL", 1],
      ["-", null],
      ["/", 2],
      ["未填报", 3],
    ]);
  });

  test("that do not fit a cell make it missing, never 0, and that is told", async () => {
    const { rows, problems } = await take("a\n1\nx\n2.5\n", "a.csv", {}, ([choice]) =>
      choice ? [{ ...choice, type: "INTEGER" }] : [],
    );
    expect(rows).toEqual([[1], [null], [null]]);
    expect(told(problems)).toEqual([["unreadable", 2, "x", "a"]]);
  });
});

describe("a CSV file", () => {
  test.each([
    [",", "a,b\n1,2\n"],
    ["\t", "a\tb\n1\t2\n"],
    [";", "a;b\n1;2\n"],
    ["|", "a|b\n1|2\n"],
  ])("has its delimiter found: %j", async (delimiter, text) => {
    const { inspection, rows } = await take(text, "a.csv");
    expect(inspection.reading.delimiter).toBe(delimiter);
    expect(rows).toEqual([[1, 2]]);
  });

  test("may have quotes, line ends in quotes, and any line ends", async () => {
    const body = ["a,b", '"x ""y""","1\n2"', "z,"];
    for (const end of ["\n", "\r\n"])
      expect((await take(body.join(end), "a.csv")).rows).toEqual([
        ['x "y"', "1\n2"],
        ["z", null],
      ]);
    expect((await take("a,b\r1,2\r3,4\r", "a.csv")).rows).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test("of uneven rows loses nothing and says so", async () => {
    const { names, rows, inspection } = await take("a,b\n1\n1,2,3\n4,5\n", "a.csv");
    expect(names).toEqual(["a", "b", "column_3"]);
    expect(rows).toEqual([
      [1, null, null],
      [1, 2, 3],
      [4, 5, null],
    ]);
    expect(told(inspection.problems)).toEqual([
      ["header_empty", 1, "column_3", "column_3"],
      ["row_short", 1, "2", ""],
      ["row_long", 1, "3", ""],
    ]);
  });

  test("of repeated and missing names gets others, which is told", async () => {
    const { names, inspection } = await take("n,N,,n \n1,2,3,4\n", "a.csv");
    expect(names).toEqual(["n", "N_2", "column_3", "n_3"]);
    expect(told(inspection.problems)).toEqual([
      ["header_repeated", 1, "N", "N_2"],
      ["header_empty", 1, "column_3", "column_3"],
      ["header_repeated", 1, "n", "n_3"],
    ]);
  });

  test.each([
    ["names above numbers", "a,b\n1,2\n", 1],
    ["years above numbers", "地区,2021,2022\n漳州,1,2\n", 1],
    [
      "titles above the names",
      "2022年罚款情况,,\n单位：万元,,\n地区,罚款,件数\n漳州,1,2\n苏州,3,4\n龙岩,3,4\n",
      3,
    ],
    ["numbers alone", "1,2\n3,4\n", 0],
    ["one column of numbers", "5\n6\n", 0],
  ])("has its names found: %s", async (_, text, header) => {
    expect((await take(text, "a.csv")).inspection.reading.header).toBe(header);
  });

  test("may be told where its names are", async () => {
    expect((await take("1,2\n3,4\n", "a.csv", { header: 1 })).names).toEqual(["1", "2"]);
    expect((await take("a,b\n3,4\n", "a.csv", { header: 0 })).rows).toEqual([
      ["a", "b"],
      ["3", "4"],
    ]);
  });

  test("whose quote never ends is refused with its row, and can be read without quotes", async () => {
    const text = `a,b\n1,2\n"x,3\n${"4,5\n".repeat(10)}`;
    expect(await failure(text, "a.csv")).toMatchObject({ code: "unclosed_quote", value: "3" });
    expect((await take(text, "a.csv", { quotes: false })).rows[1]).toEqual(['"x', 3]);
  });

  test("cut anywhere in characters or rows reads the same", async () => {
    const line = '漳州市应急管理局,1.5,"说,明\n二"\r\n';
    const { rows } = await take(`地区,n,注\r\n${line.repeat(60_000)}`, "a.csv");
    expect(rows).toHaveLength(60_000);
    expect(
      rows.every(([a, b, c]) => a === "漳州市应急管理局" && b === 1.5 && c === "说,明\n二"),
    ).toBe(true);
  });
});

describe("the encoding of a text", () => {
  const text = "地区,罚款\n漳州,1\n苏州,2\n";
  const gb = new Uint8Array([
    0xb5, 0xd8, 0xc7, 0xf8, 0x2c, 0x6e, 0x0a, 0xd5, 0xc4, 0xd6, 0xdd, 0x2c, 0x31, 0x0a,
  ]);
  const wide = (little: boolean, mark: boolean) => {
    const units = Array.from((mark ? "\u{FEFF}" : "") + text, (c) => c.charCodeAt(0));
    return new Uint8Array(units.flatMap((u) => (little ? [u & 255, u >> 8] : [u >> 8, u & 255])));
  };
  test.each([
    ["UTF-8", strToU8(text), "utf-8"],
    ["UTF-8 with a mark", strToU8(`\u{FEFF}${text}`), "utf-8"],
    ["UTF-16LE with a mark", wide(true, true), "utf-16le"],
    ["UTF-16BE with a mark", wide(false, true), "utf-16be"],
    ["UTF-16LE without", wide(true, false), "utf-16le"],
    ["UTF-16BE without", wide(false, false), "utf-16be"],
  ])("is found: %s", async (_, bytes, encoding) => {
    const { inspection, names, rows } = await take(bytes, "a.csv");
    expect(inspection.reading.encoding).toBe(encoding);
    expect(names).toEqual(["地区", "罚款"]);
    expect(rows).toEqual([
      ["漳州", 1],
      ["苏州", 2],
    ]);
  });

  test("is GB18030 where the file is no UTF-8, even far down", async () => {
    const { inspection, names, rows } = await take(gb, "a.csv");
    expect([inspection.reading.encoding, names, rows]).toEqual([
      "gb18030",
      ["地区", "n"],
      [["漳州", 1]],
    ]);
    const late = new Blob(["a,b\n", "x,1\n".repeat(500_000), gb]);
    expect((await inspectFile(late, "a.csv")).inspection.reading.encoding).toBe("gb18030");
  });

  test("can be chosen, and what cannot be decoded is told", async () => {
    const { inspection } = await take(gb, "a.csv", { encoding: "utf-8" });
    expect(inspection.problems.map(({ code }) => code)).toContain("undecodable");
  });
});

describe("JSON", () => {
  test("of objects, of arrays, and in one member", async () => {
    const objects = '[{"a":1,"b":"x"},{"b":"y","c":{"d":[1]}}]';
    const { names, rows, inspection } = await take(objects, "a.json");
    expect(names).toEqual(["a", "b", "c"]);
    expect(rows).toEqual([
      [1, "x", null],
      [null, "y", '{"d":[1]}'],
    ]);
    expect(told(inspection.problems)).toEqual([["nested", 1, "c", "c"]]);
    expect((await take('[["a","b"],[1,2]]', "a.json")).rows).toEqual([[1, 2]]);
    expect((await take('{"ok":true,"rows":[{"a":1}]}', "a.json")).rows).toEqual([[1]]);
  });

  test("keeps a text of digits a text, and every digit of a whole number", async () => {
    const { types, inspection } = await take('[{"a":"12","b":12345678901234567890}]', "a.json");
    expect(types).toEqual(["VARCHAR", "HUGEINT"]);
    expect(inspection.head).toEqual([["12", "12345678901234567890"]]);
    expect(inspection.problems).toEqual([]);
  });

  test("that is broken or no table says so", async () => {
    expect(await failure('[{"a":1},\n{"a":}]', "a.json")).toMatchObject({
      code: "bad_json",
      value: "2:6",
    });
    expect(await failure('{"a":1}', "a.json")).toMatchObject({ code: "not_table" });
    expect(await failure('{"a":[{"b":1}],"c":[{"d":1}]}', "a.json")).toMatchObject({
      code: "not_table",
    });
  });

  test("lines are read one by one; a broken one is left out and told", async () => {
    const { names, rows, inspection } = await take(
      '{"a":1}\n\n{"a":2,"b":"x"}\n{"a":\n{"a":3}',
      "a.jsonl",
    );
    expect(names).toEqual(["a", "b"]);
    expect(rows).toEqual([
      [1, null],
      [2, "x"],
      [3, null],
    ]);
    expect(told(inspection.problems)).toEqual([["row_broken", 1, "4", ""]]);
  });
});

describe("a file that is not what its name says", () => {
  const zip = (entries: Record<string, Uint8Array>) => zipSync(entries) as Uint8Array<ArrayBuffer>;
  test.each([
    ["a ZIP called .csv", zip({ "a.txt": strToU8("x") }), "a.csv", "zip"],
    ["a Word document", zip({ "word/document.xml": strToU8("x") }), "a.xlsx", "docx"],
    [
      "an old or locked workbook",
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      "a.xls",
      "xls",
    ],
    [
      "a web page called .xls",
      "\n<!DOCTYPE html><table><tr><td>1</td></tr></table>",
      "a.xls",
      "html",
    ],
    ["XML", '<?xml version="1.0"?><Workbook/>', "a.xls", "xml"],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "a.csv", "image"],
    ["a PDF", "%PDF-1.7\n%âãÏÓ", "a.csv", "pdf"],
    ["gzip", gzipSync(strToU8("a,b\n1,2\n")) as Uint8Array<ArrayBuffer>, "a.csv.gz", "gzip"],
    [
      "bytes without sense",
      Uint8Array.from({ length: 400 }, (_, i) => (i * 7919) % 256),
      "a.csv",
      "binary",
    ],
  ])("is refused with what it is: %s", async (_, bytes, name, value) => {
    expect(await failure(bytes, name)).toMatchObject({ name: "FileError", code: "foreign", value });
  });

  test("is refused where it is empty, or has names and nothing more is fine", async () => {
    expect(await failure("", "a.csv")).toMatchObject({ code: "empty" });
    expect(await failure("\n\n", "a.csv")).toMatchObject({ code: "empty" });
    expect((await take("a,b\n", "a.csv")).names).toEqual(["a", "b"]);
  });

  test("is read as what it is where that is a table: Parquet called .csv", async () => {
    const bytes = readFileSync("public/data/facts.parquet");
    const { inspection } = await inspectFile(new Blob([bytes]), "facts.csv");
    expect(inspection.reading.kind).toBe("parquet");
    expect(inspection.rows).toBeGreaterThan(300);
    expect(inspection.columns.find(({ name }) => name === "value")?.type).toBe("DOUBLE");
  });

  test("is refused where it is cut short: Parquet, Arrow, a workbook", async () => {
    const bytes = readFileSync("public/data/facts.parquet");
    const cut = bytes.subarray(0, bytes.length / 2);
    expect(await failure(cut, "a.parquet")).toMatchObject({ code: "damaged" });
    const arrow = Uint8Array.from([0x41, 0x52, 0x52, 0x4f, 0x57, 0x31, 0, 0, 1, 2, 3]);
    expect(await failure(arrow, "a.arrow")).toMatchObject({ code: "damaged" });
    const workbook = zip({ "xl/workbook.xml": strToU8("<workbook>") });
    expect(await failure(workbook, "a.xlsx")).toMatchObject({ code: "damaged" });
  });
});

test("reading stops soon after it is told to", async () => {
  const abort = new AbortController();
  const large = new Blob(["a,b\n", ...Array.from({ length: 40 }, () => "1,2\n".repeat(100_000))]);
  let told = 0;
  const reading = inspectFile(
    large,
    "a.csv",
    {},
    {
      signal: abort.signal,
      onBytes: () => {
        if (++told === 2) abort.abort(new Error("enough"));
      },
    },
  );
  await expect(reading).rejects.toThrow("enough");
  expect(told).toBe(2);
});

test.each([
  ['[{"a":1},\n{"a":}]', "2:6"],
  ['{"a":1', "1:7"],
  ['["a" "b"]', "1:6"],
  ["[1,]", "1:4"],
  ['{"a" 1}', "1:6"],
  ["[1]]", "1:4"],
  ['["a\nb"]', "1:2"],
  ["", "1:1"],
])("the place where %j stops being JSON is %s", (text, place) => {
  expect(() => parseJson(text)).toThrow(place);
});

test("JSON that a machine wrote is read as the browser reads it", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(JSON.parse(jsonText(parseJson(text)))).toEqual(JSON.parse(text));
    }),
  );
});
