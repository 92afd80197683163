import { describe, expect, test } from "vitest";
import { furnitureIds } from "../../src/documents/html/furniture-ids.ts";
import { furniture } from "../../src/documents/html/furniture.ts";
import { gb18030 } from "./encode.ts";
import { expectPlaces, failure, read } from "./world.ts";

const one = "2023年，全市应急管理系统共检查企业1200家次，发现隐患3560项，已整改3480项。";
const two = "全年立案查处安全生产违法行为98起，罚款256.8万元，同比增长12.5%。";
const page = (body: string, head = ""): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const article = (inner: string): string =>
  page(`<div class="box"><p>${one}</p>${inner}<p>${two}</p></div>`);

describe("a page", () => {
  test("is read line by line: blocks end a line, parts of one do not", async () => {
    const found = await read(
      article(
        "<p>共<b>检查</b><span>12</span>家，<br>罚款<i>3</i>万元。</p><ul><li>其中一：甲类5家</li><li>其中二：乙类7家</li></ul>",
      ),
      "a.html",
    );
    expect(found.format).toBe("html");
    expect(found.text.split("\n")).toEqual([
      one,
      "共检查12家，",
      "罚款3万元。",
      "其中一：甲类5家",
      "其中二：乙类7家",
      two,
    ]);
    expect(found.places.map(({ paragraph }) => paragraph)).toEqual([1, 2, 3, 4, 5, 6]);
    expectPlaces(found);
  });

  test("parts no Chinese where its source has a line end, and keeps spaces of Latin", async () => {
    const { text } = await read(
      article("<p>　　全年共检查\n   企业三百家，annual\n report &nbsp; 2023。</p>"),
      "a.html",
    );
    expect(text.split("\n")[1]).toBe("全年共检查企业三百家，annual report 2023。");
  });

  test("never shows or runs what is script, style, hidden or a control", async () => {
    const found = await read(
      article(
        `<script>document.write("${one}")</script><style>p{}</style><noscript>请启用脚本，谢谢。</noscript><template><p>${one}</p></template><div style="color:red; display: none">隐藏的一句话，不显示。</div><p hidden>也是隐藏的。</p><select><option>全部</option></select><svg><text>图中文字</text></svg><p>&lt;script&gt;留下的是字&lt;/script&gt;</p>`,
      ),
      "a.html",
    );
    expect(found.text).toBe(`${one}\n<script>留下的是字</script>\n${two}`);
    expect(found.notes).toContainEqual({ code: "hidden", values: [17] });
  });

  test("gives its article alone, with title and date", async () => {
    const links = (from: number): string =>
      Array.from(
        { length: 8 },
        (_, n) => `<li><a href="${n}">某区开展第${from + n}次检查</a></li>`,
      ).join("");
    const found = await read(
      page(
        `<div class="top"><a href="/">首页</a><a>政务公开</a></div><table><tr><td><ul>${links(1)}</ul></td><td>
        <h1>某市2023年执法工作报告</h1><div>发布日期：2024-01-15 来源：某局</div>
        <div id="zoom"><p>${one}</p><p>${two}</p></div><p>责任编辑：张三</p></td></tr></table><ul>${links(20)}</ul><div>版权所有 某市应急管理局</div>`,
        "<title>某市2023年执法工作报告_某市应急管理局</title>",
      ),
      "a.html",
    );
    expect(found.text).toBe(`某市2023年执法工作报告\n${one}\n${two}`);
    expect(found).toMatchObject({ title: "某市2023年执法工作报告", published: "2024-01-15" });
    expect(found.notes.map(({ code }) => code)).toEqual(["left_out"]);
  });

  test("takes title and date from its head where that says them", async () => {
    const found = await read(
      page(
        `<p>${one}</p><p>${two}</p>`,
        '<meta name="ArticleTitle" content="年度报告"><meta name="PubDate" content="2024-3-5 10:20">',
      ),
      "a.html",
    );
    expect(found).toMatchObject({ title: "年度报告", published: "2024-03-05" });
  });

  test("is read whole where nothing stands out, which is said", async () => {
    const found = await read(page("<div>检查12家</div>"), "a.html");
    expect(found.text).toBe("检查12家");
    expect(found.notes).toEqual([{ code: "whole_page", values: [] }]);
  });

  test("has its tables as lines of cells", async () => {
    const found = await read(
      article(
        `<table><caption>表1</caption><thead><tr><th rowspan="2">地区</th><th colspan="2">处罚</th></tr><tr><th>件数</th><th>金额</th></tr></thead><tbody><tr><td><p>东区</p></td><td>12</td><td>3.5</td></tr><tr><td rowspan=2>西区</td><td>7</td><td></td></tr><tr><td>8</td><td>9<br>10</td></tr></tbody></table>`,
      ),
      "a.html",
    );
    expect(found.text.split("\n").slice(1, -1)).toEqual([
      "地区\t处罚\t",
      "地区\t件数\t金额",
      "东区\t12\t3.5",
      "西区\t7\t",
      "西区\t8\t9 10",
    ]);
    const cell = found.places.find(({ start }) => start === found.text.indexOf("3.5"));
    expect(cell).toMatchObject({ table: 1, row: 3, cell: 3 });
    expectPlaces(found);
  });

  test.each([
    ["a mark of gb2312", "gb2312"],
    ["no word of it", "utf-8"],
  ])("is decoded by its bytes and its head: %s", async (_name, charset) => {
    const bytes = gb18030(
      `<html><head><meta charset=${charset}></head><body><p>${one}</p></body></html>`,
    );
    const found = await read(bytes, "a.html");
    expect(found.text).toBe(one);
    expect(found.notes.some(({ code }) => code === "encoding_guessed")).toBe(charset === "utf-8");
  });

  test.each([
    ["nested without end", page("<div>".repeat(100_000)), "too_deep"],
    ["inline without end", page("<b><i>".repeat(50_000)), "too_deep"],
    ["of elements without end", page("<br>".repeat(1_000_001)), "too_many"],
    ["without a text", page("<script>1</script>"), "no_text"],
  ])("that is %s is refused", async (_name, source, code) => {
    expect(await failure(source, "a.html")).toMatchObject({ name: "DocumentError", code });
  });

  test("of one text of 10 MB is read", async () => {
    const found = await read(article(`<p>${"罚款。".repeat(1_100_000)}</p>`), "a.html");
    expect(found.text.length).toBeGreaterThan(3_300_000);
  });

  test("of spaces, brackets and names without end takes no longer", async () => {
    for (const part of ["打印 ", "编辑：", "【", "分享到", " \n", "附件", "&nbsp;\n", "字号大"])
      await read(article(`<p>${part.repeat(20_000)}1</p><p>${part.repeat(60)}1</p>`), "a.html");
  }, 20_000);
});

