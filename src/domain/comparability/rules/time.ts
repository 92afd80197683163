import { all, apart, both, differ, doubled, either, facing, has, is, not } from "../clause.ts";
import { isSideBySide } from "../relation.ts";
import { hardWhere } from "../rule.ts";
import type { RuleRow } from "../rule.ts";

/** A period with two known ends that counts what happened between them. */
const isFlow = is("period_kind", "year", "part");

/** Totals cannot stand beside each other where rates and means may with a word. */
const isBothTotal = both(has("is_total"));

/** Lengths that differ by less are the same for the reader: a report of 20 December is a year's. */
const HALF_MONTH = 0.5;

/** When it happened. */
export const timeRules = {
  stock_or_flow: {
    columns: ["period_basis"],
    status: "D",
    flag: "d",
    breaks: true,
    says: ({ period_kind }) => period_kind,
    when: facing(is("period_kind", "instant"), isFlow),
    verdict: hardWhere(isBothTotal),
  },
  window: {
    columns: ["period_basis"],
    status: "U",
    flag: "u",
    breaks: true,
    says: ({ period_basis }) => period_basis,
    // Within one report two figures of one unstated window share it, whatever it is.
    when: all(either(is("period_kind", "open")), not(isSideBySide)),
    verdict: "with_caveat",
  },
  period_length: {
    columns: ["period_start", "period_end"],
    status: "D",
    flag: "d",
    breaks: true,
    says: ({ months }) => String(months),
    when: all(both(isFlow), apart("months", HALF_MONTH)),
    verdict: hardWhere(all(isBothTotal, doubled("months"))),
  },
  part_of_year: {
    columns: ["period_basis", "period_start", "period_end"],
    status: "D",
    flag: "d",
    breaks: true,
    says: ({ season }) => season,
    when: all(both(isFlow), either(is("period_kind", "part")), differ("season")),
    verdict: "with_caveat",
  },
  year: {
    columns: ["period_end", "region_id"],
    status: "A",
    flag: null,
    breaks: false,
    says: ({ year }) => year,
    // One region over the years is a trend; two regions in different years are two differences.
    when: all(differ("region_id"), differ("year")),
    verdict: "with_caveat",
  },
  law: {
    columns: ["period_start", "period_end", "metrics.theme"],
    status: "B",
    flag: "b",
    breaks: true,
    says: ({ regime }) => regime,
    when: all(both(is("theme", "penalties")), differ("regime")),
    verdict: "with_caveat",
  },
} as const satisfies Readonly<Record<string, RuleRow>>;
