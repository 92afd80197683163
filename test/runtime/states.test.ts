import type { Table } from "apache-arrow";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Connection } from "../../src/engine/connection.ts";
import type { Connector } from "../../src/engine/index.ts";
import { texts } from "../charts/world.ts";
import { cell, openFacts, run } from "./world.ts";

const until = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 20 });

let connection: Connection;
beforeAll(async () => {
  connection = await openFacts();
});
afterAll(() => connection.close());

const edited = { showQueries: true } as const;

/** An engine that answers only when it is told to, and hears of a cancellation. */
function waiting(): Connector & { answer: () => void } {
  let release: () => void = () => {};
  return {
    answer: () => release(),
    query: (sql, parameters, { signal } = {}) =>
      new Promise<Table>((resolve, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason));
        release = () => void connection.query(sql, parameters).then(resolve, reject);
      }),
    close: async () => {},
  };
}

describe("an error in a statement", () => {
  it("is told at its line and column in the file, behind parameters too", async () => {
    const text =
      cell("input id=scope", "type: select\noptions: [{value: bureau}]") +
      cell("sql id=q", "SELECT '罚款', ${scope} AS s, ${ scope } AS t,\n  valu FROM facts");
    const running = run(text, connection, edited);
    await until(() => expect(running.state("q").status).toBe("failed"));
    expect(running.state("q").error).toMatchObject({ line: 12, column: 3 });
    expect(running.textOf("q")).toMatch(/^此单元出错：Binder Error: .*（第12行第3列）$/s);
  });

  it("is that of the cell in which it was written, however many read it", async () => {
    const text =
      cell("sql id=a", "SELECT ${p} AS p, nothing\nFROM facts") +
      cell("input id=p", "type: select\noptions: [{value: x}]") +
      cell("sql id=b", "SELECT *, ${p} AS q FROM a") +
      cell("chart id=c data=b", "type: dots");
    const running = run(text, connection, edited);
    await until(() => expect(running.state("c").status).toBe("stale"));
    await until(() => expect(running.state("b").status).toBe("stale"));
    expect(running.state("a")).toMatchObject({ status: "failed", error: { line: 6, column: 19 } });
    expect(running.state("b").error?.message).toBe("所读的“a”出错或已停止，没有结果");
    expect(texts(running.root, "[data-cell=c] .problem")).toEqual([
      "所读的“b”出错或已停止，没有结果",
    ]);
  });

  it("follows its cell when lines above it come or go", async () => {
    const bad = cell("sql id=q", "SELECT nothing");
    const running = run(bad, connection, edited);
    await until(() => expect(running.state("q").error?.line).toBe(6));
    running.edit(`一。\n\n二。\n${bad}`);
    expect(running.state("q").error?.line).toBe(9);
  });

  it("of a text or a chart is told where the value or the key stands", async () => {
    const text =
      "甲${q.n}，\n乙${q.m}。\n" +
      cell("sql id=q", "SELECT 1 AS n") +
      cell("chart id=c data=q", "type: matrix\nrows: nowhere");
    const running = run(text, connection, edited);
    await until(() => expect(running.state("cell-1").status).toBe("failed"));
    await until(() => expect(running.state("c").status).toBe("failed"));
    expect(running.state("cell-1").error).toMatchObject({ line: 5, column: 2 });
    expect(running.state("c").error).toMatchObject({ line: 13, column: 7 });
  });

  it("is said in the other language when that changes", async () => {
    const text = cell("chart id=c data=al", "type: dots") + cell("sql id=all", "SELECT 1");
    const running = run(text, connection, edited);
    await until(() => expect(running.textOf("c")).toContain("没有名为“al”的单元，是不是“all”？"));
    running.setLanguage("en");
    expect(running.textOf("c")).toBe(
      "This cell failed: unknown cell: al (did you mean all?) (line 5, column 15)",
    );
  });
});

describe("a cell that runs", () => {
  const text = cell("sql id=q", "SELECT * FROM facts") + cell("chart id=c data=q", "type: dots");

  it("says so after a moment, and its readers that they wait", async () => {
    const engine = waiting();
    const running = run(text, engine, edited);
    await until(() => expect(running.at("q").getAttribute("data-status")).toBe("pending"));
    expect(running.at("q").getAttribute("data-note")).toBe("正在计算");
    expect(running.at("c").getAttribute("aria-busy")).toBe("true");
    expect(running.state("c").status).toBe("waiting");
    engine.answer();
    await until(() => expect(running.state("c").status).toBe("done"));
    running.run("q");
    await until(() => expect(running.at("c").getAttribute("data-status")).toBe("stale"));
    expect(running.at("c").getAttribute("data-note")).toBe("正在更新");
    expect(running.root.querySelectorAll("#c .mark").length).toBeGreaterThan(0);
    engine.answer();
    await until(() => expect(running.state("c").status).toBe("done"));
    expect(running.at("c").hasAttribute("data-note")).toBe(false);
  });

  it("stops when it is told to, at once, keeps what it showed, and runs again", async () => {
    const engine = waiting();
    const running = run(text, engine, edited);
    await until(() => expect(running.state("q").status).toBe("pending"));
    engine.answer();
    await until(() => expect(running.state("c").status).toBe("done"));
    running.run("q");
    await until(() => expect(running.state("q").status).toBe("pending"));
    // Nothing was answered: only the cancelling can have ended it.
    running.cancel("c");
    await until(() => expect(running.state("q").status).toBe("stale"));
    expect(running.state("q").error?.message).toBe("已停止，可重新运行");
    await until(() =>
      expect(running.state("c").error?.message).toBe("所读的“q”出错或已停止，没有结果"),
    );
    expect(running.root.querySelectorAll("#c .mark").length).toBeGreaterThan(0);
    running.run("c");
    await until(() => expect(running.state("q").status).toBe("pending"));
    engine.answer();
    await until(() => expect(running.state("c").status).toBe("done"));
    expect(running.root.querySelector(".problem")).toBeNull();
  });

  it("stops also while the engine is asked for the columns that it reads", async () => {
    const asked: string[] = [];
    const engine: Connector = {
      query: (sql, parameters, { signal } = {}) => {
        asked.push(sql);
        if (!sql.startsWith("DESCRIBE")) return connection.query(sql, parameters, { signal });
        return new Promise((_, reject) =>
          signal?.addEventListener("abort", () => reject(signal.reason)),
        );
      },
      close: async () => {},
    };
    const two = cell("sql id=a", "SELECT 1 AS value, 2 AS value");
    const running = run(two + cell("sql id=b", "SELECT value_2 FROM a"), engine, edited);
    await until(() => expect(asked.some((sql) => sql.startsWith("DESCRIBE"))).toBe(true));
    await until(() => expect(running.state("a").status).toBe("done"));
    const before = asked.length;
    running.cancel("b");
    await until(() => expect(running.state("b").error?.message).toBe("已停止，可重新运行"));
    expect(asked.slice(before).filter((sql) => /value_2/.test(sql))).toEqual([]);
  });
});
