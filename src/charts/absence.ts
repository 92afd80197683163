import type { Fact } from "../facts/index.ts";
import type { Catalogue } from "./context.ts";
import type { Missing, Row } from "./observation.ts";

type Stated = ReadonlyMap<string, readonly Fact[]>;

const indexes = new WeakMap<ReadonlyMap<string, Fact>, Stated>();

const keyOf = (region: unknown, metric: unknown): string => `${String(region)}\t${String(metric)}`;

/** What is done, by region and measure; read once for each catalogue. */
function indexOf(facts: ReadonlyMap<string, Fact>): Stated {
  const known = indexes.get(facts);
  if (known) return known;
  const found = new Map<string, Fact[]>();
  for (const fact of facts.values()) {
    if (fact.status !== "actual" || fact.same_as !== null) continue;
    const key = keyOf(fact.region_id, fact.metric_id);
    found.set(key, [...(found.get(key) ?? []), fact]);
  }
  indexes.set(facts, found);
  return found;
}

/** True where a row says of which years it speaks and the figure is of none of them. */
function isOfOtherTime({ period_start, period_end }: Row, fact: Fact): boolean {
  if (typeof period_start !== "string" || typeof period_end !== "string") return false;
  return fact.period_end < period_start || (fact.period_start ?? fact.period_end) > period_end;
}

/** The figures that the catalogue has where a row says that there are none. */
export function statedElsewhere(row: Row, { facts }: Pick<Catalogue, "facts">): readonly Fact[] {
  const found = indexOf(facts).get(keyOf(row["region_id"], row["metric_id"])) ?? [];
  return found.filter((fact) => !isOfOtherTime(row, fact));
}

/**
 * Why there is no value. What the reports state is never called absent, whatever a query says: a
 * selection that leaves it out has not selected it.
 */
export function absenceKind(row: Row, said: Missing, known: Pick<Catalogue, "facts">): Missing {
  if (said !== "not_reported" && said !== "not_read") return said;
  return statedElsewhere(row, known).length > 0 ? "not_selected" : said;
}
