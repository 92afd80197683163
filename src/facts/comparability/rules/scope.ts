import { isTotal, levelOf, sameDocument, sameWindow } from "../figure.ts";
import type { ComparisonContext, Figure } from "../figure.ts";
import { arePartAndWhole, isInclusionOpen } from "../relation.ts";
import type { RuleTest } from "../rule.ts";

export const partOfWhole: RuleTest = (a, b) =>
  arePartAndWhole(a, b) ? { verdict: "comparable", a: a.scope, b: b.scope } : null;

export const scope: RuleTest = (a, b, context) => {
  if (a.scope === b.scope || arePartAndWhole(a, b)) return null;
  const isMild =
    (sameDocument(a, b) && sameWindow(a, b)) ||
    isLoneAuthority(a, b, context) ||
    isLoneAuthority(b, a, context);
  return { verdict: isMild ? "with_caveat" : "not_comparable", a: a.scope, b: b.scope };
};

/** Below a county or zone bureau there is none, so its own work is nearly its jurisdiction's. */
function isLoneAuthority(bureau: Figure, whole: Figure, context: ComparisonContext): boolean {
  const level = levelOf(bureau, context);
  return (
    bureau.scope === "bureau" &&
    whole.scope === "jurisdiction_total" &&
    (level === "county" || level === "zone")
  );
}

export const part: RuleTest = (a, b) => {
  if (a.subset === b.subset || arePartAndWhole(a, b)) return null;
  const isOneWhole = a.subset === null || b.subset === null;
  const isMild = !isOneWhole && sameDocument(a, b) && sameWindow(a, b);
  return { verdict: isMild ? "with_caveat" : "not_comparable", a: a.subset, b: b.subset };
};

/**
 * Campaigns of a report whose figures add up the work of every department; their notes say so. One
 * campaign may bear the same name where a single department reports on it.
 */
export const allDepartmentCampaigns: readonly {
  readonly report_id: string;
  readonly campaign: string;
}[] = [
  { report_id: "zhangzhou-2020", campaign: "campaign:安全隐患大排查大整治" },
  { report_id: "xiamen-yearbook-2024", campaign: "campaign:重大事故隐患专项排查整治" },
];

function departmentsOf({ report_id, subset }: Figure): string {
  const terms = subset?.split(";") ?? [];
  const isAll = allDepartmentCampaigns.some(
    (row) => row.report_id === report_id && terms.includes(row.campaign),
  );
  return isAll ? "all_departments" : "one_department";
}

export const departments: RuleTest = (a, b) => {
  const [one, other] = [departmentsOf(a), departmentsOf(b)];
  return one === other ? null : { verdict: "not_comparable", a: one, b: other };
};

export const delegation: RuleTest = (a, b, context) => {
  if (sameDocument(a, b)) return null;
  const open = (figure: Figure) => isInclusionOpen(figure, context.facts?.values() ?? []);
  const [one, other] = [open(a), open(b)];
  const say = (isOpen: boolean) => (isOpen ? "inclusion_open" : "none_delegated");
  return one || other ? { verdict: "with_caveat", a: say(one), b: say(other) } : null;
};

export const level: RuleTest = (a, b, context) => {
  const [one, other] = [levelOf(a, context), levelOf(b, context)];
  if (one === other) return null;
  const isApart =
    isTotal(a, context) &&
    isTotal(b, context) &&
    (countsMany(a, context) ? isLocal(other) : countsMany(b, context) && isLocal(one));
  return { verdict: isApart ? "not_comparable" : "with_caveat", a: one, b: other };
};

/** A whole province, or more: the work of all its cities and counties added up. */
function countsMany(figure: Figure, context: ComparisonContext): boolean {
  const level = levelOf(figure, context);
  return figure.scope === "jurisdiction_total" && (level === "province" || level === "country");
}

function isLocal(level: string | null): boolean {
  return level === "county" || level === "zone";
}

export const size: RuleTest = (a, b, context) =>
  a.region_id !== b.region_id && isTotal(a, context) && isTotal(b, context)
    ? { verdict: "with_caveat", a: a.region_id, b: b.region_id }
    : null;
