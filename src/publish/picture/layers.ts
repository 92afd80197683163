import type { Builder, Child } from "../../dom/index.ts";

/** The layers of a drawing, from the lowest; an illustrator finds each as a group of its name. */
const layers = ["axis", "marks", "halos", "labels"] as const;
type Layer = (typeof layers)[number];

/** Says of an element that it belongs to a layer; no picture has it. */
const LAYER = "data-layer";

/** What marks an element as part of a layer that its shape does not tell. */
export const inLayer = (layer: "axis" | "halos") => ({ [LAYER]: layer });

/** What carries a name, and what it stands for: said once, however many layers it is drawn in. */
const isTold = (name: string): boolean => /^(?:role|aria-label|data-.*)$/.test(name);

const unseen = /^(?:defs|clipPath|linearGradient|radialGradient|marker|pattern|style)$/;

function layerOf(leaf: Element, around: Layer | null): Layer {
  if (around !== null) return around;
  if (unseen.test(leaf.localName)) return "axis";
  return leaf.localName === "text" ? "labels" : "marks";
}

const givenLayer = (element: Element): Layer | null =>
  layers.find((layer) => layer === element.getAttribute(LAYER)) ?? null;

/** The layers in which something of an element is drawn. */
function layersIn(element: Element, around: Layer | null): Set<Layer> {
  const own = givenLayer(element) ?? around;
  if (element.localName === "title") return new Set();
  if (element.localName !== "g") return new Set([layerOf(element, own)]);
  return new Set([...element.children].flatMap((child) => [...layersIn(child, own)]));
}

/** A mark is named where its shape is, else where its words are. */
function namedIn(drawn: ReadonlySet<Layer>): Layer | undefined {
  return (["marks", "labels", "axis", "halos"] as const).find((layer) => drawn.has(layer));
}

/** What of an element belongs to a layer, with the groups that place and paint it. */
function partOf(element: Element, layer: Layer, around: Layer | null = null): Element[] {
  const drawn = layersIn(element, around);
  if (!drawn.has(layer)) return [];
  const own = givenLayer(element) ?? around;
  const copy = element.cloneNode(element.localName !== "g") as Element;
  copy.removeAttribute(LAYER);
  if (element.localName !== "g") return [copy];
  const isNamed = namedIn(drawn) === layer;
  if (!isNamed)
    for (const name of copy.getAttributeNames()) if (isTold(name)) copy.removeAttribute(name);
  const inner = [...element.children].flatMap((child) =>
    child.localName === "title"
      ? isNamed
        ? [child.cloneNode(true) as Element]
        : []
      : partOf(child, layer, own),
  );
  // A group that says nothing is one more to click through.
  if (copy.attributes.length === 0) return inner;
  copy.append(...inner);
  return [copy];
}

/** A drawing sorted into its layers, each a group by its name; those without anything are left out. */
export function layered(nodes: readonly Child[], { svg }: Builder): SVGElement[] {
  const whole = svg("g", {}, nodes);
  return layers.flatMap((layer) => {
    const parts = partOf(whole, layer);
    const hidden = layer === "halos" ? "true" : null;
    return parts.length === 0 ? [] : [svg("g", { id: layer, "aria-hidden": hidden }, parts)];
  });
}

/** Takes away what marked elements for their layers. */
export function withoutMarks(root: Element): void {
  for (const one of root.querySelectorAll(`[${LAYER}]`)) one.removeAttribute(LAYER);
}
