import type { Table } from "apache-arrow";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Connection } from "../../src/engine/connection.ts";
import { QueryError, type Connector } from "../../src/engine/index.ts";
import { texts } from "../charts/world.ts";
import { cell, counting, openFacts, run, type Running } from "./world.ts";

/** Patient: other tests may keep the machine busy. */
const until = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 20 });

let connection: Connection;
beforeAll(async () => {
  connection = await openFacts();
});
afterAll(() => connection.close());

const page = [
  "# 罚款\n\n共${total.value}，乙市${each.yi.value}。\n",
  cell("sql id=total", "SELECT sum(value) AS value, '万元' AS unit FROM chosen"),
  cell("sql id=each", "SELECT *, region_id AS key FROM facts WHERE scope = 'bureau'"),
  cell("sql id=choices", "SELECT DISTINCT region_id AS value FROM facts ORDER BY value"),
  cell(
    "input id=scope",
    "type: select\nlabel: {zh: 范围, en: Scope}\nvalue: all\noptions:\n  - {value: all, zh: 全部, en: All}\n  - {value: bureau, zh: 本局, en: Bureau}",
  ),
  cell("input id=regions data=choices", "type: checkbox"),
  cell(
    "sql id=chosen",
    "SELECT * FROM facts\nWHERE (${scope} = 'all' OR scope = ${scope}) AND list_contains(${regions}, region_id) -- end",
  ),
  cell(
    "chart id=bars data=chosen",
    "type: dots\ntitle: {zh: '共${total.value}', en: 'In all ${total.value}'}",
  ),
].join("\n");

const marks = ({ root }: Running) =>
  [...root.querySelectorAll("#bars .chart [data-fact]")].map((m) => m.getAttribute("data-fact"));

describe("a notebook on a page", () => {
  it("shows its cells in order, inputs together, statements last", async () => {
    const page1 = run(page, connection);
    await page1.settled;
    const ids = [...page1.root.querySelectorAll("[data-cell]")].map((c) =>
      c.getAttribute("data-cell"),
    );
    expect(ids).toEqual([
      "cell-1",
      "scope",
      "regions",
      "bars",
      "total",
      "each",
      "choices",
      "chosen",
    ]);
    expect(
      [...(page1.root.querySelector(".filters")?.children ?? [])].map(({ className }) => className),
    ).toEqual(["cell input", "cell input"]);
    expect(page1.at("chosen").querySelector("pre")?.textContent).toContain(
      "list_contains(${regions}",
    );
  });

  it("draws charts and fills numbers in text, each with its evidence", async () => {
    const running = run(page, connection);
    await running.settled;
    expect(marks(running)).toEqual(["y-1", "j-1", "y-2"]);
    expect(running.root.querySelector("#bars")?.getAttribute("data-state")).toBe("live");
    expect(running.textOf("cell-1")).toContain("共1360万元，乙市340万元");
    const number = running.root.querySelector("a.number");
    expect(number?.getAttribute("data-fact")).toBe("y-1");
    expect(number?.getAttribute("aria-label")).toContain("乙市，罚款");
    expect(texts(running.root, "#bars h3")).toEqual(["共1360万元"]);
  });

  it("shows other values when a filter is set, and the old ones when it is set back", async () => {
    const running = run(page, connection);
    await running.settled;
    running.change("#input-scope", "bureau");
    await until(() => expect(marks(running)).toEqual(["y-1", "j-1"]));
    expect(texts(running.root, "#bars h3")).toEqual(["共460万元"]);
    running.change("[name=regions][value=yi]", false);
    await until(() => expect(marks(running)).toEqual(["j-1"]));
    running.change("#input-scope", "all");
    running.change("[name=regions][value=yi]", true);
    await until(() => expect(marks(running)).toEqual(["y-1", "j-1", "y-2"]));
  });

  it("keeps at least one box ticked", async () => {
    const running = run(page, connection);
    await running.settled;
    running.change("[name=regions][value=yi]", false);
    await until(() => expect(marks(running)).toEqual(["j-1"]));
    running.change("[name=regions][value=jia]", false);
    const last = running.root.querySelector<HTMLInputElement>("[name=regions][value=jia]");
    expect(last?.checked).toBe(true);
    expect(marks(running)).toEqual(["j-1"]);
  });

  it("tells its page of inputs that differ from their defaults", async () => {
    const told: [string, string | null][] = [];
    const running = run(page, connection, { onInput: (...args) => told.push(args) });
    await running.settled;
    running.change("#input-scope", "bureau");
    running.change("#input-scope", "all");
    running.change("[name=regions][value=yi]", false);
    expect(told).toEqual([
      ["scope", "bureau"],
      ["scope", null],
      ["regions", "jia"],
    ]);
  });

  it("begins as its address says, and follows it", async () => {
    const running = run(page, connection, { inputs: { scope: "bureau", regions: "yi" } });
    await running.settled;
    expect(marks(running)).toEqual(["y-1"]);
    running.setInput("scope", null);
    await until(() => expect(marks(running)).toEqual(["y-2", "y-1"]));
    expect(running.root.querySelector<HTMLSelectElement>("#input-scope")?.value).toBe("all");
    running.setInput("nothing", "x");
  });

  it("takes the default for what is not one of the choices, and says so once", async () => {
    const invalid: string[] = [];
    const onInvalidInput = (id: string, text: string) => invalid.push(`${id}=${text}`);
    const inputs = { scope: "'; DROP TABLE facts --", regions: "yi,nowhere" };
    const running = run(page, connection, { inputs, onInvalidInput });
    await running.settled;
    expect(marks(running)).toEqual(["y-1", "j-1", "y-2"]);
    expect(invalid.toSorted()).toEqual(["regions=yi,nowhere", "scope='; DROP TABLE facts --"]);
  });

  it("speaks the other language at once, without asking the engine", async () => {
    const counted = counting(connection);
    const running = run(page, counted);
    await running.settled;
    const before = counted.asked.length;
    running.setLanguage("en");
    await until(() => expect(texts(running.root, "#bars h3")).toEqual(["In all CNY 13.6 million"]));
    await until(() => expect(texts(running.root, ".input label")[0]).toBe("Scope"));
    expect(counted.asked).toHaveLength(before);
  });

  it("draws a chart for another width alone", async () => {
    const running = run(page, connection);
    await running.settled;
    running.setVariant("bars", "narrow");
    await until(() => expect(running.root.querySelector(".chart.narrow")).not.toBeNull());
    expect(running.root.querySelector(".chart.wide")).toBeNull();
  });

  it("keeps what the reader has open when a chart is drawn anew", async () => {
    const running = run(page, connection);
    await running.settled;
    const details = () => running.root.querySelector<HTMLDetailsElement>("#bars details.rows");
    const table = details();
    if (table) table.open = true;
    running.change("#input-scope", "bureau");
    await until(() => expect(marks(running)).toEqual(["y-1", "j-1"]));
    expect(details()?.open).toBe(true);
    expect(details()).not.toBe(table);
  });

  it("stops when it is disposed of", async () => {
    const counted = counting(connection);
    const running = run(page, counted);
    await running.settled;
    const before = counted.asked.length;
    running.dispose();
    running.change("#input-scope", "bureau");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(counted.asked).toHaveLength(before);
  });
});

