import { readFileSync, readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { partNames } from "../../src/domain/index.ts";
import type { Fact } from "../../src/domain/index.ts";
import { formatSubset } from "../../src/words/index.ts";

const folder = new URL("../../data/facts/", import.meta.url);
const facts = readdirSync(folder).flatMap(
  (name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Fact[],
);
const subsets = [...new Set(facts.flatMap(({ subset }) => subset ?? []))].sort();

it.each(subsets)("%s has a Chinese and an English name", (subset) => {
  expect(formatSubset(subset, "zh")).toMatch(/\p{Script=Han}/u);
  expect(formatSubset(subset, "zh")).not.toMatch(/part:|[a-z]_/);
  expect(formatSubset(subset, "en")).toMatch(/^[^\p{Script=Han}:;_]+$/u);
});

it.each(partNames)("part:%s has a name in both languages", (part) => {
  expect(formatSubset(`part:${part}`, "zh")).toMatch(/^[\p{Script=Han}（）]+$/u);
  expect(formatSubset(`part:${part}`, "en")).toMatch(/^[a-z ]+$/);
});

it("joins the terms in their order", () => {
  const subset = "campaign:重大事故隐患专项排查整治;part:general";
  expect(formatSubset(subset, "zh")).toBe("重大事故隐患专项排查整治，一般隐患");
  expect(formatSubset(subset, "en")).toBe("campaign against major hazards, general hazards");
});

it("keeps what a reader's own file names and this page does not know", () => {
  expect(formatSubset("sector:渔业", "en")).toBe("渔业");
  expect(formatSubset("part:渔业", "en")).toBe("渔业");
  expect(formatSubset("part:toString", "zh")).toBe("toString");
  expect(formatSubset("whatever", "en")).toBe("whatever");
});
