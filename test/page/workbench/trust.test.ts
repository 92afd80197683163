import { describe, expect, it } from "vitest";
import { keepTrust } from "../../../src/page/workbench/trust.ts";
import type { KeptTable } from "../../../src/engine/index.ts";
import {
  codeHash,
  duplicateCell,
  insertCell,
  openDocument,
  replaceText,
  setKind,
  setSource,
  type NotebookDocument,
} from "../../../src/notebook/editing.ts";
import { compileNotebook } from "../../../src/notebook/compile.ts";
import { ownTrust, type Author, type Grant, type Trust } from "../../../src/drafts/store/index.ts";

const cell = (info: string, body: string): string => `\`\`\`${info}\n${body}\n\`\`\`\n\n`;
const front = "---\ntitle: A\n---\n\n";
const text = `${front}Text.\n\n${cell("js id=a", "1")}${cell("js id=b", "2")}`;
const stranger: Author = { kind: "stranger", way: "file", name: "a.md" };
const to = (...sources: string[]): Grant[] =>
  sources.map((source) => ({ code: codeHash(source), tables: [] }));

function world(trust: Partial<Trust>, written = text, tables: KeptTable[] = []) {
  const doc = openDocument(written, { slug: "a" });
  const keeper = keepTrust({
    draft: {
      ...{ id: "a", slug: "a", title: "A", text: written, origin: null },
      trust: { ...ownTrust, ...trust },
    },
    engine: { tables: () => tables },
    coming: [],
    onGiven: () => {},
  });
  const keyOf = (id: string) => doc.cells.find((one) => one.cell.id === id)?.key ?? 0;
  /** Ids of the cells of code that do not run. */
  const waiting = (now: NotebookDocument): string[] => {
    const { cells } = compileNotebook(now.text, { slug: "a" }).compiled;
    const all = new Map(cells.map((one) => [one.id, one]));
    return cells.flatMap((one) =>
      one.kind === "js" && keeper.consent.lack(one, all) ? [one.id] : [],
    );
  };
  const edit = (next: NotebookDocument): string[] => {
    keeper.edited(doc, next);
    return waiting(next);
  };
  return { doc, keeper, keyOf, waiting, edit };
}

describe("an edit of the reader's", () => {
  it("runs in a notebook of the reader's own, whatever becomes code by it", () => {
    const { doc, edit, keyOf } = world({ grants: to("1", "2") });
    expect(edit(setSource(doc, keyOf("a"), "3"))).toEqual([]);
    expect(edit(setKind(doc, keyOf("cell-1"), "js"))).toEqual([]);
  });

  it("does not let a stranger's code run, its own cell's neither", () => {
    const { doc, edit, keyOf } = world({ author: stranger, grants: to("1") });
    expect(edit(setSource(doc, keyOf("cell-1"), "Other.\n"))).toEqual(["b"]);
    expect(edit(setSource(doc, keyOf("a"), "3"))).toEqual(["a", "b"]);
    expect(edit(setSource(doc, keyOf("b"), "3"))).toEqual(["b"]);
  });

  it("runs in a stranger's notebook where the rest does", () => {
    const { doc, edit, keyOf } = world({ author: stranger, grants: to("1", "2") });
    expect(edit(setSource(doc, keyOf("a"), "3"))).toEqual([]);
    expect(edit(insertCell(doc, 0, { kind: "js", source: "4" }))).toEqual([]);
    expect(edit(duplicateCell(doc, keyOf("a")))).toEqual([]);
  });

  it("makes no code of a stranger's text, by its kind or by a fence", () => {
    const hidden = `${front}\`\`\`\` js\nevil()\n\`\`\`\`\n\n${cell("js id=a", "1")}${cell("sql id=q", "evil()")}`;
    const { doc, edit, keyOf } = world({ author: stranger, grants: to("1") }, hidden);
    expect(edit(setKind(doc, keyOf("q"), "js"))).toEqual(["q"]);
    const fenced = setSource(doc, keyOf("cell-1"), "```js id=x\nevil()\n```\n");
    expect(edit(fenced)).toEqual(["x"]);
    // A fence typed into the code takes what stands below it into a cell of its own.
    const next = replaceText(
      doc,
      hidden.replace("```` js\nevil()\n````", "```js id=x\nevil()\n```"),
    );
    expect(edit(next)).toEqual(["x"]);
  });

  it("takes along the tables that the code before it might read", () => {
    const grants = [{ code: codeHash("1"), tables: ["t"] }, ...to("2")];
    const { doc, edit, keyOf, keeper } = world({ author: stranger, grants });
    const next = setSource(doc, keyOf("a"), "3");
    edit(next);
    expect(keeper.trust(next).grants).toContainEqual({ code: codeHash("3"), tables: ["t"] });
  });
});

describe("trust", () => {
  it("is kept for what was asked for, run or stands there, and not for each keystroke", () => {
    const { doc, keeper, keyOf } = world({ author: stranger, grants: to("1", "2") });
    const typed = setSource(doc, keyOf("a"), "3");
    keeper.edited(doc, typed);
    const last = setSource(typed, keyOf("a"), "34");
    keeper.edited(typed, last);
    expect(keeper.trust(last).grants).toEqual(to("1", "2", "34"));
    keeper.ran(typed);
    expect(keeper.trust(last).grants.map(({ code }) => code)).toContain(codeHash("3"));
    expect(keeper.trust(last).author).toEqual(stranger);
  });

  it("is not in code that came by another hand", () => {
    const { doc, waiting } = world({ grants: to("1", "2") });
    expect(waiting(replaceText(doc, text.replace("1\n", "evil()\n")))).toEqual(["a"]);
  });

  it("of the build is in the cells of a repository notebook and its copy", () => {
    const keeper = keepTrust({
      draft: {
        ...{ id: "a", slug: "a", title: "A", trust: ownTrust },
        text: text.replace("1\n", "other()\n"),
        origin: { slug: "a", hash: "x", text },
      },
      engine: { tables: () => [] },
      coming: [],
      onGiven: () => {},
    });
    expect(keeper.consent.grants()).toEqual(to("1", "2"));
  });

  it("tells a table that came along from one of the reader's own by the table, not by its name", () => {
    const reading = `${front}${cell("sql id=q", "FROM data")}${cell("js id=a", "q")}`;
    const table = (name: string) => ({ name }) as KeptTable;
    const tables = [table("data")];
    const trust = { author: stranger, grants: to("q"), brought: ["data"] };
    const { doc, keeper, waiting } = world(trust, reading, tables);
    keeper.cameAlong(tables[0] ?? table(""));
    expect(waiting(doc)).toEqual([]);
    tables[0] = table("data");
    expect(waiting(doc)).toEqual(["a"]);
    keeper.imported("data");
    tables.length = 0;
    // Rows of it may still be about.
    expect(waiting(doc)).toEqual(["a"]);
    expect(keeper.trust(doc).brought).toEqual([]);
  });
});
