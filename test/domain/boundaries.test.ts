import { describe, expect, it } from "vitest";
import { validate } from "../../src/domain/index.ts";
import type { Dataset, Fact, Identity, Region } from "../../src/domain/index.ts";
import { dataset, fact, identity, written } from "./fixture.ts";

// What lies just inside a rule and just outside it; the plain cases are in validate.test.ts.
const messages = (data: Dataset) => validate(data).map((problem) => problem.message);
const firms = (value: number, changes: Partial<Fact> = {}) =>
  written(value, `${value}家`, { fact_id: `a-p${value}`, breakdown_of: "a-01", ...changes });
const whole = (changes: Partial<Fact> = {}) => written(12, "12家", changes);

describe("a part", () => {
  it("is counted in the unit of its total", () => {
    const odd = written(3, "3件", { fact_id: "a-02", unit: "件", breakdown_of: "a-01" });
    expect(messages(dataset([whole(), odd]))).toContain("invalid part: a-02 is in 件");
  });

  it.each(["over", "at_least"] as const)("may exceed a total that is a bound: %s", (qualifier) => {
    const text = qualifier === "over" ? "超过12家" : "12家以上";
    const bound = written(12, text, { qualifier });
    expect(messages(dataset([bound, firms(20)])).filter((one) => /part/.test(one))).toEqual([]);
  });

  it("may equal its total, and exact totals leave no room above", () => {
    expect(messages(dataset([whole(), firms(12, { fact_id: "a-02" })]))).toEqual([]);
    expect(messages(dataset([whole(), firms(13)]))).toEqual([
      "invalid part: a-p13 exceeds its total",
    ]);
  });

  it("adds up only with parts of its own kind, within what the total is itself", () => {
    const own = "campaign:a";
    const total = whole({ subset: own });
    const sector = (value: number, name: string) =>
      firms(value, { subset: `sector:${name};${own}` });
    const units = firms(9, { subset: `${own};part:units` });
    const found = (...parts: readonly Fact[]) =>
      messages(dataset([total, ...parts])).filter((one) => one.startsWith("invalid parts"));
    expect(found(sector(7, "b"), sector(5, "c"), units)).toEqual([]);
    expect(found(sector(7, "b"), sector(6, "c"), units)).toEqual([
      "invalid parts: inspected_entities adds up to 13, the total is 12",
    ]);
  });

  it("lies within every term of its total’s part, not only one", () => {
    const total = whole({ subset: "sector:b;campaign:a" });
    expect(messages(dataset([total, firms(5, { subset: "campaign:a" })]))).toEqual([
      "invalid part: a-p5 is not within sector:b;campaign:a",
    ]);
  });

  it("of a region whose parents go in a circle ends in a message, not in a loop", () => {
    const { regions } = dataset();
    const circle = regions.map((region): Region => ({ ...region, parent: "a" }));
    const facts = [whole({ region_id: "p" }), firms(5)];
    expect(messages(dataset(facts, { regions: circle }))).toContain(
      "invalid part: a-p5 is of a, outside p",
    );
  });
});

describe("a period", () => {
  it("of one day runs from that day to itself", () => {
    const day = { period_start: "2022-05-01", period_end: "2022-05-01" } as const;
    expect(messages(dataset([fact({ ...day, period_basis: "point_in_time" })]))).toEqual([]);
  });

  it("with a date that does not exist says that alone", () => {
    expect(messages(dataset([fact({ period_start: "2022-02-30" })]))).toEqual([
      "invalid date: 2022-02-30",
    ]);
  });

  const { reports } = dataset();
  const report = (changes: object) =>
    messages(dataset([fact()], { reports: reports.map((row) => ({ ...row, ...changes })) }));
  it.each([
    "2022-01-01",
    "2022-01-01/",
    "/2022-12-31",
    "2022-01-01/2022-12-31/x",
    "2022-13-01/2022-12-31",
  ])("of a report is an interval of two dates: %s is none", (period) => {
    expect(report({ period })).toContain(`invalid period: ${period}`);
  });

  it("of a report may be a day, and its date must exist", () => {
    expect(report({ period: "2022-12-31/2022-12-31" })).not.toContain(
      "invalid period: 2022-12-31/2022-12-31",
    );
    expect(report({ published: "2023-02-29" })).toContain("invalid date: 2023-02-29");
  });
});

