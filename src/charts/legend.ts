import type { Builder, Child } from "../dom/index.ts";
import type { Language } from "../domain/index.ts";
import { punctuation, say } from "../words/index.ts";
import {
  type Form,
  formOf,
  glyphStyle,
  type GlyphStyle,
  measureName,
  type Observation,
  regionName,
  shortValue,
  type FigureContext,
  isAbsent,
} from "../figures/index.ts";
import type { ChartContext } from "./context.ts";
import { glyph } from "./glyph.ts";
import { evidenceAttributes, missingAttributes } from "./attributes.ts";

/** A symbol in the line of a text, with room for what stands beside it. */
function symbol(build: Builder, style: GlyphStyle): SVGElement {
  const width = style.bound || style.disputed ? 26 : 18;
  return build.svg(
    "svg",
    {
      class: "symbol",
      width,
      height: 18,
      viewBox: `-9 -9 ${width} 18`,
      "aria-hidden": "true",
    },
    glyph(build, style),
  );
}

const plain = { shape: "filled", hatched: false, derived: false } as const;

/** The forms that the foot of every page explains in a word. */
const brief: readonly (readonly [Form, GlyphStyle])[] = [
  ["filled", plain],
  ["ring", { ...plain, shape: "ring" }],
  ["half", { ...plain, shape: "half" }],
  ["hatched", { ...plain, hatched: true }],
  ["derived", { ...plain, shape: "ring", derived: true }],
  ["companion", { ...plain, companion: true }],
  ["bound", { ...plain, bound: "above" }],
  ["planned", { ...plain, shape: "diamond" }],
  ["mismatch", { ...plain, disputed: true }],
  ["not_reported", { ...plain, shape: "square" }],
  ["not_selected", { ...plain, shape: "square", missing: "not_selected" }],
  ["not_read", { ...plain, shape: "square", missing: "not_read" }],
];

/** The forms of the marks in a word each, for the foot of a page. */
export function legend(language: Language, build: Builder): HTMLElement {
  return build.html(
    "ul",
    { class: "legend", "aria-label": say(language, "app.keys") },
    brief.map(([form, style]) =>
      build.html("li", {}, symbol(build, style), say(language, `key.${form}`)),
    ),
  );
}

/**
 * The legend of the method page: one observation a form, with its real symbol, what the form says
 * and the figure as an example. Forms that no row shows are not explained.
 */
export function formList(observations: readonly Observation[], context: ChartContext): HTMLElement {
  return context.build.html(
    "ul",
    { class: "forms" },
    observations.map((observation) => item(observation, context)),
  );
}

/** What is said of the form of a mark. */
export function formParts(observation: Observation, context: FigureContext) {
  const { language } = context;
  const form = formOf(observation, context);
  return {
    heading: heading(form, language),
    text: say(language, `key.${form}.long`),
    example: example(observation, context),
  };
}

/** The real symbol of an observation, with room for what stands beside it. */
export function formSymbol(observation: Observation, context: ChartContext): SVGElement {
  return symbol(context.build, glyphStyle(observation, context));
}

function item(observation: Observation, context: ChartContext): Child {
  const { build } = context;
  const { heading: head, text, example: figure } = formParts(observation, context);
  return build.html(
    "li",
    {},
    mark(observation, context),
    build.html(
      "div",
      {},
      build.html("strong", {}, head),
      text,
      build.html("span", { class: "example" }, figure),
    ),
  );
}

function heading(form: Form, language: Language): string {
  const name = say(language, `key.${form}`);
  return language === "zh" ? `${name}：` : `${name.charAt(0).toUpperCase()}${name.slice(1)}. `;
}

function mark(observation: Observation, context: ChartContext): Child {
  const { build } = context;
  const drawn = formSymbol(observation, context);
  if (isAbsent(observation))
    return build.html("span", missingAttributes(observation, context), drawn);
  return build.html("a", { class: "mark", ...evidenceAttributes(observation, context) }, drawn);
}

function example(observation: Observation, context: FigureContext): string {
  const { language } = context;
  const parts = [
    regionName(context, observation.region_id),
    measureName(observation, context),
    shortValue(observation, context),
  ];
  const joint = punctuation[language].comma;
  return say(language, "key.example", parts.filter(Boolean).join(joint));
}
