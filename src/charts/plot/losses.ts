import { deviation, group, max, min, quantile } from "d3-array";
import { isMapping, type MarkName } from "../../notebook/chart-cell/index.ts";
import { say, punctuation } from "../../words/index.ts";
import type { ChartSpec, FigureContext, Row } from "../../figures/index.ts";
import { valueIn, valueText, type Channel } from "./columns.ts";
import type { Absent } from "./split-rows.ts";
import {
  channelValue,
  keyNames,
  limitsOf,
  lossKeys,
  loses,
  planOf,
  summaryOf,
  type Loss,
  type Plan,
  type Summed,
} from "./whole/index.ts";
import { listed } from "./transforms.ts";

type Keys = Pick<Loss, "group" | "place">;
type Channels = ReadonlyMap<string, Channel>;

/** The groups of a mark of which some rows have no value. */
export interface Losses {
  readonly all: readonly Loss[];
  /** Limits of bins, as the drawn rows give them. */
  readonly limits: Summed["limits"];
  readonly keysOf: (row: Row) => Keys | null;
  readonly plan: Plan | null;
}

export const noLosses: Losses = { all: [], limits: new Map(), keysOf: () => null, plan: null };

/** What lies on top of another: where a piece is missing, the height of all of them is. */
function isStacked(name: MarkName): boolean {
  return /^(?:bar|rect|area|waffle)/.test(name);
}

function limitsIn({ bins, own }: Plan, rows: readonly Row[], channels: Channels) {
  return new Map(
    bins.map((axis) => {
      const channel = channels.get(axis);
      const cells = channel?.kind === "column" ? rows.map((row) => valueIn(row, channel)) : [];
      const values = cells.flatMap((cell) => (cell === null ? [] : Number(cell)));
      if (values.length === 0) return [axis, []] as const;
      const spread = {
        ...{ count: values.length, low: min(values) ?? NaN, high: max(values) ?? NaN },
        deviation: deviation(values) ?? null,
        quartiles: [quantile(values, 0.25) ?? 0, quantile(values, 0.75) ?? 0] as const,
      };
      return [
        axis,
        limitsOf(
          own,
          spread,
          cells.some((cell) => cell instanceof Date),
        ),
      ] as const;
    }),
  );
}

/** The bin of a value, from 0; null outside of all. A bin holds its lower limit. */
function binOf(value: unknown, limits: readonly (number | Date)[]): number | null {
  const at = limits.filter((limit) => Number(limit) <= Number(value)).length - 1;
  return value !== null && at >= 0 && at < Math.max(1, limits.length - 1) ? at : null;
}

/** A value as an axis with an interval groups it. */
function grouped(value: unknown, interval: unknown): unknown {
  if (typeof value === "number" && typeof interval === "number") {
    const isPart = interval > 0 && interval < 1 && Number.isInteger(1 / interval);
    return isPart ? Math.floor(value * (1 / interval)) : Math.floor(value / interval);
  }
  if (!(value instanceof Date)) return value;
  const [year, month] = [value.getUTCFullYear(), value.getUTCMonth()];
  if (interval === "year") return year;
  if (interval === "quarter") return year * 4 + Math.floor(month / 3);
  if (interval === "month") return year * 12 + month;
  return interval === "day" ? Math.floor(Number(value) / 864e5) : Number(value);
}

/** The keys of a row's group; null for one that has no place. */
function keysFor(plan: Plan, channels: Channels, limits: Summed["limits"], spec: ChartSpec) {
  const valueOf = (row: Row, name: string): unknown => {
    const channel = channels.get(name);
    const value = channel?.kind === "column" ? valueIn(row, channel) : null;
    const axis = plan.bins.find((one) => one === name);
    if (axis) return binOf(value, limits.get(axis) ?? []);
    const scale = spec[name];
    return grouped(value, isMapping(scale) ? scale["interval"] : undefined);
  };
  const { placed } = keyNames(plan);
  return (row: Row): Keys | null =>
    placed.some((name) => valueOf(row, name) === null)
      ? null
      : lossKeys((name) => valueOf(row, name), plan);
}

