import { all, any, both, differ, either, facing, is, not, same, states } from "../clause.ts";
import { isPartOfWhole, isSideBySide } from "../relation.ts";
import { hardWhere } from "../rule.ts";
import type { RuleRow } from "../rule.ts";

/** Stages at which a penalty exists; filing comes before, disclosure is another count. */
const isDecided = is("count_basis", "imposed", "concluded", "made");

/** Lists of powers of which one holds what the other does not. */
const isOtherContent = all(both(states("content")), differ("content"));

/** Orders, hazards or violations of which one is no kind of the other. */
const isOtherAct = all(both(states("counted_as")), differ("counted_as"), not(isPartOfWhole));

/** Amounts of which one holds confiscations. */
const isOtherAmount = facing(
  is("confiscations", "included"),
  is("confiscations", "excluded", "unstated"),
);

/** What is counted. */
export const objectRules = {
  metric: {
    columns: ["metric_id", "unit", "metrics.family"],
    status: null,
    breaks: true,
    // Of a reader's own row the unit may be another than the metric's.
    says: ({ metric_id, unit }) => `${metric_id} ${unit}`,
    when: any(all(differ("metric_id"), not(isPartOfWhole)), differ("unit")),
    // Metrics of one family measure nearly the same: side by side only under both their names.
    verdict: hardWhere(not(all(both(states("family")), same("family"), same("unit")))),
  },
  definition: {
    columns: ["metric_id", "breakdown_of", "metrics.widens", "counted_as", "confiscations"],
    status: "B",
    breaks: true,
    // Each kind of figure has one of these at most.
    says: ({ content, counted_as, confiscations }) => content ?? counted_as ?? confiscations,
    when: any(isOtherContent, isOtherAct, isOtherAmount),
    verdict: hardWhere(
      any(
        isOtherContent,
        all(isOtherAct, not(either(is("counted_as", "unstated")))),
        all(isOtherAmount, not(either(is("confiscations", "unstated")))),
      ),
    ),
  },
  count_basis: {
    columns: ["count_basis"],
    status: "B",
    breaks: true,
    says: ({ count_basis }) => count_basis,
    // What is concluded has been imposed.
    when: all(differ("count_basis"), not(both(is("count_basis", "imposed", "concluded")))),
    verdict: hardWhere(
      all(
        both(states("count_basis")),
        not(both(isDecided)),
        not(both(is("counting_object", "money_per_case"))),
        not(isPartOfWhole),
      ),
    ),
  },
  accident: {
    columns: ["accident"],
    status: "B",
    breaks: true,
    says: ({ accident }) => accident,
    when: all(both(states("accident")), differ("accident"), not(isPartOfWhole)),
    verdict: hardWhere(all(either(is("accident", "before", "after")), not(isSideBySide))),
  },
  baseline: {
    columns: ["baseline"],
    status: "B",
    breaks: true,
    says: ({ baseline }) => baseline,
    when: any(differ("baseline"), all(both(is("baseline", "unstated")), differ("report_id"))),
    verdict: hardWhere(
      all(both(is("baseline", "statutory", "promised_before", "last_year")), differ("baseline")),
    ),
  },
} as const satisfies Readonly<Record<string, RuleRow>>;
