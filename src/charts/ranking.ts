import type { Child } from "../dom/index.ts";
import { punctuation, say } from "../i18n/index.ts";
import { absenceName, absenceReason } from "./absent.ts";
import { aloneList } from "./alone.ts";
import { axisOf, scaleOf, type Axis } from "./axis.ts";
import { regionName, type ChartContext } from "./context.ts";
import { glyph, glyphStyle } from "./glyph.ts";
import { evidenceAttributes, missingAttributes, shortValue } from "./name.ts";
import type { Absent, Present } from "./observation.ts";
import { ordered, unrankedBecause } from "./order.ts";
import type { Arrangement, Panel } from "./panels.ts";
import { rowDetails } from "./layout.ts";
import type { Section } from "./sections.ts";
import { choice, type ChartSpec } from "./spec.ts";
import { symbol } from "./symbol.ts";

/** A row with its place in the order; null where it has none. */
interface Ranked {
  readonly observation: Present;
  readonly place: number | null;
  /** Shares its place with another. */
  readonly isTied: boolean;
}

/** Equal values share a place, and the next one counts them: 1, 2, 2, 4. */
export function placesOf(observations: readonly Present[]): Ranked[] {
  const first = (one: Present) => observations.findIndex(({ value }) => value === one.value) + 1;
  return observations.map((observation) => ({
    observation,
    place: first(observation),
    isTied: observations.filter(({ value }) => value === observation.value).length > 1,
  }));
}

/** The value as a symbol at the end of a line from zero, on the scale of its panel. */
function track(observation: Present, axis: Axis, { build, ...context }: ChartContext): Child {
  const { svg } = build;
  const [low, high] = axis.domain;
  const start = axis.type === "log" ? low : Math.min(Math.max(0, low), high);
  const share = scaleOf(axis, [0, 100]);
  const end = `${share(observation.value).toFixed(2)}%`;
  return svg(
    "svg",
    { class: "track", height: 18, "aria-hidden": "true" },
    svg("line", {
      class: "leader",
      x1: `${share(start).toFixed(2)}%`,
      x2: end,
      y1: 9,
      y2: 9,
    }),
    svg(
      "svg",
      { class: "end", x: end, y: 9, width: 1, height: 1 },
      glyph(build, glyphStyle(observation, { build, ...context })),
    ),
  );
}

/** What a screen reader hears after the name: the place, and that it is shared. */
function placeName({ place, isTied }: Ranked, { language }: ChartContext): string {
  if (place === null) return "";
  const joint = punctuation[language].semicolon;
  return joint + say(language, isTied ? "ranking.tied" : "ranking.place", place);
}

function item(ranked: Ranked, axis: Axis, panel: Panel, context: ChartContext): Child {
  const { build } = context;
  const { observation, place, isTied } = ranked;
  const attributes = evidenceAttributes(observation, context);
  const number = place === null ? "" : `${place}${isTied ? "=" : ""}`;
  return build.html(
    "li",
    {},
    build.html("span", { class: "place", "aria-hidden": "true" }, number),
    build.html(
      "span",
      { class: "who" },
      build.html("span", { class: "region" }, regionName(context, observation.region_id)),
      " ",
      build.html("span", { class: "detail" }, rowDetails([observation], panel, context)),
    ),
    build.html(
      "a",
      {
        class: "mark",
        ...attributes,
        "aria-label": attributes["aria-label"] + placeName(ranked, context),
      },
      track(observation, axis, context),
      build.html("span", { class: "value" }, shortValue(observation, context)),
    ),
  );
}

function rows(list: readonly Ranked[], axis: Axis, panel: Panel, context: ChartContext): Child {
  if (list.length === 0) return null;
  // The numbers are text of ours: a list's own would count ties as if there were none.
  return context.build.html(
    "ol",
    { role: "list" },
    list.map((ranked) => item(ranked, axis, panel, context)),
  );
}

function note(text: string, { build }: ChartContext): Child {
  return build.html("p", { class: "header" }, text);
}

function panelList(spec: ChartSpec, panel: Panel, context: ChartContext): Child {
  const { build, language } = context;
  const because = unrankedBecause(panel, context);
  const isRanked = because === null;
  const upward = choice(spec, "order", ["descending", "ascending"] as const, "descending");
  const lines = ordered(
    panel.observations.map((observation) => [observation]),
    { isRanked },
    context,
  );
  const points = lines.points.flat();
  const inOrder = isRanked && upward === "ascending" ? points.toReversed() : points;
  const outside = lines.outside.flat();
  const axis = axisOf(spec, panel.observations, 704, language);
  const bare = (list: readonly Present[]) =>
    list.map((observation) => ({ observation, place: null, isTied: false }));
  const why = because
    ? say(language, "panel.unranked.because", because)
    : say(language, "panel.unranked");
  return build.html(
    "div",
    { class: isRanked ? "ranked" : "ranked not" },
    panel.header ? build.html("p", { class: "header panel" }, panel.header) : null,
    isRanked ? null : build.html("p", { class: "detail" }, why),
    axis.type === "log"
      ? build.html("p", { class: "detail" }, say(language, "chart.logarithmic"))
      : null,
    isRanked
      ? rows(placesOf(inOrder), axis, panel, context)
      : rows(bare([...points, ...outside]), axis, panel, context),
    isRanked && outside.length > 0
      ? [note(say(language, "panel.outside"), context), rows(bare(outside), axis, panel, context)]
      : null,
  );
}

function missingList(missing: readonly Absent[], context: ChartContext): Child {
  if (missing.length === 0) return null;
  const { build, language } = context;
  const joint = punctuation[language].colon;
  return build.html(
    "div",
    { class: "none" },
    note(say(language, "missing.group"), context),
    build.html(
      "ul",
      {},
      missing.map((observation) =>
        build.html(
          "li",
          {
            ...missingAttributes(observation, context),
            "aria-label": absenceName(observation, context),
          },
          symbol(observation, context),
          regionName(context, observation.region_id) + joint + absenceReason(observation, context),
        ),
      ),
    ),
  );
}

function section(
  spec: ChartSpec,
  { panels, alone, missing }: Arrangement,
  context: ChartContext,
): Child {
  return [
    panels.map((panel) => panelList(spec, panel, context)),
    aloneList(alone, context),
    missingList(missing, context),
  ];
}

/**
 * A numbered list: place, name, value on a scale. Numbers only where the rules let the figures be
 * put in order; else the rows stand by region code, and the list says why.
 */
export function ranking(
  spec: ChartSpec,
  sections: readonly Section[],
  context: ChartContext,
): HTMLElement {
  const { html } = context.build;
  return html(
    "div",
    { class: "ranking" },
    sections.map(({ title, arrangement }) => [
      title ? html("h4", {}, title) : null,
      section(spec, arrangement, context),
    ]),
  );
}
