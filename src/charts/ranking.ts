import { aloneBlock, onlyFigure } from "./alone.ts";
import type { Child } from "../dom/index.ts";
import {
  absenceName,
  absenceReason,
  absenceTitle,
  type Absent,
  changeText,
  detailOf,
  ends,
  type FigureContext,
  type FigureModel,
  glyphStyle,
  type PanelModel,
  type PanelRow,
  type PanelsBody,
  type Present,
  regionName,
  type RowGroup,
  scaleOf,
  type ScaleType,
  shortValue,
  zeroOn,
} from "../figures/index.ts";
import { evidenceAttributes } from "./attributes.ts";
import { type AbsentItem, type Block, heading, line, listed } from "./blocks.ts";
import type { ChartContext } from "./context.ts";
import { glyph } from "./glyph.ts";
import { pinButton } from "./pin.ts";
import { symbol } from "./symbol.ts";
import { punctuation, say } from "../words/index.ts";

/**
 * The value as a symbol on the scale of its panel: at the end of a line from zero, or where zero is
 * not on the scale, on a line along the whole of it.
 */
export function rankTrack(
  observation: Present,
  scale: ScaleType,
  context: ChartContext,
): SVGElement {
  const { build } = context;
  const { svg } = build;
  const zero = zeroOn(scale);
  const share = scaleOf(scale, [0, 100]);
  const end = `${share(observation.value).toFixed(2)}%`;
  return svg(
    "svg",
    { class: "track", height: 18, "aria-hidden": "true" },
    svg("line", {
      class: zero === null ? "guide" : "leader",
      x1: zero === null ? "0%" : `${share(zero).toFixed(2)}%`,
      x2: zero === null ? "100%" : end,
      y1: 9,
      y2: 9,
    }),
    observation.range && rangeTrack(observation, share, context),
    svg(
      "svg",
      { class: "end", x: end, y: 9, width: 1, height: 1 },
      glyph(build, glyphStyle(observation)),
    ),
  );
}

/** The range of a figure, in per cent of the track: a path has no such lengths. */
function rangeTrack(
  observation: Present,
  share: (value: number) => number,
  { build }: ChartContext,
): Child {
  const [low, high] = ends(observation).map((value) => `${share(value).toFixed(2)}%`);
  const line = (x1 = "", x2 = "", y1 = 9, y2 = 9) =>
    build.svg("line", { class: "reach", x1, x2, y1, y2 });
  return [line(low, high), line(low, low, 5, 13), line(high, high, 5, 13)];
}

/** `3`, `3=` for one that shares its place, "" for what has none. */
export function placeText({ rank }: PanelRow): string {
  return rank === null ? "" : `${rank.place}${rank.isTied ? "=" : ""}`;
}

/** What a screen reader hears after the name: the place, and that it is shared. */
export function placeName({ rank }: PanelRow, { language }: FigureContext): string {
  if (rank === null) return "";
  const joint = punctuation[language].semicolon;
  return joint + say(language, rank.isTied ? "ranking.tied" : "ranking.place", rank.place);
}

/** A number of a row beside its own: with its place in time, or what it is measured from. */
export interface Further {
  readonly observation: Present;
  readonly value: string;
  readonly detail: string;
  readonly isChange: boolean;
}

/**
 * What a row says besides its own figure: what lies between the pinned region and this one, a number
 * with both as its parents, then the region's other figures, the latest first.
 */
export function furtherOf(
  { beside, observations }: PanelRow,
  { pinned }: Pick<PanelModel, "pinned">,
  context: FigureContext,
): Further[] {
  const from = regionName(context, pinned[0] ?? "");
  const others = observations.slice(0, -1).toReversed();
  const change = beside && {
    observation: beside,
    value: changeText(beside, context),
    detail: say(context.language, "groups.against", from),
    isChange: true,
  };
  return [
    ...(change ? [change] : []),
    ...others.map((observation) => ({
      observation,
      value: shortValue(observation, context),
      detail: detailOf(observation, context),
      isChange: false,
    })),
  ];
}

function furtherMark({ observation, value, detail, isChange }: Further, context: ChartContext) {
  const { html } = context.build;
  return html(
    "span",
    { class: "further" },
    html(
      "a",
      { class: isChange ? "mark delta" : "mark", ...evidenceAttributes(observation, context) },
      isChange ? null : symbol(observation, context),
      html("span", { class: "value" }, value),
    ),
    " ",
    html("span", { class: "detail" }, detail),
  );
}

function item(row: PanelRow, panel: PanelModel, context: ChartContext): Child {
  const { html } = context.build;
  const observation = row.observations.at(-1);
  if (!observation) return null;
  const attributes = evidenceAttributes(observation, context);
  const isPinned = panel.pinned.includes(row.region_id);
  return html(
    "li",
    { "data-region-id": row.region_id, class: isPinned ? "pinned" : null },
    html("span", { class: "place", "aria-hidden": "true" }, placeText(row)),
    html(
      "span",
      { class: "who" },
      html("span", { class: "region" }, row.region),
      " ",
      html("span", { class: "detail" }, row.details),
    ),
    html(
      "a",
      {
        class: "mark",
        ...attributes,
        "aria-label": attributes["aria-label"] + placeName(row, context),
      },
      rankTrack(observation, panel.scale, context),
      html("span", { class: "value" }, shortValue(observation, context)),
    ),
    furtherOf(row, panel, context).map((one) => furtherMark(one, context)),
    pinButton(observation, isPinned, context),
  );
}

/** Rows with their places; the numbers are text of ours: a list's own would count ties as none. */
export function rankList(
  panel: PanelModel,
  { rows }: RowGroup,
  context: ChartContext,
): HTMLElement {
  return context.build.html(
    "ol",
    { role: "list" },
    rows.map((row) => item(row, panel, context)),
  );
}

/** The rows of a panel, under its name and what must be known of it. */
export function rankedBlocks(panel: PanelModel, notes: readonly string[] = []): Block[] {
  return onlyFigure(panel) ?? [rankedGroup(panel, notes)];
}

function rankedGroup(panel: PanelModel, notes: readonly string[]): Block {
  return {
    kind: "group",
    name: panel.isRanked ? "ranked" : "ranked not",
    blocks: [
      ...line("panel", panel.header),
      ...[...panel.notes, ...notes].flatMap((text) => line("detail", text)),
      ...panel.groups.flatMap((group) => [
        ...line("header", group.title),
        ...listed(group.rows, () => ({ kind: "ranks", panel, group }) as const),
      ]),
    ],
  };
}

/** What has no figure, by name and reason. */
export function absentItems(missing: readonly Absent[], context: FigureContext): AbsentItem[] {
  const joint = punctuation[context.language].colon;
  return missing.map((observation) => ({
    observation,
    name: absenceName(observation, context),
    text: regionName(context, observation.region_id) + joint + absenceReason(observation, context),
  }));
}

/**
 * A numbered list: place, name, value on a scale. Numbers only where the rules let the figures be
 * put in order; else the rows stand by region code, and the list says why.
 */
export function ranking(
  { body }: FigureModel<PanelsBody>,
  _width: number,
  context: ChartContext,
): Block[] {
  const blocks = body.sections.flatMap(({ title: name, panels, alone, missing }): Block[] => [
    ...heading(name),
    ...panels.flatMap((panel) => rankedBlocks(panel)),
    ...aloneBlock(alone, panels.length === 0, context),
    ...listed(
      missing,
      (all) =>
        ({
          kind: "absent",
          title: absenceTitle(all, context),
          items: absentItems(all, context),
        }) as const,
    ),
  ]);
  return [{ kind: "group", name: "ranking", blocks }];
}
