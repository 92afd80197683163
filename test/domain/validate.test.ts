import { describe, expect, it } from "vitest";
import { validate } from "../../src/domain/index.ts";
import type { Dataset, Fact } from "../../src/domain/index.ts";
import { dataset, fact, identity, written } from "./fixture.ts";

const messages = (data: Dataset) => validate(data).map((problem) => problem.message);
const ofFact = (changes: Partial<Fact>) => messages(dataset([fact(changes)]));
const region = (index: 0 | 1, changes: object) =>
  dataset([fact()], {
    regions: dataset().regions.map((row, at) => (at === index ? { ...row, ...changes } : row)),
  });

it("finds nothing in a valid data set", () => {
  expect(validate(dataset())).toEqual([]);
});

it("lists every problem with its file and id, not just the first", () => {
  const data = dataset([fact({ metric_id: "x" }), fact({ fact_id: "a-02", region_id: "y" })]);
  expect(validate(data)).toEqual([
    { file: "facts/a-2022.json", id: "a-01", message: "unknown metric_id: x" },
    { file: "facts/a-2022.json", id: "a-02", message: "unknown region_id: y" },
  ]);
});

const total = written(12, "12家");
const part = (value: number, changes: Partial<Fact> = {}) =>
  written(value, `${value}家`, { fact_id: `a-p${value}`, breakdown_of: "a-01", ...changes });

const brokenFacts: readonly [string, Partial<Fact>, string][] = [
  ["an unknown metric", { metric_id: "x" }, "unknown metric_id: x"],
  ["an unknown region", { region_id: "x" }, "unknown region_id: x"],
  ["a unit that is not the metric's", { metric_id: "rate" }, "invalid unit: 家, metric rate has %"],
  ["a value that does not follow", { value: 13 }, "invalid value: 13, value_text 12家 gives 12"],
  [
    "a bound that is not written",
    { qualifier: "over" },
    "missing note: no word of the clause says over",
  ],
  ["a subset of no kind", { subset: "x" }, "invalid subset: x"],
  [
    "a baseline on a count",
    { baseline: "statutory" },
    "invalid baseline: statutory on a figure in 家",
  ],
  [
    "a reversed period",
    { period_end: "2021-12-31" },
    "invalid period: 2022-01-01 is after 2021-12-31",
  ],
  [
    "a full year that is not a year",
    { period_end: "2022-12-10" },
    "invalid period: 2022-01-01 … 2022-12-10 is no full_year",
  ],
  [
    "no end where the basis has one",
    { period_end: null },
    "missing period_end: only a period that is unspecified and has no start may have none",
  ],
  [
    "no end beside a start",
    { period_end: null, period_basis: "unspecified" },
    "missing period_end: only a period that is unspecified and has no start may have none",
  ],
  ["a day that does not exist", { period_end: "2022-02-30" }, "invalid date: 2022-02-30"],
  [
    "an offset before the clause",
    { value_start: 9 },
    "invalid offsets: value 9–18 outside its clause 10–18",
  ],
  [
    "a value after the clause",
    { value_end: 19 },
    "invalid offsets: value 15–19 outside its clause 10–18",
  ],
  [
    "a clause of another length",
    { evidence_end: 20 },
    "invalid evidence: 8 characters, its offsets span 10",
  ],
  [
    "offsets out of order",
    { evidence_start: 18, evidence_end: 10 },
    "invalid offsets: evidence 18–10",
  ],
  [
    "a value that runs backwards",
    { value_start: 18, value_end: 15 },
    "invalid offsets: value 18–15",
  ],
  [
    "a clause without its value",
    { evidence: "共检查企业13家" },
    "missing value: 12家 does not stand at its offsets in the clause",
  ],
  ["a clause that is missing", { evidence: null }, "missing evidence: alignment is exact"],
  [
    "a clause that was not checked",
    { alignment: "figure" },
    "invalid evidence: alignment is figure",
  ],
  ["an unknown total", { breakdown_of: "x" }, "unknown breakdown_of: x"],
  ["an unknown first mention", { same_as: "x" }, "unknown same_as: x"],
  [
    "a total that is the figure itself",
    { breakdown_of: "a-01" },
    "invalid breakdown_of: a-01 leads back to its start",
  ],
  ["a note in one language", { note: "A" }, "missing translation: note"],
  ["an empty name", { unit: " " }, "missing unit"],
  [
    "a unit that is called inferred but written",
    { unit_inferred: true },
    "invalid unit_inferred: 12家 has a unit",
  ],
];

describe("a figure with", () => {
  it.each(brokenFacts)("%s is named", (_, changes, message) => {
    expect(ofFact(changes)).toContain(message);
  });

  it("a clause beyond the end of its report is named", () => {
    const far = { evidence_start: 995, evidence_end: 1003, value_start: 1000, value_end: 1003 };
    expect(ofFact(far)).toEqual(["invalid offsets: evidence ends at 1003, the report at 1000"]);
  });

  it("a qualifier that the text contradicts is named", () => {
    const over = written(12, "12余家", { qualifier: "exact" });
    const near = written(12, "12家", { evidence: "近12家", qualifier: "approx" });
    expect(messages(dataset([over]))).toEqual(["invalid qualifier: exact, the text says over"]);
    expect(messages(dataset([near]))).toEqual(["invalid qualifier: approx, the text says nearly"]);
  });

  it("a text that is no figure, or lost its unit, is named", () => {
    expect(messages(dataset([written(12, "若干")]))).toEqual([
      "invalid value_text: 若干 is no figure",
    ]);
    expect(messages(dataset([written(12, "12")]))).toEqual([
      "missing unit: 12 has none, so unit_inferred must be true",
    ]);
    expect(messages(dataset([written(12, "12元")]))).toEqual([
      "invalid unit: 12元 does not count 家",
    ]);
  });

  it("a share beyond 100 is named, a growth beyond 100 is not", () => {
    const rate = { metric_id: "rate", unit: "%" };
    expect(messages(dataset([written(120, "120%", rate)]))).toEqual([
      "invalid rate: 120 lies outside 0–100",
    ]);
    expect(messages(dataset([written(120, "120%", { ...rate, metric_id: "growth" })]))).toEqual([]);
  });
});

