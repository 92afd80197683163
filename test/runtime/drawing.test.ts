import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Connection } from "../../src/engine/connection.ts";
import type { CellState } from "../../src/runtime/index.ts";
import { texts } from "../charts/world.ts";
import { cell, openFacts, run, type Running } from "./world.ts";

const until = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 20 });

let connection: Connection;
beforeAll(async () => {
  connection = await openFacts();
});
afterAll(() => connection.close());

/** A notebook whose document refuses to make an element of a tag while it is told to. */
function fragile(text: string, it = "it") {
  const seen: CellState["status"][] = [];
  const running: Running = run(text, connection, {
    showQueries: true,
    onCell: (id, { status }) => {
      if (id === it) seen.push(status);
    },
  });
  const document = running.root.ownerDocument;
  const create = document.createElement.bind(document);
  let broken: string | null = null;
  let error: unknown = new Error("no such element");
  document.createElement = ((tag: string) => {
    if (tag === broken) throw error;
    return create(tag);
  }) as typeof document.createElement;
  return {
    ...running,
    seen,
    breakAt(tag: string | null, thrown: unknown = error) {
      [broken, error] = [tag, thrown];
    },
  };
}

const facts = (where: string) => `SELECT * FROM facts WHERE ${where}`;
const plot = "type: plot\nmarks:\n  - {mark: dot, x: value, y: fact_id}";
const chart = (spec: string) => (where: string) =>
  cell("sql id=q", facts(where)) + cell("chart id=it data=q", spec);

/** The kinds of results: what makes one of rows that fit, and an element that none is drawn without. */
const kinds: readonly (readonly [string, (where: string) => string, string])[] = [
  ["a table", (where) => cell("sql id=it", facts(where)), "table"],
  ["a chart", chart("type: dots"), "figure"],
  ["a matrix", chart("type: table"), "table"],
  ["a plot", chart(plot), "figure"],
  ["a text", (where) => `其数\${q.value}。\n${cell("sql id=q", facts(where))}`, "a"],
  [
    "an input",
    (where) =>
      cell("sql id=q", `SELECT fact_id AS value FROM facts WHERE ${where}`) +
      cell("input id=it data=q", "type: select"),
    "select",
  ],
];
const [before, after] = ["fact_id = 'j-1'", "fact_id = 'y-2'"];

describe.each(kinds)("an error while %s is drawn", (what, textWith, tag) => {
  // A text has no id of its own.
  const id = what === "a text" ? "cell-1" : "it";
  it.each([
    ["an error", new Error("no such element")],
    ["a text", "no such element"],
  ])("fails its cell, and the former result never stands as done: %s", async (_, thrown) => {
    const page = fragile(textWith(before), id);
    await until(() => expect(page.state(id).status).toBe("done"));
    const former = page.textOf(id);
    page.seen.length = 0;
    page.breakAt(tag, thrown);
    page.edit(textWith(after));
    await until(() => expect(page.state(id).status).toBe("failed"));
    expect(page.seen).not.toContain("done");
    expect(page.state(id).error?.message).toBe("no such element");
    expect(page.at(id).getAttribute("data-status")).toBe("failed");
    expect(texts(page.root, `[data-cell="${id}"] .problem`)).toHaveLength(1);
    const isFormer = page.textOf(id).includes(former);
    expect(page.at(id).getAttribute("data-note") ?? "").toContain(isFormer ? "上次的结果" : "");
    // What can be drawn again is done again, and no trace of the error stays.
    page.breakAt(null);
    page.setLanguage("en");
    await until(() => expect(page.state(id).status).toBe("done"));
    expect(texts(page.root, `[data-cell="${id}"] .problem`)).toEqual([]);
    expect(page.textOf(id)).not.toBe(former);
  });
});

describe("an error while more of a result is drawn", () => {
  const long = cell("sql id=it", "SELECT range AS n FROM range(250)");
  const press = (page: Running, selector: string, at = 0) =>
    page.root.querySelectorAll<HTMLElement>(selector)[at]?.click();

  it.each([
    ["on its next page", ".pages button", 2],
    ["in another order", "thead button", 0],
  ])("%s fails its cell and takes the rows away", async (_, selector, at) => {
    const page = fragile(long);
    await until(() => expect(page.state("it").status).toBe("done"));
    page.breakAt("td");
    press(page, selector, at);
    expect(page.state("it").status).toBe("failed");
    expect(texts(page.root, "tbody td")).toEqual([]);
    expect(texts(page.root, '[data-cell="it"] .problem')).toHaveLength(1);
    page.breakAt(null);
    page.run("it");
    await until(() => expect(page.state("it").status).toBe("done"));
    expect(texts(page.root, "tbody td")).toHaveLength(100);
  });

  it("in a fold of a chart fails its cell, and says that it stands there from before", async () => {
    const many = cell("sql id=q", "SELECT range AS n, range AS value FROM range(700)");
    const page = fragile(many + cell("chart id=it data=q", "type: table"));
    await until(() => expect(page.state("it").status).toBe("done"));
    const fold = page.root.querySelector<HTMLDetailsElement>("details.page");
    page.breakAt("td");
    fold?.dispatchEvent(
      new (page.root.ownerDocument.defaultView as Window & typeof globalThis).Event("toggle"),
    );
    expect(page.state("it").status).toBe("failed");
    expect(page.at("it").getAttribute("data-note")).toContain("上次的结果");
  });
});
