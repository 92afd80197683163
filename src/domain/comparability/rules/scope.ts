import { all, allOf, any, both, differ, either, facing, has, is, not, states } from "../clause.ts";
import { isPartOfWhole, isSameDocument, isSideBySide } from "../relation.ts";
import { hardWhere } from "../rule.ts";
import type { RuleRow } from "../rule.ts";

const isLocal = is("level", "county", "zone", "township");
const isWhole = is("scope", "jurisdiction_total");

/** Below a county or zone bureau there is none, so its own work is nearly its jurisdiction's. */
const isLoneAuthority = facing(allOf(is("scope", "bureau"), isLocal), isWhole);

const isOtherScope = all(differ("scope"), not(isPartOfWhole));

/** A whole province, or more: the work of all its cities and counties added up. */
const countsMany = allOf(isWhole, is("level", "province", "country"));

/** Whose work is counted, and which part of it. */
export const scopeRules = {
  part_of_whole: {
    columns: ["breakdown_of", "scope"],
    status: null,
    breaks: true,
    says: ({ scope }) => scope,
    when: isPartOfWhole,
    verdict: "comparable",
  },
  scope: {
    columns: ["scope", "regions.level", "breakdown_of"],
    status: "B",
    breaks: true,
    says: ({ scope, is_inclusion_open }) => (is_inclusion_open ? "inclusion_open" : scope),
    when: any(
      isOtherScope,
      // Whose the bureau's figure is stays open where nobody says if delegated work is inside.
      all(not(isSameDocument), either(has("is_inclusion_open"))),
    ),
    verdict: hardWhere(all(isOtherScope, not(isSideBySide), not(isLoneAuthority))),
  },
  part: {
    columns: ["subset"],
    status: "B",
    breaks: true,
    says: ({ subset }) => subset,
    when: all(differ("subset"), not(isPartOfWhole)),
    verdict: hardWhere(not(all(both(states("subset")), isSideBySide))),
  },
  departments: {
    columns: ["authority"],
    status: "B",
    breaks: true,
    says: ({ authority }) => authority,
    when: all(
      differ("authority"),
      any(both(states("authority")), either(is("authority", "all_departments"))),
      not(isPartOfWhole),
    ),
    // Nobody says whose a count is that stands beside one of all departments: perhaps the same.
    verdict: hardWhere(all(both(states("authority")), not(isSideBySide))),
  },
  channel: {
    columns: ["channel"],
    status: "B",
    breaks: true,
    says: ({ channel }) => channel,
    when: differ("channel"),
    verdict: "with_caveat",
  },
  level: {
    columns: ["regions.level", "scope"],
    status: null,
    breaks: false,
    says: ({ level }) => level,
    when: differ("level"),
    verdict: hardWhere(all(both(has("is_total")), facing(countsMany, isLocal))),
  },
  size: {
    columns: ["region_id", "metrics.counting_object"],
    status: null,
    breaks: false,
    says: ({ region_id }) => region_id,
    when: all(differ("region_id"), both(has("is_total"))),
    // So much of nearly every pair of totals: what is counted is the same.
    verdict: "comparable",
  },
} as const satisfies Readonly<Record<string, RuleRow>>;
