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
  const words = metrics.map((metric) => ({
    id: metric.metric_id,
    pairs: wordsOf(metric).map(pairsOf),
  }));
  const known = new Map<string, MappedMetric>();
  return (name) => {
    if (name === null) return { metricId: null, route: "unnamed", suggestions: [] };
    const plain = plainName(name);
    const mapped = known.get(plain) ?? mappedBy(plain, tables) ?? asked(plain, words);
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

interface NamedPairs {
  readonly id: string;
  readonly pairs: readonly ReadonlySet<string>[];
}

function asked(plain: string, words: readonly NamedPairs[]): MappedMetric {
  const own = pairsOf(plain);
  const scored = words.map(({ id, pairs }) => ({
    id,
    score: Math.max(...pairs.map((set) => alike(own, set))),
  }));
  const suggestions = scored
    .filter(({ score }) => score >= leastAlike)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostSuggestions)
    .map(({ id }) => id);
  return { metricId: null, route: "asked", suggestions };
}

function wordsOf({ metric_id, zh, en }: Metric): readonly string[] {
  const aliases = aliasLists.metrics[metric_id as keyof typeof aliasLists.metrics] as
    readonly string[] | undefined;
  return [metric_id, zh, en, ...(aliases ?? [])].map(plainName);
}

function pairsOf(plain: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < plain.length; at++) pairs.add(plain.slice(at, at + 2));
  return pairs;
}

/** Pairs of characters in common, after Dice (1945). */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const pair of a) if (b.has(pair)) common++;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}
