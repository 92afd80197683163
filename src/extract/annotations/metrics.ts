import type { Metric } from "../../domain/index.ts";
import { aliasLists, byAlias, plainName } from "./aliases.ts";

/** How a metric was known by another's name for it. */
export const metricRoutes = ["told", "id", "zh", "en", "alias", "asked", "unnamed"] as const;
export type MetricRoute = (typeof metricRoutes)[number];

/** A metric as another names it, and ours. */
export interface MappedMetric {
  /** Null where nothing tells: then whoever checks is asked. */
  readonly metricId: string | null;
  readonly route: MetricRoute;
  /** The most alike, best first; empty where it is known. */
  readonly suggestions: readonly string[];
}

/** What whoever checks has answered: name of the other → `metric_id`. */
export type MetricAnswers = Readonly<Record<string, string>>;

const mostSuggestions = 3;
const leastAlike = 0.2;

/** The function that maps names; each name is looked up once. */
export function metricMapper(
  metrics: readonly Metric[],
  answers: MetricAnswers = {},
): (name: string | null) => MappedMetric {
  const tables = tablesOf(metrics, answers);
  const names = new NameIndex(metrics);
  const known = new Map<string, MappedMetric>();
  return (name) => {
    if (name === null) return { metricId: null, route: "unnamed", suggestions: [] };
    const plain = plainName(name);
    const mapped = known.get(plain) ?? mappedBy(plain, tables) ?? names.asked(plain);
    known.set(plain, mapped);
    return mapped;
  };
}

type Table = readonly [route: MetricRoute, ids: ReadonlyMap<string, string>];

function tablesOf(metrics: readonly Metric[], answers: MetricAnswers): readonly Table[] {
  const by = (nameOf: (metric: Metric) => string): ReadonlyMap<string, string> =>
    new Map(metrics.toReversed().map((metric) => [plainName(nameOf(metric)), metric.metric_id]));
  const ids = new Set(metrics.map(({ metric_id }) => metric_id));
  const aliases = [...byAlias(aliasLists.metrics)].filter(([, id]) => ids.has(id));
  const told = Object.entries(answers).map(([name, id]) => [plainName(name), id] as const);
  return [
    ["told", new Map(told)],
    ["id", by(({ metric_id }) => metric_id)],
    ["zh", by(({ zh }) => zh)],
    ["en", by(({ en }) => en)],
    ["alias", new Map(aliases)],
  ];
}

function mappedBy(plain: string, tables: readonly Table[]): MappedMetric | null {
  for (const [route, ids] of tables) {
    const metricId = ids.get(plain);
    if (metricId !== undefined) return { metricId, route, suggestions: [] };
  }
  return null;
}

/** What is compared of a name; nobody writes more than this to tell metrics apart. */
const comparedLength = 40;

/** Names of metrics by the pairs of characters in them. */
class NameIndex {
  readonly #names: { readonly id: string; readonly size: number }[] = [];
  readonly #byPair = new Map<string, number[]>();

  constructor(metrics: readonly Metric[]) {
    for (const metric of metrics) for (const name of wordsOf(metric)) this.#add(metric, name);
  }

  #add({ metric_id }: Metric, name: string): void {
    const pairs = pairsOf(name);
    const index = this.#names.push({ id: metric_id, size: pairs.size }) - 1;
    for (const pair of pairs) {
      const names = this.#byPair.get(pair);
      if (names) names.push(index);
      else this.#byPair.set(pair, [index]);
    }
  }

  /** The metrics most alike, by pairs of characters in common, after Dice (1945). */
  asked(plain: string): MappedMetric {
    const pairs = pairsOf(plain);
    const common = new Map<number, number>();
    for (const pair of pairs)
      for (const index of this.#byPair.get(pair) ?? [])
        common.set(index, (common.get(index) ?? 0) + 1);
    const scores = new Map<string, number>();
    for (const [index, count] of common) {
      const { id = "", size = 0 } = this.#names[index] ?? {};
      const score = (2 * count) / (pairs.size + size);
      if (score >= leastAlike) scores.set(id, Math.max(score, scores.get(id) ?? 0));
    }
    const best = [...scores].sort(([, a], [, b]) => b - a).slice(0, mostSuggestions);
    return { metricId: null, route: "asked", suggestions: best.map(([id]) => id) };
  }
}

function wordsOf({ metric_id, zh, en }: Metric): readonly string[] {
  const aliases = aliasLists.metrics[metric_id as keyof typeof aliasLists.metrics] as
    readonly string[] | undefined;
  return [metric_id, zh, en, ...(aliases ?? [])].map(plainName);
}

function pairsOf(plain: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  const last = Math.min(plain.length, comparedLength) - 1;
  for (let at = 0; at < last; at++) pairs.add(plain.slice(at, at + 2));
  return pairs;
}
