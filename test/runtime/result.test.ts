import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Connection } from "../../src/engine/connection.ts";
import { readRows, shortened, totalOf } from "../../src/runtime/index.ts";
import { texts, world } from "../charts/world.ts";
import { fact } from "../domain/fixture.ts";
import { cell, openFacts, run, type Running } from "./world.ts";

let connection: Connection;
beforeAll(async () => {
  connection = await openFacts();
});
afterAll(() => connection.close());

const known = [
  fact({
    fact_id: "j-1",
    region_id: "jia",
    report_id: "jia",
    metric_id: "fines",
    unit: "万元",
    value: 120,
  }),
  fact({
    fact_id: "y-1",
    region_id: "yi",
    report_id: "yi",
    metric_id: "fines",
    unit: "万元",
    value: 340,
  }),
  fact({
    fact_id: "y-2",
    region_id: "yi",
    report_id: "yi",
    metric_id: "fines",
    unit: "万元",
    value: 900,
  }),
];
const { catalogue } = world("zh", { facts: known, isClosed: true });

async function shown(sql: string, language: "zh" | "en" = "zh"): Promise<Running> {
  const running = run(cell("sql id=q", sql), connection, {
    showQueries: true,
    catalogue,
    language,
  });
  await running.settled;
  return running;
}

const links = ({ root }: Running, selector = "td") =>
  [...root.querySelectorAll(`${selector} a`)].map((link) => [
    link.textContent,
    link.getAttribute("data-evidence"),
  ]);

describe("the result of a query", () => {
  it("is a table with a caption, names and types of columns, rows and time", async () => {
    const { root } = await shown(
      "SELECT 1 AS n, 'a' AS t, true AS b, DATE '2022-05-01' AS d, [1, 2] AS l, {'x': 1} AS s",
    );
    expect(root.querySelector("caption")?.textContent).toMatch(/^q：1行，6列 · \d+毫秒$/);
    expect(texts(root, "thead th")).toEqual([
      "行",
      "n数字",
      "t文字",
      "b是否",
      "d日期",
      "l列表",
      "s记录",
    ]);
    expect([...root.querySelectorAll("thead th")].every((th) => th.getAttribute("scope"))).toBe(
      true,
    );
    expect(texts(root, "tbody td")).toEqual(["1", "a", "true", "2022-05-01", "[1, 2]", "{'x': 1}"]);
  });

  it("says what has no value, and never shows it as nothing or zero", async () => {
    const { root } = await shown("SELECT NULL::INTEGER AS n, '' AS t, 0 AS z, [NULL, 1] AS l");
    expect(texts(root, "tbody td")).toEqual(["NULL", "", "0", "[NULL, 1]"]);
    expect(root.querySelector("td .null")?.getAttribute("title")).toBe("空值");
  });

  it("says that no row fits", async () => {
    const { root } = await shown("SELECT * FROM facts WHERE false", "en");
    expect(texts(root, ".result .empty")).toEqual(["No row fits"]);
  });

  it("folds long texts and writes hostile ones as text", async () => {
    const { root } = await shown(
      "SELECT repeat('长', 300) AS long, '<img src=x onerror=1>' AS evil",
    );
    expect(root.querySelector("td summary")?.textContent).toHaveLength(41);
    expect(root.querySelector("td details")?.textContent).toContain("长".repeat(300));
    expect(root.querySelector("img")).toBeNull();
  });

  it("goes through a long result page by page, by keyboard too", async () => {
    const { root } = await shown("SELECT range AS n FROM range(1050)");
    const first = () => texts(root, "tbody tr:first-child td")[0];
    const click = (i: number) =>
      root.querySelectorAll<HTMLButtonElement>(".pages button")[i]?.click();
    expect(root.querySelectorAll("tbody tr")).toHaveLength(100);
    expect(texts(root, ".pages [role=status]")).toEqual(["第1–100行，共1050行"]);
    click(2);
    expect(first()).toBe("100");
    click(3);
    expect(first()).toBe("1000");
    expect(root.querySelectorAll("tbody tr")).toHaveLength(50);
    expect(root.querySelectorAll(".pages button")[2]?.getAttribute("aria-disabled")).toBe("true");
    click(0);
    expect(first()).toBe("0");
  });

  it("is sorted by a column and back, what has no value last both ways", async () => {
    const { root } = await shown("SELECT unnest([2, NULL, 10, 1]) AS n");
    const values = () => texts(root, "tbody td");
    const press = () => root.querySelector<HTMLButtonElement>("thead button")?.click();
    press();
    expect(values()).toEqual(["1", "2", "10", "NULL"]);
    expect(root.querySelector("th.number")?.getAttribute("aria-sort")).toBe("ascending");
    press();
    expect(values()).toEqual(["10", "2", "1", "NULL"]);
    press();
    expect(values()).toEqual(["2", "NULL", "10", "1"]);
  });
});