describe("figures that", () => {
  it("use an id twice are named, in whatever file", () => {
    const data = dataset([fact(), fact()]);
    expect(messages(data)).toEqual(["invalid id: a-01 is used before"]);
  });

  it("stand in the file of another report are named", () => {
    const data = dataset([], { factFiles: [{ file: "facts/b.json", facts: [fact()] }] });
    expect(messages(data)).toEqual(["invalid file: report a-2022 has facts/a-2022.json"]);
  });

  it("point at another report are named", () => {
    const [report] = dataset().reports;
    const other = written(13, "13家", { fact_id: "b-01", report_id: "b-2022" });
    const data = dataset([], {
      reports: report ? [report, { ...report, report_id: "b-2022" }] : [],
      factFiles: [
        { file: "facts/a-2022.json", facts: [fact({ breakdown_of: "b-01" })] },
        { file: "facts/b-2022.json", facts: [other] },
      ],
    });
    expect(messages(data)).toEqual(["invalid breakdown_of: b-01 is of report b-2022"]);
  });

  it("go round in a circle are named", () => {
    const a = fact({ breakdown_of: "a-02" });
    const b = fact({ fact_id: "a-02", breakdown_of: "a-01" });
    expect(messages(dataset([a, b]))).toEqual([
      "invalid breakdown_of: a-02 leads back to its start",
      "invalid breakdown_of: a-01 leads back to its start",
    ]);
  });

  it("repeat a figure with another value or scope are named", () => {
    const again = written(13, "13家", {
      fact_id: "a-02",
      same_as: "a-01",
      scope: "jurisdiction_total",
    });
    expect(messages(dataset([fact(), again]))).toEqual([
      "invalid same_as: a-01 has value 12",
      "invalid same_as: a-01 has scope bureau",
    ]);
  });

  it("exceed their total, alone or together, are named", () => {
    expect(messages(dataset([total, part(13)]))).toEqual(["invalid part: a-p13 exceeds its total"]);
    expect(messages(dataset([total, part(7), part(6)]))).toEqual([
      "invalid parts: inspected_entities adds up to 13, the total is 12",
    ]);
  });

  it("are counted once where they are mentioned twice", () => {
    const again = part(8, { fact_id: "a-again", same_as: "a-p8" });
    expect(messages(dataset([total, part(8), again]))).toEqual([]);
  });
});

describe("an identity with", () => {
  const check = (changes: object) =>
    messages(dataset([fact()], { identities: [identity(changes)] }));

  it("an unknown operand is named", () => {
    expect(check({ operands: ["a-01", "x"] })).toEqual(["unknown operand: x"]);
    expect(check({ stated: "x" })).toEqual(["unknown operand: x"]);
  });

  it("too few or too many operands is named", () => {
    expect(check({ operation: "quotient" })).toEqual(["invalid operands: 1 for quotient"]);
    expect(check({ operation: "growth" })).toEqual([
      "missing stated: a lone operand needs the stated rate",
    ]);
  });

  it("a reason that explains nothing is named", () => {
    const reason = { soft_reason: "A", soft_reason_zh: "甲" };
    expect(check({ stated: "a-01", ...reason })).toEqual([
      "invalid soft_reason: there is no difference to explain",
    ]);
    expect(check(reason)).toEqual(["invalid soft_reason: nothing is stated"]);
  });

  it("an unknown report is named", () => {
    expect(check({ report_id: "x" })).toContain("unknown report_id: x");
  });
});

describe("a region with", () => {
  it.each([
    ["an unknown parent", { parent: "x" }, "unknown parent: x"],
    ["no province", { province: "a" }, "invalid province: a"],
    ["no code and no reason", { gb_code: null }, "missing gb_code_reason"],
    ["a code of the wrong form", { gb_code: "3506" }, "invalid gb_code: 3506"],
    ["an empty name", { zh: "" }, "missing zh"],
    [
      "a tile though it is no province",
      { tile_row: 1, tile_column: 1 },
      "invalid tile: prefecture",
    ],
  ])("%s is named", (_, changes, message) => {
    expect(messages(region(1, changes))).toContain(message);
  });

  it("no tile though it is a province is named", () => {
    expect(messages(region(0, { tile_row: null }))).toEqual(["invalid tile: province"]);
  });
});

describe("a report or a metric with", () => {
  it("a reversed period, an unknown region or theme is named", () => {
    const { reports, metrics } = dataset();
    const broken = dataset([fact()], {
      reports: reports.map((row) => ({ ...row, period: "2022-12-31/2022-01-01", region_id: "x" })),
      metrics: metrics.map((row, at) => (at === 0 ? { ...row, theme: "x", en: "" } : row)),
    });
    expect(messages(broken)).toEqual([
      "unknown region_id: x",
      "invalid period: 2022-12-31/2022-01-01",
      "missing en",
      "unknown theme: x",
    ]);
  });
});

it("names a total that is no metric", () => {
  const widening = (widens: string) =>
    dataset([fact()], { metrics: dataset().metrics.map((metric) => ({ ...metric, widens })) });
  expect(messages(widening("rate"))).toEqual([]);
  expect(new Set(messages(widening("x")))).toEqual(new Set(["unknown widens: x"]));
});
