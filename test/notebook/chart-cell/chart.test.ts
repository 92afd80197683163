import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { chartSchemaFile, chartSchemaText } from "../../../scripts/chart-schema.ts";
import { compileNotebook } from "../../../src/notebook/compile.ts";
import {
  checkChart,
  chartSchema,
  chartShape,
  completions,
} from "../../../src/notebook/chart-cell/index.ts";
import type { Property, Shape } from "../../../src/notebook/chart-cell/index.ts";

/** What a notebook with this chart is told, as `line:column message`. */
function told(yaml: string): string[] {
  const text = `---\ntitle: t\n---\n\`\`\`sql id=rows\nSELECT 1\n\`\`\`\n\`\`\`chart id=c data=rows\n${yaml}\n\`\`\`\n`;
  return compileNotebook(text, { slug: "s" }).problems.map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );
}

it("has a JSON Schema that is that of the source (run: npx tsx scripts/chart-schema.ts)", async () => {
  expect(readFileSync(chartSchemaFile, "utf8")).toBe(await chartSchemaText());
});

describe("a fault in a chart's spec", () => {
  it.each([
    ["a type", "type: dotts", "8:7 unknown chart type: dotts (did you mean dots?)"],
    ["an option", "type: dots\nscal: log", "9:1 unknown chart option: scal (did you mean scale?)"],
    ["a word", "type: dots\nscale: lin", "9:8 unknown scale: lin"],
    ["a text", "type: dots\ntitle: [a]", '9:8 invalid text: ["a"] (a text, or zh and en)'],
    ["a language", "type: dots\ntitle: {ch: a}", "9:9 unknown language: ch (did you mean zh?)"],
    ["a domain", "type: dots\ndomain: [1]", "9:9 invalid list: 1 values (2)"],
    ["a log of bars", "type: bars\nscale: log", "9:8 unknown scale: log"],
    [
      "a link",
      "type: matrix\nrowLink: javascript:alert(1)",
      "9:10 invalid value: javascript:alert(1) (a relative address)",
    ],
    ["no marks", "type: plot", "8:1 missing chart option: marks"],
    [
      "a mark",
      "type: plot\nmarks:\n  - mark: barx\n    x: a",
      "10:11 unknown mark: barx (did you mean barX?)",
    ],
    ["no mark", "type: plot\nmarks:\n  - x: a", "10:5 missing mark: mark"],
    [
      "a mark's option",
      "type: plot\nmarks:\n  - {mark: dot, x: a, fil: b}",
      "10:23 unknown mark option: fil (did you mean fill?)",
    ],
    [
      "a missing channel",
      "type: plot\nmarks:\n  - {mark: barY, x: a}",
      "10:5 missing channel: y or y1 (barY)",
    ],
    [
      "a transform",
      "type: plot\nmarks:\n  - {mark: barY, x: a, transform: {gruopX: {y: sum}}}",
      "10:36 unknown transform: gruopX (did you mean groupX?)",
    ],
    [
      "a reducer",
      "type: plot\nmarks:\n  - {mark: barY, x: a, transform: {groupX: {y: summ}}}",
      "10:48 unknown reducer: summ (did you mean sum?)",
    ],
    [
      "a log of lengths",
      "type: plot\nmarks:\n  - {mark: barY, x: a, y: b}\ny: {type: log}",
      "11:11 unsupported scale type: log (the length of barY is read from zero)",
    ],
    [
      "an unknown query",
      "type: plot\nmarks:\n  - {mark: dot, x: a, data: rowz}",
      "10:29 unknown cell: rowz (did you mean rows?)",
    ],
    [
      "a channel in a list",
      "type: plot\nmarks:\n  - {mark: dot, x: [a]}",
      '10:20 invalid channel: ["a"]',
    ],
    [
      "a function or markup",
      "type: plot\nmarks:\n  - {mark: dot, x: a, innerHTML: b}",
      "10:23 unknown mark option: innerHTML",
    ],
    [
      "a link of a mark",
      "type: plot\nmarks:\n  - {mark: dot, x: a, href: b}",
      "10:23 unknown mark option: href",
    ],
    [
      "a projection",
      "type: plot\nprojection: albers\nmarks:\n  - {mark: dot, x: a}",
      "9:1 unknown chart option: projection",
    ],
  ])("is told with its place and the nearest word: %s", (_, yaml, message) => {
    expect(told(yaml)).toEqual([message]);
  });

  it("is never a crash, whatever the spec holds", () => {
    const values = [null, 1, "x", true, [], {}, [null], { mark: null }, NaN, [[]]];
    for (const type of [...Object.keys(chartShape.variants), "constructor", "__proto__"])
      for (const key of ["marks", "x", "title", "domain", "color", "toString"])
        for (const value of values)
          expect(checkChart({ type, [key]: value })).toBeInstanceOf(Array);
    for (const spec of values) expect(checkChart(spec)).toBeInstanceOf(Array);
  });
});

