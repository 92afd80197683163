import { JSDOM } from "jsdom";
import { afterEach, describe, expect, it, vi } from "vitest";
import { builder } from "../../src/dom/index.ts";
import { problemsOf } from "../../src/editor/problems.ts";
import { runsAtOnce } from "../../src/editor/running.ts";
import { createSteps } from "../../src/editor/steps.ts";
import { createViews, type PlacedView } from "../../src/editor/views.ts";
import { namesTable } from "../../src/editor/writing.ts";
import {
  insertCell,
  moveCell,
  openDocument,
  removeCell,
  setSource,
  type DocumentCell,
  type NotebookDocument,
} from "../../src/notebook/editing.ts";
import type { CellState } from "../../src/runtime/index.ts";

const query = (id: string): string => `\n\`\`\`sql id=${id}\nSELECT 1\n\`\`\`\n`;
const opened = (): NotebookDocument =>
  openDocument(`---\ntitle: 题\n---\n${query("a")}${query("b")}${query("c")}`, { slug: "s" });
const keyOf = (doc: NotebookDocument, index: number): number => doc.cells[index]?.key ?? -1;

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("an edit", () => {
  const doc = opened();
  it.each([
    ["another source waits for a key to run it", setSource(doc, keyOf(doc, 0), "SELECT 2"), false],
    ["a cell that is gone is run at once", removeCell(doc, keyOf(doc, 0)), true],
    ["so is one that moved", moveCell(doc, keyOf(doc, 0), 1), true],
    ["and one that came", insertCell(doc, 0, { kind: "sql", source: "SELECT 3" }), true],
  ])("%s", (_what, next, isRun) => expect(runsAtOnce(doc, next)).toBe(isRun));

  it("is told once, with what was before and whose hand it was, and not where nothing changed", () => {
    const told: unknown[] = [];
    const steps = createSteps(doc, (before, hand) => told.push([before === doc, hand]));
    steps.change(doc);
    expect([steps.undo(), steps.redo(), told]).toEqual([false, false, []]);
    steps.change(removeCell(doc, keyOf(doc, 0)));
    expect(steps.canUndo).toBe(true);
    expect(steps.undo()).toBe(true);
    expect(steps.doc.text).toBe(doc.text);
    expect(told).toEqual([
      [true, "reader"],
      [false, "history"],
    ]);
  });
});

describe("what is told at a cell", () => {
  const fault = { message: "invalid key: x", line: 3, column: 1 };
  const state = (message: string): CellState => ({
    ...{ status: "failed", rows: null, milliseconds: null },
    error: { message, line: 4, column: 2 },
  });
  it.each([
    ["the error of its run", [], state("no"), false, ["no"]],
    ["not of a source that has been edited since", [], state("no"), true, []],
    ["a fault and an error that says the same, once", [fault], state(fault.message), false, [0]],
    ["both, where they differ", [fault], state("no"), false, [0, "no"]],
    ["no error of a cell that it waits for", [], { ...state("no"), status: "stale" }, false, []],
  ] as const)("is %s", (_what, faults, of, isEdited, told) =>
    expect(problemsOf(faults, of, isEdited).map(({ message }) => message)).toEqual(
      told.map((one) => (one === 0 ? fault.message : one)),
    ),
  );
});

describe("a query", () => {
  it.each([
    ["SELECT * FROM Mine", true],
    ["SELECT * FROM mine_2", false],
    ["SELECT mine.a FROM mine", true],
    ["SELECT * FROM 我的mine", false],
  ])("%s: names the table or not", (sql, names) => expect(namesTable(sql, "mine")).toBe(names));
});

describe("the views of many cells", () => {
  /** Each takes longer than the page may be kept waiting. */
  function open() {
    vi.useFakeTimers();
    const { document } = new JSDOM("<!doctype html><body></body>").window;
    let [now, destroyed] = [0, 0];
    vi.spyOn(performance, "now").mockImplementation(() => now);
    let { cells } = opened();
    const create = ({ cell }: DocumentCell): PlacedView => {
      now += 60;
      const element = document.createElement("section");
      element.id = cell.id;
      element.tabIndex = 0;
      return { element, setCell: () => {}, focus: () => {}, destroy: () => void destroyed++ };
    };
    const views = createViews({
      build: builder(document),
      language: "en",
      cells: () => cells,
      create,
      onAddFirst: () => {},
    });
    document.body.append(views.element);
    views.sync();
    const shown = (): string[] => [...document.querySelectorAll("section")].map(({ id }) => id);
    const order = (next: readonly DocumentCell[]): void => {
      cells = next;
      views.sync();
    };
    return { views, shown, order, document, cells: () => cells, destroyed: () => destroyed };
  }

  it("are built a few at a time, and what waits for them is done in its order", () => {
    const { views, shown } = open();
    const done: string[] = [];
    views.whenBuilt(() => done.push("older"));
    expect([shown(), done]).toEqual([["a"], []]);
    vi.advanceTimersToNextTimer();
    vi.advanceTimersToNextTimer();
    expect(shown()).toEqual(["a", "b", "c"]);
    // All are built, and the older one has not had its turn yet.
    views.whenBuilt(() => done.push("newer"));
    vi.runAllTimers();
    expect(done).toEqual(["older", "newer"]);
    views.whenBuilt(() => done.push("now"));
    expect(done.at(-1)).toBe("now");
  });

  it("leave nothing running when the editor is closed before all are built", () => {
    const { views, destroyed } = open();
    views.whenBuilt(() => expect.fail("the editor is closed"));
    views.destroy();
    expect(vi.getTimerCount()).toBe(0);
    expect(destroyed()).toBe(1);
  });

  it("keep the focus when the cell that has it moves, and go with their cells", () => {
    const { shown, order, cells, document, destroyed } = open();
    vi.runAllTimers();
    document.getElementById("c")?.focus();
    order([...cells()].reverse());
    expect([shown(), document.activeElement?.id]).toEqual([["c", "b", "a"], "c"]);
    order(cells().slice(0, 1));
    expect([shown(), destroyed()]).toEqual([["c"], 2]);
  });
});
