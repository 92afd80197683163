import { describe, expect, it } from "vitest";
import { withoutFaulty, validate } from "../../src/domain/index.ts";
import type { Dataset, Fact, Region, Report } from "../../src/domain/index.ts";
import { dataset, fact, identity, written } from "./fixture.ts";

const messages = (data: Dataset) => validate(data).map((problem) => problem.message);
const places = {
  evidence: null,
  evidence_start: null,
  evidence_end: null,
  value_start: null,
  value_end: null,
} as const;

/** A figure of a page that was read at its opening. */
const loose = (changes: Partial<Fact> = {}): Fact =>
  fact({ ...places, alignment: "figure", source_kind: "official", ...changes });

const opening: Partial<Report> = {
  coverage: "opening",
  sha256: null,
  chars: null,
  url: "https://example.org/a",
  published: null,
};

function opened(facts: readonly Fact[], changes: Partial<Report> = {}): Dataset {
  const { reports } = dataset();
  return dataset(facts, {
    reports: reports.map((report) => ({ ...report, ...opening, ...changes })),
  });
}

describe("a page read at its opening", () => {
  it("needs no hash, length or date, and its figures no clause", () => {
    expect(messages(opened([loose()]))).toEqual([]);
  });

  it.each<[string, Partial<Report>, string]>([
    ["a hash", { sha256: "0".repeat(64) }, "invalid sha256: coverage is opening"],
    ["a length", { chars: 5 }, "invalid chars: coverage is opening"],
    ["no address", { url: null }, "missing url: coverage is opening"],
    ["a note in one language", { note: "A" }, "missing translation: note"],
    ["a syllable too many", { agency_pinyin: "jia jia" }, "invalid pinyin: 2 syllables for 甲"],
  ])("with %s is named", (_, changes, message) => {
    expect(validate(opened([loose()], changes))).toEqual([
      { file: "reports.json", id: "a-2022", message },
    ]);
  });

  it("cannot have a clause that was found in its text", () => {
    expect(messages(opened([fact()]))).toContain(
      "invalid alignment: exact, but only the page's opening was read",
    );
  });
});

it("names a report read whole that has no hash, length or date", () => {
  const full = { coverage: "full", sha256: null, chars: null, published: null } as const;
  expect(messages(opened([loose()], full))).toEqual([
    "missing sha256: coverage is full",
    "missing chars: coverage is full",
    "missing published: coverage is full",
    "invalid source_kind: official, coverage is full",
  ]);
});

const contradictions: readonly [string, Partial<Fact>, string][] = [
  ["terms out of order", { subset: "part:units;sector:a" }, "part:units;sector:a, its order"],
  ["two campaigns", { subset: "campaign:a;campaign:b" }, "more than one campaign"],
  ["two sectors", { subset: "sector:a;sector:b" }, "more than one sector"],
  ["an unknown part", { subset: "part:x" }, "part:x, unknown part x"],
  [
    "a part that is a property of every object",
    { subset: "part:toString" },
    "unknown part toString",
  ],
  ["a part twice", { subset: "part:units;part:units" }, "a part twice"],
  ["parts that exclude", { subset: "part:earlier;part:later" }, "exclude each other"],
  ["an empty name", { subset: "sector:" }, "invalid subset: sector:"],
  ["an empty term", { subset: "sector:a;" }, "invalid subset: sector:a;"],
  ["a part of another group of metrics", { subset: "part:units" }, "units is no part of inspected"],
  ["a campaign without a name", { period_basis: "campaign" }, "missing subset: a period that is a"],
  ["a stage though it counts no cases", { count_basis: "made" }, "made on inspected_entities"],
  ["a fraction of a firm", { value: 12.5, value_text: "12.5家" }, "12.5 is no whole number of 家"],
  ["a count below zero", { value: -12 }, "invalid value: -12 is below zero"],
  ["a counter of something else", { value_text: "12次" }, "invalid unit: 12次 does not count 家"],
];

describe("a figure that contradicts itself with", () => {
  it.each(contradictions)("%s is named", (_, changes, message) => {
    const found = messages(opened([loose(changes)]));
    expect(found.filter((text) => text.includes(message))).toHaveLength(1);
  });
});

describe("a counter of records or measures", () => {
  const cases = { theme: "penalties", unit: "件", counting_object: "case_file" } as const;
  const pages = (row: Fact) => {
    const { metrics, ...rest } = opened([row]);
    const [first] = metrics;
    const more = ["penalty_cases", "cases_filed"].map((metric_id) => ({ metric_id, ...cases }));
    const stops = { metric_id: "suspension_orders", theme: "penalties", unit: "家" };
    const added = [...more, stops].flatMap((row) => (first ? [{ ...first, ...row }] : []));
    const themes = [...rest.themes, { theme: "penalties", zh: "甲", en: "A" }];
    return messages({ ...rest, themes, metrics: [...metrics, ...added] });
  };
  const records = { metric_id: "penalty_cases", unit: "件", value_text: "12条" } as const;
  const stops = { metric_id: "suspension_orders", value_text: "12次" } as const;

  it("stands for cases where records disclosed or decisions made are counted", () => {
    expect(pages(loose({ ...records, count_basis: "disclosed" }))).toEqual([]);
    expect(pages(loose(records))).toEqual(["invalid unit: 12条 does not count 件"]);
  });

  it("stands for firms only where the note says so", () => {
    const note = { note: "Counted as measures.", note_zh: "按次数计。" };
    expect(pages(loose({ ...stops, ...note }))).toEqual([]);
    expect(pages(loose(stops))).toEqual(["invalid unit: 12次 does not count 家"]);
  });

  it("is not taken for a stage that the metric excludes", () => {
    const filed = { metric_id: "cases_filed", unit: "件", value_text: "12件" };
    expect(pages(loose(filed))).toEqual([]);
    expect(pages(loose({ ...filed, count_basis: "filed" }))).toEqual([
      "invalid count_basis: filed on cases_filed",
    ]);
    expect(pages(loose({ ...filed, count_basis: "imposed" }))).toEqual([
      "invalid count_basis: imposed on cases_filed",
    ]);
  });
});

