import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breaks, compare, compareSet, inTime, mayRank } from "../../src/domain/index.ts";
import type { Figure } from "../../src/domain/index.ts";
import { context, core, derived, figure } from "./curated.ts";

const ids = (figures: readonly Figure[]) => figures.map((one) => one.fact_id);
const set = (...names: readonly string[]) => compareSet(names.map(figure), context);
const groups = (...names: readonly string[]) => set(...names).groups.map(ids);
const rank = (...names: readonly string[]) => mayRank(names.map(figure), context);
const rules = (...names: readonly string[]) => rank(...names).reasons.map((one) => one.rule);

const all: readonly Figure[] = [...core, ...derived];
const some = fc.uniqueArray(fc.constantFrom(...all), { minLength: 2, maxLength: 7 });

describe("a set of figures", () => {
  it("splits by whose work is counted, and keeps part and whole of one report together", () => {
    expect(groups("sw-47", "sw-51", "sz-12", "ws-16")).toEqual([
      ["sw-51", "ws-16"],
      ["sw-47", "sz-12"],
    ]);
    expect(groups("sw-47", "sw-51")).toEqual([["sw-51", "sw-47"]]);
    expect(groups("ws-16", "sw-47", "sz-12")).toEqual([["ws-16", "sw-47", "sz-12"]]);
  });

  it("keeps the mass campaign of all departments on an axis of its own", () => {
    expect(groups("zz-22", "sw-41", "sz-03")).toEqual([["sw-41", "sz-03"], ["zz-22"]]);
  });

  it("splits figures alike in kind where their periods cannot be compared", () => {
    const year = figure("sz-03");
    const quarter: Figure = {
      ...year,
      fact_id: "q",
      period_start: "2019-07-01",
      period_basis: "quarter",
    };
    expect(compareSet([year, quarter], context).groups.map(ids)).toEqual([["q"], ["sz-03"]]);
  });

  it("lists the pairs with a reason", () => {
    const found = set("ws-03", "ws-04", "zz-17");
    expect(found.pairs.map(({ a, b }) => `${a} ${b}`)).toEqual(["ws-03 zz-17", "ws-04 zz-17"]);
    for (const { reasons } of found.pairs) expect(reasons[0]?.rule).toBe("baseline");
  });

  it("of none or one has no pair, and a figure given twice counts once", () => {
    expect(compareSet([], context)).toEqual({ groups: [], pairs: [] });
    expect(set("sw-47", "sw-47")).toMatchObject({ pairs: [] });
    expect(groups("sw-47", "sw-47")).toEqual([["sw-47"]]);
  });

  it("is judged alike in any order", () => {
    fc.assert(
      fc.property(
        some.chain((figures) =>
          fc.tuple(
            fc.constant(figures),
            fc.shuffledSubarray(figures, { minLength: figures.length }),
          ),
        ),
        ([figures, shuffled]) => {
          expect(compareSet(shuffled, context)).toEqual(compareSet(figures, context));
          expect(mayRank(shuffled, context)).toEqual(mayRank(figures, context));
        },
      ),
      { numRuns: 15 },
    );
  });

  it("is divided without loss into classes in which all may share an axis", () => {
    fc.assert(
      fc.property(some, (figures) => {
        const found = compareSet(figures, context);
        expect(ids(found.groups.flat()).sort()).toEqual(ids(figures).sort());
        for (const group of found.groups)
          for (const a of group)
            for (const b of group)
              expect(compare(a, b, context).verdict).not.toBe("not_comparable");
      }),
      { numRuns: 15 },
    );
  });
});

describe("the verdict on a pair", () => {
  it("is symmetric, with both sides exchanged", () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.constantFrom(...all), (a, b) => {
        const [there, back] = [compare(a, b, context), compare(b, a, context)];
        expect(back.verdict).toBe(there.verdict);
        expect(back.reasons).toEqual(
          there.reasons.map((reason) => ({ ...reason, a: reason.b, b: reason.a })),
        );
      }),
      { numRuns: 100 },
    );
  });

  it("of a figure with itself is comparable, without a reason", () => {
    for (const one of all) expect(compare(one, one, context).reasons).toEqual([]);
  });
});

