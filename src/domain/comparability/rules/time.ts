import {
  all,
  any,
  apart,
  both,
  differ,
  doubled,
  either,
  facing,
  has,
  is,
  not,
  states,
} from "../clause.ts";
import { isSideBySide } from "../relation.ts";
import { hardWhere } from "../rule.ts";
import type { RuleRow } from "../rule.ts";

/** A period with two known ends that counts what happened between them. */
const isFlow = is("period_kind", "year", "part");

/** Totals cannot stand beside each other where rates and means may with a word. */
const isBothTotal = both(has("is_total"));

/** Lengths that differ by less are the same for the reader: a report of 20 December is a year's. */
const HALF_MONTH = 0.5;

const isOtherLength = any(
  all(both(isFlow), apart("months", HALF_MONTH)),
  facing(is("period_kind", "instant"), isFlow),
);

const isOtherLaw = all(both(is("theme", "penalties")), differ("regime"));

/** One region over the years is a trend; two laws are two years, and say more. */
const isOtherYear = all(differ("region_id"), both(states("year")), differ("year"), not(isOtherLaw));

/** Parts of a year; of unlike lengths it goes without saying. */
const isOtherSeason = all(
  both(isFlow),
  either(is("period_kind", "part")),
  differ("season"),
  not(isOtherLength),
);

/** When it happened. */
export const timeRules = {
  window: {
    columns: ["period_basis"],
    status: null,
    breaks: true,
    says: ({ period_basis }) => period_basis,
    // Within one report two figures of one unstated window share it, whatever it is.
    when: all(either(is("period_kind", "open")), not(isSideBySide)),
    verdict: "with_caveat",
  },
  period_length: {
    columns: ["period_start", "period_end", "period_basis"],
    status: null,
    breaks: true,
    // A point in time has no length.
    says: ({ months }) => String(months),
    when: isOtherLength,
    verdict: hardWhere(all(isBothTotal, doubled("months"))),
  },
  year: {
    columns: ["period_start", "period_end", "period_basis", "region_id"],
    status: null,
    breaks: true,
    says: ({ year, period_kind, period_start, period_end }) =>
      period_kind === "part" ? `${period_start ?? ""}/${period_end ?? ""}` : year,
    when: any(isOtherYear, isOtherSeason),
    verdict: "with_caveat",
  },
  law: {
    columns: ["period_start", "period_end", "metrics.theme"],
    status: "B",
    breaks: true,
    says: ({ regime }) => regime,
    when: isOtherLaw,
    verdict: "with_caveat",
  },
} as const satisfies Readonly<Record<string, RuleRow>>;
