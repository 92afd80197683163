import type { Builder, Child } from "../dom/index.ts";
import type { Language } from "../domain/index.ts";
import { punctuation, say } from "../words/index.ts";
import {
  type FigureModel,
  type Form,
  formOf,
  forms,
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
import { barGlyph } from "./bar-glyph.ts";
import { glyph } from "./glyph.ts";
import { evidenceAttributes, missingAttributes } from "./attributes.ts";

const plain: GlyphStyle = { shape: "filled", derived: false };

/** How each form looks by itself. */
const looks: Readonly<Record<Form, GlyphStyle>> = {
  filled: plain,
  ring: { ...plain, shape: "ring" },
  derived: { ...plain, shape: "ring", derived: true },
  bound: { ...plain, bound: "above" },
  planned: { ...plain, shape: "diamond" },
  not_reported: { ...plain, shape: "square" },
  not_selected: { ...plain, shape: "square", missing: "not_selected" },
  not_read: { ...plain, shape: "square", missing: "not_read" },
  not_comparable: { ...plain, shape: "square", missing: "not_comparable" },
};

/** A drawing in the line of a text, from its middle so many px to the right. */
function inLine(build: Builder, right: number, ...children: Child[]): SVGElement {
  const [width, height] = [9 + right, 18];
  const place = { width, height, viewBox: `-9 -9 ${width} ${height}` };
  return build.svg("svg", { class: "symbol", ...place, "aria-hidden": "true" }, ...children);
}

/** A symbol with room for what stands beside it. */
function besideText(style: GlyphStyle, build: Builder): SVGElement {
  return inLine(build, style.bound ? 17 : 9, glyph(build, style));
}

/** A symbol with the dashes that an axis draws to where the true value lies. */
function alongAxis(style: GlyphStyle, build: Builder): SVGElement {
  const { svg } = build;
  const bound = svg(
    "g",
    { class: "bound above" },
    svg("path", { d: "M0,0H24", class: "dashes" }),
    svg("path", { d: "M19,-4L24,0L19,4", class: "tip" }),
  );
  return inLine(build, 27, bound, glyph(build, { ...style, bound: null }));
}

/** A short bar, where the chart draws bars. */
function asBar(style: GlyphStyle, build: Builder): SVGElement {
  const bar = barGlyph(build, style, { zero: -15, end: 22, y: 0 });
  bar.setAttribute("transform", "scale(0.6)");
  return inLine(build, 15, bar);
}

function isBar(form: Form, draws: FigureModel["draws"]): boolean {
  return draws === "bars" && (form === "filled" || form === "ring" || form === "derived");
}

function sampleOf(form: Form, draws: FigureModel["draws"], build: Builder): SVGElement {
  const look = looks[form];
  if (form === "bound" && draws !== "symbols") return alongAxis(look, build);
  return isBar(form, draws) ? asBar(look, build) : besideText(look, build);
}

/** A form with its word, as a key sets it. */
export interface KeyItem {
  /** A form, or a bar of it: who knows the dots of a page does not know its bars. */
  readonly form: string;
  readonly sample: SVGElement;
  readonly text: string;
}

/** The key of the forms that a figure draws; none where it explains them itself. */
export function keyItems(
  { forms: used, draws }: Pick<FigureModel, "forms" | "draws">,
  { language, build }: Pick<ChartContext, "language" | "build">,
): KeyItem[] {
  return used.map((form) => ({
    form: isBar(form, draws) ? `bar-${form}` : form,
    sample: sampleOf(form, draws, build),
    text: say(language, `key.${form}`),
  }));
}

/** Each form says which it is: on a page only the first figure that needs one shows it. */
function keyList(items: readonly KeyItem[], kind: string, label: string, build: Builder) {
  return build.html(
    "ul",
    { class: kind, "aria-label": label },
    items.map(({ form, sample, text }) =>
      build.html("li", kind === "key-of-marks" ? { "data-form": form } : {}, sample, text),
    ),
  );
}

export function figureKey(model: FigureModel, context: ChartContext): Child {
  const items = keyItems(model, context);
  const label = say(context.language, "app.keys");
  return items.length === 0 ? null : keyList(items, "key-of-marks", label, context.build);
}

/** All forms of marks in a word each, for the foot of a page. */
export function legend(language: Language, build: Builder): HTMLElement {
  const items = keyItems({ forms, draws: "symbols" }, { language, build });
  return keyList(items, "legend", say(language, "app.keys"), build);
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
  const form = formOf(observation);
  return {
    heading: heading(form, language),
    text: say(language, `key.${form}.long`),
    example: example(observation, context),
  };
}

/** The real symbol of an observation, with room for what stands beside it. */
export function formSymbol(observation: Observation, context: ChartContext): SVGElement {
  return besideText(glyphStyle(observation), context.build);
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