describe("a ranking", () => {
  it("is allowed for figures of one kind, and of one or none", () => {
    expect(rank("ws-03", "ws-04")).toEqual({ verdict: "allowed", reasons: [] });
    expect(rank("sw-47").verdict).toBe("allowed");
    expect(rank().verdict).toBe("allowed");
  });

  it("is labelled where there is a caveat, or a part stands beside its whole", () => {
    expect(rank("sz-12", "sw-47").verdict).toBe("labelled");
    expect(rules("sw-47", "sw-51")).toEqual(["part_of_whole"]);
    expect(rank("sw-47", "sw-51").verdict).toBe("labelled");
  });

  it("is refused for what cannot be compared, naming only that", () => {
    expect(rank("zz-22", "sw-41").verdict).toBe("refused");
    expect(rules("zz-22", "sw-41")).toEqual(["part", "departments"]);
  });

  it("is refused for plans, even among themselves", () => {
    const [plan, other]: Figure[] = [
      { ...figure("sw-47"), status: "planned" },
      { ...figure("sw-47"), fact_id: "o", status: "planned" },
    ];
    const found = mayRank(
      [plan, other].flatMap((one) => one ?? []),
      context,
    );
    expect(found).toMatchObject({
      verdict: "refused",
      reasons: [{ rule: "status", a: "planned", b: "actual" }],
    });
  });

  it("is refused where a bound leaves the order open, labelled where it does not", () => {
    expect(rank("zz-17", "ws-04").verdict).toBe("refused");
    expect(rules("zz-17", "ws-04")).toEqual(["qualifier"]);
    const value = (fact_id: string, value: number, qualifier: Figure["qualifier"]): Figure => ({
      ...figure("ws-04"),
      fact_id,
      value,
      qualifier,
    });
    const verdict = (...figures: readonly Figure[]) => mayRank(figures, context).verdict;
    const eighty = value("e", 80, "exact");
    expect(verdict(value("b", 90, "at_least"), eighty)).toBe("labelled");
    expect(verdict(value("b", 80, "over"), eighty)).toBe("labelled");
    expect(verdict(value("b", 79, "over"), eighty)).toBe("refused");
    expect(verdict(eighty, value("z", 79, "over"))).toBe("refused");
    expect(verdict(value("b", 79, "nearly"), eighty)).toBe("labelled");
    expect(verdict(value("b", 81, "nearly"), eighty)).toBe("refused");
    expect(verdict(value("b", 80, "approx"), eighty)).toBe("labelled");
    expect(verdict(value("b", 79, "approx"), value("c", 80, "approx"))).toBe("labelled");
    expect(verdict(value("b", 90, "over"), value("c", 80, "nearly"))).toBe("labelled");
    expect(verdict(value("b", 90, "over"), value("c", 80, "over"))).toBe("refused");
  });

  it("says each reason once", () => {
    const reasons = rank("ws-03", "ws-04", "sw-44").reasons;
    const keys = reasons.map(({ rule, a, b }) => [rule, a, b].join());
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("a series", () => {
  const total = figure("sw-47");
  const at = (year: number, changes: Partial<Figure> = {}): Figure => ({
    ...total,
    fact_id: `y${year}`,
    period_start: `${year}-01-01`,
    period_end: `${year}-12-31`,
    ...changes,
  });
  const found = (...series: readonly Figure[]) =>
    breaks(series, context).map(({ from, to, missingYears, reasons }) =>
      [from, to, ...missingYears, ...reasons.map((reason) => reason.rule)].join(" "),
    );

  it("of one kind has no break, in whatever order it is given", () => {
    expect(found(at(2024), at(2022), at(2023))).toEqual([]);
    expect(breaks([], context)).toEqual([]);
    expect(found(at(2022))).toEqual([]);
  });

  it("breaks where scope, part, basis, law or window changes", () => {
    expect(found(at(2022), at(2023, { scope: "bureau" }), at(2024))).toEqual([
      "y2022 y2023 scope",
      "y2023 y2024 scope",
    ]);
    expect(found(at(2022), at(2023, { subset: "sector:x" }))).toEqual(["y2022 y2023 part"]);
    expect(found(at(2022), at(2023, { count_basis: "filed" }))).toEqual([
      "y2022 y2023 count_basis",
    ]);
    expect(found(at(2019), at(2020), at(2021), at(2022), at(2023))).toEqual([
      "y2020 y2021 law",
      "y2021 y2022 law",
    ]);
    expect(found(at(2022), at(2023, { period_end: "2023-09-30", period_basis: "ytd" }))).toEqual([
      "y2022 y2023 period_length",
    ]);
  });

  it("does not break for an inferred unit or a derived value", () => {
    expect(found(at(2022), at(2023, { unit_inferred: true }))).toEqual([]);
    expect(found(at(2022), at(2023, { status: "derived" }))).toEqual([]);
  });

  it("breaks where years are missing, and names them", () => {
    expect(found(at(2022), at(2025))).toEqual(["y2022 y2025 2023 2024"]);
  });

  it("breaks between a part and its whole of one year", () => {
    expect(found(at(2022, { fact_id: "b", scope: "bureau" }), at(2022))).toEqual([
      "b y2022 part_of_whole",
    ]);
  });

  it("of several regions is refused", () => {
    expect(() => found(at(2022), at(2023, { region_id: "suzhou" }))).toThrow(
      "invalid series: shanwei, suzhou",
    );
  });

  it("runs by the end of its periods, then by their start", () => {
    const quarter = at(2022, { fact_id: "a", period_start: "2022-10-01" });
    expect(ids(inTime([at(2023), quarter, at(2022)]))).toEqual(["y2022", "a", "y2023"]);
    expect(ids(inTime([at(2022, { fact_id: "z" }), at(2022)]))).toEqual(["y2022", "z"]);
  });
});
