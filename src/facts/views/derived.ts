import { derivedDefinitions, operandScopes } from "../derived/definitions.ts";
import type { DerivedDefinition, Join } from "../derived/definitions.ts";
import type { LineageOperation } from "../lineage.ts";
import { figureColumns, inclusionOpen, literal, nullable } from "./text.ts";

/** The operands of a definition in SQL, as aliases of the facts they are. */
const aliases = ["a", "b", "c", "d"] as const;

const values: Readonly<Record<LineageOperation, (names: readonly string[]) => string>> = {
  quotient: ([a, b]) => `${a} / ${b}`,
  difference: (names) => names.join(" - "),
  sum: (names) => names.join(" + "),
  ratio_percent: ([a, b]) => `${a} / ${b} * 100`,
  per_hundred: ([a, b]) => `${a} / ${b} * 100`,
  complement: ([a]) => `100 - ${a}`,
  speed_gain: ([a]) => `${a} / (100 - ${a}) * 100`,
  quotient_of_differences: ([a, b, c, d]) => `(${a} - ${b}) / (${c} - ${d})`,
  mean: (names) => `(${names.join(" + ")}) / ${names.length}`,
  growth: ([a, b]) => `${a} / ${b} * 100 - 100`,
  count: (names) => String(names.length),
  rounded: ([a]) => String(a),
};

/** What must hold of the values, so that there is a result (see `refusal.ts`). */
const conditions: Readonly<Partial<Record<LineageOperation, string>>> = {
  quotient: "b.value <> 0",
  ratio_percent: "b.value <> 0",
  growth: "b.value <> 0",
  per_hundred: "b.value <> 0",
  complement: "a.qualifier IN ('exact', 'approx')",
  speed_gain: "a.value <> 100",
  quotient_of_differences: "c.value <> d.value",
};

/** Definitions with as many operands, joined alike: one SELECT does for all of them. */
interface Shape {
  readonly count: number;
  readonly join: Join;
  readonly definitions: readonly DerivedDefinition[];
}

function shapesOf(definitions: readonly DerivedDefinition[]): Shape[] {
  const groups = new Map<string, Shape>();
  for (const definition of definitions) {
    const { join, operands } = definition;
    const key = `${join} ${operands.length}`;
    const members = [...(groups.get(key)?.definitions ?? []), definition];
    groups.set(key, { count: operands.length, join, definitions: members });
  }
  return [...groups.values()];
}

/**
 * One row a derived figure, in the columns of `facts` that it has, with its lineage. A SELECT for
 * each shape rather than each definition: planning some thirty joins takes the page seconds.
 */
export const derivedTable = `CREATE OR REPLACE TABLE derived AS
WITH usable AS MATERIALIZED (
  SELECT f.*, ${inclusionOpen("f")} AS is_inclusion_open
  FROM facts f WHERE f.same_as IS NULL AND f.status = 'actual'
)
${shapesOf(derivedDefinitions).map(selectOf).join("\nUNION ALL BY NAME\n")}`;

function selectOf(shape: Shape): string {
  const names = aliases.slice(0, shape.count);
  const ids = names.map((name) => `${name}.fact_id`);
  const pick = (column: string) =>
    `CASE m.basis ${names.map((name, index) => `WHEN ${index} THEN ${name}.${column}`).join(" ")} END`;
  const computed: Readonly<Record<string, string>> = {
    fact_id: `m.operation || '(' || ${ids.join(" || ',' || ")} || ')'`,
    metric_id: "m.metric_id",
    value: `figure_digits(${byOperation(shape, (operation) =>
      values[operation](names.map((name) => `${name}.value`)),
    )})`,
    unit: "m.unit",
    qualifier: qualifierOf(names),
    scope: "coalesce(m.scope, a.scope)",
    count_basis: pick("count_basis"),
    status: "'derived'",
    breakdown_of: "NULL::VARCHAR",
    same_as: "NULL::VARCHAR",
    unit_inferred: names.map((name) => `${name}.unit_inferred`).join(" OR "),
  };
  const columns = figureColumns.map((name) => `${computed[name] ?? `a.${name}`} AS ${name}`);
  return `SELECT ${columns.join(", ")},
  m.definition, m.operation, [${ids.join(", ")}] AS fact_ids, ${caveatsOf(names, pick)} AS caveats
FROM ${definitionsOf(shape)} ${names.map((name) => joinOf(shape, name)).join("\n")}
WHERE ${resultExists(shape.definitions)}`;
}

