import { isMapping, wrong, type Fault, type Path } from "./check.ts";
import { choice, either, may, must, number, object, text } from "./shape.ts";
import type { Property, Shape, Variant } from "./shape.ts";

const id: Shape = { kind: "string" };
/** A value, a year, or a day such as 2021-09-01. */
const place = either("place", number(), id);

const words = must(text, "写什么", "What it says");
const region = may(id, "哪个地区，写 id", "Which region, by its id");
const metric = may(id, "哪个指标，写 id", "Which metric, by its id");

const datum: Readonly<Record<string, Property>> = {
  region,
  metric,
  fact: may(id, "哪个数字，写 id", "Which figure, by its id"),
  text: words,
};
const axis = may(
  choice("annotation axis", "value", "time", "x", "y"),
  "在哪条轴上：数值、时间；自定义图写 x 或 y",
  "On which axis: value or time; x or y in a plot",
);

function variant(zh: string, en: string, properties: Readonly<Record<string, Property>>): Variant {
  return { zh, en, shape: object("annotation option", properties) };
}

/** What a note may be tied to. */
export const annotations = {
  point: variant("给一个数字加注", "A note on one figure", datum),
  text: variant("写在一个数字旁边，不圈出它", "A text beside a figure, without a ring", datum),
  line: variant("在轴上一处画线", "A line at a place of an axis", {
    at: must(place, "在哪里", "Where"),
    axis,
    region,
    metric,
    text: words,
  }),
  range: variant("在轴上一段铺底色", "A band over a stretch of an axis", {
    from: must(place, "从哪里", "Where it begins"),
    to: must(place, "到哪里", "Where it ends"),
    axis,
    region,
    metric,
    text: words,
  }),
} as const satisfies Readonly<Record<string, Variant>>;

export type AnnotationType = keyof typeof annotations;

/** Notes beyond this number are no notes any more, and have no circled digit. */
const MOST_ANNOTATIONS = 20;

/** The key `annotate` of a chart cell. */
export const annotate: Property = may(
  {
    kind: "list",
    most: MOST_ANNOTATIONS,
    of: {
      kind: "tagged",
      tag: "type",
      thing: "annotation",
      fallback: "point",
      variants: annotations,
    },
  },
  "图上的注：一个数字、一条线、一段",
  "Notes in the chart: on a figure, a line, a stretch of an axis",
);

function checkOne(note: unknown, path: Path): Fault[] {
  if (!isMapping(note)) return [];
  const { type = "point", region, fact, from, to } = note;
  const isDatum = type === "point" || type === "text";
  if (isDatum && region === undefined && fact === undefined)
    return [wrong(path, `missing annotation option: region or fact (${type})`, "key")];
  if (type === "range" && typeof from === typeof to && String(from) !== "" && isAfter(from, to))
    return [wrong([...path, "to"], `invalid value: ${String(to)} (after ${String(from)})`)];
  return [];
}

function isAfter(from: unknown, to: unknown): boolean {
  if (typeof from === "number" && typeof to === "number") return from >= to;
  return typeof from === "string" && typeof to === "string" && from >= to;
}

/** What does not go together in the notes of a spec. */
export function checkAnnotations(spec: Readonly<Record<string, unknown>>): Fault[] {
  const notes = spec["annotate"];
  if (!Array.isArray(notes)) return [];
  const isFaceted =
    Array.isArray(spec["marks"]) &&
    spec["marks"].some((mark) => isMapping(mark) && ("fx" in mark || "fy" in mark));
  const faceted = isFaceted
    ? [wrong(["annotate"], "unsupported annotate: in facets (fx, fy)", "key")]
    : [];
  return [...faceted, ...notes.flatMap((note: unknown, i) => checkOne(note, ["annotate", i]))];
}