describe("a result holds what the engine holds", () => {
  const cellsOf = async (sql: string, language: "zh" | "en" = "en") =>
    texts((await shown(sql, language)).root, "tbody td");

  it("where two columns have one name", async () => {
    const { root } = await shown("SELECT 281.48 AS value, 77.48 AS value, 1 AS Value");
    expect(texts(root, "thead th").slice(1)).toEqual(["value数字", "value_2数字", "Value_3数字"]);
    expect(texts(root, "tbody td")).toEqual(["281.48", "77.48", "1"]);
  });

  it("with every digit of a number of sixteen, and more", async () => {
    expect(
      await cellsOf(
        "SELECT 1234567890123456 AS a, 9007199254740991 AS b, 100000000000000.25 AS c, 9007199254740993::BIGINT AS d, 18446744073709551615::UBIGINT AS e, -170141183460469231731687303715884105727::HUGEINT AS f, 1.50 AS g, 100000000000000.25::DOUBLE AS h",
      ),
    ).toEqual([
      "1,234,567,890,123,456",
      "9,007,199,254,740,991",
      "100,000,000,000,000.25",
      "9,007,199,254,740,993",
      "18,446,744,073,709,551,615",
      "-170,141,183,460,469,231,731,687,303,715,884,105,727",
      "1.50",
      "100,000,000,000,000.25",
    ]);
  });

  it("without the noise of binary numbers, and years and codes without groups", async () => {
    expect(
      await cellsOf(
        "SELECT 58187.93000000001::DOUBLE AS v, 0.1::DOUBLE + 0.2::DOUBLE AS s, 2023 AS year, 320500 AS region_code, 320500 AS amount, 'nan'::DOUBLE AS n, '-inf'::DOUBLE AS i",
      ),
    ).toEqual(["58,187.93", "0.3", "2023", "320500", "320,500", "nan", "-inf"]);
  });

  it("the words of an ENUM, dates without end, intervals and bits", async () => {
    expect(
      await cellsOf(
        "SELECT x::ENUM('漳州','苏州') AS e, count(*) AS n FROM (VALUES ('漳州'),('苏州'),('苏州')) t(x) GROUP BY 1 ORDER BY 1",
      ),
    ).toEqual(["漳州", "1", "苏州", "2"]);
    expect(
      await cellsOf(
        "SELECT 'infinity'::DATE AS d, INTERVAL 3 DAY AS i, '0101'::BIT AS b, TIMESTAMP '2024-01-01 08:00:00.000001' AS t",
      ),
    ).toEqual(["infinity", "3 days", "0101", "2024-01-01 08:00:00.000001"]);
  });

  it("sorted by what it holds, not by how it reads", async () => {
    const { root } = await shown(
      "SELECT unnest([9007199254740993, 10000000000000000000, 2]) ::UBIGINT AS n",
    );
    root.querySelector<HTMLButtonElement>("thead button")?.click();
    expect(texts(root, "tbody td").map((text) => text.replaceAll(",", ""))).toEqual([
      "2",
      "9007199254740993",
      "10000000000000000000",
    ]);
  });
});

