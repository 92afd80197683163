import type { Fact, Report } from "../types.ts";
import type { Rule } from "./context.ts";

/** A page of which the opening was read has an address and no text; a report read whole has both. */
export const coverageRule: Rule<Report> = function* (report) {
  const { coverage, sha256, chars, url, published } = report;
  const isOpening = coverage === "opening";
  for (const [name, value] of Object.entries({ sha256, chars }))
    if ((value === null) !== isOpening)
      yield `${isOpening ? "invalid" : "missing"} ${name}: coverage is ${coverage}`;
  if (isOpening && url === null) yield "missing url: coverage is opening";
  if (!isOpening && published === null) yield `missing published: coverage is ${coverage}`;
};

/** A figure of such a page cannot be checked against a text, and says so. */
export const alignmentRule: Rule<Fact> = function* (fact, { reports }) {
  const isOpening = reports.get(fact.report_id)?.coverage === "opening";
  if (isOpening && fact.alignment === "exact")
    yield "invalid alignment: exact, but only the page's opening was read";
};

/**
 * A figure that two reports state, or one states twice (1.3亿元, 13000万元), is counted twice, unless
 * the second names the first.
 */
export const repeatRule: Rule<Fact> = function* (fact, { firsts }) {
  const first = firsts.get(fact.fact_id);
  if (!first || fact.same_as !== null || fact.note?.includes(first.fact_id)) return;
  const isPart = fact.breakdown_of !== null || first.breakdown_of !== null;
  const isAlike = isPart || first.value_text === fact.value_text;
  if (first.report_id !== fact.report_id || !isAlike)
    yield `invalid repeat: ${first.fact_id} of ${first.report_id} states it; name it in the note`;
};
