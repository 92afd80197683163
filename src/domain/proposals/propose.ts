import { recompute, sayingOf } from "../audit.ts";
import type { Check, Fact, Identity } from "../types.ts";
import type { Candidate, ProposalKind } from "./candidate.ts";
import { growths, means, shares } from "./ratios.ts";
import { linkedParts, scopeTotals, unlinkedTotals } from "./sums.ts";

/** An identity that the figures suggest. It is for a person to accept; nothing is checked by it. */
export interface Proposal {
  readonly kind: ProposalKind;
  /** In the shape of `checks.json`, with an id that begins with `proposed-`. */
  readonly identity: Identity;
  /** What it would say: `ok`, `rounding`, or `mismatch` where names and links say it must hold. */
  readonly check: Check;
  /** 0 to 1, higher is likelier. */
  readonly score: number;
}

/**
 * Identities that the figures of each report suggest and nobody has curated: a total and its parts,
 * a ratio and its counts, a mean, growth and its base. Likeliest first. A proposal that does not
 * agree within rounding or truncation is made only where names and links leave no other reading,
 * and not further off than a slip of digits would put it.
 */
export function proposeIdentities(
  facts: readonly Fact[],
  { identities = [] }: { readonly identities?: readonly Identity[] } = {},
): Proposal[] {
  const byId = new Map(facts.map((fact) => [fact.fact_id, fact]));
  const usable = facts.filter((fact) => fact.same_as === null);
  const known = new Set(identities.map((identity) => keyOf(identity, byId)));
  const proposals = new Map<string, Proposal>();
  for (const candidate of candidatesOf(usable)) {
    const proposal = judged(candidate, byId);
    const key = keyOf(proposal.identity, byId);
    const rival = proposals.get(key);
    if (
      !known.has(key) &&
      isWorthShowing(candidate, proposal) &&
      !(rival && rival.score >= proposal.score)
    )
      proposals.set(key, proposal);
  }
  const sorted = [...proposals.values()].sort(
    (a, b) => b.score - a.score || (keyOf(a.identity, byId) < keyOf(b.identity, byId) ? -1 : 1),
  );
  const said = new Set(identities.map((identity) => sayingOf(identity, byId)));
  return sorted.filter(({ identity }) => {
    const saying = sayingOf(identity, byId);
    const isNew = !said.has(saying);
    said.add(saying);
    return isNew;
  });
}

function* candidatesOf(facts: readonly Fact[]): Generator<Candidate> {
  yield* linkedParts(facts);
  yield* scopeTotals(facts);
  yield* unlinkedTotals(facts);
  yield* shares(facts);
  yield* means(facts);
  yield* growths(facts);
}

/** The figures of an identity, whichever of them is called its result; second mentions as first. */
function keyOf({ operands, stated }: Identity, facts: ReadonlyMap<string, Fact>): string {
  const ids = stated === null ? operands : [...operands, stated];
  return ids
    .map((id) => facts.get(id)?.same_as ?? id)
    .sort()
    .join(" ");
}

function judged(candidate: Candidate, facts: ReadonlyMap<string, Fact>): Proposal {
  const { kind, operation, operands, stated, affinity } = candidate;
  const ids = operands.map((fact) => fact.fact_id);
  const identity: Identity = {
    check_id: `proposed-${kind}-${stated.fact_id}-${ids.join("-")}`,
    report_id: stated.report_id,
    operation,
    operands: ids,
    stated: stated.fact_id,
    soft_reason: null,
    soft_reason_zh: null,
    note: null,
    note_zh: null,
  };
  const check = recompute(identity, facts);
  return { kind, identity, check, score: scoreOf(affinity, check) };
}

/** Agreement makes likely what names suggest; truncation a little less, a mismatch much less. */
function scoreOf(affinity: number, { verdict }: Check): number {
  const weight = verdict === "ok" ? 1 : verdict === "rounding" ? 0.9 : 0.5;
  return Math.round(affinity * weight * 100) / 100;
}

/** Two digits exchanged move a percentage by less than this, in points. */
const SLIP_POINTS = 1;

function isWorthShowing({ mustHold, kind }: Candidate, { check }: Proposal): boolean {
  if (check.verdict !== "mismatch") return true;
  const distance = Math.abs(check.difference ?? Infinity);
  if (kind === "parts") return distance <= Math.abs(check.stated ?? 0) * 0.02;
  return mustHold && distance <= SLIP_POINTS;
}