describe("a figure that two pages state", () => {
  const two = (changes: Partial<Fact>) => {
    const first = opened([loose()]);
    const reports = first.reports.flatMap((row) => [row, { ...row, report_id: "b-2022" }]);
    const again = loose({ fact_id: "b-01", report_id: "b-2022", ...changes });
    const factFiles = [...first.factFiles, { file: "facts/b-2022.json", facts: [again] }];
    return validate({ ...first, reports, factFiles });
  };

  it("is named at its second place, with the first", () => {
    const message = "invalid repeat: a-01 of a-2022 states it; name it in the note";
    expect(two({})).toEqual([{ file: "facts/b-2022.json", id: "b-01", message }]);
  });

  it("is right where the second says so, or differs in place, part, period or value", () => {
    expect(two({ note: "Also stated as a-01.", note_zh: "与a-01相同。" })).toEqual([]);
    expect(two({ region_id: "p" })).toEqual([]);
    expect(two({ subset: "sector:a" })).toEqual([]);
    expect(two({ period_basis: "ytd", period_end: "2022-06-30" })).toEqual([]);
    expect(two({ value: 13, value_text: "13家" })).toEqual([]);
  });
});

describe("parts", () => {
  const total = loose({ value: 12, value_text: "12家" });
  const part = (value: number, changes: Partial<Fact> = {}) =>
    loose({
      fact_id: `a-p${value}`,
      value,
      value_text: `${value}家`,
      breakdown_of: "a-01",
      ...changes,
    });

  it("of two divisions are not added up together", () => {
    const sectors = [part(8, { subset: "sector:a" }), part(4, { subset: "sector:b" })];
    expect(messages(opened([total, ...sectors, part(7), part(5)]))).toEqual([]);
  });

  it("may exceed a rounded total by half its last place, and no more", () => {
    const note = { note: "Rounded.", note_zh: "约数。", qualifier: "approx" } as const;
    const rounded = loose({ value: 13000, value_text: "1.3万家", ...note });
    expect(messages(opened([rounded, part(13499)]))).toEqual([]);
    expect(messages(opened([rounded, part(13501)]))).toEqual([
      "invalid part: a-p13501 exceeds its total",
    ]);
  });

  it("that do not fit are left to the check that recomputes them", () => {
    const data = opened([total, part(7), part(6)]);
    const check = identity({ operands: ["a-p7", "a-p6"], stated: "a-01" });
    expect(messages(data)).toEqual([
      "invalid parts: inspected_entities adds up to 13, the total is 12",
    ]);
    expect(messages({ ...data, identities: [check] })).toEqual([]);
  });

  it("of another region or outside the total's own part are named", () => {
    expect(messages(opened([total, part(7, { region_id: "p" })]))).toEqual([
      "invalid part: a-p7 is of p, outside a",
    ]);
    expect(messages(opened([{ ...total, subset: "sector:a" }, part(7)]))).toEqual([
      "invalid part: a-p7 is not within sector:a",
    ]);
    expect(messages(opened([{ ...total, region_id: "p" }, part(7)]))).toEqual([]);
  });
});

describe("a region", () => {
  const region = (changes: Partial<Region>) =>
    messages(
      dataset([fact()], {
        regions: dataset().regions.map((row) =>
          row.region_id === "a" ? { ...row, ...changes } : row,
        ),
      }),
    );

  it.each<[string, Partial<Region>, string]>([
    ["of an unknown level", { level: "city" as "county" }, "unknown level: city"],
    ["without a parent", { parent: null }, "missing parent"],
    ["that is its own parent", { parent: "a" }, "invalid parent: a is a prefecture"],
    ["whose code is another province's", { gb_code: "360600" }, "360600 is not below 350000"],
    ["whose province is not its parent's", { province: null }, "invalid parent: p lies in p"],
    ["whose pinyin has tones", { pinyin: "jiǎ" }, "invalid pinyin: jiǎ"],
    ["with a reason in one language", { gb_code: null, gb_code_reason: "A" }, "gb_code_reason"],
  ])("%s is named", (_, changes, message) => {
    expect(region(changes).filter((text) => text.includes(message))).toHaveLength(1);
  });
});

describe("a reader's own figures", () => {
  it("load without the faulty ones, all of which are listed", () => {
    const total = written(12, "12家", { metric_id: "x" });
    const part = written(7, "7家", { fact_id: "a-02", breakdown_of: "a-01" });
    const sound = written(5, "5家", { fact_id: "a-03" });
    const lost = identity({ operands: ["a-01", "a-03"], stated: null });
    const { dataset: left, problems } = withoutFaulty(
      dataset([total, part, sound], { identities: [lost] }),
    );
    expect(left.factFiles[0]?.facts).toEqual([sound]);
    expect(left.identities).toEqual([]);
    expect(problems).toEqual([
      { file: "facts/a-2022.json", id: "a-01", message: "unknown metric_id: x" },
      { file: "facts/a-2022.json", id: "a-02", message: "unknown breakdown_of: a-01" },
      { file: "checks.json", id: "a-sum", message: "unknown operand: a-01" },
    ]);
  });

  it("load whole where nothing is wrong", () => {
    expect(withoutFaulty(dataset())).toEqual({ dataset: dataset(), problems: [] });
  });
});
