import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodBases, type PeriodBasis } from "../../src/domain/index.ts";
import { formatDate, formatPeriod } from "../../src/words/index.ts";

const both = (period_start: string, period_end: string, period_basis: PeriodBasis) =>
  (["zh", "en"] as const).map((language) =>
    formatPeriod({ period_start, period_end, period_basis }, language),
  );

describe("a date", () => {
  it("is written as the language writes it", () => {
    expect(formatDate("2020-12-10", "zh")).toBe("2020年12月10日");
    expect(formatDate("2020-12-10", "en")).toBe("10 Dec 2020");
    expect(formatDate("2023-01-05", "en")).toBe("5 Jan 2023");
  });

  it("does not depend on the time zone of the reader", () => {
    const zone = process.env["TZ"];
    process.env["TZ"] = "America/Los_Angeles";
    expect(formatDate("2023-01-01", "zh")).toBe("2023年1月1日");
    process.env["TZ"] = zone;
  });
});

describe("a period", () => {
  it.each([
    ["2022-01-01", "2022-12-31", "full_year", "2022年", "2022"],
    ["2019-01-01", "2019-09-30", "ytd", "2019年1–9月", "Jan–Sep 2019"],
    ["2020-01-01", "2020-12-10", "ytd", "2020年（至12月10日）", "2020 (to 10 Dec)"],
    ["2019-07-01", "2019-09-30", "quarter", "2019年7–9月", "Jul–Sep 2019"],
    ["2022-06-01", "2022-06-30", "month", "2022年6月", "Jun 2022"],
    ["2024-02-01", "2024-02-29", "month", "2024年2月", "Feb 2024"],
    ["2021-01-01", "2022-12-31", "campaign", "2021–2022年", "2021–2022"],
    ["2022-12-31", "2022-12-31", "point_in_time", "2022年底", "end of 2022"],
    ["2022-06-16", "2022-06-16", "point_in_time", "截至2022年6月16日", "as of 16 Jun 2022"],
    [
      "2020-01-01",
      "2020-12-10",
      "unspecified",
      "2020年报告，没写起止时间",
      "2020 report, dates not stated",
    ],
  ] as const)("from %s to %s (%s) is said", (start, end, basis, zh, en) => {
    expect(both(start, end, basis)).toEqual([zh, en]);
  });

  it("says where it begins, where that is not the year's first day", () => {
    expect(both("2020-03-15", "2020-06-20", "campaign")).toEqual([
      "2020年3月15日至6月20日",
      "15 Mar to 20 Jun 2020",
    ]);
    expect(both("2020-03-15", "2020-05-31", "campaign")).toEqual([
      "2020年3月15日至5月31日",
      "15 Mar to 31 May 2020",
    ]);
  });

  it("does not round months of two years to whole years", () => {
    expect(both("2021-07-01", "2022-06-30", "campaign")).toEqual([
      "2021年7月–2022年6月",
      "Jul 2021–Jun 2022",
    ]);
  });

  it("of a page without a date is said to be unstated", () => {
    const undated = { period_start: null, period_end: null, period_basis: "unspecified" } as const;
    expect(formatPeriod(undated, "zh")).toBe("没写起止时间");
    expect(formatPeriod(undated, "en")).toBe("dates not stated");
  });

  it("is never half written, whatever its dates and basis", () => {
    const day = fc
      .date({ min: new Date("2000-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, fc.constantFrom(...periodBases), (a, b, basis) => {
        const [start = "", end = ""] = [a, b].toSorted();
        const [zh = "", en = ""] = both(start, end, basis);
        expect(`${zh}${en}`).not.toMatch(/NaN|undefined| {2}|–年|^ /);
        expect(zh).toContain(end.slice(0, 4));
        expect(en).toContain(end.slice(0, 4));
        expect(en).not.toMatch(/\p{Script=Han}/u);
      }),
    );
  });
});
