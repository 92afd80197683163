import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAnnotations, importAnnotations } from "../../../src/extract/annotations/index.ts";
import { numbersIn } from "../../../src/extract/index.ts";
import { TokenIndex } from "../../../src/extract/annotations/tokens.ts";
import { metrics, records } from "./fixture.ts";

const text =
  "全年检查企业93家、1.2万家次，立案12件，罚款281.48万元，其中3,000元以下20件；时限压缩至11.44%，无一败诉。";
const one = (record: object) => checkAnnotations(records(record), text, { metrics })[0];
const judged = (record: object) => {
  const reread = one(record)?.reread;
  return [reread?.kind, reread?.number?.value, reread?.judged?.verdict, reread?.judged?.power];
};

describe("a value is read again in the quote", () => {
  it.each([
    [{ quote: "281.48万元", value: 281.48, unit: "万元" }, 281.48, "agrees", null],
    [{ quote: "281.48万元", value: 2814800, unit: "元" }, 281.48, "agrees", null],
    [{ quote: "281.48万元", value: 0.028148, unit: "亿元" }, 281.48, "agrees", null],
    [{ quote: "281.48万元", value: 2814800, unit: "yuan" }, 281.48, "agrees", null],
    [{ quote: "281.48万元", value: 281.48, unit: "万" }, 281.48, "agrees", null],
    [{ quote: "281.48万元", value: 281.48, unit: "元" }, 281.48, "power_of_ten", -4],
    [{ quote: "281.48万元", value: 2814.8 }, 281.48, "power_of_ten", 1],
    [{ quote: "281.48万元", value: 281.84, unit: "万元" }, 281.48, "differs", null],
    [{ quote: "1.2万家次", value: 12000, unit: "家次" }, 12000, "agrees", null],
    [{ quote: "1.2万家次", value: 1.2, unit: "万家次" }, 12000, "agrees", null],
    [{ quote: "1.2万家次", value: 1.2, unit: "家次" }, 12000, "power_of_ten", -4],
    [{ quote: "93家", value: 93, unit: "户" }, 93, "agrees", null],
    [{ quote: "93家", value: 93, unit: "万元" }, 93, "unit_differs", null],
    [{ quote: "立案12件", value: 12, unit: "cases" }, 12, "agrees", null],
    [{ quote: "11.44%", value: 88.56, unit: "%" }, 11.44, "complement", null],
    [{ quote: "11.44%", value: 0.1144 }, 11.44, "power_of_ten", -2],
    [{ quote: "无一败诉", value: 0, unit: "件" }, 0, "agrees", null],
    [{ quote: "立案12件" }, 12, "no_value", null],
  ])("%j", (record, value, verdict, power) => {
    expect(judged(record)).toEqual(["read", value, verdict, power]);
  });

  it("of several numbers the one that is meant", () => {
    expect(judged({ quote: "企业93家、1.2万家次", value: 12000 })).toEqual([
      "read",
      12000,
      "agrees",
      null,
    ]);
    expect(judged({ quote: "企业93家、1.2万家次", value: 5 })).toEqual([
      "several",
      undefined,
      undefined,
      undefined,
    ]);
    const both = {
      quote: "立案12件，罚款281.48万元，其中3,000元以下20件",
      value: 0.3,
      unit: "万元",
    };
    expect(judged(both)).toEqual(["read", 0.3, "agrees", null]);
  });

  it("and what the quote cuts off is read too, and told", () => {
    expect(judged({ quote: "81.48万元", value: 81.48 })).toEqual(["cut", 281.48, "differs", null]);
    expect(judged({ quote: "281", value: 281 })).toEqual(["cut", 281.48, "differs", null]);
    expect(judged({ quote: "281.48", value: 281.48 })).toEqual(["read", 281.48, "agrees", null]);
    expect(judged({ quote: "全年检查", value: 1 })).toEqual([
      "no_number",
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("a metric", () => {
  const metric = (name: string | undefined, answers = {}) =>
    checkAnnotations(records({ quote: "93家", metric: name ?? null }), text, {
      metrics,
      answers,
    })[0]?.metric;

  it.each([
    ["penalty_amount", "penalty_amount", "id"],
    ["Penalty-Amount", "penalty_amount", "id"],
    ["行政处罚罚款金额", "penalty_amount", "zh"],
    ["administrative fines imposed", "penalty_amount", "en"],
    ["罚 款 总 额", "penalty_amount", "alias"],
    ["inspected firms", "inspected_entities", "alias"],
  ])("%s is known", (name, metricId, route) => {
    expect(metric(name)).toEqual({ metricId, route, suggestions: [] });
  });

  it("that nobody knows is asked for, with the most alike", () => {
    const asked = metric("检查企业的家数总计");
    expect(asked).toMatchObject({ metricId: null, route: "asked" });
    expect(asked?.suggestions[0]).toBe("inspected_entities");
    expect(metric("xyz")).toEqual({ metricId: null, route: "asked", suggestions: [] });
    expect(metric(undefined)).toEqual({ metricId: null, route: "unnamed", suggestions: [] });
  });

  it("is what whoever was asked has said", () => {
    expect(metric("X 1", { x1: "cases_filed" })).toMatchObject({
      metricId: "cases_filed",
      route: "told",
    });
  });

  it("every alias is of a metric there is, and no name of another", () => {
    for (const { metric_id, zh, en } of metrics)
      for (const name of [metric_id, zh, en]) expect(metric(name)?.metricId).toBe(metric_id);
  });
});

it("whatever is claimed, every place lies in the text and no reading fails", () => {
  const part = fc
    .tuple(fc.nat(text.length), fc.nat(12))
    .map(([at, length]) => text.slice(at, at + length));
  const quote = fc.option(fc.oneof(part, fc.string({ unit: "binary", maxLength: 8 })), {
    nil: null,
  });
  const offset = fc.option(fc.nat(2 * text.length), { nil: null });
  const record = fc.record({
    quote,
    start: offset,
    end: offset,
    value: fc.option(fc.double(), { nil: null }),
    unit: fc.option(fc.oneof(fc.constantFrom("元", "万元", "万", "%", "件"), fc.string()), {
      nil: null,
    }),
    metric: fc.option(fc.string({ unit: "binary" }), { nil: null }),
    prefix: part,
  });
  fc.assert(
    fc.property(
      fc.array(record, { maxLength: 5 }),
      fc.constantFrom(text, `😀${text}`, "", "\ud800１２"),
      (all, within) => {
        const { annotations } = importAnnotations(JSON.stringify(all));
        for (const { place, reread } of checkAnnotations(annotations, within, { metrics })) {
          const spans = [place.kind === "refused" ? null : place, reread?.number ?? null];
          for (const span of spans)
            if (span)
              expect(0 <= span.start && span.start < span.end && span.end <= within.length).toBe(
                true,
              );
        }
      },
    ),
    { numRuns: 1000 },
  );
});

it("numbers read sentence by sentence are those of the whole text", () => {
  const long = `${text}\n二〇二三年，三分之二；过半。1,262家。\n２０２３年１２月\n`.repeat(3);
  const whole = numbersIn(
    long.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)),
  );
  expect(new TokenIndex(long).within({ start: 0, end: long.length })).toEqual(whole);
});
