import type { Child } from "../dom/index.ts";
import { excerptText, punctuation, say } from "../words/index.ts";
import {
  detailOf,
  type Lone,
  regionName,
  shortValue,
  accessibleName,
  type FigureContext,
  type PanelModel,
} from "../figures/index.ts";
import { type AloneBlock, type Block, line, listed } from "./blocks.ts";
import type { ChartContext } from "./context.ts";
import { evidenceAttributes } from "./attributes.ts";
import { foldElement } from "./fold.ts";
import { pinButton } from "./pin.ts";
import { symbol } from "./symbol.ts";

/** So many are named; of the others it is said how many. */
const SHOWN = 6;

/** How many of them a picture shows: nothing is gained by hiding a single one, or in a fold. */
export function shownAlone(lones: readonly Lone[], isFolded = false): number {
  return isFolded || lones.length <= SHOWN + 1 ? lones.length : SHOWN;
}

/** What stands beside its value. */
export function aloneDetail({ observation, detail }: Lone, context: FigureContext): string {
  return detail ?? detailOf(observation, context);
}

/** The only figure of a panel: an axis with one dot on it shows nothing. Null where it has others. */
export function onlyFigure({ header, groups, pinned }: PanelModel): Block[] | null {
  const [row, ...others] = groups.flatMap(({ rows }) => rows);
  const [observation, ...further] = row?.observations ?? [];
  if (!row || !observation || others.length > 0 || further.length > 0) return null;
  const lones = [{ observation, reason: "", detail: row.details }];
  return [...line("panel", header), { kind: "alone", title: null, lones, pinned }];
}

/** What a screen reader says of one: the figure, and why it stands alone. */
export function aloneName({ observation, reason }: Lone, context: FigureContext): string {
  const name = accessibleName(observation, context);
  return [name, reason].filter(Boolean).join(punctuation[context.language].semicolon);
}

function item(lone: Lone, pinned: readonly string[] | undefined, context: ChartContext): Child {
  const { html } = context.build;
  const { observation, reason } = lone;
  const attributes = evidenceAttributes(observation, context);
  return html(
    "li",
    { "data-region-id": observation.region_id },
    html(
      "div",
      { class: "who" },
      html("span", { class: "region" }, regionName(context, observation.region_id)),
      " ",
      // What the link shows is what its name says, in one piece: the region stands before it.
      html(
        "a",
        { class: "mark", ...attributes, "aria-label": aloneName(lone, context) },
        symbol(observation, context),
        html("span", { class: "value" }, shortValue(observation, context)),
      ),
    ),
    " ",
    html("span", { class: "detail" }, aloneDetail(lone, context)),
    reason === "" ? null : [" ", html("span", { class: "reason" }, reason)],
    pinned && pinButton(observation, pinned.includes(observation.region_id), context),
  );
}

/** What no panel of a comparison could take; folded, save for a few where nothing else is shown. */
export function aloneBlock(
  alone: readonly Lone[],
  isOnly: boolean,
  { language }: FigureContext,
): Block[] {
  const title = say(language, "panel.alone");
  const isOpen = isOnly && shownAlone(alone) === alone.length;
  return listed(alone, (lones) => ({ kind: "alone", title, isOpen, lones }) as const);
}

/** Figures on no axis, by name and value, each with the reason. */
export function aloneList(block: AloneBlock, context: ChartContext): Child {
  const { html } = context.build;
  const { title, isOpen = false, lones, pinned } = block;
  const items = lones.map((lone) => item(lone, pinned, context));
  const list = html("div", { class: "alone" }, html("ul", {}, items));
  // In a fold of its group it has the title of that.
  if (title === null) return list;
  const names = [...new Set(lones.map(({ observation }) => observation.region_id))];
  const places = excerptText(
    names.map((id) => regionName(context, id)),
    SHOWN,
    context.language,
    "strip.more_regions",
  );
  const count = say(context.language, "panel.of", places, lones.length);
  return foldElement({ title, count, isOpen }, list, context);
}