describe("a cell that fails", () => {
  const good =
    cell("sql id=good", "SELECT * FROM facts") + cell("chart id=fine data=good", "type: dots");
  const failing = async (text: string, ids: readonly string[]) => {
    const running = run(text + good, connection);
    const error: unknown = await running.settled.then(
      () => null,
      (cause: unknown) => cause,
    );
    expect(error).toBeInstanceOf(Error);
    await until(() => expect(running.root.querySelectorAll("#fine .mark")).toHaveLength(3));
    const problems = () => [...running.root.querySelectorAll(".problem")];
    const places = () => problems().map((p) => p.closest("[data-cell]")?.getAttribute("data-cell"));
    await until(() => expect(places()).toEqual(ids));
    return problems().map((problem) => problem.textContent ?? "");
  };

  it("says so in its own place only, while the others work", async () => {
    const bad =
      cell("sql id=bad", "SELECT * FROM nowhere") + cell("chart id=broken data=bad", "type: dots");
    const [problem] = await failing(bad, ["broken"]);
    expect(problem).toMatch(/^此单元出错：.*nowhere/s);
  });

  it.each([
    ["type: range\nmin: 5\nmax: -5", /max 应大于 min（5），不是“-5”/],
    ["type: range\nmin: 0\nmax: 5\nvalue: 9", /value 的值“9”不行/],
    ["type: date\nvalue: '+275760-09-13'", /value 的值“\+275760-09-13”不行/],
  ])("says what is wrong with an input that has no value: %s", async (spec, said) => {
    const [problem] = await failing(cell("input id=tried", spec), ["tried"]);
    expect(problem).toMatch(said);
  });

  it("names a number that a text asks for and no row has", async () => {
    const [first] = await failing("共${good.nobody.value}。\n", ["cell-1"]);
    expect(first).toBe("此单元出错：unknown value: good.nobody.value");
  });

  it("never writes zero for a number that is missing", async () => {
    const none = cell("sql id=none", "SELECT sum(value) AS value FROM facts WHERE false");
    const [problem] = await failing(`共\${none.value}。\n${none}`, ["cell-1"]);
    expect(problem).toBe("此单元出错：missing value: none.value");
  });

  it("recovers when its input is mended, and keeps what it showed until then", async () => {
    const text = [
      cell("input id=n", "type: select\noptions:\n  - {value: '1'}\n  - {value: 'x'}"),
      cell("sql id=q", "SELECT f.*, CAST(${n} AS INTEGER) AS n FROM facts f WHERE value = 120"),
      cell("chart id=c data=q", "type: dots"),
    ].join("");
    const running = run(text, connection);
    await running.settled;
    running.change("#input-n", "x");
    await until(() => expect(texts(running.root, "[data-cell=c] .problem")).toHaveLength(1));
    expect(running.root.querySelector("#c")?.getAttribute("data-state")).toBe("error");
    expect(running.root.querySelectorAll("#c .mark")).toHaveLength(1);
    running.change("#input-n", "1");
    await until(() => expect(running.root.querySelector(".problem")).toBeNull());
    expect(running.root.querySelector("#c")?.getAttribute("data-state")).toBe("live");
  });
});

