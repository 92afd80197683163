import type { Catalogue } from "./catalogue.ts";
import { definitionOf } from "./derived/named.ts";
import { computeLineage, lineageOperations, takes, type LineageOperation } from "./lineage.ts";
import { contradictions, type Claimed } from "./known.ts";
import type { Fact } from "./types.ts";
import { converted, powerBetween } from "./units.ts";

/** What is known of figures where a number is judged. */
export type SourceCatalogue = Pick<Catalogue, "facts" | "regions">;

/** A number as somebody shows it, with the figures and the operation that it is said to rest on. */
export interface Claim {
  readonly value: number;
  /** Null where nothing is said: then it is that of the figures. */
  readonly unit: string | null;
  readonly facts: readonly string[];
  readonly operation: string | null;
  /** What else is said of it, in the columns of `facts`. */
  readonly columns: Claimed;
}

/** Why a number that names figures is not theirs. */
export type Denial =
  | { readonly kind: "value" | "unit" | "overlap" | "unknown" }
  | { readonly kind: "column"; readonly column: string };

// Only this file knows the symbol, so only `sourceOf` can say that a number has a source.
const judged: unique symbol = Symbol("judged");

interface Judged {
  /** The number that was judged, in `unit`; another one has no part in it. */
  readonly value: number;
  readonly unit: string;
  readonly [judged]: true;
}

/** The number is its fact's own, in this unit or in one that differs by a power of ten. */
export interface StatedSource extends Judged {
  readonly kind: "stated";
  readonly facts: readonly [string];
  readonly operation: null;
}

/** An operation over facts gives the number. */
export interface DerivedSource extends Judged {
  readonly kind: "derived";
  readonly facts: readonly string[];
  readonly operation: LineageOperation;
}

/** Neither: what it names, if anything, is no source of it. */
export interface NoSource extends Judged {
  readonly kind: "none";
  readonly facts: readonly [];
  readonly operation: null;
  /** The known figures that it names all the same. */
  readonly named: readonly string[];
  readonly denial: Denial | null;
}

/** Where a number comes from: the only way to a clause. */
export type Source = StatedSource | DerivedSource | NoSource;

type Facts = readonly Fact[];

/** Equal but for the last bits that a conversion or a calculation leaves. */
function isNear(a: number, b: number, tolerance: number): boolean {
  return a === b || Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
}

/** A few last bits of a double; twelve digits, as operations are computed. */
const [BITS, DIGITS] = [4 * Number.EPSILON, 1e-11];

/** How far rounding may go before it says another number: a hundredth. */
const ROUNDING = 0.01;

/** True where `value` is `exact`, rounded to some decimals as a query rounds. */
function isRounded(value: number, exact: number): boolean {
  if (!isNear(value, exact, ROUNDING)) return false;
  return [0, 1, 2, 3, 4, 5, 6, 7, 8].some(
    (decimals) =>
      isNear(Math.round(value * 10 ** decimals), value * 10 ** decimals, DIGITS) &&
      Math.abs(value - exact) <= 0.5 * 10 ** -decimals * (1 + DIGITS),
  );
}

/** The total of a part, and of its part; the first mention of what is stated twice. */
function above(fact: Fact, facts: ReadonlyMap<string, Fact>): string[] {
  const found = new Set<string>();
  const rise = (id: string | null): void => {
    const next = id === null ? undefined : facts.get(id);
    if (!next || found.has(next.fact_id)) return;
    found.add(next.fact_id);
    rise(next.breakdown_of);
    rise(next.same_as);
  };
  rise(fact.breakdown_of);
  rise(fact.same_as);
  return [...found];
}

/**
 * Those of some figures that are contained in others of them: a part beside its total, a figure
 * beside its first mention, the same one again. To add them would count something twice.
 */
export function contained(
  ids: readonly string[],
  { facts }: Pick<SourceCatalogue, "facts">,
): string[] {
  const all = new Set(ids);
  return ids.filter((id, index) => {
    const fact = facts.get(id);
    if (ids.indexOf(id) !== index) return true;
    return fact !== undefined && above(fact, facts).some((one) => one !== id && all.has(one));
  });
}

interface Result {
  readonly operation: LineageOperation;
  readonly unit: string;
  /** In the unit claimed; null where that measures something else. */
  readonly value: number | null;
}

/** Operations whose operands must be of one unit, and of which none may contain another. */
const additive: readonly LineageOperation[] = ["sum", "mean"];
const alike: readonly LineageOperation[] = [...additive, "difference"];

