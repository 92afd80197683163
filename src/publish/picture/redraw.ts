import type { Builder, Child } from "../../dom/index.ts";
import type { Ink } from "./ink.ts";
import { inLayer } from "./layers.ts";
import { marks, rulesOf, type MarkRule } from "./marks.ts";

/**
 * Sets a drawing so that it needs no style sheet. `within` names the part of a figure that it stands
 * in, where that decides how it looks.
 */
export type Redraw = (svg: Element, place: Position, within?: string) => SVGElement;

/** Where a drawing is set: its upper left corner, and its size where that is not its own. */
export interface Position {
  readonly x: number;
  readonly y: number;
  readonly width?: number;
}

/** What a page needs and a picture does not. */
const dropped = new Set([
  ...["class", "style", "tabindex", "href", "xlink:href", "font-family", "data-unsourced"],
  ...["xmlns", "xmlns:xlink", "aria-hidden", "elementtiming"],
]);

/** Lengths that may be given as a share of the drawing's width. */
const across = new Set(["x", "x1", "x2", "cx", "width"]);

interface DrawingContext {
  readonly build: Builder;
  readonly ink: Ink;
  readonly rules: readonly MarkRule[];
  /** Whether words keep the lines behind them away. */
  readonly hasHalos: boolean;
  /** Of the drawing that an element stands in, in px. */
  readonly width: number;
}

/** A share of the width as px: some readers of SVG take it of the wrong width. */
function lengthOf(name: string, value: string, width: number): string {
  if (!across.has(name) || !value.endsWith("%")) return value;
  return String(Number(((parseFloat(value) / 100) * width).toFixed(2)));
}

/** Attributes as written, then by the rules, then by `style`: the order of the cascade. */
function attributesOf(
  element: Element,
  { ink, rules, width }: DrawingContext,
): Map<string, string> {
  const found = new Map<string, string>();
  for (const { name, value } of element.attributes)
    if (!dropped.has(name)) found.set(name, lengthOf(name, ink(value), width));
  for (const { own, selector, attributes } of rules) {
    if (own !== null && !element.classList.contains(own)) continue;
    if (element.matches(selector))
      for (const [name, value] of attributes) found.set(name, ink(value));
  }
  for (const [, name = "", value = ""] of (element.getAttribute("style") ?? "").matchAll(
    /([\w-]+)\s*:\s*([^;]+)/g,
  ))
    if (!name.startsWith("--")) found.set(name, ink(value.trim()));
  return found;
}

function shownChildren(element: Element): ChildNode[] {
  return [...element.childNodes].filter(
    (node) => !(isElement(node) && (node.localName === "style" || node.classList.contains("hit"))),
  );
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function inner(element: Element, frame: DrawingContext): Child[] {
  return shownChildren(element).map((node) =>
    isElement(node) ? again(node, frame) : (node.textContent ?? ""),
  );
}

/** A drawing within a drawing that only moves its origin. */
function moved(element: Element, frame: DrawingContext): SVGElement {
  const at = (name: string) =>
    Number(lengthOf(name, element.getAttribute(name) ?? "0", frame.width)) || 0;
  return frame.build.svg(
    "g",
    { transform: `translate(${at("x")},${at("y")})` },
    inner(element, frame),
  );
}

/** What stands behind the marks: lines to read values by, and the words of the axis. */
function isBehind(element: Element): boolean {
  const name = element.getAttribute("aria-label") ?? "";
  return /^f?[xy]-(?:axis|grid)/.test(name) || element.matches(".rule, .zero, .note-range");
}

/**
 * A text with a halo, as two texts: `paint-order`, by which a page draws both at once, is unknown to
 * much that opens SVG, and there the halo covers the words.
 */
function overHalo(
  element: Element,
  attributes: ReadonlyMap<string, string>,
  frame: DrawingContext,
): Child[] {
  const { svg } = frame.build;
  const own = [...attributes].filter(([name]) => !/^(?:paint-order|stroke)/.test(name));
  const { fill: _, ...around } = Object.fromEntries(attributes);
  const color = attributes.get("stroke") ?? "none";
  const halo = { ...around, "paint-order": null, fill: color, ...inLayer("halos") };
  return [
    frame.hasHalos ? svg("text", halo, inner(element, frame)) : null,
    svg("text", Object.fromEntries(own), inner(element, frame)),
  ];
}

/** A link into the page becomes a named group: its clause is not in the picture. */
function again(element: Element, frame: DrawingContext): Child {
  const { build } = frame;
  if (element.localName === "svg") return moved(element, frame);
  const attributes = attributesOf(element, frame);
  if (attributes.has("paint-order")) return overHalo(element, attributes, frame);
  if (isBehind(element))
    for (const [name, value] of Object.entries(inLayer("axis"))) attributes.set(name, value);
  const name = attributes.get("aria-label");
  if (element.localName !== "a" && !element.classList.contains("missing"))
    return build.svg(element.localName, Object.fromEntries(attributes), inner(element, frame));
  attributes.set("role", "img");
  return build.svg(
    "g",
    Object.fromEntries(attributes),
    name ? build.svg("title", {}, name) : null,
    inner(element, frame),
  );
}

function sizeOf(svg: Element, name: string, fallback: number): number {
  const size = parseFloat(svg.getAttribute(name) ?? "");
  return Number.isFinite(size) ? size : fallback;
}

/** What a drawing hands down to all of its text. */
const inherited = ["fill", "font-size", "text-anchor"] as const;

/**
 * Draws again in one ink: every rule of the page's style that an element matches becomes its
 * attributes, links become named groups, what only fingers need is left out.
 */
export function redrawer(build: Builder, ink: Ink, { hasHalos = true } = {}): Redraw {
  const rules = rulesOf(marks);
  return (svg, { x, y, width }, within = "") => {
    // The rules of the style sheet see the drawing where it would stand in the page.
    build.html("div", { class: within }, svg);
    const own = width ?? sizeOf(svg, "width", 0);
    const [left = 0, top = 0] = (svg.getAttribute("viewBox") ?? "0 0").split(/[\s,]+/).map(Number);
    const from = attributesOf(svg, { build, ink, rules, hasHalos, width: own });
    const given = inherited.flatMap((name) => {
      const value = from.get(name);
      return value === undefined ? [] : [[name, value] as const];
    });
    const shift = `translate(${x - left},${y - top})`;
    return build.svg(
      "g",
      { transform: shift, ...Object.fromEntries(given) },
      inner(svg, { build, ink, rules, hasHalos, width: own }),
    );
  };
}
