import { tuple } from "../sql.ts";
import type { Profile } from "./profile.ts";

/** A row of the table `figures` in SQL. */
type Side = "a" | "b";

/** What may be true of one figure, in TypeScript and in SQL. */
export interface Trait {
  readonly holds: (figure: Profile) => boolean;
  readonly sql: (side: Side) => string;
}

/**
 * What may be true of two figures, in TypeScript and in SQL over the rows `a` and `b`. Both say the
 * same by construction, and the SQL is never NULL, so that clauses of clauses are as in logic.
 */
export interface Clause {
  readonly holds: (a: Profile, b: Profile) => boolean;
  readonly sql: string;
}

/** Names of the columns whose values are of a type. */
type ColumnOf<T> = {
  [K in keyof Profile]-?: Profile[K] extends T ? K : never;
}[keyof Profile];

export function all(...clauses: readonly Clause[]): Clause {
  return {
    holds: (a, b) => clauses.every((clause) => clause.holds(a, b)),
    sql: `(${clauses.map(({ sql }) => sql).join(" AND ")})`,
  };
}

export function any(...clauses: readonly Clause[]): Clause {
  return {
    holds: (a, b) => clauses.some((clause) => clause.holds(a, b)),
    sql: `(${clauses.map(({ sql }) => sql).join(" OR ")})`,
  };
}

export function not({ holds, sql }: Clause): Clause {
  return { holds: (a, b) => !holds(a, b), sql: `NOT ${sql}` };
}

/** Two values, or one value and none. */
export function differ(column: keyof Profile): Clause {
  return {
    holds: (a, b) => a[column] !== b[column],
    sql: `(a.${column} IS DISTINCT FROM b.${column})`,
  };
}

/** One value, or none in both. */
export function same(column: keyof Profile): Clause {
  return not(differ(column));
}

/** A figure that names the other in this column. */
export function names(column: "breakdown_of" | "same_as"): Clause {
  return {
    holds: (a, b) => a[column] === b.fact_id || b[column] === a.fact_id,
    sql: `(coalesce(a.${column} = b.fact_id, false) OR coalesce(b.${column} = a.fact_id, false))`,
  };
}

/** Numbers that are as far from each other as `least`, or farther. */
export function apart(column: ColumnOf<number>, least: number): Clause {
  return {
    holds: (a, b) => Math.abs(a[column] - b[column]) >= least,
    sql: `(abs(a.${column} - b.${column}) >= ${least})`,
  };
}

/** Numbers of which one is more than twice the other. */
export function doubled(column: ColumnOf<number>): Clause {
  return {
    holds: (a, b) => Math.min(a[column], b[column]) * 2 < Math.max(a[column], b[column]),
    sql: `(least(a.${column}, b.${column}) * 2 < greatest(a.${column}, b.${column}))`,
  };
}

/** One of these values; a figure without a value has none of them. */
export function is<K extends ColumnOf<string | null>>(
  column: K,
  ...values: readonly NonNullable<Profile[K]>[]
): Trait {
  const known = new Set<unknown>(values);
  return {
    holds: (figure) => known.has(figure[column]),
    sql: (side) => `coalesce(${side}.${column} IN ${tuple(values)}, false)`,
  };
}

/** A value of which is known that it is true. */
export function has(column: ColumnOf<boolean>): Trait {
  return { holds: (figure) => figure[column], sql: (side) => `${side}.${column}` };
}

/** Some value, whichever. */
export function states(column: keyof Profile): Trait {
  return {
    holds: (figure) => figure[column] !== null,
    sql: (side) => `(${side}.${column} IS NOT NULL)`,
  };
}

export function allOf(...traits: readonly Trait[]): Trait {
  return {
    holds: (figure) => traits.every((trait) => trait.holds(figure)),
    sql: (side) => `(${traits.map((trait) => trait.sql(side)).join(" AND ")})`,
  };
}

/** One figure is this, and the other that. */
export function facing(one: Trait, other: Trait): Clause {
  return {
    holds: (a, b) => (one.holds(a) && other.holds(b)) || (one.holds(b) && other.holds(a)),
    sql: `(${one.sql("a")} AND ${other.sql("b")} OR ${one.sql("b")} AND ${other.sql("a")})`,
  };
}

export function both(trait: Trait): Clause {
  return {
    holds: (a, b) => trait.holds(a) && trait.holds(b),
    sql: `(${trait.sql("a")} AND ${trait.sql("b")})`,
  };
}

export function either(trait: Trait): Clause {
  return {
    holds: (a, b) => trait.holds(a) || trait.holds(b),
    sql: `(${trait.sql("a")} OR ${trait.sql("b")})`,
  };
}

/** A clause under a name, by which SQL reads it; it must be selected before those that name it. */
export interface NamedClause extends Clause {
  readonly definition: string;
}

export function named(name: string, { holds, sql }: Clause): NamedClause {
  return { holds, sql: name, definition: `${sql} AS ${name}` };
}
