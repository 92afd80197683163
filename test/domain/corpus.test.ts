import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  comparabilityRules,
  compare,
  compareSet,
  computeLineage,
  derive,
  factsOf,
  mayRank,
  parseLineage,
  worst,
} from "../../src/domain/index.ts";
import type { Figure } from "../../src/domain/index.ts";
import { bothCorpora as context, dataset, everything as byFact } from "./curated.ts";

// Sweeps over every figure of both corpora. They are too slow to be run for each mutant; see
// `vitest.mutation.config.ts`.
const facts = factsOf(dataset);
const derived = derive(facts);
const all: readonly Figure[] = [...facts, ...derived];
const some = fc.uniqueArray(fc.constantFrom(...all), { minLength: 2, maxLength: 8 });
const may = new Map(comparabilityRules.map((rule) => [rule.id, rule.verdicts]));

describe("the pairs of figures of both corpora", () => {
  it("gets one verdict from both sides, which is the worst that its reasons may give", () => {
    const wrong: string[] = [];
    const say = (a: Figure, b: Figure, what: string) =>
      wrong.push(`${a.fact_id} ${b.fact_id}: ${what}`);
    // Pairs grow with the square: each figure meets a sample of the others, those near it in the
    // data (of its own report) and every eleventh.
    all.forEach((a, index) => {
      const others = all.slice(index);
      for (const b of others.filter((_, at) => at < 20 || at % 11 === 0)) {
        const there = compare(a, b, context);
        const back = compare(b, a, context);
        if (there.verdict !== back.verdict) say(a, b, `${there.verdict}, back ${back.verdict}`);
        if (there.verdict !== worst(there.reasons.map((reason) => reason.verdict)))
          say(a, b, "not the worst of its reasons");
        const mirrored = back.reasons.map((reason) => ({ ...reason, a: reason.b, b: reason.a }));
        if (JSON.stringify(mirrored) !== JSON.stringify(there.reasons)) say(a, b, "other reasons");
        for (const { rule, verdict } of there.reasons)
          if (!may.get(rule)?.includes(verdict)) say(a, b, `${rule} may not say ${verdict}`);
      }
    });
    expect(wrong).toEqual([]);
  });
});

describe("any set of figures of both corpora", () => {
  it("is judged alike in any order", () => {
    const shuffled = some.chain((figures) =>
      fc.tuple(fc.constant(figures), fc.shuffledSubarray(figures, { minLength: figures.length })),
    );
    fc.assert(
      fc.property(shuffled, ([figures, others]) => {
        expect(compareSet(others, context)).toEqual(compareSet(figures, context));
        expect(mayRank(others, context)).toEqual(mayRank(figures, context));
      }),
      { numRuns: 60 },
    );
  });

  it("is never put on one axis where two of it cannot be compared", () => {
    fc.assert(
      fc.property(some, (figures) => {
        const { groups } = compareSet(figures, context);
        const mixed = groups.flatMap((group) =>
          group.flatMap((a) =>
            group.filter((b) => compare(a, b, context).verdict === "not_comparable"),
          ),
        );
        expect(mixed).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("every derived figure of both corpora", () => {
  it("names its parents, which exist, and is what they give", () => {
    const orphans = derived.filter(
      ({ parents }) => parents.length === 0 || parents.some((id) => !byFact.has(id)),
    );
    expect(orphans).toEqual([]);
    for (const { fact_id, value } of derived) {
      const lineage = parseLineage(fact_id);
      const parents = lineage?.facts.flatMap((id) => byFact.get(id) ?? []) ?? [];
      expect(lineage?.operation && computeLineage(lineage.operation, parents).value).toBe(value);
    }
  });

  it("is derived alike in whatever order the figures stand", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...facts], { minLength: facts.length }), (shuffled) => {
        const ids = (figures: readonly Figure[]) => figures.map((one) => one.fact_id).sort();
        expect(ids(derive(shuffled))).toEqual(ids(derived));
      }),
      { numRuns: 5 },
    );
  });
});
