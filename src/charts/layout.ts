import { isBound } from "../domain/index.ts";
import {
  type Axis,
  axisOf,
  type PanelModel,
  type PanelRow,
  type Present,
  type RowGroup,
  type ShownChange,
} from "../figures/index.ts";
import type { ChartContext } from "./context.ts";
import { BOLD, wrap } from "./text.ts";

/** Sizes in px that the layout and the drawing share. */
export const size = {
  label: 14,
  detail: 12,
  tick: 12,
  header: 12,
  lineGap: 16,
  gutter: 196,
  /** Below this width labels stand above their row instead of beside it. */
  narrow: 520,
} as const;

/** One row of a dot plot: a region's figure, or its figures over time where they connect. */
export interface Line {
  readonly observations: readonly Present[];
  readonly change: ShownChange | null;
  /** The region's name, in as many lines as it needs. */
  readonly label: readonly string[];
  readonly details: readonly string[];
  /** Top of the row and the height of its dots' centre, both in px. */
  readonly top: number;
  readonly y: number;
  readonly height: number;
}

export interface Group {
  /** Empty for a group without a name. */
  readonly header: readonly string[];
  readonly top: number;
  readonly lines: readonly Line[];
}

/** A line of text and the height of its baseline. */
interface Note {
  readonly text: string;
  readonly y: number;
}

/** A panel with the places of its rows and the axis that they share. */
export interface Layout {
  readonly header: readonly string[];
  /** What must be known before reading the rows: no ranking, a log scale. */
  readonly notes: readonly Note[];
  readonly axis: Axis;
  readonly groups: readonly Group[];
  /** Where the rows begin, below header and notes. */
  readonly top: number;
  readonly height: number;
}

/** A change, a floor and a range write their label over the dots, where a narrow row has its text. */
function hasLabelAbove(observations: readonly Present[]): boolean {
  return (
    observations.length > 1 ||
    observations.some(({ qualifier, range }) => isBound(qualifier) || range !== null)
  );
}

interface Cursor {
  y: number;
}

/** From one line of a name to the next. */
export const NAME_GAP = 17;

/** Room for the text: beside the row when wide, above it when narrow. */
function placeLine(row: PanelRow, width: number, cursor: Cursor): Line {
  const isNarrow = width < size.narrow;
  const room = isNarrow ? width - 4 : size.gutter - 14;
  const lines = wrap(row.details, room, size.detail);
  const label = wrap(row.region, room / BOLD, size.label);
  const above = hasLabelAbove(row.observations) ? 16 : 0;
  const top = cursor.y + (isNarrow ? 0 : above);
  const nameHeight = Math.max(1, label.length) * NAME_GAP + 1;
  const textHeight = nameHeight + lines.length * size.lineGap + (isNarrow ? above : 0);
  const height = isNarrow ? textHeight + 32 : Math.max(textHeight + 8, 34);
  cursor.y = top + height;
  return {
    observations: row.observations,
    change: row.change,
    label,
    details: lines,
    top,
    y: isNarrow ? top + textHeight + 13 : top + 14,
    height,
  };
}

/** Latin letters in bold at a header's size, in the widest of the usual fonts. */
const HEADER_BOLD = BOLD * 1.08;

/** A name over rows; nothing, and less room, where there is none. */
function placeHeader(text: string, width: number, cursor: Cursor): string[] {
  const header = text === "" ? [] : wrap(text, (width - 4) / HEADER_BOLD, size.header);
  cursor.y += header.length > 0 ? 14 + header.length * 16 : 4;
  return header;
}

function placeGroup({ title, rows }: RowGroup, width: number, cursor: Cursor): Group {
  const top = cursor.y;
  const header = placeHeader(title, width, cursor);
  const lines = rows.map((row) => placeLine(row, width, cursor));
  cursor.y += 6;
  return { header, top, lines };
}

/** Notes stand close below the header, or at the top where there is none. */
function placeNotes(
  texts: readonly string[],
  hasHeader: boolean,
  width: number,
  cursor: Cursor,
): Note[] {
  const lines = texts.flatMap((text) => wrap(text, width - 4, size.detail));
  if (lines.length === 0) return [];
  const first = cursor.y + (hasHeader ? 4 : 12);
  cursor.y = first + (lines.length - 1) * size.lineGap + 6;
  return lines.map((text, index) => ({ text, y: first + index * size.lineGap }));
}

/**
 * The axis of a panel and the places of its header, groups and rows, for one width in px. `head` is
 * room in px over the rows for the labels of lines across them.
 */
export function layout(
  panel: PanelModel,
  width: number,
  head: number,
  { language }: ChartContext,
): Layout {
  const axis = axisOf(panel.scale, panel.measure, width, language);
  const cursor = { y: 0 };
  const header = placeHeader(panel.header, width, cursor);
  const notes = placeNotes(panel.notes, header.length > 0, width, cursor);
  const top = cursor.y;
  cursor.y += head;
  const groups = panel.groups.map((group) => placeGroup(group, width, cursor));
  return { header, notes, axis, groups, top, height: cursor.y };
}
