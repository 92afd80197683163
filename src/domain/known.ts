import type { Fact, Region } from "./types.ts";

/** Columns of a row by the names of `facts`; what a query left out is absent or null. */
export type Claimed = Readonly<Record<string, unknown>>;

/** What the catalogue knows of a figure and a row may leave out: by these figures are compared. */
export const comparedColumns = [
  "report_id",
  "metric_id",
  "region_id",
  "qualifier",
  "period_start",
  "period_end",
  "period_basis",
  "scope",
  "subset",
  "count_basis",
  "baseline",
  "status",
  "authority",
  "channel",
  "accident",
  "confiscations",
  "counted_as",
  "source_kind",
  "breakdown_of",
  "same_as",
  "alignment",
] as const satisfies readonly (keyof Fact)[];
export type ComparedColumn = (typeof comparedColumns)[number];

/** Columns in which a row may say what the catalogue leaves open. */
const open: readonly ComparedColumn[] = ["count_basis", "baseline", "period_start"];

/** What a row must not say otherwise of a number that is calculated from figures. */
const ofDerived = ["region_id", "period_start", "period_end"] as const;

function isAbsent(value: unknown): boolean {
  return typeof value !== "string" || value === "";
}

function contradicts(column: ComparedColumn, said: unknown, fact: Fact): boolean {
  if (isAbsent(said) || said === fact[column]) return false;
  return !(fact[column] === null && open.includes(column));
}

/** A region itself, or one that contains all of those. */
function isPlaceOf(said: string, facts: readonly Fact[], regions: ReadonlyMap<string, Region>) {
  const within = (id: string | null, seen = 0): boolean => {
    if (id === said) return true;
    const region = id === null ? undefined : regions.get(id);
    return seen < 9 && region !== undefined && within(region.parent, seen + 1);
  };
  const own = new Set(facts.map(({ region_id }) => region_id));
  if (own.has(said)) return true;
  // A name of the reader's own for several places is not one of ours.
  return facts.every(({ region_id }) => within(region_id)) || (own.size > 1 && !regions.has(said));
}

function isTimeOf(column: "period_start" | "period_end", said: string, facts: readonly Fact[]) {
  const starts = facts.flatMap(({ period_start }) => period_start ?? []).toSorted();
  const ends = facts.flatMap(({ period_end }) => period_end ?? []).toSorted();
  const [from, to] = [starts[0], ends.at(-1)];
  if (column === "period_start" && from === undefined) return true;
  return (from === undefined || said >= from) && (to === undefined || said <= to);
}

/** The columns in which a row says something else of a number than the figures it is of. */
export function contradictions(
  row: Claimed,
  isOwn: boolean,
  facts: readonly Fact[],
  regions: ReadonlyMap<string, Region>,
): string[] {
  const [fact] = facts;
  if (!fact) return [];
  if (isOwn) return comparedColumns.filter((column) => contradicts(column, row[column], fact));
  return ofDerived.filter((column) => {
    const said = row[column];
    if (typeof said !== "string" || said === "") return false;
    if (column === "region_id") return !isPlaceOf(said, facts, regions);
    return !isTimeOf(column, said, facts);
  });
}

/** Columns of a calculated number that its figures may fill where they all agree. */
const shared: readonly ComparedColumn[] = [
  ...(["report_id", "region_id", "period_start", "period_end", "period_basis"] as const),
  ...(["scope", "subset", "authority", "channel", "accident"] as const),
  ...(["confiscations", "counted_as", "source_kind"] as const),
];

/** A row with what it leaves out, from the figures that it names, where they say one thing. */
export function completed(row: Claimed, facts: readonly Fact[]): Claimed {
  const [fact] = facts;
  if (!fact) return row;
  // A figure that is named twice is one figure.
  const columns = new Set(facts).size === 1 ? comparedColumns : shared;
  const filled = columns.flatMap((column) => {
    const value = fact[column];
    const agree = facts.every((one) => one[column] === value);
    return agree && value !== null && isAbsent(row[column]) ? [[column, value] as const] : [];
  });
  return filled.length === 0 ? row : { ...row, ...Object.fromEntries(filled) };
}
