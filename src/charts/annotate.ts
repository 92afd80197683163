import type { Child } from "../dom/index.ts";
import { punctuation, say } from "../words/index.ts";
import { type Annotation, circled, whereOf } from "../figures/index.ts";
import { type Block, listed } from "./blocks.ts";
import type { ChartContext } from "./context.ts";
import type { Box } from "./place.ts";
import { textWidth, wrap } from "./text.ts";
import { px } from "./shapes.ts";

/** Of a note's text, of a circled number, and between lines, in px. */
export const note = { font: 12, radius: 8, line: 15, row: 18 } as const;

/** What a screen reader says of a note; a tip shows the same. */
function nameOf(annotation: Annotation, context: ChartContext): string {
  const joint = punctuation[context.language].semicolon;
  const head = say(context.language, "annotate.name", annotation.number);
  return [head, whereOf(annotation, context), annotation.text].filter(Boolean).join(joint);
}

/** The notes of a drawing, and what became of each in it. */
export interface Notes {
  readonly all: readonly Annotation[];
  readonly drawn: Set<Annotation>;
  /** Those whose text the drawing has room for. */
  readonly written: Set<Annotation>;
}

export function notesFor(all: readonly Annotation[]): Notes {
  return { all, drawn: new Set(), written: new Set() };
}

/** A group that can be reached by the arrow keys, as every mark can. */
export function noteMark(
  annotation: Annotation,
  { drawn }: Notes,
  context: ChartContext,
  ...children: Child[]
): SVGElement {
  drawn.add(annotation);
  return context.build.svg(
    "g",
    {
      class: `mark annotation ${annotation.type}`,
      role: "img",
      tabindex: -1,
      "data-mark": true,
      "data-annotation": annotation.number,
      "aria-label": nameOf(annotation, context),
    },
    ...children,
  );
}

/** The number of a note on a chip of ink: no mark has that colour or a number in it. */
export function badge(annotation: Annotation, x: number, y: number, { build }: ChartContext) {
  const place = { cx: px(x), cy: px(y) };
  return [
    build.svg("circle", { class: "hit", ...place, r: 13 }),
    build.svg("circle", { class: "note-chip", ...place, r: note.radius }),
    build.svg(
      "text",
      { class: "note-number", x: px(x), y: px(y + 4), "text-anchor": "middle" },
      annotation.number,
    ),
  ];
}

/** Lines of a note's text from a corner on. */
export function noteText(
  lines: readonly string[],
  { x, y }: Pick<Box, "x" | "y">,
  anchor: "start" | "end",
  { build }: ChartContext,
): Child[] {
  return lines.map((text, i) =>
    build.svg(
      "text",
      { class: "note-text", x: px(x), y: px(y + 11 + i * note.line), "text-anchor": anchor },
      text,
    ),
  );
}

/** A text with paper under it, where lines may cross its place. */
export function grounded(
  lines: readonly string[],
  place: Pick<Box, "x" | "y">,
  anchor: "start" | "end",
  context: ChartContext,
): Child[] {
  const width = Math.max(0, ...lines.map((text) => textWidth(text, note.font)));
  const { build } = context;
  return [
    build.svg("rect", {
      class: "note-ground",
      x: px(anchor === "start" ? place.x - 2 : place.x - width - 2),
      y: px(place.y - 1),
      width: px(width + 4),
      height: lines.length * note.line + 1,
    }),
    noteText(lines, place, anchor, context),
  ].flat();
}

/** A text in at most so many lines of a width; null where it takes more. */
export function fitted(text: string, room: number, most: number): string[] | null {
  if (room < 48) return null;
  const lines = wrap(text, room, note.font);
  const fits = lines.length <= most && lines.every((line) => textWidth(line, note.font) <= room);
  return fits ? lines : null;
}

/** A note on a place of an axis, and not on a figure. */
export function isAcross({ type }: Pick<Annotation, "type">): boolean {
  return type === "line" || type === "range";
}

/** The ends of a line or of a band, in px; a line's are one. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** An upright line or band, from a height down to another. */
export function uprightShape(
  { type }: Annotation,
  { from, to }: Span,
  top: number,
  bottom: number,
  { build: { svg } }: ChartContext,
): Child {
  if (type === "line")
    return svg("path", { class: "note-line", d: `M${px(from)},${top}V${bottom}` });
  const place = { x: px(from), y: top, width: px(to - from), height: bottom - top };
  return svg("rect", { class: "note-range", ...place });
}

/** A level line or band, from side to side. */
export function levelShape(
  { type }: Annotation,
  { from, to }: Span,
  left: number,
  right: number,
  { build: { svg } }: ChartContext,
): Child {
  if (type === "line")
    return svg("path", { class: "note-line", d: `M${left},${px(from)}H${right}` });
  const place = { x: left, y: px(from), width: right - left, height: px(to - from) };
  return svg("rect", { class: "note-range", ...place });
}

/** What an upright line or band says, in a row of its own: right of it, left of it, or its number. */
export function uprightLabel(
  one: Annotation,
  { from, to }: Span,
  y: number,
  notes: Notes,
  { width, context }: { readonly width: number; readonly context: ChartContext },
): Child {
  const right = fitted(one.text, width - from - 6, 1);
  const lines = right ?? fitted(one.text, to - 6, 1);
  if (lines === null)
    return badge(one, Math.max(9, Math.min((from + to) / 2, width - 9)), y + 7, context);
  notes.written.add(one);
  const place = { x: right ? from + 5 : to - 5, y };
  return grounded(lines, place, right ? "start" : "end", context);
}

/** The notes whose texts a drawing had no room for, which stand below it by number. */
export function notesBelow({ all, drawn, written }: Notes, { language }: ChartContext): Block[] {
  const outside = (language === "zh" ? "" : " ") + say(language, "annotate.outside");
  const left = all.filter((one) => one.status === "shown" && !written.has(one));
  return listed(left, (notes) => ({
    kind: "annotations",
    items: notes.map((one) => ({
      number: one.number,
      text: one.text + (drawn.has(one) ? "" : outside),
    })),
  }));
}

/** All notes below the table of rows, each with what it is about. */
export function tableNotes(annotations: readonly Annotation[], context: ChartContext): Child {
  const shown = annotations.filter(({ status }) => status !== "unknown");
  if (shown.length === 0) return null;
  const { build, language } = context;
  const joint = punctuation[language].colon;
  const item = (annotation: Annotation) => {
    const where = whereOf(annotation, context);
    const space = language === "zh" ? "" : " ";
    const gone = annotation.status === "gone" ? space + say(language, "annotate.gone") : "";
    return build.html(
      "li",
      { "data-annotation": annotation.number },
      build.html("span", {}, circled(annotation.number)),
      ` ${where}${where ? joint : ""}${annotation.text}${gone}`,
    );
  };
  return [
    build.html("p", { class: "header" }, say(language, "annotate.heading")),
    build.html("ul", { class: "annotations" }, shown.map(item)),
  ];
}