/** Every property of a shape, with the way to it. */
function properties(shape: Shape, path: string): [string, Property][] {
  switch (shape.kind) {
    case "object":
      return Object.entries(shape.properties).flatMap(([name, property]) => [
        [`${path}.${name}`, property] as [string, Property],
        ...properties(property.shape, `${path}.${name}`),
      ]);
    case "tagged":
      return Object.entries(shape.variants).flatMap(([name, { shape: one }]) =>
        properties(one, `${path}(${name})`),
      );
    case "list":
      return properties(shape.of, `${path}[]`);
    case "either":
      return shape.of.flatMap((one) => properties(one, path));
    default:
      return [];
  }
}

describe("the schema", () => {
  it("describes every option in Chinese and in English", () => {
    const all = properties(chartShape, "chart");
    expect(all.length).toBeGreaterThan(300);
    for (const [path, { zh, en }] of all) {
      expect([path, /[\u4e00-\u9fff]/.test(zh)]).toEqual([path, true]);
      expect([path, /[a-z]/i.test(en)]).toEqual([path, true]);
    }
  });

  it("names every type in its JSON Schema, and closes every object", () => {
    const text = JSON.stringify(chartSchema);
    for (const type of Object.keys(chartShape.variants))
      expect(text).toContain(`"const":"${type}"`);
    expect(text).not.toContain('"additionalProperties":true');
    expect(text.length).toBeLessThan(200_000);
    for (const [, name] of text.matchAll(/"#\/\$defs\/([^"]+)"/g))
      expect(chartSchema["$defs"]).toHaveProperty([name ?? ""]);
  });
});

describe("completion", () => {
  const labels = (spec: unknown, path: (string | number)[], prefix = "") =>
    completions(spec, path, prefix).map(({ label }) => label);

  it("gives the types, the options of a type and their words", () => {
    expect(labels({}, ["type"], "d")).toEqual(["dots", "dumbbell"]);
    expect(labels({ type: "bars" }, [])).toContain("domain");
    expect(labels({ type: "bars", domain: [0, 1] }, [])).not.toContain("domain");
    expect(labels({ type: "dots" }, ["scale"])).toEqual(["linear", "log", "auto"]);
  });

  it("gives marks, their channels and transforms", () => {
    const spec = { type: "plot", marks: [{ mark: "barY", transform: { groupX: {} } }] };
    expect(labels(spec, ["marks", 0, "mark"], "bar")).toEqual(["barX", "barY"]);
    expect(labels(spec, ["marks", 0])).toContain("y1");
    expect(labels(spec, ["marks", 0, "transform"], "group")).toEqual(["groupY", "groupZ", "group"]);
    expect(labels(spec, ["marks", 0, "transform", "groupX", "y"], "me")).toEqual([
      "mean",
      "median",
    ]);
  });

  it("describes what it offers", () => {
    for (const { zh, en } of completions({ type: "plot" }, [])) expect(zh && en).toBeTruthy();
    for (const { zh, en } of completions({}, ["type"])) expect(zh && en).toBeTruthy();
  });
});
