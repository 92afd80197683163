import { visibleText } from "../words/markup/index.ts";

/** What may stand in an element: text is always text, never markup. */
export type Child =
  Element | DocumentFragment | string | number | null | undefined | readonly Child[];

/** `null`, `undefined` and `false` leave the attribute out; `true` writes it empty. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

const SVG = "http://www.w3.org/2000/svg";

function fill<E extends Element>(
  element: E,
  attributes: Attributes,
  children: readonly Child[],
): E {
  for (const [name, value] of Object.entries(attributes))
    if (value != null && value !== false)
      element.setAttribute(name, value === true ? "" : attributeText(name, value));
  append(element, children);
  return element;
}

/** Attributes that are read or heard by people. */
const words = new Set(["title", "alt", "aria-label", "aria-valuetext", "aria-description"]);

function attributeText(name: string, value: string | number | boolean): string {
  return words.has(name) ? visibleText(String(value)) : String(value);
}

/** Appends children in order; numbers become text, and what shows nothing is shown by its name. */
export function append(parent: Element | DocumentFragment, children: readonly Child[]): void {
  for (const child of children) {
    if (child == null) continue;
    if (isList(child)) append(parent, child);
    else if (typeof child === "string") parent.append(visibleText(child));
    else parent.append(typeof child === "number" ? String(child) : child);
  }
}

function isList(child: Child): child is readonly Child[] {
  return Array.isArray(child);
}

/** Builds elements in one document: `html("p", {class: "note"}, "text")`. */
export interface Builder {
  readonly document: Document;
  html<K extends keyof HTMLElementTagNameMap>(
    tag: K,
    attributes?: Attributes,
    ...children: Child[]
  ): HTMLElementTagNameMap[K];
  html(tag: string, attributes?: Attributes, ...children: Child[]): HTMLElement;
  svg(tag: string, attributes?: Attributes, ...children: Child[]): SVGElement;
}

/** A builder for the page's document, or for the one that the build prerenders into. */
export function builder(document: Document): Builder {
  return {
    document,
    html: (tag: string, attributes: Attributes = {}, ...children: Child[]) =>
      fill(document.createElement(tag), attributes, children),
    svg: (tag: string, attributes: Attributes = {}, ...children: Child[]) =>
      fill(document.createElementNS(SVG, tag) as SVGElement, attributes, children),
  } as Builder;
}
