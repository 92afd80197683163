import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileNotebook } from "../../src/notebook/compile.ts";
import { openDocument, setSource } from "../../src/notebook/editing.ts";
import { most } from "../../src/notebook/limits.ts";
import type { Node } from "../../src/notebook/index.ts";
import { problemText } from "../../src/runtime/problem-text.ts";
import { hostileNotebooks } from "../attack/hostile-notebooks.ts";

/** Steps to walk what was compiled: what a page would do for it. */
function weight(value: unknown, depth = 0): { steps: number; depth: number } {
  if (typeof value !== "object" || value === null) return { steps: 1, depth };
  let [steps, deepest] = [1, depth];
  for (const child of Object.values(value)) {
    const below = weight(child, depth + 1);
    steps += below.steps;
    deepest = Math.max(deepest, below.depth);
  }
  return { steps, depth: deepest };
}

function check(text: string): void {
  const doc = openDocument(text, { slug: "s" });
  expect(doc.frontSource + doc.cells.map(({ cell }) => cell.raw).join("")).toBe(text);
  expect(doc.cells.length).toBeLessThanOrEqual(most.cells);
  const { compiled, problems } = compileNotebook(text, { slug: "s" });
  expect(problems.length).toBeLessThanOrEqual(most.allProblems + 1);
  const { steps, depth } = weight(compiled);
  expect(depth).toBeLessThan(4 * most.nesting);
  expect(steps).toBeLessThan(10 * (text.length + 1000));
}

const kinds = Object.entries(hostileNotebooks);

describe("a hostile notebook", () => {
  it.each(kinds)("is read or refused, and kept byte for byte: %s", (_, make) => {
    for (const n of [3, 70, 9000]) check(make(n));
  });

  it("of kinds in one another is read or refused too", () => {
    const piece = fc.tuple(fc.constantFrom(...kinds), fc.integer({ min: 1, max: 80 }));
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 6 }),
        fc.integer({ min: 0, max: 400 }),
        (all, cut) => {
          const texts = all.map(([[, make], n]) => make(n).replace(/^---\n[^]*?\n---\n/, ""));
          const whole = `---\ntitle: a\n---\n${texts.join("\n")}`;
          check(whole.slice(0, whole.length - Math.min(cut, whole.length)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("of marks in any order is read or refused", () => {
    const marks =
      "```sql id=a|```chart|```js|```|~~~|:::|::: a|---|+++|# |> |- |1. |[|](|![|`|*|_|${|}|{|: |? |&a |*a|!!x |\n|\n\n|  |\t|'|\"|$$|/*|*/|(|)|=>|a|法|&amp;|<|\\".split(
        "|",
      );
    const text = fc.array(fc.constantFrom(...marks), { maxLength: 400 });
    fc.assert(
      fc.property(text, (parts) => check(`---\ntitle: a\n---\n${parts.join("")}`)),
      {
        numRuns: 150,
      },
    );
  });

  it.each([
    ["keys of keys", "unsupported YAML: ? (write key: value)"],
    ["aliases", "too many aliases (at most 100)"],
    ["open lists", "too many levels of nesting (at most 64)"],
    ["cells", "too many cells: 3000 (at most 300)"],
    ["lines", "too many lines without a blank one: 3000 (at most 2000)"],
    ["sums", "too many levels of nesting (at most 500)"],
    ["blanks in front matter", null],
  ])("says in both languages what was exceeded: %s", (kind, message) => {
    const { problems } = compileNotebook(hostileNotebooks[kind]?.(3000) ?? "", { slug: "s" });
    expect(problems[0]?.message ?? null).toBe(message);
    for (const { message: text } of problems)
      expect(problemText(text, "zh")).toMatch(/[\p{scx=Han}]/u);
  });

  it("is mended as text: what is too much becomes cells again once it is less", () => {
    const text = hostileNotebooks["cells"]?.(most.cells + 5) ?? "";
    const doc = openDocument(text, { slug: "s" });
    const last = doc.cells.at(-1);
    expect(last?.cell.kind).toBe("markdown");
    const shorter = (last?.cell.source ?? "").split("\n\n").slice(0, 1).join("\n\n");
    const mended = setSource(doc, last?.key ?? 0, shorter);
    expect(mended.cells.at(-1)?.cell.kind).toBe("sql");
    expect(mended.problems).toEqual([]);
  });

  it("longer than any is one text", () => {
    const text = `---\ntitle: a\n---\n${"a\n".repeat(most.text)}`;
    check(text);
    const { problems } = compileNotebook(text, { slug: "s" });
    expect(problems[0]?.message).toMatch(/^too many characters in the notebook/);
  });

  it("of too many lines is one text, which says so in both languages", () => {
    const text = `---\ntitle: a\n---\n${"a\n\n".repeat(most.lines)}`;
    check(text);
    const { problems } = compileNotebook(text, { slug: "s" });
    const words = problems.map(({ message }) => message);
    expect(words).toContain("too many lines in the notebook (at most 50000)");
    expect(words.map((message) => problemText(message, "zh"))).toContain(
      "笔记的行太多（至多50000行）",
    );
    // The last that is read: each line has its end.
    const front = "---\ntitle: a\n---\n";
    const longest = openDocument(front + "\n".repeat(most.lines - 3), { slug: "s" });
    expect(longest.front.title).toBe("a");
    expect(openDocument(`${longest.text}\n`, { slug: "s" }).front.title).toBe("s");
  });

  it("that is one text keeps what is typed byte for byte, and is read again once it is short", () => {
    const cell = "```sql id=a\nSELECT 1\n```\n";
    const front = "---\ntitle: b\n---\n\n";
    for (const end of ["\n", "\r\n"]) {
      const written = (text: string) => text.replaceAll("\n", end);
      const long = written(`${front}${cell}${"~~~\n".repeat(most.lines)}`);
      const doc = openDocument(long, { slug: "s" });
      const key = doc.cells[0]?.key ?? 0;
      // A field knows no other line end, and shows none at the end.
      const typed = setSource(doc, key, `${long.replaceAll(end, "\n").trimEnd()}x`);
      expect(typed.text).toBe(`${long.trimEnd()}x${end}`);
      expect(typed.cells.map((one) => one.key)).toEqual([key]);
      const short = setSource(typed, key, `${front}${cell}`);
      expect(short.text).toBe(written(`${front}${cell}`));
      expect(short.front.title).toBe("b");
      expect(short.cells.map((one) => [one.key, one.cell.id])).toEqual([[key, "a"]]);
      expect(setSource(typed, key, "\n").cells).toHaveLength(1);
    }
  });

  it("in Markdown has elements and levels up to a limit only", () => {
    const levels = (nodes: readonly Node[]): number =>
      Math.max(
        0,
        ...nodes.map((n) => (typeof n === "object" && "tag" in n ? 1 + levels(n.children) : 0)),
      );
    for (const kind of ["quotations", "lists in lists", "stars", "divs in divs"]) {
      const { compiled } = compileNotebook(hostileNotebooks[kind]?.(3000) ?? "", { slug: "s" });
      const [cell] = compiled.cells;
      expect(cell?.kind === "markdown" && levels(cell.nodes)).toBeLessThanOrEqual(2 * most.nesting);
    }
  });
});
