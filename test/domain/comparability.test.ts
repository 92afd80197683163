import { describe, expect, it } from "vitest";
import { compare } from "../../src/domain/index.ts";
import { bothCorpora, context, everything, figure } from "./curated.ts";
import { companionPairs, namedPairs } from "../../scripts/named-pairs.ts";

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
    { rule: "delegation", a: "inclusion_open", b: "none_delegated" },
    { rule: "level", a: "zone", b: "prefecture" },
  ]);
});

it.each(companionPairs)("$said, $a and $b: $verdict", ({ a, b, verdict, rules }) => {
  const [one, other] = [everything.get(a), everything.get(b)];
  if (!one || !other) throw new Error(`unknown pair: ${a} ${b}`);
  const found = compare(one, other, bothCorpora);
  expect(found.verdict).toBe(verdict);
  expect(found.reasons.map((reason) => reason.rule)).toEqual(expect.arrayContaining([...rules]));
});
