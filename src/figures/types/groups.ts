import { absenceTitle } from "../absence.ts";
import { say } from "../../words/index.ts";
import type { Comparable } from "../comparable.ts";
import type { FigureContext } from "../context.ts";
import { headers } from "../headers.ts";
import type { Absent, Observation, Present } from "../observation.ts";
import { type PanelModel, panelModel, type RowGroup } from "../panel.ts";
import { arrange, type Arrangement, type Lone, type Panel } from "../panels.ts";
import { type Pinned, pinnedAbsent, pinnedFirst, pinnedLones } from "../pins.ts";
import { type ChartSpec, choice } from "../spec.ts";
import type { FigureInput, FigureType } from "./type.ts";

/** Part of a figure that can be folded; folded parts are all there, in any medium. */
export interface Foldable {
  /** What all of it has in common. */
  readonly title: string;
  /** How much there is of it. */
  readonly count: string;
  /** Shown at once. */
  readonly isOpen: boolean;
}

/** Regions that may stand beside each other: a row each, on an axis of their own. */
export interface RegionGroup extends Foldable {
  readonly panel: PanelModel;
}

export interface GroupsBody {
  /** The one of the most regions first. */
  readonly groups: readonly RegionGroup[];
  /** Figures that can stand beside no other, each with the reason; null for none. */
  readonly alone: (Foldable & { readonly lones: readonly Lone[] }) | null;
  /** Regions without a figure; null for none. */
  readonly missing: (Foldable & { readonly rows: readonly Absent[] }) | null;
  /** Regions that the reader wants on top, by id. */
  readonly pinned: Pinned;
}

function regionsOf(observations: readonly Observation[]): string[] {
  return [...new Set(observations.map(({ region_id }) => region_id))];
}

/** 17个地区，20个数字 */
function countOf(observations: readonly Observation[], { language }: FigureContext): string {
  const regions = regionsOf(observations).length;
  return say(language, "groups.count", regions, observations.length);
}

function holds(observations: readonly Observation[], pinned: Pinned): boolean {
  return observations.some(({ region_id }) => pinned.includes(region_id));
}

/** Rows as the query gave them, each where the first of its figures stood. */
function asGiven({ title, rows }: RowGroup, given: readonly Present[]): RowGroup {
  const place = new Map(given.map((observation, i) => [observation, i]));
  const placeOf = (observations: readonly Present[]) =>
    Math.min(...observations.map((one) => place.get(one) ?? Infinity));
  return {
    title,
    rows: rows.toSorted((a, b) => placeOf(a.observations) - placeOf(b.observations)),
  };
}

function unranked({ title, rows }: RowGroup): RowGroup {
  return { title, rows: rows.map((row) => ({ ...row, rank: null })) };
}

function panelOf(
  { spec, pinned = [], context }: FigureInput,
  panel: Panel,
  header: string,
): PanelModel {
  // What cannot be judged is in no order.
  const ranked = panel.ranked && panel.figures.length > 0;
  const options = { fromZero: true, byRegion: true, isList: true };
  const { order: _, ...rest } = spec;
  const model = panelModel(rest, { ...panel, header, ranked }, options, context);
  // One row is in no order.
  const placed = model.groups.flatMap(({ rows }) => rows).filter(({ rank }) => rank !== null);
  const isRanked = model.isRanked && placed.length > 1;
  const isGiven = orderOf(spec) === "rows" && isRanked;
  const groups = model.groups.map((group) => {
    if (!isRanked) return unranked(group);
    return isGiven ? asGiven(group, panel.observations) : group;
  });
  return { ...model, isRanked, ...pinnedFirst(groups, pinned, context) };
}

function orderOf(spec: ChartSpec): "value" | "rows" {
  return choice(spec, "order", ["value", "rows"] as const, "value");
}

/** The most regions first; of equal ones the most figures, then as the rules gave them. */
function bySize(a: Panel, b: Panel): number {
  const [regions, others] = [a, b].map(({ observations }) => regionsOf(observations).length);
  return (others ?? 0) - (regions ?? 0) || b.observations.length - a.observations.length;
}

function groupsOf(input: FigureInput, { panels }: Arrangement): RegionGroup[] {
  const { pinned = [], context } = input;
  const isJudged = ({ figures }: Panel) => figures.length > 0;
  const judged = panels.filter(isJudged).toSorted(bySize);
  const names = headers.common(
    judged.map(({ figures }): readonly Comparable[] => figures),
    context,
  );
  const named = [
    ...judged.map((panel, i) => ({ panel, title: names[i] ?? "" })),
    ...panels.filter((panel) => !isJudged(panel)).map((panel) => ({ panel, title: panel.header })),
  ];
  return named.map(({ panel, title }, i) => ({
    title: title || headers.unjudged(context),
    count: countOf(panel.observations, context),
    isOpen: i === 0 || holds(panel.observations, pinned),
    panel: panelOf(input, panel, title),
  }));
}

function aloneOf(input: FigureInput, { panels, alone }: Arrangement): GroupsBody["alone"] {
  const { pinned = [], context } = input;
  if (alone.length === 0) return null;
  const observations = alone.map(({ observation }) => observation);
  return {
    title: say(context.language, "panel.alone"),
    count: countOf(observations, context),
    isOpen: panels.length === 0 || holds(observations, pinned),
    lones: pinnedLones(alone, pinned),
  };
}

function missingOf(input: FigureInput, { missing }: Arrangement): GroupsBody["missing"] {
  const { pinned = [], context } = input;
  if (missing.length === 0) return null;
  const regions = regionsOf(missing).length;
  return {
    title: absenceTitle(missing, context),
    count: say(context.language, "groups.regions", regions),
    isOpen: missing.length === input.observations.length || holds(missing, pinned),
    rows: pinnedAbsent(missing, pinned),
  };
}

/** What is said of figures that share a group: what the groups keep apart needs no word. */
function withinGroups(arrangement: Arrangement): Arrangement[] {
  const { comparison, panels } = arrangement;
  return panels
    .filter(({ figures }) => figures.length > 1)
    .map((panel) => {
      const ids = new Set(panel.figures.map(({ fact_id }) => fact_id));
      const pairs = comparison.pairs.filter(({ a, b }) => ids.has(a) && ids.has(b));
      const groups = [panel.figures];
      return { ...arrangement, panels: [panel], alone: [], comparison: { groups, pairs } };
    });
}

/** What the largest group is. */
function found({ groups }: GroupsBody, { language }: FigureContext): string[] {
  const [first] = groups;
  return first ? [say(language, "describe.largest", first.title, first.count)] : [];
}

function divided({ groups, alone }: GroupsBody, { language }: FigureContext): string[] {
  if (groups.length + (alone ? 1 : 0) < 2) return [];
  return [say(language, "describe.divided", groups.length, alone?.lones.length ?? 0)];
}

/**
 * Every region that states something, in groups of those that may be compared: a row each on the
 * group's own axis from zero, the largest group shown, the others folded with their count.
 */
export const groups: FigureType<GroupsBody> = {
  name: "groups",
  compares: "groups",
  drawsEachRow: true,
  hasPins: true,
  draws: { as: "symbols", gaps: false },
  isTable: () => false,
  arrange(input) {
    const arrangement = arrange(input.observations, input.context);
    return {
      body: {
        groups: groupsOf(input, arrangement),
        alone: aloneOf(input, arrangement),
        missing: missingOf(input, arrangement),
        pinned: input.pinned ?? [],
      },
      arrangements: withinGroups(arrangement),
    };
  },
  describe: (body, { context }) => ({
    found: found(body, context),
    apart: divided(body, context),
  }),
};
