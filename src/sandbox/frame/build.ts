import type { DrawnNode, State } from "../drawing.ts";
import {
  allowedAttribute,
  allowedSheet,
  copyStyle,
  elementKind,
  type ElementKind,
} from "./allow/index.ts";
import { getAttributeNames, removeAttribute, setAttribute } from "./tree.ts";

type DrawnElement = Exclude<DrawnNode, { text: string }>;

const SVG = "http://www.w3.org/2000/svg";
const HTML = "http://www.w3.org/1999/xhtml";
/** Bound: pictures of a cell could have the names of the document's own properties. */
const create = document.createElementNS.bind(document);
const createText = document.createTextNode.bind(document);
/** Reads styles without being seen; nothing in it is ever shown or loaded. */
const probe = document.implementation.createHTMLDocument("").createElement("i");

export interface Built {
  readonly node: Element | Text;
  /** Null for a text, and for what stands as nothing. */
  readonly kind: ElementKind | null;
}

/** An element or a text for a node; what is not on the list is an empty place, with no insides. */
export function build(drawn: DrawnNode): Built {
  if ("text" in drawn) return { node: createText(drawn.text), kind: null };
  const kind = elementKind(drawn.tag, drawn.isSvg);
  if (kind === null) return { node: createText(""), kind };
  return { node: create(kind.isSvg ? SVG : HTML, kind.name), kind };
}

/** Gives an element just the attributes of its node that are allowed. */
export function dress(
  element: Element,
  kind: ElementKind,
  { attributes }: DrawnElement,
  isRepeated: boolean,
): void {
  const wanted = new Map<string, string>();
  let style: string | null = null;
  for (const [name, value] of attributes) {
    if (name.toLowerCase() === "style") style = value;
    const safe = allowedAttribute(kind, name, value, isRepeated);
    if (safe) wanted.set(...safe);
  }
  if (kind.name === "input" || kind.name === "form") wanted.set("autocomplete", "off");
  for (const name of getAttributeNames(element))
    if (!wanted.has(name) && name !== "style") removeAttribute(element, name);
  for (const [name, value] of wanted) setAttribute(element, name, value);
  setStyle(element as HTMLElement, style);
}

const styles = new WeakMap<Element, string | null>();

function setStyle(element: HTMLElement, text: string | null): void {
  if (text === (styles.get(element) ?? null)) return;
  styles.set(element, text);
  removeAttribute(element, "style");
  if (text === null || text.length > 10_000) return;
  probe.style.cssText = text;
  copyStyle(probe.style, styleOf(element));
}

const { get: htmlStyle } = Object.getOwnPropertyDescriptor(HTMLElement.prototype, "style") ?? {};
const { get: svgStyle } = Object.getOwnPropertyDescriptor(SVGElement.prototype, "style") ?? {};

/** By the getter itself: a field of a form may be called `style`. */
function styleOf(element: Element): CSSStyleDeclaration {
  const get = element instanceof SVGElement ? svgStyle : htmlStyle;
  return Reflect.apply(get as () => CSSStyleDeclaration, element, []);
}

/** The text of a style sheet, as far as it is allowed. */
export function styleText(texts: readonly string[]): string {
  return allowedSheet(texts.join(""));
}

/** Sets what a form's element holds, where it is another: the reader's caret stays where it is. */
export function setState(
  element: Element,
  { value, checked, selected, indeterminate, open }: State,
): void {
  if (element instanceof HTMLInputElement) {
    if (checked !== undefined && element.checked !== checked) element.checked = checked;
    if (indeterminate !== undefined) element.indeterminate = indeterminate;
    if (value !== undefined && element.value !== value) element.value = value;
  } else if (element instanceof HTMLTextAreaElement) {
    if (value !== undefined && element.value !== value) element.value = value;
  } else if (element instanceof HTMLOptionElement) {
    if (selected !== undefined && element.selected !== selected) element.selected = selected;
  } else if (element instanceof HTMLDetailsElement) {
    if (open !== undefined && element.open !== open) element.open = open;
  }
}
