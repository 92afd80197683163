import { fitsBasis, isDate } from "../periods.ts";
import type { Fact, Report } from "../types.ts";
import type { Rule } from "./context.ts";

/** Dates exist, run forward, and are what the basis says. */
export const periodRule: Rule<Fact> = function* (fact) {
  const { period_start: start, period_end: end } = fact;
  const wrong = [start, end].filter((date) => date !== null && !isDate(date));
  for (const date of wrong) yield `invalid date: ${date ?? ""}`;
  if (wrong.length > 0) return;
  if (end === null) {
    if (!fitsBasis(fact))
      yield `missing period_end: only a period that is unspecified and has no start may have none`;
  } else if (start === null) {
    if (!fitsBasis(fact))
      yield `missing period_start: a period that is ${fact.period_basis} has one`;
  } else if (start > end) yield `invalid period: ${start} is after ${end}`;
  else if (!fitsBasis(fact)) yield `invalid period: ${start} … ${end} is no ${fact.period_basis}`;
};

/** The same for a report's interval `start/end`, of a page without any date null, and its date. */
export const reportPeriodRule: Rule<Report> = function* (report) {
  if (report.period === null) {
    if (report.published !== null) yield `missing period: what has a date has a period`;
  } else {
    const [start = "", end = "", ...rest] = report.period.split("/");
    if (!isDate(start) || !isDate(end) || rest.length > 0 || start > end)
      yield `invalid period: ${report.period}`;
  }
  if (report.published !== null && !isDate(report.published))
    yield `invalid date: ${report.published}`;
};
