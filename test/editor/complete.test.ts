import { CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { EditorState } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import type { Surroundings } from "../../src/editor/catalogue.ts";
import { referenceSource } from "../../src/editor/complete-reference.ts";
import { sqlSources, stringAt } from "../../src/editor/complete-sql.ts";
import { cursorInYaml, plainOffer, yamlSource } from "../../src/editor/complete-yaml.ts";
import { languageOf } from "../../src/editor/languages.ts";
import type { CellKind } from "../../src/notebook/index.ts";

const surroundings: Surroundings = {
  language: "zh",
  catalogue: {
    tables: [
      {
        name: "facts",
        columns: [
          { name: "metric_id", type: "VARCHAR", description: { zh: "指标", en: "measure" } },
          { name: "value", type: "DOUBLE" },
        ],
      },
      { name: "reports", columns: [{ name: "title", type: "VARCHAR" }] },
    ],
    functions: ["list_contains", "median"],
    values: {
      metric_id: [{ value: "penalty_amount", label: { zh: "罚没金额", en: "penalties" } }],
      region_id: [{ value: "suzhou", label: { zh: "苏州", en: "Suzhou" } }],
    },
  },
  cells: [
    { id: "fines", kind: "sql" },
    { id: "scope", kind: "input" },
  ],
  columnsOf: (id) => (id === "fines" ? ["place", "total"] : []),
};
const around = () => surroundings;

/** What is offered at `|`, by all sources of a kind. */
function offered(kind: CellKind, marked: string, explicit = false): string[] {
  const position = marked.indexOf("|");
  const doc = marked.replace("|", "");
  const state = EditorState.create({ doc, extensions: [languageOf(kind, doc)] });
  const context = new CompletionContext(state, position, explicit);
  const sources = [
    referenceSource(kind, around),
    ...(kind === "sql" ? sqlSources(around) : []),
    yamlSource(kind, around, plainOffer),
  ];
  return sources.flatMap((source) => {
    const result = source(context) as CompletionResult | null;
    const written = doc.slice(result?.from ?? 0, position).toLowerCase();
    return (result?.options ?? [])
      .filter(({ label }) => label.toLowerCase().includes(written))
      .map(({ displayLabel, label }) => displayLabel ?? label);
  });
}

describe("completion of SQL", () => {
  it("offers tables, cells and keywords", () => {
    expect(offered("sql", "SELECT * FROM f|")).toEqual(expect.arrayContaining(["facts", "fines"]));
    expect(offered("sql", "SEL|")).toContain("SELECT");
  });

  it("offers the columns of the tables that the statement names, and of cells that ran", () => {
    expect(offered("sql", "SELECT v| FROM facts")).toContain("value");
    expect(offered("sql", "SELECT v| FROM reports")).not.toContain("value");
    expect(offered("sql", "SELECT to| FROM fines")).toContain("total");
    expect(offered("sql", "SELECT f.| FROM facts f")).toContain("metric_id");
  });

  it("offers the functions of the engine", () => {
    expect(offered("sql", "SELECT med|")).toContain("median");
  });

  it("offers in a string the ids of the column that it is compared with, found by name too", () => {
    expect(offered("sql", "SELECT * FROM facts WHERE metric_id = '|'")).toEqual(["penalty_amount"]);
    expect(offered("sql", "SELECT * FROM facts WHERE region_id IN ('x', '|")).toEqual(["suzhou"]);
    expect(offered("sql", "SELECT * FROM facts WHERE metric_id = '罚没|'")).toEqual([
      "penalty_amount",
    ]);
    expect(offered("sql", "SELECT '|'")).toEqual(["penalty_amount", "suzhou"]);
  });

  it("offers inputs in ${…} and nothing in a comment", () => {
    expect(offered("sql", "SELECT ${|")).toEqual(["scope"]);
    expect(offered("sql", "SELECT 1 -- f|")).toEqual([]);
  });

  it("knows whether the cursor stands in a string", () => {
    expect(stringAt("a = 'b'", 7)).toBeNull();
    expect(stringAt("a = 'b'", 6)).toEqual({ start: 5, column: "a" });
    expect(stringAt("a = 'b", 6)).toEqual({ start: 5, column: "a" });
    expect(stringAt("a = b", 5)).toBeNull();
  });
});

describe("completion of text and of specs", () => {
  it("offers queries in ${…}, then the columns of their results", () => {
    expect(offered("markdown", "There are ${|")).toEqual(["fines"]);
    expect(offered("markdown", "There are ${fines.t|")).toEqual(["total"]);
  });

  it("offers kinds after type:, keys, and languages below a title", () => {
    expect(offered("chart", "type: do|")).toContain("dots");
    expect(offered("chart", "ti|")).toContain("title");
    expect(offered("chart", "title:\n  z|")).toContain("zh");
    expect(offered("input", "from: |", true)).toEqual(["fines"]);
  });

  it("reads the place from the lines above", () => {
    expect(cursorInYaml("title:\n  zh: a\n  e")).toEqual({
      path: ["title"],
      what: "key",
      written: "e",
    });
    expect(cursorInYaml("title: {zh: a, e")).toEqual({
      path: ["title"],
      what: "key",
      written: "e",
    });
    expect(cursorInYaml("type: d")).toEqual({ path: ["type"], what: "value", written: "d" });
    expect(cursorInYaml("# type: d")).toBeNull();
  });
});