/** What a mark's groups have lost, from its rows or from what the engine counted. */
export function lossesIn(
  mark: ChartSpec,
  { drawn, absent }: { readonly drawn: readonly Row[]; readonly absent: readonly Absent[] },
  summed: Summed | null,
  channels: Channels,
  spec: ChartSpec,
): Losses {
  const plan = planOf(mark["transform"], channels);
  if (!plan || !loses(plan, channels)) return noLosses;
  if (summed) {
    const keysOf = (row: Row): Keys | null => {
      const { group, place } = summaryOf(row) ?? {};
      return group === undefined || place === undefined ? null : { group, place };
    };
    return { all: summed.losses, limits: summed.limits, keysOf, plan };
  }
  const lost = absent.filter(({ because }) => because !== "twice").map(({ row }) => row);
  if (lost.length === 0) return noLosses;
  const limits = limitsIn(plan, drawn, channels);
  const keysOf = keysFor(plan, channels, limits, spec);
  const found = new Map<string, { -readonly [K in keyof Loss]: Loss[K] }>();
  const count = (rows: readonly Row[], kind: "stated" | "lost"): void => {
    for (const row of rows) {
      const keys = keysOf(row);
      if (!keys) continue;
      const own = found.get(keys.group) ?? { ...keys, row, stated: 0, lost: 0 };
      own[kind] += 1;
      found.set(keys.group, own);
    }
  };
  count(drawn, "stated");
  count(lost, "lost");
  return { all: [...found.values()], limits, keysOf, plan };
}

/** The axis along which a line or an area over groups would run over those without any value. */
export function groupedAxis(name: MarkName, mark: ChartSpec): "x" | "y" | null {
  const [[transform, own] = []] = listed(mark["transform"]);
  const along = /^(?:group|bin)([XY])$/.exec(transform ?? "")?.[1];
  const axis = along === "X" ? "y" : along === "Y" ? "x" : null;
  if (axis === null || own?.["cumulative"] === true) return null;
  return name === "line" ||
    name === `line${axis.toUpperCase()}` ||
    name === `area${axis.toUpperCase()}`
    ? axis
    : null;
}

/** One row for each group in which no row has a value. */
export function lostWhole({ all }: Losses): Row[] {
  return all.filter(({ stated }) => stated === 0).map(({ row }) => row);
}

/** How many rows the groups of an element have, and how many of them have a value. */
export function statedOf(rows: readonly Row[], name: MarkName, { all, keysOf }: Losses) {
  const by = isStacked(name) ? "place" : "group";
  const keys = new Set(rows.flatMap((row) => keysOf(row)?.[by] ?? []));
  const own = all.filter((loss) => keys.has(loss[by]));
  const lost = own.reduce((sum, one) => sum + one.lost, 0);
  return { lost, stated: own.reduce((sum, one) => sum + one.stated, 0) };
}

function placeText(
  { row }: Loss,
  { plan, limits }: Losses,
  channels: Channels,
  context: FigureContext,
) {
  const { language } = context;
  const names = plan ? keyNames(plan).placed : [];
  const texts = names.flatMap((name) => {
    const channel = channels.get(name);
    if (channel?.kind !== "column") return [];
    const value = channelValue(row, name, channel);
    const text = (one: unknown) => valueText(channel.column, one, context);
    const all = limits.get(name as "x" | "y") ?? [];
    const at = plan?.bins.some((axis) => axis === name) ? binOf(value, all) : null;
    return at === null
      ? text(value)
      : say(language, "plot.interval", text(all[at]), text(all[at + 1] ?? all[at]));
  });
  return texts.join(punctuation[language].comma);
}

/** Where a sum or another statistic lacks some of its rows, each place once. */
export function incompleteText(
  marks: readonly { readonly channels: Channels; readonly losses: Losses }[],
  context: FigureContext,
): string | null {
  const { language } = context;
  const texts = marks.flatMap(({ channels, losses }) => {
    const places = group(losses.all, ({ place }) => place);
    return [...places.values()].flatMap((members) => {
      const total = (kind: "stated" | "lost") => members.reduce((sum, one) => sum + one[kind], 0);
      const [stated, lost] = [total("stated"), total("lost")];
      const [first] = members;
      if (!first || lost === 0 || stated === 0) return [];
      const where = placeText(first, losses, channels, context);
      const count = say(language, "plot.incomplete", stated, stated + lost);
      return where === "" ? count : where + punctuation[language].colon + count;
    });
  });
  const all = [...new Set(texts)].toSorted();
  if (all.length === 0) return null;
  return say(language, "plot.incomplete.note", all.join(punctuation[language].semicolon));
}
