import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { lexicon, lexiconExamples, nonMetricRules } from "../../src/extract/index.ts";
import { catalogue, read } from "./world.ts";

const folder = fileURLToPath(new URL("../../src/extract/lexicon", import.meta.url));
const metrics = new Set(catalogue.metrics.map(({ metric_id }) => metric_id));

describe("the lexicon", () => {
  it("names each rule once, and only metrics that there are", () => {
    const ids = lexicon.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(lexicon.filter(({ metric }) => metric !== null && !metrics.has(metric))).toEqual([]);
  });

  it("refers to lists that there are, and needs each of them", () => {
    const words = lexicon.flatMap(({ needs, near, not }) => [...needs, ...near, ...not]);
    expect(words.filter((word) => /^@|^$/.test(word))).toEqual([]);
    const files = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, "utf8"));
    const lists = Object.keys(JSON.parse(readFileSync(`${folder}/lists.json`, "utf8")) as object);
    expect(lists.filter((name) => !files.some((file) => file.includes(`"@${name}"`)))).toEqual([]);
  });

  it.each(lexiconExamples.filter(({ metric }) => metric !== null))(
    "$rule reads its example and leaves its counter-example alone",
    ({ rule, metric, example, value, counterExample }) => {
      const found = read(example).facts.filter((each) => each.fact.metric_id === metric);
      expect(found.map(({ fact }) => fact.value)).toContain(value);
      const others = read(counterExample ?? "").facts.filter((each) => each.rule === rule);
      expect(others.map(({ fact }) => fact.value_text)).toEqual([]);
    },
  );

  it.each(lexiconExamples.filter(({ metric }) => metric === null))(
    "$rule knows its example as a figure of no metric of ours",
    ({ rule, example }) => {
      const { facts, numbers } = read(example);
      expect(facts.map(({ fact }) => fact.metric_id)).toEqual([]);
      expect(numbers.at(-1)).toMatchObject({ fate: "other_figure", rule });
    },
  );
});

describe("what is no metric", () => {
  it.each(nonMetricRules)("$rule knows its example, not its counter-example", (each) => {
    const { example, counter_example: other, rule } = each;
    expect(read(example).numbers.filter((number) => number.rule === rule).length).toBeGreaterThan(
      0,
    );
    expect(read(other).numbers.filter((number) => number.rule === rule)).toEqual([]);
    expect(read(example).facts).toEqual([]);
  });
});
