import type { Fact } from "../domain/index.ts";
import type { ProposedFact } from "../extract/index.ts";
import { headOf, periodNow, regionIdOf } from "./head.ts";
import type {
  AddedFigure,
  Decision,
  Decisions,
  Figure,
  FigureState,
  Head,
  ReadReport,
} from "./types.ts";

/** The figures of a report as they are now, in the order of the text, rejected ones too. */
export function figuresOf(report: ReadReport, decisions: Decisions): Figure[] {
  const head = headOf(report, decisions);
  const proposed = report.facts.map((proposal) =>
    figureOf(report, head, proposal, decisions.figures[proposal.fact.fact_id]),
  );
  if (decisions.added.length === 0) return proposed;
  const added = decisions.added.map((one) => addedFigure(report, head, one));
  return [...proposed, ...added].sort((a, b) => placeOf(a) - placeOf(b));
}

const placeOf = ({ fact }: Figure): number => fact.value_start ?? Infinity;

function figureOf(
  report: ReadReport,
  head: Head,
  proposal: ProposedFact,
  decision: Decision | undefined,
): Figure {
  const { fact } = proposal;
  const period = periodNow(fact, report, head);
  // A table may tell of other places than the report's own.
  const isOwn = fact.region_id === regionIdOf(report.head);
  const region_id = isOwn ? regionIdOf(head) : fact.region_id;
  const now = { ...fact, ...period, region_id, ...decision?.changes };
  return { id: fact.fact_id, state: stateOf(decision), fact: now, proposal, origin: null };
}

function stateOf(decision: Decision | undefined): FigureState {
  if (!decision) return "proposed";
  if (decision.verdict === "rejected") return "rejected";
  return Object.keys(decision.changes).length > 0 ? "corrected" : "confirmed";
}

function addedFigure(
  { id: report_id }: ReadReport,
  head: Head,
  { id, columns, origin, isWaiting = false }: AddedFigure,
): Figure {
  const fact: Fact = {
    ...columns,
    fact_id: `${report_id}-${id}`,
    report_id,
    region_id: regionIdOf(head),
    breakdown_of: null,
    same_as: null,
    source_kind: "report",
    alignment: "exact",
  };
  return {
    id,
    state: isWaiting ? "proposed" : "added",
    fact,
    proposal: null,
    origin: origin ?? null,
  };
}

/** Whether a figure stands as our own rules found it: not corrected, nor come from elsewhere. */
export function isAsRead({ proposal, state }: Figure): boolean {
  return proposal !== null && state !== "corrected";
}

/** Whether somebody stands for the figure. */
export function isConfirmed({ state }: Pick<Figure, "state">): boolean {
  return state === "confirmed" || state === "corrected" || state === "added";
}

/** Facts of figures that are not rejected; links lead only to what is left and still fits. */
export function factsLeft(figures: readonly Figure[]): Fact[] {
  return linked(figures.filter(({ state }) => state !== "rejected").map(({ fact }) => fact));
}

/** Facts that somebody stands for. */
export function confirmedFacts(figures: readonly Figure[]): Fact[] {
  return linked(figures.filter(isConfirmed).map(({ fact }) => fact));
}

function linked(facts: readonly Fact[]): Fact[] {
  const byId = new Map(facts.map((fact) => [fact.fact_id, fact]));
  /** The first of the mentions that are left: the one that was may be gone. */
  const firsts = new Map<string, Fact>();
  return facts.map((fact) => {
    const total = byId.get(fact.breakdown_of ?? "");
    const breakdown_of = total?.unit === fact.unit ? total.fact_id : null;
    if (fact.same_as === null) return { ...fact, breakdown_of };
    const first = byId.get(fact.same_as) ?? firsts.get(fact.same_as);
    if (!first) firsts.set(fact.same_as, fact);
    const same_as = first && isSame(first, fact) ? first.fact_id : null;
    return { ...fact, breakdown_of, same_as };
  });
}

function isSame(a: Fact, b: Fact): boolean {
  return (["value", "metric_id", "scope", "subset", "accident"] as const).every(
    (name) => a[name] === b[name],
  );
}

/** The next figure that waits, from there round to the beginning. */
export function waitingAfter(figures: readonly Figure[], id: string | null): Figure | undefined {
  const from = figures.findIndex((one) => one.id === id) + 1;
  const isWaiting = ({ state }: Figure): boolean => state === "proposed";
  return figures.find((one, at) => at >= from && isWaiting(one)) ?? figures.find(isWaiting);
}

/** How far a review is. */
export interface Progress {
  readonly total: number;
  readonly decided: number;
  readonly confirmed: number;
  readonly rejected: number;
  /** Proposed figures of high confidence, by id. */
  readonly sure: readonly string[];
}

export function progressOf(figures: readonly Figure[]): Progress {
  const waiting = figures.filter(({ state }) => state === "proposed");
  return {
    total: figures.length,
    decided: figures.length - waiting.length,
    confirmed: figures.filter(isConfirmed).length,
    rejected: figures.filter(({ state }) => state === "rejected").length,
    sure: waiting.filter(({ proposal }) => proposal?.grade === "high").map(({ id }) => id),
  };
}
