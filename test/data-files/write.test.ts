import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import type { Column } from "../../src/engine/index.ts";
import { fileName } from "../../src/data-files/formats.ts";
import { guard, unguard } from "../../src/words/markup/index.ts";
import { frame, rowsOf, take, written } from "./world.ts";

const columns: readonly Column[] = [
  { name: "地区", type: "VARCHAR" },
  { name: "n", type: "INTEGER" },
  { name: "value", type: "DOUBLE" },
  { name: "ok", type: "BOOLEAN" },
  { name: "day", type: "DATE" },
  { name: "at", type: "TIMESTAMP" },
];
const sample = frame(columns, [
  ["漳州", '说,"明"\n二', null],
  [1, -2, null],
  [1.5, -0.25, null],
  [true, false, null],
  [Date.UTC(2022, 0, 3), Date.UTC(1999, 11, 31), null],
  [Date.UTC(2022, 0, 3, 4, 5, 6), Date.UTC(1970, 0, 1, 0, 0, 1), null],
]);
const readable = ["csv", "tsv", "json", "parquet", "arrow", "xlsx"] as const;

describe("what is written reads back", () => {
  test.each(readable)("as %s: values, types, nothing as nothing", async (format) => {
    const back = await take(await written(sample, format), `a.${format}`);
    expect(back.names).toEqual(columns.map(({ name }) => name));
    expect(back.rows.slice(0, 2)).toEqual(rowsOf(sample).slice(0, 2));
    // A row of nothing at all is none in a workbook.
    expect(back.rows.slice(2)).toEqual(format === "xlsx" ? [] : rowsOf(sample).slice(2));
    const dates = format === "json" ? ["DATE", "TIMESTAMP"] : columns.slice(4).map((c) => c.type);
    expect(back.types.slice(4)).toEqual(format === "json" ? ["VARCHAR", "VARCHAR"] : dates);
  });

  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({
      unit: fc.constantFrom(
        "=",
        "+",
        "-",
        "@",
        "'",
        '"',
        ",",
        "\n",
        "\r",
        "\t",
        "1",
        "罚",
        " ",
        "|",
      ),
    }),
  );
  const cell = fc.option(text, { nil: null });
  // The first column is text beyond doubt, so that no text of the second is taken for a number.
  const rows = fc.array(
    fc.tuple(cell, fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null })),
    { minLength: 1, maxLength: 8 },
  );

  test.each(["csv", "tsv", "json", "parquet", "arrow"] as const)(
    "as %s: any text and any number",
    async (format) => {
      const two: readonly Column[] = [
        { name: "text", type: "VARCHAR" },
        { name: "value", type: "DOUBLE" },
      ];
      await fc.assert(
        fc.asyncProperty(rows, async (cells) => {
          const texts = cells.map(([t]) => t?.replaceAll("\0", "") ?? null);
          const source = frame(two, [
            [...texts, "text"],
            [...cells.map(([, v]) => v), 0.5],
          ]);
          const back = await take(await written(source, format), `a.${format}`, {
            header: format === "csv" || format === "tsv" ? 1 : undefined,
          });
          const isText = format === "csv" || format === "tsv";
          // A text file cannot tell an empty text from nothing, nor -0 from 0.
          const expected = [...texts, "text"].map((t) => (isText && t === "" ? null : t));
          expect(back.rows.map(([t]) => t)).toEqual(expected);
          expect(back.rows.map(([, v]) => (v === null ? null : Number(v) + 0))).toEqual(
            [...cells.map(([, v]) => v), 0.5].map((v) => (v === null ? null : v + 0)),
          );
        }),
        { numRuns: 150 },
      );
    },
    60_000,
  );

  test("repeated names are told apart and lists become text", async () => {
    const twice = frame([{ name: "a", type: "INTEGER" }], [[1]], [{ name: "A", values: ["x"] }]);
    expect(twice.columns.map(({ name }) => name)).toEqual(["a", "A_2"]);
    expect(await (await written(twice, "json")).text()).toBe('[\n{"a":1,"A_2":"x"}\n]\n');
  });

  test("a single column keeps its empty rows", async () => {
    const one = frame([{ name: "a", type: "INTEGER" }], [[1, null, 3, null]]);
    expect((await take(await written(one, "csv"), "a.csv")).rows).toEqual([
      [1],
      [null],
      [3],
      [null],
    ]);
  });
});

