import { describe, expect, it } from "vitest";
import { findAll } from "../../src/editor/find.ts";
import { formatSql } from "../../src/editor/format.ts";
import { outlineOf } from "../../src/editor/outline.ts";
import { diagnosticOf, placeInCell } from "../../src/editor/problems.ts";
import { readersOf, renameCell } from "../../src/editor/rename.ts";
import { changeBetween } from "../../src/editor/source.ts";
import { Text } from "@codemirror/state";
import fc from "fast-check";
import { compileNotebook } from "../../src/notebook/compile.ts";
import { openDocument } from "../../src/notebook/editing.ts";

const fence = "```";
const text = `---
title: 题
---

# 一 {#one}

::: {lang=en}
## Two
:::

There are \${fines.total.value} of them.

${fence}input id=scope
type: select
label: x
options: [{value: a}]
${fence}

${fence}sql id=fines
SELECT sum(value) AS fines FROM facts WHERE scope = \${scope}
${fence}

${fence}sql id=top
SELECT fines.fines, 'fines' FROM fines -- fines
${fence}

${fence}chart id=drawn data=fines
type: table
title: "\${fines.a}"
${fence}
`;
const doc = openDocument(text, { slug: "x" });
const keyOf = (id: string) => doc.cells.find(({ cell }) => cell.id === id)?.key ?? -1;

describe("renaming a cell", () => {
  const renamed = renameCell(doc, keyOf("fines"), "penalties");

  it("changes what reads it, and nothing that only looks like it", () => {
    expect(renamed.text).toContain("```sql id=penalties");
    expect(renamed.text).toContain("SELECT penalties.fines, 'fines' FROM penalties -- fines");
    expect(renamed.text).toContain("data=penalties");
    expect(renamed.text).toContain("${penalties.total.value}");
    expect(renamed.text).toContain('title: "${penalties.a}"');
    expect(renamed.text).toContain("sum(value) AS fines");
  });

  it("leaves nothing that cannot be read", () => {
    const missing = compileNotebook(renamed.text, { slug: "x" }).problems;
    expect(missing.filter(({ message }) => message.includes("unknown cell"))).toEqual([]);
  });

  it("counts who reads it beforehand", () => {
    expect(readersOf(doc, keyOf("fines"))).toHaveLength(3);
    expect(readersOf(doc, keyOf("scope"))).toEqual([keyOf("fines")]);
  });

  it("binds an input by its new name", () => {
    expect(renameCell(doc, keyOf("scope"), "kind").text).toContain("scope = ${kind}");
  });
});

describe("the outline", () => {
  it("has the headings of the language read, and the cells by name", () => {
    const words = (language: "zh" | "en") => outlineOf(doc.cells, language).map((one) => one.text);
    expect(words("zh")).toEqual(["一", "scope", "fines", "top", "drawn"]);
    expect(words("en")).toEqual(["一", "Two", "scope", "fines", "top", "drawn"]);
  });
});

describe("finding", () => {
  it("finds in every source, whatever the case, in order", () => {
    const sources = [
      { key: 7, source: "Fines fines" },
      { key: 3, source: "罚款FINES" },
    ];
    expect(findAll(sources, "fines")).toEqual([
      { key: 7, from: 0, to: 5 },
      { key: 7, from: 6, to: 11 },
      { key: 3, from: 2, to: 7 },
    ]);
    expect(findAll(sources, "")).toEqual([]);
  });
});

describe("formatting SQL", () => {
  it("keeps parameters, strings and comments", () => {
    const formatted = formatSql("select a,b from facts where scope=${scope} and x='${no}' -- why");
    expect(formatted).toContain("${scope}");
    expect(formatted).toContain("'${no}'");
    expect(formatted).toContain("-- why");
    expect(formatted).toMatch(/^SELECT\n/);
  });

  it("refuses what it cannot read", () => {
    expect(() => formatSql("SELECT 'open")).toThrow();
  });
});

describe("a problem", () => {
  it("has its place in the source, from that in the file", () => {
    expect(placeInCell({ message: "m", line: 12, column: 4 }, 10)).toEqual({
      message: "m",
      line: 3,
      column: 4,
    });
    expect(placeInCell({ message: "m", line: 9, column: 4 }, 10).line).toBeNull();
  });

  it("marks the word at its place, and never leaves the source", () => {
    const source = Text.of(["SELECT valeu", "FROM facts"]);
    const at = (line: number, column: number) => {
      const { from, to } = diagnosticOf({ message: "m", line, column }, source);
      return source.sliceString(from, to);
    };
    expect(at(1, 8)).toBe("valeu");
    expect(at(2, 6)).toBe("facts");
    expect(at(99, 99)).toBe("");
  });
});

describe("the change between two texts", () => {
  it("makes the one of the other, and touches nothing else", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const change = changeBetween(before, after);
        const { from, to, insert } = change ?? { from: 0, to: 0, insert: "" };
        expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
      }),
    );
  });
});
