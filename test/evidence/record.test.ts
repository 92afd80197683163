import { describe, expect, it } from "vitest";
import {
  checksOf,
  citation,
  otherMentions,
  resolve,
  splitClause,
} from "../../src/evidence/index.ts";
import type { Check } from "../../src/domain/index.ts";
import { archive, report, stated } from "./world.ts";

const [a, b, c] = [
  stated({ fact_id: "a" }),
  stated({ fact_id: "b", same_as: "a" }),
  stated({ fact_id: "c" }),
];

describe("an id", () => {
  const known = archive([a, b, c]);
  it("leads to its fact, or to the parents of a derived number in order", () => {
    expect(resolve(known, "a")?.facts).toEqual([a]);
    expect(resolve(known, "quotient(c,a)")).toEqual({
      lineage: { operation: "quotient", facts: ["c", "a"] },
      facts: [c, a],
    });
  });

  it.each(["z", "quotient(a,z)", "", "quotient(a)", "toString", "__proto__", "<img src=x>"])(
    "leads nowhere where it is %j",
    (id) => {
      expect(resolve(known, id)).toBeNull();
    },
  );
});

it("the mentions of one figure lead to each other", () => {
  const known = archive([a, b, c]);
  expect(otherMentions(known, a)).toEqual([b]);
  expect(otherMentions(known, b)).toEqual([a]);
  expect(otherMentions(known, c)).toEqual([]);
});

it("a figure is in the checks that state it or use it, not in those of a longer id", () => {
  const check = (check_id: string, operands: string, stated_fact: string | null): Check => ({
    check_id,
    report_id: "r",
    identity: operands,
    operation: "sum",
    operands,
    stated_fact,
    stated: null,
    recomputed: 1,
    difference: null,
    verdict: "ok",
    vacuous: null,
    note: null,
    note_zh: null,
    allowed_low: null,
    allowed_high: null,
  });
  const checks = [check("1", "x y", "a"), check("2", "c a", null), check("3", "aa ab", "ba")];
  expect(checksOf(archive([a], { checks }), a).map(({ check_id }) => check_id)).toEqual(["1", "2"]);
});

describe("a citation", () => {
  it("is the page with the place of the clause in its text", () => {
    expect(citation(report({ url: "https://example.org/r.html" }), stated())).toBe(
      "https://example.org/r.html#char=200,209",
    );
  });

  it("is the hash of the text where there is no page", () => {
    const { sha256 } = report();
    expect(citation(report(), stated())).toBe(`urn:sha256:${sha256}#char=200,209`);
  });

  it("has no place where no clause is held", () => {
    const bare = stated({ evidence: null, evidence_start: null, evidence_end: null });
    expect(citation(report({ url: "https://example.org/" }), bare)).toBe("https://example.org/");
  });
});

describe("a clause", () => {
  it("is cut at its figure, and is whole again when joined", () => {
    expect(splitClause(stated())).toEqual(["全年罚款", "120万元", ""]);
    expect(splitClause(stated())?.join("")).toBe(stated().evidence);
  });

  it("is not cut where a place is unknown", () => {
    expect(splitClause(stated({ evidence: null }))).toBeNull();
    expect(splitClause(stated({ value_start: null }))).toBeNull();
  });
});
