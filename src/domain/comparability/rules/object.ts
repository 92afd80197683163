import { all, any, both, differ, either, facing, is, not, same, states } from "../clause.ts";
import { isPartOfWhole, isSideBySide } from "../relation.ts";
import { hardWhere } from "../rule.ts";
import type { RuleRow } from "../rule.ts";

/** Stages at which a penalty exists; filing comes before, disclosure is another count. */
const isDecided = is("count_basis", "imposed", "concluded", "made");

/** What is counted. */
export const objectRules = {
  metric: {
    columns: ["metric_id", "metrics.family"],
    status: "D",
    flag: "d",
    breaks: true,
    says: ({ metric_id }) => metric_id,
    when: all(differ("metric_id"), not(isPartOfWhole)),
    // Metrics of one family measure nearly the same: side by side only under both their names.
    verdict: hardWhere(not(all(both(states("family")), same("family")))),
  },
  definition: {
    columns: ["metric_id", "breakdown_of", "metrics.widens"],
    status: "D",
    flag: "d",
    breaks: true,
    says: ({ content }) => content,
    when: all(both(states("content")), differ("content")),
    verdict: "not_comparable",
  },
  counting_object: {
    columns: ["metrics.counting_object"],
    status: "D",
    flag: "d",
    breaks: true,
    says: ({ counting_object }) => counting_object,
    when: all(both(states("counting_object")), differ("counting_object"), not(isPartOfWhole)),
    verdict: "not_comparable",
  },
  unit: {
    columns: ["unit"],
    status: "D",
    flag: "d",
    breaks: true,
    says: ({ unit }) => unit,
    when: differ("unit"),
    verdict: "not_comparable",
  },
  count_basis: {
    columns: ["count_basis"],
    status: "D",
    flag: "d",
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
    status: "D",
    flag: "d",
    breaks: true,
    says: ({ accident }) => accident,
    when: all(both(states("accident")), differ("accident"), not(isPartOfWhole)),
    verdict: hardWhere(all(either(is("accident", "before", "after")), not(isSideBySide))),
  },
  confiscations: {
    columns: ["confiscations"],
    status: "D",
    flag: "d",
    breaks: true,
    says: ({ confiscations }) => confiscations,
    when: facing(is("confiscations", "included"), is("confiscations", "excluded", "unstated")),
    verdict: hardWhere(both(is("confiscations", "included", "excluded"))),
  },
  counted_as: {
    columns: ["counted_as"],
    status: "D",
    flag: "d",
    breaks: true,
    says: ({ counted_as }) => counted_as,
    when: all(both(states("counted_as")), differ("counted_as"), not(isPartOfWhole)),
    verdict: hardWhere(not(either(is("counted_as", "unstated")))),
  },
  baseline: {
    columns: ["baseline"],
    status: "D",
    flag: "d",
    breaks: true,
    says: ({ baseline }) => baseline,
    when: any(differ("baseline"), all(both(is("baseline", "unstated")), differ("report_id"))),
    verdict: hardWhere(
      all(both(is("baseline", "statutory", "promised_before", "last_year")), differ("baseline")),
    ),
  },
} as const satisfies Readonly<Record<string, RuleRow>>;
