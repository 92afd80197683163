import { defaultTreeAdapter, html, parse, type DefaultTreeAdapterTypes } from "parse5";
import { limits } from "../limits.ts";
import { DocumentError } from "../types.ts";

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;
export type Document = DefaultTreeAdapterTypes.Document;

export const isElement = (node: Node): node is Element => "tagName" in node;

/** The value of an attribute, "" where it has none or is not there. */
export function attribute(element: Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? "";
}

export function has(element: Element, name: string): boolean {
  return element.attrs.some((one) => one.name === name);
}

/**
 * A page as a tree, as a browser would read it; nothing in it is run or loaded. Throws `too_deep`
 * and `too_many`: where elements nest without end each takes longer than the one before.
 */
export function parsePage(source: string): Document {
  let [depth, elements] = [0, 0];
  return parse(source, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(name, namespace, attributes) {
        if (++elements > limits.elements) throw new DocumentError("too_many", limits.elements);
        return defaultTreeAdapter.createElement(name, namespace, attributes);
      },
      onItemPush() {
        if (++depth > limits.depth) throw new DocumentError("too_deep", limits.depth);
      },
      onItemPop: () => void (depth -= 1),
    },
  });
}

export interface Visitor {
  /** Whether to go into it. */
  enter(element: Element): boolean;
  leave(element: Element): void;
  text(value: string): void;
}

/** Visits what lies below an element, in order and without recursion. */
export function walk(root: Element | Document, visitor: Partial<Visitor>): void {
  const open: { readonly node: Element | Document; next: number }[] = [{ node: root, next: 0 }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const child = top.node.childNodes[top.next++];
    if (child === undefined) {
      open.pop();
      if (top.node !== root && isElement(top.node)) visitor.leave?.(top.node);
    } else if (isElement(child)) {
      if (visitor.enter?.(child) ?? true) open.push({ node: child, next: 0 });
    } else if ("value" in child) visitor.text?.(child.value);
  }
}

/** The first element of a name, in order. */
export function find(root: Document | Element, name: string): Element | null {
  let found: Element | null = null;
  walk(root, {
    enter(element) {
      if (found === null && element.tagName === name) found = element;
      return found === null;
    },
  });
  return found;
}

/** Whether it belongs to HTML, and not to a drawing or a formula. */
export const isHtml = ({ namespaceURI }: Element): boolean => namespaceURI === html.NS.HTML;
