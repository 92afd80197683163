import { say } from "../words/index.ts";
import { changeBetween } from "./change.ts";
import type { FigureContext } from "./context.ts";
import type { Absent, Present } from "./observation.ts";
import { isPoint } from "./order.ts";
import type { PanelModel, PanelRow, RowGroup } from "./panel.ts";
import type { Lone } from "./panels.ts";

/** Regions that the reader keeps on top, in the order of choosing. */
export type Pinned = readonly string[];

/** Pinned ones first, in the order of the pins; the others as they stand. */
function onTop<T>(items: readonly T[], regionOf: (item: T) => string, pinned: Pinned): T[] {
  const place = (item: T) => pinned.indexOf(regionOf(item)) + 1 || Infinity;
  return items.toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}

/** From one region to another in one panel; null where the rules or a bound allow no change. */
function differenceOf(from: Present, to: Present, context: FigureContext): Present | null {
  if (from.region_id === to.region_id || !isPoint(from) || !isPoint(to)) return null;
  return changeBetween(from, to, context, { isInTime: false }).observation;
}

function besides(row: PanelRow, from: Present, context: FigureContext): PanelRow {
  const own = row.observations.at(-1);
  return own ? { ...row, beside: differenceOf(from, own, context) } : row;
}

/**
 * Rows of pinned regions under a name of their own, on top; every other row with what lies between
 * the first of them and itself, where the rules allow a change.
 */
export function pinnedFirst(
  groups: readonly RowGroup[],
  pinned: Pinned,
  context: FigureContext,
): Pick<PanelModel, "groups" | "pinned"> {
  const isPinned = ({ region_id }: PanelRow) => pinned.includes(region_id);
  const all = groups.flatMap(({ rows }) => rows);
  const top = onTop(all.filter(isPinned), ({ region_id }) => region_id, pinned);
  const first = top[0]?.observations.at(-1);
  if (!first) return { groups, pinned: [] };
  const shown = (row: PanelRow) => besides(row, first, context);
  const rest = groups.map(({ title, rows }) => ({
    title: title || say(context.language, "groups.rest"),
    rows: rows.filter((row) => !isPinned(row)).map(shown),
  }));
  return {
    groups: [
      { title: say(context.language, "groups.pinned"), rows: top.map(shown) },
      ...rest.filter(({ rows }) => rows.length > 0),
    ],
    pinned: [...new Set(top.map(({ region_id }) => region_id))],
  };
}

/** What stands on no axis, that of pinned regions first. */
export function pinnedLones(lones: readonly Lone[], pinned: Pinned): Lone[] {
  return onTop(lones, ({ observation }) => observation.region_id, pinned);
}

/** What has no value, that of pinned regions first. */
export function pinnedAbsent(missing: readonly Absent[], pinned: Pinned): Absent[] {
  return onTop(missing, ({ region_id }) => region_id, pinned);
}