describe("the rows of a result", () => {
  it("that are figures lead to their clauses", async () => {
    const running = await shown("SELECT fact_id, region_id, value FROM facts ORDER BY fact_id");
    expect(links(running, "tr:first-child td")).toEqual([
      ["j-1", "j-1"],
      ["j-1", "j-1"],
      ["120", "j-1"],
    ]);
    expect(
      running.root.querySelector("tbody tr td:last-child a")?.getAttribute("aria-label"),
    ).toContain("甲市");
    expect(running.root.querySelector<HTMLElement>(".note")?.hidden).toBe(true);
  });

  it("that were grouped lead to the calculation that gives them", async () => {
    const running = await shown(
      `SELECT region_id, sum(value) AS total, max(value) AS most, avg(value) AS mean,
         list(fact_id ORDER BY fact_id) AS fact_ids
       FROM facts GROUP BY region_id ORDER BY region_id DESC`,
    );
    const row = links(running, "tr:first-child td.number");
    expect(row).toEqual([
      ["1240", "sum(y-1,y-2)"],
      ["900", "y-2"],
      ["620", "mean(y-1,y-2)"],
    ]);
    const mean = running.root.querySelectorAll("tbody tr:first-child td.number a")[2];
    expect(mean?.getAttribute("data-fact")).toBe("y-1 y-2");
    expect(mean?.getAttribute("aria-label")).toBe("620，出自mean(y-1,y-2)");
  });

  it("keep the operation that they name", async () => {
    const running = await shown(
      "SELECT 220 AS value, '万元' AS unit, 'difference' AS operation, ['y-1', 'j-1'] AS fact_ids",
    );
    expect(links(running, "td.number")).toEqual([["220", "difference(y-1,j-1)"]]);
  });

  it("find their figures in a column of any name, and only where all are known", async () => {
    expect(links(await shown("SELECT 'y-2' AS which, 900 AS n"), "td.number")).toEqual([
      ["900", "y-2"],
    ]);
    // A rank that equals a figure once is not one of them: the others are not.
    const ranked = "SELECT fact_id AS which, row_number() OVER () * 340 AS n FROM facts";
    expect(links(await shown(ranked), "td.number")).toEqual([]);
    const summary = await shown("SUMMARIZE SELECT * FROM facts");
    expect(links(summary, "td.number")).toEqual([]);
    const foreign = await shown("SELECT 'nobody' AS fact_id, ['y-1', 'x'] AS fact_ids, 3 AS n");
    expect(links(foreign)).toEqual([]);
    expect(texts(foreign.root, ".note")).toEqual([
      "结果里没有数字编号（fact_id 或 fact_ids），这些数值无法追溯到原文。",
    ]);
  });

  it("without a source say so", async () => {
    const { root } = await shown(
      "SELECT fact_id, value FROM facts WHERE value < 200 UNION ALL SELECT NULL, 5 ORDER BY 2",
      "en",
    );
    expect(texts(root, "td.source")).toEqual(["none", "j-1"]);
    expect(root.querySelector("tbody tr:first-child td a")).toBeNull();
    expect(texts(root, ".note")).toEqual([
      "1 row on this page carries no source: its values cannot be traced to a clause.",
    ]);
  });
});

describe("a long result", () => {
  it("gives its readers the first ten thousand rows, and says so", async () => {
    const table = await connection.query("SELECT range AS n FROM range(12000)");
    const rows = await readRows({ table, milliseconds: 1 }, new AbortController().signal);
    expect([rows.length, totalOf(rows), rows.at(-1)]).toEqual([10_000, 12_000, { n: 9_999 }]);
    const words = shortened(rows, world("en")).map(({ textContent }) => textContent);
    expect(words).toEqual(["The first 10,000 of 12,000 rows are used."]);
    expect(shortened(rows.slice(1), world("en"))).toEqual([]);
  });

  it("is left off when nobody waits for it any more", async () => {
    const table = await connection.query("SELECT range AS n FROM range(9000)");
    const controller = new AbortController();
    const reading = readRows({ table, milliseconds: 1 }, controller.signal);
    controller.abort(new Error("enough"));
    await expect(reading).rejects.toThrow("enough");
  });
});
