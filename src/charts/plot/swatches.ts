import { symbol, type SymbolType } from "d3-shape";
import type { Child } from "../../dom/index.ts";
import type { Block } from "../blocks.ts";
import type { ChartContext } from "../context.ts";
import { valueText } from "./columns.ts";
import type { Exposed } from "./scales.ts";
import { keyPaint } from "./scope-form.ts";
import { stepTexts } from "./steps.ts";
import { dashOf, hatch, hatchOf, unitPath, type Kind } from "./texture.ts";

/** What a key of colours is made from. */
export interface Key {
  readonly scale: Exposed | undefined;
  /** The scale of the shapes of dots, where there are some. */
  readonly shapes: Exposed | undefined;
  /** What the colours are seen on: the key shows the same. */
  readonly kind: Kind | null;
  readonly column: string;
  /** Whether a quantity is counted in whole numbers. */
  readonly isWhole: boolean;
  readonly label: string | null;
  /** Begins the ids of this key. */
  readonly id: string;
}

/** What one colour looks like in the drawing: an area, a dot of its shape, a line of its dashes. */
function sample(
  { scale, shapes, kind, column, id }: Key,
  index: number,
  context: ChartContext,
): Child {
  const { svg } = context.build;
  const color = String(scale?.range?.[index] ?? "none");
  const isOrdinal = scale?.type === "ordinal" && scale.domain.length > 1;
  const shape = shapes?.range?.[index] as SymbolType | undefined;
  if (isOrdinal && shape && (kind === "dot" || kind === "ring")) {
    const plain = kind === "dot" ? { fill: color } : { fill: "none", stroke: color };
    const paint = keyPaint(column, scale.domain[index], color) ?? plain;
    const at = { transform: "translate(6,6)", "stroke-width": 1.75 };
    return svg("path", { d: symbol(shape, kind === "dot" ? 60 : 40)(), ...at, ...paint });
  }
  if (isOrdinal && kind === "line")
    return svg("path", {
      d: "M0,6H22",
      stroke: color,
      "stroke-width": 2.5,
      "stroke-dasharray": dashOf(index),
    });
  if (isOrdinal && kind === "unit") return svg("path", { d: unitPath(index, 12), fill: color });
  const isArea = kind === "area" || kind === null;
  const number = scale && isArea ? hatchOf(scale, index) : 0;
  const pattern = hatch(`${id}-key-${index}`, number, color, context.build);
  const fill = pattern ? `url(#${pattern.id})` : color;
  return [pattern, svg("rect", { width: 12, height: 12, rx: 2, fill })];
}

/** The key of the colours: what each stands for, in words. None where there is no colour scale. */
export function swatches(key: Key, context: ChartContext): Block[] {
  const { scale, column, label, kind } = key;
  if (!scale?.range || scale.domain.length === 0) return [];
  const { svg } = context.build;
  const texts =
    scale.type === "ordinal"
      ? scale.domain.map((value) => valueText(column, value, context))
      : stepTexts(scale, column, key.isWhole, context);
  const width = kind === "line" && scale.type === "ordinal" ? 22 : 12;
  const size = { width, height: 12, viewBox: `0 0 ${width} 12`, "aria-hidden": "true" };
  const items = texts.map((text, i) => ({
    sample: svg("svg", size, sample(key, i, context)),
    width,
    text,
  }));
  return [{ kind: "swatches", label, items }];
}