describe("an identity", () => {
  const rate = written(50, "50%", { fact_id: "a-r", metric_id: "rate", unit: "%" });
  const data = (changes: Partial<Identity>) =>
    dataset([fact(), { ...fact(), fact_id: "a-02" }, rate].map(distinct), {
      identities: [identity(changes)],
    });
  // Two figures of one place may not repeat each other.
  function distinct(one: Fact, index: number): Fact {
    return index === 1 ? { ...one, scope: "jurisdiction_total" } : one;
  }

  it("may have as many operands as its operation takes, and no more", () => {
    expect(messages(data({ operation: "quotient", operands: ["a-01", "a-02"] }))).toEqual([]);
    expect(messages(data({ operation: "quotient", operands: ["a-01", "a-02", "a-r"] }))).toContain(
      "invalid operands: 3 for quotient",
    );
  });

  it("of a lone whole needs the rate, and is right with it", () => {
    const lone = { operation: "ratio_percent", operands: ["a-01"] } as const;
    expect(messages(data(lone))).toContain("missing stated: a lone operand needs the stated rate");
    expect(messages(data({ ...lone, stated: "a-r" }))).toEqual([]);
  });

  it("explains no difference where nothing is stated, or where there is none", () => {
    const reason = { soft_reason: "Open list.", soft_reason_zh: "未列全。" };
    expect(messages(data({ ...reason, operands: ["a-01", "a-02"] }))).toEqual([
      "invalid soft_reason: nothing is stated",
    ]);
    const lone = { operation: "ratio_percent", operands: ["a-01"], stated: "a-r" } as const;
    expect(messages(data({ ...reason, ...lone }))).toEqual([
      "invalid soft_reason: there is no difference to explain",
    ]);
    expect(messages(data({ ...reason, operands: ["a-01", "x"], stated: "a-02" }))).toEqual([
      "unknown operand: x",
    ]);
  });

  it("says its reason and its note in both languages", () => {
    expect(messages(data({ operands: ["a-01", "a-02"], note: "A." }))).toEqual([
      "missing translation: note",
    ]);
  });

  it("takes no figure of another report", () => {
    const { reports } = dataset();
    const [first] = reports;
    const other = first ? [{ ...first, report_id: "b-2022" }] : [];
    const foreign = dataset([fact()], {
      reports: [...reports, ...other],
      identities: [identity({ report_id: "b-2022" })],
    });
    expect(messages(foreign)).toContain("invalid operand: a-01 is of report a-2022");
  });
});

describe("a clause", () => {
  it("may end where its report ends, and the value where the clause does", () => {
    const { reports } = dataset();
    const short = (chars: number) =>
      messages(dataset([fact()], { reports: reports.map((row) => ({ ...row, chars })) }));
    expect(short(18)).toEqual([]);
    expect(short(17)).toContain("invalid offsets: evidence ends at 18, the report at 17");
  });

  it("may be its value alone", () => {
    const bare = { evidence: "12家", evidence_start: 15, evidence_end: 18 };
    expect(messages(dataset([fact(bare)]))).toEqual([]);
  });
});

describe("a value", () => {
  it("of zero is a value", () => {
    expect(messages(dataset([written(0, "0家")]))).toEqual([]);
  });

  it.each([0, 100])("of %s %% is a share", (value) => {
    const share = { metric_id: "rate", unit: "%" };
    expect(messages(dataset([written(value, `${value}%`, share)]))).toEqual([]);
  });
});

describe("a region", () => {
  const region = (index: 0 | 1, changes: Partial<Region>) =>
    messages(
      dataset([fact()], {
        regions: dataset().regions.map((row, at) => (at === index ? { ...row, ...changes } : row)),
      }),
    );

  it("names a province that exists and is one; a province names itself", () => {
    expect(region(1, { province: "x" })).toContain("unknown province: x");
    expect(region(1, { province: null })).not.toContain("unknown province: null");
    expect(region(0, { province: null })).toContain("invalid province: null for a province");
  });

  it("has a code of six digits or says why not, not both", () => {
    expect(region(1, { gb_code: "3506001" })).toContain("invalid gb_code: 3506001");
    expect(region(1, { gb_code: "a350600" })).toContain("invalid gb_code: a350600");
    const reason = { gb_code_reason: "A zone.", gb_code_reason_zh: "功能区。" };
    expect(region(1, reason)).toContain("invalid gb_code_reason: has a code");
    expect(region(1, { ...reason, gb_code: null })).toEqual([]);
  });

  it("has a parent unless it is a province", () => {
    expect(region(1, { parent: null })).toContain("missing parent");
    expect(region(0, { parent: null })).toEqual([]);
  });
});
