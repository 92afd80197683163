import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createEngine, insertTables, toRows, type Engine } from "../../../src/engine/index.ts";
import { openNode } from "../../../src/engine/node.ts";
import { openReader } from "../../../src/data-files/index.ts";
import { importPanel, type ImportOptions } from "../../../src/data-files/panels/index.ts";
import { inThread, page, until } from "./world.ts";
import { withStream } from "../../../scripts/with-stream.ts";

let engine: Engine;
beforeAll(async () => {
  const facts = withStream({
    name: "facts",
    columns: [{ name: "fact_id", type: "VARCHAR" }],
    rows: [],
  });
  engine = createEngine({ open: openNode, load: (fresh) => insertTables(fresh, [facts]) });
  await engine.start();
});
afterAll(() => engine.close());

function open(text: string, name: string, options: Partial<ImportOptions> = {}) {
  const document = page();
  const panel = importPanel({
    document,
    language: "zh",
    file: new File([text], name),
    engine,
    taken: ["facts", "figures"],
    open: (file) => openReader(file, { spawn: inThread }),
    ...options,
  });
  document.body.append(panel.element);
  const find = <E extends Element = HTMLElement>(selector: string) =>
    panel.element.querySelector<E>(selector);
  const type = (selector: string, value: string, event = "change") => {
    const control = find<HTMLInputElement>(selector);
    if (!control) throw new Error(`missing ${selector}`);
    control.value = value;
    control.dispatchEvent(
      new (document.defaultView as Window & typeof globalThis).Event(event, { bubbles: true }),
    );
  };
  const submit = () => find<HTMLButtonElement>(".own-confirm")?.click();
  return { document, panel, find, type, submit, text: () => panel.element.textContent ?? "" };
}
const ready = (find: ReturnType<typeof open>["find"]) =>
  until(() => find<HTMLButtonElement>(".own-confirm:not(:disabled)"));

describe("the panel for a file", () => {
  test("shows what is in it, and makes it a table", async () => {
    let rows = 0;
    const { find, submit, text } = open(
      "地区,区号,罚款\n漳州,0596,1.5\n苏州,0512,\n",
      "2023 罚款.csv",
      {
        onDone: (table) => void (rows = table.rows),
      },
    );
    await ready(find);
    expect(find<HTMLInputElement>("[name=table]")?.value).toBe("t2023_罚款");
    expect(text()).toContain("CSV，50 B，2行，3列");
    expect(text()).toContain("编号，按文本读入");
    expect(find(".own-nothing")?.textContent).toContain("缺失");
    submit();
    await until(() => find(".own-done"));
    expect(rows).toBe(2);
    expect(toRows(await engine.query("SELECT * FROM t2023_罚款"))).toEqual([
      { 地区: "漳州", 区号: "0596", 罚款: 1.5 },
      { 地区: "苏州", 区号: "0512", 罚款: null },
    ]);
  });

  test("asks whether the table is to be kept, and passes the answer on", async () => {
    const wishes: boolean[] = [];
    for (const isKept of [true, false]) {
      const { find, submit } = open("a\n1\n", "a.csv", {
        onDone: (_table, { keep }) => void wishes.push(keep),
      });
      await ready(find);
      if (!isKept) find<HTMLInputElement>("[name=keep]")?.click();
      submit();
      await until(() => find(".own-done"));
    }
    expect(wishes).toEqual([true, false]);
  });

  test("takes a type and an offered conversion only from the reader", async () => {
    const { find, type, submit } = open('n,钱\n1,"1,234"\n2,1.5万\n', "a.csv");
    await ready(find);
    type('[data-column="n"]', "VARCHAR");
    find<HTMLInputElement>(".own-offer input")?.click();
    await ready(find);
    submit();
    await until(() => find(".own-done"));
    expect(toRows(await engine.query("SELECT * FROM a"))).toEqual([
      { n: "1", 钱: 1234 },
      { n: "2", 钱: 15000 },
    ]);
  });

  test.each([
    ["facts", "已有名为“facts”的表"],
    ["FIGURES", "已有名为“FIGURES”的表"],
    ["select", "不能作表名"],
    ["1a", "不能作表名"],
    ["a b", "不能作表名"],
  ])("refuses the name %j and says why", async (name, why) => {
    const { find, type, text } = open("a\n1\n", "a.csv");
    await ready(find);
    type("[name=table]", name, "input");
    expect(find<HTMLButtonElement>(".own-confirm")?.disabled).toBe(true);
    expect(find("[name=table]")?.getAttribute("aria-invalid")).toBe("true");
    expect(text()).toContain(why);
  });

  test("reads again where the reader knows better, and keeps the focus", async () => {
    const { document, find, type } = open("a;b\n1;2\n", "a.csv");
    await ready(find);
    expect(find("tbody")?.children[0]?.children).toHaveLength(2);
    find("[name=delimiter]")?.focus();
    type("[name=delimiter]", ",");
    await until(() => find("tbody")?.children[0]?.children.length === 1);
    expect(document.activeElement?.getAttribute("name")).toBe("delimiter");
  });

  test("says what a file is that is no table, and what to do about an open quote", async () => {
    const html = open("<!doctype html><p>x", "表.xls");
    await until(() => html.text().includes("网页"));
    expect(html.find<HTMLButtonElement>(".own-confirm")?.disabled).toBe(true);
    const quote = open('a,b\n"x,1\ny,2\n', "a.csv");
    const again = await until(() =>
      [...quote.panel.element.querySelectorAll("button")].find((b) =>
        b.textContent?.includes("双引号"),
      ),
    );
    expect(quote.text()).toContain("第2行的双引号没有收尾");
    again.click();
    await ready(quote.find);
  });

  test("lists what a reader should know of the file, and what a type lost", async () => {
    const { find, type, submit, text } = open("a,a\n1,x\n2\n", "a.csv", { language: "en" });
    await ready(find);
    expect(text()).toContain("The column “a” is called “a_2”, as its name was used before.");
    expect(text()).toContain("Rows with fewer cells than names: 1, first row 3.");
    type('[data-column="a_2"]', "DOUBLE");
    await ready(find);
    submit();
    await until(() => find(".own-done"));
    expect(text()).toContain(
      "Values of “a_2” that do not fit its type and are missing now: 1, such as “x”.",
    );
  });

  test("lets go of the file when it is cancelled", async () => {
    let closed = 0;
    const { find, panel } = open("a\n1\n", "a.csv", { onClose: () => void (closed += 1) });
    await ready(find);
    [...panel.element.querySelectorAll("button")].find((b) => b.textContent === "取消")?.click();
    expect(closed).toBe(1);
  });
});
