import { groups as groupBy } from "d3-array";
import { isWord, list, say } from "../../words/index.ts";
import { type Audit, auditOf, type AuditTexts, auditTexts, distance } from "../audit.ts";
import { type FigureContext, regionName } from "../context.ts";
import { type Absent, isAbsent, isPresent, type Present } from "../observation.ts";
import type { FigureType } from "./type.ts";

/** A stated figure, what its parts give, and what is said of both. */
export interface AuditRow extends AuditTexts {
  readonly audit: Audit;
}

/** Recomputations that end in one way, the farthest off first. */
export interface AuditGroup {
  readonly title: string;
  readonly rows: readonly AuditRow[];
}

export interface AuditBody {
  readonly groups: readonly AuditGroup[];
  /** Those whose parts give exactly what is stated. */
  readonly equal: readonly AuditRow[];
  readonly missing: readonly Absent[];
}

/** In the order of how much they ask of the reader. */
const order = ["mismatch", "rounding", "ok"];

function verdictTitle(verdict: string, { language }: FigureContext): string {
  const word = `audit.verdict.${verdict}`;
  return say(language, isWord(word) ? word : "audit.none");
}

function far({ audit }: AuditRow): number {
  return audit.recomputed === null ? 0 : Math.abs(distance(audit, audit.recomputed));
}

/** What must be named rather than counted. */
const MOST_NAMED = 6;

/** How the recomputations end; those that do not agree by name. */
function verdicts(stated: readonly Present[], context: FigureContext): string[] {
  const { language } = context;
  const verdictOf = ({ row }: Present) =>
    typeof row["verdict"] === "string" ? row["verdict"] : "";
  return groupBy(stated, verdictOf).map(([verdict, members]) => {
    const title = verdictTitle(verdict, context);
    const names = [...new Set(members.map(({ region_id }) => regionName(context, region_id)))];
    const isNamed = verdict === "mismatch" && names.length <= MOST_NAMED;
    return isNamed
      ? say(language, "describe.verdict", title, members.length, list(language, names))
      : say(language, "describe.verdict_count", title, members.length);
  });
}

/** Stated figures beside what their own parts give, by verdict. */
export const audit: FigureType<AuditBody> = {
  name: "audit",
  compares: "nothing",
  drawsEachRow: true,
  isTable: () => false,
  arrange({ observations, context }) {
    const rows = observations.filter(isPresent).map((observation) => {
      const one = auditOf(observation, context);
      return { audit: one, ...auditTexts(one, context) };
    });
    const isEqual = ({ audit: one }: AuditRow) => one.recomputed === one.observation.value;
    const unequal = rows.filter((row) => !isEqual(row));
    const known = [...order, ...unequal.map(({ audit: one }) => one.verdict)];
    const groups = [...new Set(known)].map((verdict) => ({
      title: verdictTitle(verdict, context),
      rows: unequal
        .filter(({ audit: one }) => one.verdict === verdict)
        .toSorted((a, b) => far(b) - far(a)),
    }));
    return {
      body: {
        groups: groups.filter((group) => group.rows.length > 0),
        equal: rows.filter(isEqual),
        missing: observations.filter(isAbsent),
      },
      arrangements: [],
    };
  },
  describe: (_body, { observations, context }) => ({
    found: verdicts(observations.filter(isPresent), context),
    apart: [],
  }),
};