describe("queries", () => {
  it("run once for all cells that read them, and not at all where none shown does", async () => {
    const text = [
      cell("sql id=used", "SELECT * FROM facts"),
      cell("sql id=unused", "SELECT * FROM used"),
      cell("sql id=helper", "SELECT * FROM facts"),
      cell("sql id=other", "SELECT * FROM helper WHERE scope = 'bureau'"),
      cell("chart id=one data=used", "type: dots"),
      cell("chart id=two data=used", "type: matrix"),
      cell("chart id=three data=other", "type: table"),
    ].join("");
    const counted = counting(connection);
    await run(text, counted).settled;
    expect(counted.asked).toHaveLength(2);
    expect(counted.asked.filter((sql) => sql.includes('"used"'))).toEqual([]);
  });

  it("run again only where what they read has changed", async () => {
    const text = [
      cell("input id=p", "type: select\noptions:\n  - {value: bureau}\n  - {value: none}"),
      cell("sql id=fixed", "SELECT * FROM facts"),
      cell("sql id=moving", "SELECT * FROM fixed WHERE scope = ${p}"),
      cell("chart id=a data=fixed", "type: dots"),
      cell("chart id=b data=moving", "type: dots"),
    ].join("");
    const counted = counting(connection);
    const running = run(text, counted);
    await running.settled;
    const figure = running.root.querySelector("#a");
    running.change("#input-p", "none");
    await until(() => expect(texts(running.root, "#b .empty")).toHaveLength(1));
    expect(counted.asked).toHaveLength(3);
    expect(running.root.querySelector("#a")).toBe(figure);
  });

  it("that are superseded are aborted, and their late answers are not shown", async () => {
    const waiting: { signal: AbortSignal | undefined; answer: () => void; value: unknown }[] = [];
    const slow: Connector = {
      query: (sql, parameters = [], options) =>
        new Promise<Table>((resolve, reject) => {
          const answer = () => connection.query(sql, parameters).then(resolve, reject);
          waiting.push({ signal: options?.signal, answer, value: parameters[0] });
        }),
      close: async () => {},
    };
    const text = [
      cell(
        "input id=p",
        "type: select\noptions:\n  - {value: j-1}\n  - {value: y-1}\n  - {value: y-2}",
      ),
      cell("sql id=q", "SELECT * FROM facts WHERE fact_id = ${p}"),
      cell("chart id=c data=q", "type: dots"),
    ].join("");
    const running = run(text, slow);
    const shown = () =>
      [...running.root.querySelectorAll("#c .chart [data-fact]")].map((m) =>
        m.getAttribute("data-fact"),
      );
    await until(() => expect(waiting).toHaveLength(1));
    waiting[0]?.answer();
    await until(() => expect(shown()).toEqual(["j-1"]));
    running.change("#input-p", "y-1");
    await until(() => expect(waiting).toHaveLength(2));
    expect(waiting[1]?.signal?.aborted).toBe(false);
    running.change("#input-p", "y-2");
    await until(() => expect(waiting[1]?.signal?.aborted).toBe(true));
    waiting[1]?.answer();
    await until(() => expect(waiting).toHaveLength(3));
    waiting[2]?.answer();
    await until(() => expect(shown()).toEqual(["y-2"]));
    expect(waiting.map(({ value }) => value)).toEqual(["j-1", "y-1", "y-2"]);
    expect(running.root.querySelector(".problem")).toBeNull();
  });

  it("that reject leave a QueryError's words at the cell", async () => {
    const broken: Connector = {
      query: async (sql) => Promise.reject(new QueryError("engine says no", sql)),
      close: async () => {},
    };
    const running = run(
      cell("sql id=q", "SELECT 1 AS n") + cell("chart id=c data=q", "type: dots"),
      broken,
    );
    await expect(running.settled).rejects.toThrow("engine says no");
    expect(running.textOf("c")).toBe("此单元出错：engine says no");
  });
});

describe("text from data", () => {
  it("never becomes markup in a text, a title or an input", async () => {
    const evil = "<img src=x onerror=alert(1)>";
    const text = [
      "见${q.name}。\n",
      cell("sql id=q", `SELECT '${evil}' AS name, '${evil}' AS value, 1 AS n`),
      cell("input id=p data=q", "type: select"),
      cell("input id=b data=q", "type: checkbox"),
      cell("chart id=c", "type: dots\ntitle: '题${q.name}'"),
    ].join("");
    const running = run(text, connection);
    await running.settled;
    expect(running.root.querySelectorAll("img, [onerror]")).toHaveLength(0);
    expect(running.textOf("cell-1")).toBe(`见${evil}。`);
    expect(texts(running.root, "#c h3")).toEqual([`题${evil}`]);
    expect(texts(running.root, "option")).toEqual([evil]);
  });
});