/** The definitions of a shape as a table `m`. */
function definitionsOf({ definitions, count }: Shape): string {
  const slots = aliases.slice(0, count);
  const rows = definitions.map((definition) => {
    const scopes = operandScopes(definition);
    return [
      ...[definition.id, definition.metric_id, definition.unit, definition.operation].map(literal),
      nullable(definition.scope),
      String(definition.basis),
      String(definition.counting_object === "money_per_case"),
      ...definition.operands.map(literal),
      ...slots.map((_, index) => nullable(scopes?.[index] ?? null)),
    ].join(", ");
  });
  const columns = "definition, metric_id, unit, operation, scope, basis, is_mean_fine";
  const own = [...slots.map((name) => `metric_${name}`), ...slots.map((name) => `scope_${name}`)];
  return `(VALUES ${rows.map((row) => `(${row})`).join(",\n  ")}) AS m(${[columns, ...own].join(", ")})`;
}

function joinOf({ join }: Shape, name: string): string {
  const own = [
    `${name}.metric_id = m.metric_${name}`,
    ...(join === "parts" ? [`${name}.scope = m.scope_${name}`] : []),
  ];
  const days = (x: string) => `${x}.period_start, ${x}.period_end, ${x}.period_basis`;
  const joint = [
    `${name}.report_id = a.report_id AND ${name}.region_id = a.region_id`,
    ...(join === "parts" ? [] : [`${name}.scope = a.scope`]),
    `${name}.subset IS NOT DISTINCT FROM a.subset`,
    `${name}.baseline IS NOT DISTINCT FROM a.baseline`,
    `${join === "years" ? "is_year_before" : "is_same_window"}(${days(name)}, ${days("a")})`,
  ];
  return `JOIN usable ${name} ON ${[...own, ...(name === "a" ? [] : joint)].join(" AND ")}`;
}

/** What must hold of the operands `a`, `b` … of a definition `m`, so that there is a result. */
export function resultExists(definitions: readonly DerivedDefinition[]): string {
  return byOperation({ definitions }, (operation) => conditions[operation] ?? "true");
}

/** What an SQL text is for each operation of a shape, chosen by `m.operation`. */
function byOperation(
  { definitions }: Pick<Shape, "definitions">,
  text: (operation: LineageOperation) => string,
): string {
  const operations = [...new Set(definitions.map((definition) => definition.operation))];
  const cases = operations.map((operation) => `WHEN ${literal(operation)} THEN ${text(operation)}`);
  return `CASE m.operation ${cases.join(" ")} END`;
}

function qualifierOf(names: readonly string[]): string {
  const others = names.slice(1).map((name) => `${name}.qualifier = 'exact'`);
  return others.length === 0
    ? "a.qualifier"
    : `CASE WHEN ${others.join(" AND ")} THEN a.qualifier ELSE 'approx' END`;
}

function caveatsOf(names: readonly string[], pick: (column: string) => string): string {
  const any = (test: (name: string) => string) => names.map(test).join(" OR ");
  const bases = names.map((name) => `${name}.count_basis`);
  const words = [
    `CASE WHEN m.is_mean_fine AND ${pick("count_basis")} = 'filed' THEN 'filed_not_imposed'
      WHEN m.is_mean_fine AND (${bases.map((basis) => `${basis} IS NULL`).join(" OR ")})
        THEN 'basis_unstated'
      WHEN len(list_distinct([${bases.join(", ")}])) > 1 THEN 'basis_differs' END`,
    `CASE WHEN ${any((name) => `${name}.qualifier <> 'exact'`)} THEN 'bound' END`,
    `CASE WHEN ${any((name) => `period_kind(${name}.period_basis) = 'open'`)}
      THEN 'open_period' END`,
    `CASE WHEN ${any((name) => `${name}.is_inclusion_open`)} THEN 'inclusion_open' END`,
  ];
  return `words_of(concat_ws(' ', ${words.join(",\n    ")}))`;
}
