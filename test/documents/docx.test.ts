import { strToU8, zipSync } from "fflate";
import mammoth from "mammoth";
import { describe, expect, test } from "vitest";
import { numeral } from "../../src/documents/docx/numerals.ts";
import { cell, docx, level, notes, numbering, p, styles, table } from "./docx-file.ts";
import { expectPlaces, failure, read } from "./world.ts";

const run = (inner: string): string => `<w:p><w:r>${inner}</w:r></w:p>`;
const list = (at: number): string =>
  `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>`;

describe("a document of Word", () => {
  test("is read paragraph by paragraph, an empty one does not count", async () => {
    const found = await read(
      docx(p("第一段，罚款3万元。") + p(" ") + p("　　第二段 <b> & 其他")),
      "a.docx",
    );
    expect(found).toMatchObject({
      format: "docx",
      text: "第一段，罚款3万元。\n第二段 <b> & 其他",
      notes: [],
    });
    expect(found.places.map(({ paragraph }) => paragraph)).toEqual([1, 2]);
    expectPlaces(found);
  });

  test("joins its runs, has tabs, line ends and hyphens, and no places of tabs", async () => {
    const inner =
      '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr><w:r><w:t>检查</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>12</w:t><w:tab/><w:t>家</w:t><w:br/><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t></w:r></w:p>';
    expect((await read(docx(inner), "a.docx")).text).toBe("检查12\t家\nA-B");
  });

  test("has its tables as lines of cells: merged down in each, merged across in the first", async () => {
    const body =
      p("附表") +
      table(
        [
          cell(p("地区"), '<w:vMerge w:val="restart"/>'),
          cell(p("处罚"), '<w:gridSpan w:val="2"/>'),
        ],
        [cell(p(""), "<w:vMerge/>"), cell(p("件数")), cell(p("金额"))],
        [
          cell(p("东区") + p("本级")),
          cell(p("12")),
          cell(table([cell(p("3")), cell(p("5"))]) + p("")),
        ],
      ) +
      p("完");
    const found = await read(docx(body), "a.docx");
    expect(found.text.split("\n")).toEqual([
      "附表",
      "地区\t处罚\t",
      "地区\t件数\t金额",
      "东区 本级\t12\t3 5",
      "完",
    ]);
    expect(found.places.find(({ start }) => start === found.text.indexOf("12"))).toMatchObject({
      table: 1,
      row: 3,
      cell: 2,
    });
    expectPlaces(found);
  });

  test("has the numbers that Word puts before paragraphs", async () => {
    const levels =
      level(0, "chineseCounting", "%1、") +
      level(1, "chineseCounting", "（%2）") +
      level(2, "decimal", "%3.");
    const body =
      p("执法", list(0)) +
      p("检查", list(1)) +
      p("甲", list(2)) +
      p("乙", list(2)) +
      p("处罚", list(1)) +
      p("甲", list(2)) +
      p("宣传", list(0));
    const found = await read(docx(body, { "word/numbering.xml": numbering(levels) }), "a.docx");
    expect(found.text.split("\n")).toEqual([
      "一、执法",
      "（一）检查",
      "1. 甲",
      "2. 乙",
      "（二）处罚",
      "1. 甲",
      "二、宣传",
    ]);
  });

  test("says where it cannot count as Word does", async () => {
    const parts = { "word/numbering.xml": numbering(level(0, "thaiLetters", "%1.")) };
    const found = await read(docx(p("甲", list(0)) + p("乙", list(0)), parts), "a.docx");
    expect(found).toMatchObject({ text: "甲\n乙", notes: [{ code: "numbering", values: [2] }] });
  });

  test("has the title that a style says, else its own property", async () => {
    const style = styles('<w:style w:styleId="a3"><w:name w:val="Title"/></w:style>');
    const core =
      '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>属性</dc:title></cp:coreProperties>';
    const body = p("工作报告", '<w:pStyle w:val="a3"/>') + p("正文");
    expect((await read(docx(body, { "word/styles.xml": style }), "a.docx")).title).toBe("工作报告");
    expect((await read(docx(p("正文"), { "docProps/core.xml": core }), "a.docx")).title).toBe(
      "属性",
    );
  });

  test("leaves out what is deleted, hidden or there twice, and says what", async () => {
    const body =
      '<w:p><w:r><w:t>留</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>下</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>的</w:t></w:r></w:p>' +
      run(
        "<w:box><w:Choice><w:txbxContent><w:p><w:r><w:t>框中</w:t></w:r></w:p></w:txbxContent></w:Choice><w:Fallback><w:p><w:r><w:t>框中</w:t></w:r></w:p></w:Fallback></w:box><w:t>框外</w:t>",
      ) +
      run("<w:instrText>PAGE</w:instrText><w:t>域</w:t>");
    const parts = {
      "word/footnotes.xml": notes(
        "<w:footnote><w:p><w:r><w:t>脚注文字</w:t></w:r></w:p></w:footnote>",
      ),
    };
    const found = await read(docx(body, parts), "a.docx");
    expect(found.text.split("\n")).toEqual(["留下的", "框中", "框外", "域"]);
    expect(found.notes).toEqual([
      { code: "hidden", values: [1] },
      { code: "deleted", values: [2] },
      { code: "notes_left_out", values: [4] },
    ]);
  });

  test("says the same as a well-known reader", async () => {
    const paragraphs = [
      "一、概况",
      "检查企业1,200家次（其中重点企业35家）。",
      "罚款 <合计> 35.6万元 & 其他",
    ];
    const body =
      paragraphs.map((text) => p(text)).join("") +
      table([cell(p("甲")), cell(p("1"))], [cell(p("乙")), cell(p("2"))]);
    const bytes = docx(body);
    const other = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    const words = (text: string): string[] => text.split(/[\n\t]+/).filter(Boolean);
    expect(words((await read(bytes, "a.docx")).text)).toEqual(words(other.value));
  });

  test("whose directory promises more than the file has is refused at once", async () => {
    const bytes = docx(p("检查"));
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 24 < bytes.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 20, 0xfffffff0, true);
    expect(await failure(bytes, "a.docx")).toMatchObject({ code: "damaged", value: "zip" });
  }, 5_000);

  test.each([
    ["without its main part", { "word/other.xml": "<a/>" }, "damaged", "word/document.xml"],
    ["with XML that is none", { "word/document.xml": "<w:document><w:p>" }, "damaged", "xml"],
    [
      "nested without end",
      { "word/document.xml": `${"<a>".repeat(300)}${"</a>".repeat(300)}` },
      "too_deep",
      "200",
    ],
    ["without a text", { "word/document.xml": "<a/>" }, "no_text", ""],
    ["of another program", { "xl/workbook.xml": "<a/>" }, "foreign", "workbook"],
    [
      "that unpacks to anything",
      { "word/document.xml": `<a>${" ".repeat(20_000_000)}</a>` },
      "bomb",
      "3",
    ],
  ])("%s is refused", async (_name, parts, code, value) => {
    const files = Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [name, strToU8(text)]),
    );
    expect(await failure(zipSync(files), "a.docx")).toMatchObject({
      name: "DocumentError",
      code,
      value,
      file: "a.docx",
    });
  });
});

test.each([
  [
    "chineseCounting",
    [1, 10, 11, 20, 101, 110, 1005],
    ["一", "十", "十一", "二十", "一百零一", "一百一十", "一千零五"],
  ],
  ["upperRoman", [4, 9, 14, 2024], ["IV", "IX", "XIV", "MMXXIV"]],
  ["lowerLetter", [1, 26, 27], ["a", "z", "aa"]],
  ["decimalEnclosedCircle", [1, 20, 21], ["①", "⑳", "21"]],
  ["decimalFullWidth", [12], ["１２"]],
  ["constructor", [1], [null]],
])("numbers of lists as Word writes them: %s", (format, values, expected) => {
  expect(values.map((value) => numeral(format, value))).toEqual(expected);
});
