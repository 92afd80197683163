import { describe, expect, test } from "vitest";
import { createReadCMap } from "../../src/documents/node.ts";
import { withoutRadicals } from "../../src/documents/pdf/radicals.ts";
import type { DocumentText } from "../../src/documents/index.ts";
import { lines, pdf, type PdfText } from "./pdf-file.ts";
import { gb18030 } from "./encode.ts";
import { expectPlaces, failure, read as readAny } from "./world.ts";

const readCMap = createReadCMap();
const read = (bytes: Uint8Array): Promise<DocumentText> => readAny(bytes, "报告.pdf", { readCMap });
const textOf = async (...pages: readonly (readonly PdfText[])[]): Promise<string[]> => {
  const found = await read(pdf(pages));
  expectPlaces(found);
  return found.text.split("\n");
};
const row = (y: number, cells: readonly (readonly [x: number, text: string])[]): PdfText[] =>
  cells.map(([x, text]) => ({ x, y, text }));

describe("a PDF", () => {
  const paragraph = [
    "　　全年共检查企业一千二百家次，发现隐患三千五百六",
    "十项，已整改三千四百八十项，整改率为百分之九十七点",
    "七五。",
    "　　立案查处违法行为九十八起，罚款二百五十六万元。",
  ];
  const joined = [
    "全年共检查企业一千二百家次，发现隐患三千五百六十项，已整改三千四百八十项，整改率为百分之九十七点七五。",
    "立案查处违法行为九十八起，罚款二百五十六万元。",
  ];

  test("of a Chinese font without a map to Unicode is read, lines joined to paragraphs", async () => {
    expect(await textOf(lines(paragraph))).toEqual(joined);
  });

  test("of a Chinese font by its older codes as well", async () => {
    const bytes = pdf([lines(paragraph, { font: "gbk" })], {}, gb18030);
    expect((await read(bytes)).text.split("\n")).toEqual(joined);
  });

  test("without the maps of characters is refused, and not taken for one that was scanned", async () => {
    const found = await readAny(pdf([lines(["检查企业"])]), "a.pdf").catch(
      (error: unknown) => error,
    );
    expect(found).toMatchObject({
      name: "DocumentError",
      code: "map_missing",
      value: "UniGB-UCS2-H.bcmap",
    });
  });

  test("joins Latin with spaces, and a word that a hyphen parts", async () => {
    const latin = ["The bureau made 1200 inspec-", "tions in 2023 and found 3560", "hazards."];
    expect(await textOf(lines(latin, { font: "latin", leading: 14 }))).toEqual([
      "The bureau made 1200 inspections in 2023 and found 3560 hazards.",
    ]);
  });

  test("goes on over the page, whose head, foot and number are left out", async () => {
    const page = (number: number, texts: readonly string[]): PdfText[] => [
      { text: "某市应急管理局文件", x: 230, y: 40, size: 9 },
      ...lines(texts),
      { text: `- ${number} -`, x: 285, y: 800, font: "latin", size: 9 },
    ];
    const found = await read(
      pdf([page(1, paragraph.slice(0, 2)), page(2, paragraph.slice(2)), page(3, ["　　完。"])]),
    );
    expect(found.text.split("\n")).toEqual([...joined, "完。"]);
    expect(found.places.map(({ page, paragraph }) => [page, paragraph])).toEqual([
      [1, 1],
      [2, 1],
      [2, 2],
      [3, 3],
    ]);
    expect(found.notes).toEqual([{ code: "repeated", values: [6, "某市应急管理局文件"] }]);
    expectPlaces(found);
  });

  test("of two columns is read one after the other, below what goes across", async () => {
    const left = Array.from(
      { length: 6 },
      (_, n) => `左栏第${"一二三四五六"[n]}行检查企业共若干家次`,
    ).with(5, "左栏完。");
    const right = Array.from(
      { length: 6 },
      (_, n) => `右栏第${"一二三四五六"[n]}行罚款金额共若干万元`,
    );
    for (const offset of [0, 9])
      expect(
        await textOf([
          { text: "某市年度执法工作情况报告", x: 180, y: 80, size: 20 },
          ...lines(left, { x: 72, y: 130 }),
          ...lines(right, { x: 320, y: 130 + offset }),
        ]),
      ).toEqual(["某市年度执法工作情况报告", left.join(""), right.join("")]);
  });

  test("has its tables as lines of cells, an empty one too", async () => {
    const found = await textOf([
      ...lines(["　　各区情况见下表："]),
      ...row(130, [
        [80, "地区"],
        [200, "检查家次"],
        [320, "罚款（万元）"],
      ]),
      ...row(155, [
        [80, "东区"],
        [215, "120"],
        [335, "35.6"],
      ]),
      ...row(180, [
        [80, "西区"],
        [335, "4.2"],
      ]),
      ...row(205, [
        [80, "合计"],
        [215, "120"],
        [335, "39.8"],
      ]),
      ...lines(["　　以上为全年数。"], { y: 240 }),
    ]);
    expect(found).toEqual([
      "各区情况见下表：",
      "地区\t检查家次\t罚款（万元）",
      "东区\t120\t35.6",
      "西区\t\t4.2",
      "合计\t120\t39.8",
      "以上为全年数。",
    ]);
  });

  test("has cells of several lines in one row", async () => {
    const found = await textOf([
      ...row(130, [
        [80, "项目"],
        [200, "办理时限"],
      ]),
      ...row(160, [
        [80, "经营许可"],
        [200, "十个工作日"],
      ]),
      ...row(190, [[200, "五个工作日"]]),
      ...row(181, [[80, "危险化学"]]),
      ...row(199, [[80, "品登记"]]),
      ...row(220, [
        [80, "其他"],
        [200, "三个工作日"],
      ]),
    ]);
    expect(found).toEqual([
      "项目\t办理时限",
      "经营许可\t十个工作日",
      "危险化学品登记\t五个工作日",
      "其他\t三个工作日",
    ]);
  });

  test("has cells whose lines are as far apart as those of paragraphs in one row", async () => {
    const cells = (y: number, name: string, rest: readonly string[] = []): PdfText[] =>
      row(y, [[80, name], ...rest.map((text, index) => [220 + 90 * index, text] as const)]);
    const found = await textOf([
      ...lines(paragraph),
      ...cells(200, "执法主体", ["案件数（件）", "金额（万元）"]),
      ...cells(226, "应急管理局", ["98", "256.8"]),
      ...cells(252, "应急管理综合行"),
      ...cells(272, "政执法支队", ["45", "120.35"]),
      ...cells(298, "合计", ["143", "377.15"]),
    ]);
    expect(found.slice(2)).toEqual([
      "执法主体\t案件数（件）\t金额（万元）",
      "应急管理局\t98\t256.8",
      "应急管理综合行政执法支队\t45\t120.35",
      "合计\t143\t377.15",
    ]);
  });

  test("keeps the rows of a table apart that stand as near as lines of a paragraph", async () => {
    const found = await textOf([
      ...lines(paragraph),
      ...["甲", "乙", "丙"].flatMap((name, n) =>
        row(200 + 20 * n, [
          [80, `${name}区`],
          ...(n === 1 ? [] : [[220, "无"] as const]),
          [320, `${n}5`],
        ]),
      ),
    ]);
    expect(found.slice(2)).toEqual(["甲区\t无\t05", "乙区\t\t15", "丙区\t无\t25"]);
  });

  test("keeps headings and short lines apart", async () => {
    expect(
      await textOf(
        lines([
          "　　一、基本情况",
          "　　（一）机构",
          ...paragraph.slice(0, 3),
          "某市应急管理局",
          "2024年1月5日",
        ]),
      ),
    ).toEqual(["一、基本情况", "（一）机构", joined[0], "某市应急管理局", "2024年1月5日"]);
  });

  test("has the title that stands large above it", async () => {
    const found = await read(
      pdf([
        [
          { text: "某市应急管理局", x: 200, y: 80, size: 22 },
          { text: "年度执法报告", x: 210, y: 112, size: 22 },
          ...lines(paragraph, { y: 150 }),
        ],
      ]),
    );
    expect(found.title).toBe("某市应急管理局年度执法报告");
  });

  test("joins the lines of a heading in the middle, and a range that a line end parts", async () => {
    const large = { size: 20 };
    const found = await textOf([
      { text: "某市应急管理局关于某年度法治政府建设情", x: 82, y: 80, ...large },
      { text: "况的报告", x: 250, y: 116, ...large },
      ...lines(
        [
          "　　法治政府建设实施纲要以及各项具体实施意见，2015-",
          "2020年的规划也已完成。",
          ...paragraph,
        ],
        { y: 160 },
      ),
    ]);
    expect(found[0]).toBe("某市应急管理局关于某年度法治政府建设情况的报告");
    expect(found[1]).toContain("2015-2020年");
  });

  test("has characters in place of the radicals that fonts take for them", () => {
    expect(withoutRadicals("⼀年⼯作，⼈⺠部⻔⻓⼾")).toEqual({
      text: "一年工作，人民部门长户",
      count: 7,
    });
    expect(withoutRadicals("检查企业（12家）")).toEqual({ text: "检查企业（12家）", count: 0 });
  });

  test("has no spaces between letters that stand apart, no double of what is printed twice", async () => {
    expect(
      await textOf([
        { text: "检查企业", x: 72, y: 100, spacing: 3 },
        { text: "罚款", x: 72, y: 140 },
        { text: "罚款", x: 72.3, y: 140 },
      ]),
    ).toEqual(["检查企业", "罚款"]);
  });

  test("leaves out a stamp across the page, and says so; a page on its side is read", async () => {
    const found = await read(
      pdf([[...lines(paragraph), { text: "内部资料", x: 200, y: 500, size: 60, angle: 45 }]]),
    );
    expect(found.text.split("\n")).toEqual(joined);
    expect(found.notes).toEqual([{ code: "askew", values: [4] }]);
    expect((await read(pdf([lines(paragraph)], { rotate: 90 }))).text.split("\n")).toEqual(joined);
  });

  test("says which pages have no text", async () => {
    const found = await read(pdf([lines(["　　检查企业。"]), [], []]));
    expect(found.notes).toEqual([{ code: "pages_without_text", values: [2, 3, 2] }]);
  });

  test.each([
    ["without any text, as one that was scanned", pdf([[], []]), "scanned", "2"],
    ["encrypted", pdf([lines(["检查"])], { encrypt: true }), "encrypted", ""],
    ["that is none inside", "%PDF-1.7\nnothing", "damaged", "pdf"],
  ])("%s is refused", async (_name, bytes, code, value) => {
    expect(await failure(bytes, "报告.pdf")).toMatchObject({
      name: "DocumentError",
      code,
      value,
      file: "报告.pdf",
    });
  });

  test("leaves nothing of a page behind where there is none", () => {
    expect(
      ["self", "navigator", "DOMMatrix", "Path2D"].filter((name) => name in globalThis),
    ).toEqual([]);
  });
});
