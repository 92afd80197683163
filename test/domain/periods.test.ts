import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  firstDay,
  fitsBasis,
  isDate,
  isPartOfYear,
  monthsCovered,
  periodKind,
  yearOf,
} from "../../src/domain/periods.ts";
import type { PeriodBasis } from "../../src/domain/types.ts";

const period = (period_start: string, period_end: string, period_basis: PeriodBasis) => ({
  period_start,
  period_end,
  period_basis,
});

describe("a date", () => {
  it.each(["2022-01-01", "2022-12-31", "2020-02-29", "2022-09-30"])("%s exists", (text) => {
    expect(isDate(text)).toBe(true);
  });

  it.each([
    ["2022-13-01", "a thirteenth month"],
    ["2022-00-10", "no month"],
    ["2022-01-00", "no day"],
    ["2022-04-31", "a day too many"],
    ["2021-02-29", "a leap day of another year"],
    ["x2022-01-01", "something before it"],
    ["2022-01-01T00:00", "something after it"],
    ["2022-1-1", "digits missing"],
    ["", "nothing"],
  ])("%s does not: %s", (text) => {
    expect(isDate(text)).toBe(false);
  });

  it("exists just where the calendar of the language has it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1949, max: 2050 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const two = (n: number) => String(n).padStart(2, "0");
          const text = `${year}-${two(month)}-${two(day)}`;
          const time = Date.parse(`${text}T00:00:00Z`);
          const real = !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
          expect(isDate(text)).toBe(real);
        },
      ),
    );
  });
});

describe("the months that a period covers", () => {
  it.each([
    ["2022-01-01", "2022-12-31", 12],
    ["2019-01-01", "2019-09-30", 9],
    ["2020-01-01", "2020-12-10", 11.32],
    ["2022-02-01", "2022-02-28", 1],
    ["2022-03-16", "2022-03-31", 0.52],
    ["2021-07-01", "2022-06-30", 12],
    ["2020-11-15", "2022-02-15", 15.07],
  ])("%s to %s: %d", (start, end, months) => {
    expect(monthsCovered(period(start, end, "campaign"))).toBe(months);
  });

  it("are none for a point in time", () => {
    expect(monthsCovered(period("2022-01-01", "2022-12-31", "point_in_time"))).toBe(0);
  });
});

describe("a basis", () => {
  it.each<[PeriodBasis, string, string, boolean]>([
    ["full_year", "2022-01-01", "2022-12-31", true],
    ["full_year", "2021-07-01", "2022-06-30", false],
    ["full_year", "2022-01-01", "2022-12-30", false],
    ["full_year", "2022-01-01", "2023-12-31", false],
    ["quarter", "2022-04-01", "2022-06-30", true],
    ["quarter", "2022-10-01", "2022-12-31", true],
    ["quarter", "2022-02-01", "2022-04-30", false],
    ["quarter", "2022-03-01", "2022-05-31", false],
    ["quarter", "2022-01-01", "2022-02-28", false],
    ["quarter", "2022-01-02", "2022-03-31", false],
    ["month", "2022-02-01", "2022-02-28", true],
    ["month", "2022-02-02", "2022-02-28", false],
    ["month", "2022-01-01", "2022-02-28", false],
    ["month", "2022-01-15", "2022-02-14", false],
    ["ytd", "2022-01-01", "2022-09-30", true],
    ["ytd", "2022-01-01", "2022-12-31", true],
    ["ytd", "2022-02-01", "2022-09-30", false],
    ["ytd", "2022-01-01", "2023-01-31", false],
    ["campaign", "2022-03-05", "2022-04-17", true],
    ["unspecified", "2022-03-05", "2023-04-17", true],
    ["point_in_time", "2022-12-31", "2022-12-31", true],
  ])("%s from %s to %s: %s", (basis, start, end, fits) => {
    expect(fitsBasis(period(start, end, basis))).toBe(fits);
  });

  it("tells the kind of the period, and what cannot stand beside a year", () => {
    const kindOf = (basis: PeriodBasis) => periodKind(period("2022-01-01", "2022-12-31", basis));
    expect(kindOf("full_year")).toBe("year");
    expect(kindOf("point_in_time")).toBe("instant");
    for (const basis of ["campaign", "unspecified"] as const) expect(kindOf(basis)).toBe("open");
    for (const basis of ["ytd", "quarter", "month"] as const) {
      expect(kindOf(basis)).toBe("part");
      expect(isPartOfYear(period("2022-01-01", "2022-12-31", basis))).toBe(true);
    }
    expect(isPartOfYear(period("2022-01-01", "2022-12-31", "full_year"))).toBe(false);
    expect(yearOf(period("2021-07-01", "2022-06-30", "campaign"))).toBe(2022);
  });

  it("without a date has no year and no length", () => {
    const undated = { period_start: null, period_end: null, period_basis: "unspecified" } as const;
    expect(yearOf(undated)).toBeNull();
    expect(firstDay(undated)).toBeNull();
    expect(monthsCovered(undated)).toBe(0);
    expect(fitsBasis(undated)).toBe(true);
    expect(fitsBasis({ ...undated, period_basis: "full_year" })).toBe(false);
  });
});