describe("furniture", () => {
  const said = furniture.map((rule, index) => [`${rule.id} ${index}`, rule] as const);

  test.each(said)(
    "is left out, and what looks like it stays: %s",
    async (_name, { id, example, counterexample }) => {
      const found = await read(article(example), "a.html");
      expect(found.text).toBe(`${one}\n${two}`);
      const [note] = found.notes.filter(({ code }) => code === "left_out");
      expect(note?.values.slice(1)).toEqual([id]);
      const other = await read(article(counterexample), "a.html");
      expect(other.text.split("\n")).toEqual([one, counterexample.replace(/<[^>]*>/g, ""), two]);
    },
  );

  test("has a rule for each kind, but for lists of links", () => {
    const kinds = [...new Set(furniture.map(({ id }) => id)), "links"];
    expect(kinds.toSorted()).toEqual(furnitureIds.toSorted());
  });

  test("a list of other pages within an article goes, a single link stays", async () => {
    const link = (n: number): string => `<p><a href="${n}">某县通报第${n}批检查结果</a></p>`;
    const list = await read(article([1, 2, 3, 4].map(link).join("")), "a.html");
    expect(list.text).toBe(`${one}\n${two}`);
    const single = await read(article(link(1)), "a.html");
    expect(single.text.split("\n")).toHaveLength(3);
  });

  test("a part with such a name that holds the article stays", async () => {
    const found = await read(page(`<div class="nav"><p>${one}</p><p>${two}</p></div>`), "a.html");
    expect(found.text).toBe(`${one}\n${two}`);
  });
});