function computed(
  operation: LineageOperation,
  facts: Facts,
  claimed: string | null,
): Result | null {
  if (!takes(operation, facts.length)) return null;
  if (alike.includes(operation) && new Set(facts.map(({ unit }) => unit)).size > 1) return null;
  try {
    const { value, unit } = computeLineage(operation, facts);
    const own = definitionOf(operation, facts)?.unit ?? unit;
    // Who subtracts two rates and keeps their unit means points.
    const asked = claimed === null || (claimed === "%" && unit === "pp") ? own : claimed;
    const found = converted(value, own, asked) ?? converted(value, unit, asked);
    return { operation, value: found, unit: asked };
  } catch {
    return null;
  }
}

const seal = { [judged]: true } as const;

function unsourced({ value, unit }: Claim, known: Facts, denial: Denial | null): NoSource {
  return {
    ...{ kind: "none", facts: [], operation: null, named: known.map(({ fact_id }) => fact_id) },
    ...{ value, unit: unit ?? "", denial, ...seal },
  };
}

function isUnlike(unit: string, facts: Facts): boolean {
  return facts.every((fact) => powerBetween(fact.unit, unit) === null);
}

/** The fact of which the number is just the value, or a rounded one. */
function single(claim: Claim, facts: Facts): StatedSource | DerivedSource | null {
  const { value, unit } = claim;
  for (const fact of facts) {
    const exact = converted(fact.value, fact.unit, unit ?? fact.unit);
    if (exact === null) continue;
    const base = { value, unit: unit ?? fact.unit, facts: [fact.fact_id] as const, ...seal };
    if (isNear(value, exact, BITS)) return { kind: "stated", operation: null, ...base };
    if (facts.length === 1 && isRounded(value, exact))
      return { kind: "derived", operation: "rounded", ...base };
  }
  return null;
}

/** The operations by which a statement most often makes one number of several. */
const usual = ["sum", "difference", "quotient", "ratio_percent", "mean", "count"] as const;

/** An operation over the facts, of those given, that gives the number. */
function operated(
  claim: Claim,
  facts: Facts,
  given: readonly LineageOperation[],
  known: SourceCatalogue,
) {
  const ids = facts.map(({ fact_id }) => fact_id);
  for (const operation of given) {
    const result = computed(operation, facts, claim.unit);
    if (result?.value === null || result === null) continue;
    if (!isNear(claim.value, result.value, DIGITS) && !isRounded(claim.value, result.value))
      continue;
    if (additive.includes(operation) && contained(ids, known).length > 0)
      return unsourced(claim, facts, { kind: "overlap" });
    return {
      kind: "derived",
      operation,
      facts: ids,
      value: claim.value,
      unit: result.unit,
      ...seal,
    } as const;
  }
  return null;
}

/** What gives the number, before it is asked whether the row says the same of it. */
function found(claim: Claim, facts: Facts, known: SourceCatalogue): Source | null {
  const { operation } = claim;
  if (operation === null) return single(claim, facts) ?? operated(claim, facts, usual, known);
  const named = lineageOperations.find((name) => name === operation);
  const own = single(claim, facts);
  if (named === "rounded") return own;
  const made = named ? operated(claim, facts, [named], known) : null;
  // Whatever a row calls it: the fact's own number is stated.
  return made ?? (own?.kind === "stated" ? own : null);
}

/**
 * Where a number comes from. Stated only where it is its fact's value and what is said of it is
 * what the fact says; derived only where an operation over known facts gives it; else it has no
 * source, whatever it names. Nothing else in the code can make the first two.
 */
export function sourceOf(claim: Claim, catalogue: SourceCatalogue): Source {
  const facts = claim.facts.flatMap((id) => catalogue.facts.get(id) ?? []);
  if (claim.facts.length === 0) return unsourced(claim, [], null);
  if (facts.length < claim.facts.length) return unsourced(claim, facts, { kind: "unknown" });
  const source = found(claim, facts, catalogue);
  if (source === null) {
    const kind =
      claim.unit !== null && isUnlike(claim.unit, facts) && claim.operation === null
        ? "unit"
        : "value";
    return unsourced(claim, facts, { kind });
  }
  if (source.kind === "none") return source;
  const parents = facts.filter(({ fact_id }) => source.facts.some((id) => id === fact_id));
  const isOwn = source.operation === null || source.operation === "rounded";
  const [column] = contradictions(claim.columns, isOwn, parents, catalogue.regions);
  return column === undefined ? source : unsourced(claim, facts, { kind: "column", column });
}
