import { describe, expect, it } from "vitest";
import { comparabilityRules, compare, ruleIds, worst } from "../../src/domain/index.ts";
import { bothCorpora, context, figure } from "./curated.ts";
import { companionPairs, decidingPairs, namedPairs } from "../../scripts/named-pairs.ts";

describe.each(["comparable", "with_caveat", "not_comparable"] as const)("%s", (verdict) => {
  const rows = namedPairs.filter((pair) => pair.verdict === verdict);
  it.each(rows)("$said: $a and $b", ({ a, b, rules }) => {
    const found = compare(figure(a), figure(b), context);
    expect(found.verdict).toBe(verdict);
    expect(found.reasons.map((reason) => reason.rule)).toEqual(expect.arrayContaining([...rules]));
  });
});

it("leaves the mean fines of two bureaus in 2022 with two caveats: delegated work, and level", () => {
  const [wansheng, shanwei] = ["mean_fine_per_case:ws-16,ws-15", "mean_fine_per_case:sw-51,sw-38"];
  expect(compare(figure(wansheng), figure(shanwei), context).reasons).toMatchObject([
    { rule: "scope", a: "inclusion_open", b: "bureau", verdict: "with_caveat" },
    { rule: "level", a: "zone", b: "prefecture" },
  ]);
});

it.each(companionPairs)("$said, $a and $b: $verdict", ({ a, b, verdict, rules }) => {
  const found = compare(figure(a), figure(b), bothCorpora);
  expect(found.verdict).toBe(verdict);
  expect(found.reasons.map((reason) => reason.rule)).toEqual(expect.arrayContaining([...rules]));
});

it("says of a page without a date that its window is unstated, and of no year that it differs", () => {
  const { reasons } = compare(figure("c-1030"), figure("c-1047"), bothCorpora);
  const rules = reasons.map(({ rule }) => rule);
  expect(rules).toContain("window");
  expect(rules).not.toContain("year");
  expect(rules).not.toContain("period_length");
});

describe("every rule has a case in the data that it decides", () => {
  it.each(ruleIds)("%s", (rule) => {
    const [a, b] = decidingPairs[rule];
    const { verdict, reasons } = compare(figure(a), figure(b), bothCorpora);
    const own = reasons.filter((reason) => reason.rule === rule);
    expect(own).toHaveLength(1);
    const { verdicts = [] } = comparabilityRules.find(({ id }) => id === rule) ?? {};
    // A rule that only notes makes no verdict worse: it is there for its note.
    if (verdicts.every((one) => one === "comparable")) return;
    const others = reasons.filter((reason) => reason.rule !== rule);
    expect(worst(others.map((reason) => reason.verdict))).not.toBe(verdict);
  });
});
