import { contained } from "../../domain/index.ts";
import type { MarkName } from "../../notebook/chart-cell/index.ts";
import { type FigureContext, observe, type Row } from "../../figures/index.ts";
import { valueIn, type Channel } from "./columns.ts";

/** Marks that Plot stacks where several rows stand in one place. */
const stacked = /^(?:bar|area|waffle)/;

const additive = /^(?:sum|mean|proportion)/;

interface Adding {
  readonly name: MarkName;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly reducers: ReadonlyMap<string, string>;
  readonly transform: unknown;
}

/** True where a mark makes one length or one number of several rows' values. */
function adds({ name, channels, reducers, transform }: Adding): boolean {
  if ([...reducers.values()].some((how) => additive.test(how))) return true;
  if (/"stack[XY]"/.test(JSON.stringify(transform ?? ""))) return true;
  const length = name.endsWith("Y") ? "y" : "x";
  return stacked.test(name) && reducers.size === 0 && channels.has(length);
}

/** Where a row's value is added: the channels that part the sums; a bin may hold any. */
function placeOf(row: Row, { name, channels, transform }: Adding): string {
  const isBinned = /"(?:bin|hexbin)/.test(JSON.stringify(transform ?? ""));
  const axis = name.endsWith("Y") ? "x" : "y";
  const names = isBinned ? ["fx", "fy"] : [axis, "fx", "fy"];
  const values = names.map((one) => {
    const channel = channels.get(one);
    return channel?.kind === "column" ? valueIn(row, channel) : null;
  });
  return JSON.stringify(values);
}

/**
 * Rows whose figure is contained in that of another row of the same sum: a part beside its total,
 * or a figure again. Drawn together they would be counted twice.
 */
export function overlapping(
  rows: readonly Row[],
  mark: Adding,
  { catalogue }: FigureContext,
): ReadonlySet<Row> {
  if (!adds(mark)) return new Set();
  const places = new Map<string, { readonly row: Row; readonly id: string }[]>();
  for (const row of rows) {
    const { source } = observe(row, catalogue);
    if (source.kind !== "stated") continue;
    const place = placeOf(row, mark);
    const members = places.get(place) ?? [];
    members.push({ row, id: source.facts[0] });
    places.set(place, members);
  }
  const found = [...places.values()].flatMap((members) => {
    const inside = new Set(contained([...new Set(members.map(({ id }) => id))], catalogue));
    return members.filter(
      ({ id }, i) => inside.has(id) || members.findIndex((one) => one.id === id) < i,
    );
  });
  return new Set(found.map(({ row }) => row));
}
