import { type ChartContext, evidenceAttributes } from "../charts/index.ts";
import { namedIn, type Observation, observe, type Row, evidenceId } from "../figures/index.ts";
import type { Fact } from "../domain/index.ts";
import { say } from "../words/index.ts";

function isNaming(value: unknown, { catalogue }: ChartContext): boolean {
  const ids: readonly unknown[] = Array.isArray(value) ? (value as unknown[]) : [value];
  return ids.length > 0 && ids.every((id) => typeof id === "string" && catalogue.facts.has(id));
}

/**
 * Rows that name their figures: as they are where they have `fact_id` or `fact_ids`, else by the
 * first column of which every value is an id.
 */
export function namedRows(rows: readonly Row[], context: ChartContext): readonly Row[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (names.includes("fact_id") || names.includes("fact_ids")) return rows;
  const found = names.find((name) => {
    const values = rows.map((row) => row[name]).filter((value) => value != null);
    return values.length > 0 && values.every((value) => isNaming(value, context));
  });
  if (found === undefined) return rows;
  return rows.map((row) => ({ ...row, fact_ids: [row[found]].flat() }));
}

/** The figures that a row names, where all are known, in `fact_id` or `fact_ids`. */
export function rowFacts(row: Row, { catalogue }: ChartContext): readonly Fact[] {
  const named = namedIn(row);
  const known = named.flatMap((id) => catalogue.facts.get(id) ?? []);
  return known.length === named.length ? known : [];
}

/** The attributes of a link from one fact to its clause. */
export function factAttributes(fact: Fact, context: ChartContext) {
  return evidenceAttributes(observe({ ...fact }, context.catalogue), context);
}

/** A number of a row as it is judged: by itself, with the figures that its row names. */
export function numberIn(row: Row, column: string, { catalogue }: ChartContext): Observation {
  if (column === "value") return observe(row, catalogue);
  // The unit, the region and the rest are said of `value`; another number has the figures only.
  const { fact_id, fact_ids } = row;
  return observe({ fact_id, fact_ids, value: row[column] }, catalogue);
}

/**
 * The columns whose numbers are those of the figures that their rows name: each of them is one or
 * follows from them, so a rank or a count that happens to equal one is not. What is called `value`
 * claims it row by row.
 */
export function columnsOfFacts(
  rows: readonly Row[],
  names: readonly string[],
  context: ChartContext,
): ReadonlySet<string> {
  const isOwn = (row: Row, name: string): boolean => {
    const { kind, operation } = numberIn(row, name, context).source;
    return kind !== "none" && operation !== "rounded";
  };
  const isOf = (name: string): boolean => {
    const numbers = rows.filter(
      (row) => typeof row[name] === "number" && rowFacts(row, context).length > 0,
    );
    return numbers.length > 0 && (name === "value" || numbers.every((row) => isOwn(row, name)));
  };
  return new Set(names.filter(isOf));
}

/**
 * The attributes of a number with a source: a link to its clause, or to the calculation that gives
 * it.
 */
export function numberAttributes(
  observation: Observation,
  text: string,
  column: string,
  context: ChartContext,
) {
  const attributes = evidenceAttributes(observation, context);
  if (column === "value" && observation.region_id) return attributes;
  const label = say(context.language, "result.linked", text, evidenceId(observation));
  return { ...attributes, "aria-label": label };
}