describe("a spreadsheet runs nothing of it", () => {
  const hostile = [
    "=1+1",
    "+SUM(A1)",
    "-2+3",
    "@x",
    "\t=1",
    "\r=1",
    "\n=1",
    "'=1",
    "＝1",
    '=HYPERLINK("x")',
  ];
  test.each(hostile)("%j is guarded and read back as it was", (text) => {
    expect(guard(text).startsWith("'")).toBe(true);
    expect(unguard(guard(text))).toBe(text);
  });

  test.each(["-5", "+5.25", "-", "", "漳州", "a=b", "1", "'", "O'Brien"])("%j stays", (text) => {
    expect(guard(text)).toBe(text);
    expect(unguard(text)).toBe(null);
  });

  test("any text comes back from its guard, and no guarded text begins with a formula", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("=", "+", "-", "@", "'", "1", "a", "\t", "＝") }),
        (text) => {
          expect(unguard(guard(text)) ?? guard(text)).toBe(text);
          expect(guard(text)).not.toMatch(/^[=+\-@\t\r＝](?![\d.]*$)/);
        },
      ),
    );
  });

  test.each(["csv", "tsv", "markdown", "xlsx"] as const)("in %s, names as well", async (format) => {
    const source = frame(
      [
        { name: "=cmd", type: "VARCHAR" },
        { name: "value", type: "DOUBLE" },
      ],
      [["=1+1"], [-5]],
    );
    const blob = await written(source, format);
    if (format === "xlsx") {
      const { read, utils } = await import("@e965/xlsx");
      const { Sheets, SheetNames } = read(await blob.arrayBuffer());
      const [first = ""] = SheetNames;
      expect(utils.sheet_to_json(Sheets[first] ?? {}, { header: 1 })).toEqual([
        ["'=cmd", "value"],
        ["'=1+1", -5],
      ]);
    } else {
      const text = await blob.text();
      expect(text).not.toMatch(/(?:^|[,\t|"\u{FEFF}])\s*=/mu);
      expect(text).toMatch(/-5/);
    }
  });
});

test("CSV begins with a byte order mark, has CRLF, and leaves nothing empty", async () => {
  const bytes = new Uint8Array(await (await written(sample, "csv")).arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = new TextDecoder().decode(bytes);
  expect(text.split("\r\n").at(0)).toBe("地区,n,value,ok,day,at");
  expect(text.split("\r\n").at(-2)).toBe(",,,,,");
});

test("a cell of a Markdown table is never markup", async () => {
  const cells = [
    "a|b",
    "**x**",
    "<b>",
    "`c`",
    "[l](javascript:x)",
    "![i](x)",
    "a\nb",
    "\\",
    "~~s~~",
    "http://x.cn",
    "&amp;",
    "1. a",
    "# h",
  ];
  const blob = await written(frame([{ name: "t", type: "VARCHAR" }], [cells]), "markdown");
  const html = new MarkdownIt({ linkify: true }).render(await blob.text());
  const texts = [...html.matchAll(/<td>(.*?)<\/td>/gs)].map(([, inner]) => inner);
  expect(texts).toHaveLength(cells.length);
  expect(texts.join("")).not.toMatch(/<(?!br)/);
});

describe("the name of a file says what is inside", () => {
  const date = new Date(2026, 10, 22);
  test.each([
    ["fines", 5, "csv", "fadu-fines-5rows-2026-11-22.csv"],
    ["fines", 1, "xlsx", "fadu-fines-1row-2026-11-22.xlsx"],
    ["../罚款 表", 0, "markdown", "fadu-罚款-表-0rows-2026-11-22.md"],
  ] as const)("%s", (id, rows, format, name) => {
    expect(fileName(id, rows, format, { date })).toBe(name);
  });
});

test("a text that no cell of a workbook holds says in the cell how long it is", async () => {
  const long = `${"罚".repeat(32_700)}${"𠮷".repeat(2_000)}`;
  const one = frame([{ name: "text", type: "VARCHAR" }], [[long, "短"]]);
  const { rows } = await take(await written(one, "xlsx"), "a.xlsx");
  const texts = rows.map(([text]) => String(text));
  expect(texts[1]).toBe("短");
  expect(texts[0]?.length).toBeLessThanOrEqual(32_767);
  expect(texts[0]).toMatch(/^罚{32700}𠮷*…（共36700字 · 36700 characters in all）$/u);
  const whole = await take(await written(one, "csv"), "a.csv");
  expect(whole.rows[0]?.[0]).toBe(long);
});
