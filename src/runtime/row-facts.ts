import { evidenceAttributes, observe, type ChartContext, type Row } from "../charts/index.ts";
import {
  computeLineage,
  lineageOperations,
  takes,
  type Fact,
  type LineageOperation,
} from "../facts/index.ts";
import { say } from "../i18n/index.ts";

/** The figures of reports that a row of a result was made of. */
export interface RowFacts {
  readonly facts: readonly Fact[];
  /** The operation that the row names itself. */
  readonly operation: LineageOperation | null;
}

type Facts = ReadonlyMap<string, Fact>;

/** The facts that a value names: an id, or a list of nothing but ids. */
function named(value: unknown, facts: Facts): readonly Fact[] {
  const ids: readonly unknown[] = Array.isArray(value) ? (value as unknown[]) : [value];
  const found = ids.flatMap((id) => (typeof id === "string" ? (facts.get(id) ?? []) : []));
  return found.length === ids.length ? found : [];
}

/** What a row says of its facts; where `fact_ids` and `fact_id` say nothing, any column may. */
export function rowFacts(row: Row, { catalogue }: ChartContext): RowFacts {
  const columns = ["fact_ids", "fact_id", ...Object.keys(row)];
  const found = columns.map((name) => named(row[name], catalogue.facts));
  const facts = found.find(({ length }) => length > 0) ?? [];
  const operation = lineageOperations.find((name) => name === row["operation"]) ?? null;
  return { facts, operation: operation && takes(operation, facts.length) ? operation : null };
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

/** The operations by which a statement most often makes one number of several. */
const usual = ["sum", "difference", "quotient", "ratio_percent"] as const;

function follows(value: number, operation: LineageOperation, facts: readonly Fact[]): boolean {
  if (!takes(operation, facts.length)) return false;
  try {
    return isNear(computeLineage(operation, facts).value, value);
  } catch {
    return false;
  }
}

interface Lead {
  readonly facts: readonly Fact[];
  readonly operation: LineageOperation | null;
}

/** What a number shows: a calculation over the facts that gives just it, or one of them. */
function leadOf(value: number, { facts, operation }: RowFacts, isValue: boolean): Lead | null {
  if (operation && (isValue || follows(value, operation, facts))) return { facts, operation };
  if (facts.length === 1) return { facts, operation: null };
  const found = usual.find((name) => follows(value, name, facts));
  if (found) return { facts, operation: found };
  const equal = facts.find((fact) => isNear(fact.value, value));
  return equal ? { facts: [equal], operation: null } : null;
}

/** The attributes of a link from one fact to its clause. */
export function factAttributes(fact: Fact, context: ChartContext) {
  return evidenceAttributes(observe({ ...fact }), context);
}

/**
 * The attributes of a number in a row that has facts: a link to its clause, or to the calculation
 * that gives it. Where none is known, it says so and leads to the first of its facts.
 */
export function numberAttributes(
  value: number,
  text: string,
  column: string,
  row: Row,
  found: RowFacts,
  context: ChartContext,
) {
  const isValue = column === "value";
  const lead = leadOf(value, found, isValue);
  const { facts, operation } = lead ?? { facts: found.facts, operation: null };
  const ids = facts.map(({ fact_id }) => fact_id);
  const attributes = evidenceAttributes({ ...observe(row), facts: ids, operation, value }, context);
  if (isValue && lead && row["region_id"]) return attributes;
  const { language } = context;
  const name = lead
    ? say(language, "result.linked", text, attributes["data-evidence"])
    : say(language, "result.computed", text, found.facts.length);
  return { ...attributes, "aria-label": name };
}
