import { describe, expect, it } from "vitest";
import {
  commit,
  createHistory,
  duplicateCell,
  insertCell,
  moveCell,
  openDocument,
  redo,
  removeCell,
  replaceText,
  setAttribute,
  setFront,
  setKind,
  setSource,
  undo,
  type NotebookDocument,
} from "../../src/notebook/editing.ts";

const open = (text: string) => openDocument(text, { slug: "n" });
const front = "---\ntitle: 题\n---\n\n";
const keyAt = (doc: NotebookDocument, index: number) => doc.cells[index]?.key ?? -1;
const sources = (doc: NotebookDocument) => doc.cells.map(({ cell }) => cell.source);
const keys = (doc: NotebookDocument) => doc.cells.map(({ key }) => key);
const three = open(`${front}甲\n\n\`\`\`sql  id=a   \nSELECT 1\n  \`\`\` \n \n乙\n`);

describe("the source of a cell", () => {
  it("is written between its fences, which stay as they are", () => {
    const doc = setSource(three, keyAt(three, 1), "SELECT 2\nFROM b");
    expect(doc.text).toBe(`${front}甲\n\n\`\`\`sql  id=a   \nSELECT 2\nFROM b\n  \`\`\` \n \n乙\n`);
    expect(keys(doc)).toEqual(keys(three));
  });

  it("takes the line ends of the file", () => {
    const doc = open("---\r\ntitle: 题\r\n---\r\n```sql\r\na\r\n```\r\n");
    expect(setSource(doc, keyAt(doc, 0), "a\nb").text).toMatch(/\r\na\r\nb\r\n```\r\n$/);
    expect(setSource(doc, keyAt(doc, 0), "a")).toBe(doc);
  });

  it("with a fence line in it splits the cell there, and the cells after it stay", () => {
    const doc = setSource(three, keyAt(three, 1), "SELECT 1\n```\n文\n```sql id=b\nSELECT 2");
    expect(sources(doc)).toEqual(["甲\n\n", "SELECT 1", "文\n", "SELECT 2", "乙\n"]);
    expect([keyAt(doc, 1), keyAt(doc, 4)]).toEqual([keyAt(three, 1), keyAt(three, 2)]);
    const alone = setSource(three, keyAt(three, 1), "SELECT 1\n```\n文");
    expect(sources(alone)).toEqual(["甲\n\n", "SELECT 1", "文\n\n", "乙\n"]);
  });

  it("of a text that opens a block of code cannot swallow the cells after it", () => {
    const doc = setSource(three, keyAt(three, 0), "甲\n```python\nx = 1");
    expect(sources(doc)).toEqual(["甲\n```python\nx = 1\n```\n\n", "SELECT 1", "乙\n"]);
  });

  it("of the last cell without an end gets one", () => {
    const doc = open(`${front}\`\`\`sql\nSELECT 1`);
    expect(setSource(doc, keyAt(doc, 0), "SELECT 2").text).toBe(
      `${front}\`\`\`sql\nSELECT 2\n\`\`\`\n`,
    );
  });
});

describe("two texts side by side", () => {
  it("are kept apart by a mark, which goes when something comes between them", () => {
    const without = removeCell(three, keyAt(three, 1));
    expect(without.text).toBe(`${front}甲\n\n+++\n\n乙\n`);
    expect(sources(without)).toEqual(["甲\n\n", "乙\n"]);
    const between = insertCell(without, 1, { kind: "sql", source: "SELECT 1" });
    expect(between.text).toBe(`${front}甲\n\n\`\`\`sql\nSELECT 1\n\`\`\`\n\n乙\n`);
  });

  it("come back to the same text when a cell is moved away and back", () => {
    const text = `${front}甲\n\n\`\`\`sql id=a\nSELECT 1\n\`\`\`\n\n乙\n`;
    const doc = open(text);
    const away = moveCell(doc, keyAt(doc, 1), 2);
    expect(sources(away)).toEqual(["甲\n\n", "乙\n\n", "SELECT 1"]);
    expect(sources(moveCell(away, keyAt(away, 2), 1))).toEqual(["甲\n\n", "SELECT 1", "乙\n\n"]);
  });

  it("may be empty, and filled later", () => {
    const doc = insertCell(three, 1, { kind: "markdown" });
    expect(sources(doc)).toEqual(["甲\n\n", "", "SELECT 1", "乙\n"]);
    const filled = setSource(doc, keyAt(doc, 1), "文");
    expect(sources(filled)).toEqual(["甲\n\n", "文\n\n", "SELECT 1", "乙\n"]);
    expect(keys(filled)).toEqual(keys(doc));
  });
});

describe("a cell", () => {
  it("that is copied gets an id of its own", () => {
    const twice = duplicateCell(duplicateCell(three, keyAt(three, 1)), keyAt(three, 1));
    expect(twice.cells.map(({ cell }) => cell.id)).toEqual(["cell-1", "a", "a_3", "a_2", "cell-5"]);
    expect(twice.problems).toEqual([]);
  });

  it.each([
    ["data", "a", "```sql  id=a data=a"],
    ["id", "b c", '```sql  id="b c"   '],
    ["id", null, "```sql   "],
  ])("has %s=%s written into its fence", (name, value, opening) => {
    const doc = setAttribute(three, keyAt(three, 1), name, value);
    expect(doc.text.split("\n")[6]).toBe(opening);
  });

  it("keeps an attribute that the format cannot write as it was", () => {
    for (const value of ['"', "`", "a\nb"])
      expect(setAttribute(three, keyAt(three, 1), "id", value)).toBe(three);
    expect(setAttribute(three, keyAt(three, 0), "id", "x")).toBe(three);
  });

  it("becomes one of another kind with its source and id", () => {
    const doc = setKind(three, keyAt(three, 1), "chart");
    expect(doc.cells[1]).toMatchObject({ cell: { kind: "chart", id: "a", source: "SELECT 1" } });
    expect(sources(setKind(three, keyAt(three, 1), "markdown"))).toEqual([
      "甲\n\n",
      "SELECT 1\n\n",
      "乙\n",
    ]);
  });

  it("that no document has is an error", () => {
    expect(() => removeCell(three, 99)).toThrow("unknown cell key: 99");
  });
});

describe("the front matter", () => {
  it("is changed key by key and keeps its comments", () => {
    const doc = open("---\n# 注\ntitle: 题 # required\norder: 2\n---\n\n正文\n");
    const changed = setFront(doc, { title: "a: b", order: null, title_en: "T" });
    expect(changed.text).toBe('---\n# 注\ntitle: "a: b" # required\ntitle_en: T\n---\n\n正文\n');
    expect(keys(changed)).toEqual(keys(doc));
  });

  it("is made where there is none, and left alone where it cannot be read", () => {
    expect(setFront(open("正文\n"), { title: "题" }).text).toBe("---\ntitle: 题\n---\n\n正文\n");
    const broken = open("---\ntitle: [\n---\n");
    expect(setFront(broken, { title: "题" })).toBe(broken);
  });

  it("is not made of a text that moves to the beginning", () => {
    const doc = open("```sql\nSELECT 1\n```\n\n---\ntitle: x\n---\n");
    const moved = moveCell(doc, keyAt(doc, 1), 0);
    expect(moved.cells.map(({ cell }) => cell.kind)).toEqual(["markdown", "sql"]);
  });
});

describe("a text typed as a file", () => {
  it("keeps the keys of the cells that it keeps", () => {
    const doc = replaceText(three, three.text.replace("SELECT 1", "SELECT 2").replace("甲", "丙"));
    expect(keys(doc)).toEqual(keys(three));
    const without = replaceText(three, `${front}\`\`\`sql id=a\n\`\`\`\n乙\n`);
    expect(keys(without)).toEqual([keyAt(three, 1), keyAt(three, 2)]);
  });
});

describe("undo", () => {
  const key = keyAt(three, 1);
  const typed = ["S", "SE", "SEL"].reduce(
    (history, source, i) =>
      commit(history, setSource(history.present, key, source), {
        group: `cell ${key}`,
        at: i * 200,
      }),
    createHistory(three),
  );

  it("takes back the typing in one cell as one step, and redo brings it again", () => {
    expect(undo(typed).present.text).toBe(three.text);
    expect(undo(undo(typed)).canUndo).toBe(false);
    expect(redo(undo(typed)).present.text).toBe(typed.present.text);
  });

  it("begins a new step after a pause, in another cell and after an undo", () => {
    const paused = commit(typed, setSource(typed.present, key, "x"), {
      group: `cell ${key}`,
      at: 5000,
    });
    expect(undo(paused).present.text).toBe(typed.present.text);
    const other = commit(typed, setSource(typed.present, keyAt(three, 0), "x"), {
      group: "other",
      at: 500,
    });
    expect(undo(other).present.text).toBe(typed.present.text);
    const again = redo(undo(typed));
    const after = commit(again, setSource(again.present, key, "y"), {
      group: `cell ${key}`,
      at: 500,
    });
    expect(undo(after).present.text).toBe(typed.present.text);
  });

  it("never gives a key again that a cell had", () => {
    const one = commit(createHistory(three), insertCell(three, 0, { kind: "sql" }));
    const two = undo(one);
    const other = insertCell(two.present, 0, { kind: "sql" });
    expect(keyAt(other, 0)).not.toBe(keyAt(one.present, 0));
  });
});
