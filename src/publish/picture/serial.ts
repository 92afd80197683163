import { escapeAttribute, escapeText } from "../../words/markup/index.ts";

function isText(node: Node): boolean {
  return node.nodeType === 3;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/**
 * An element as XML, the same bytes in the build and in every browser, whose own serializers differ.
 * Comments and other nodes are left out.
 */
export function serialized(element: Element): string {
  const attributes = [...element.attributes].map(
    ({ name, value }) => ` ${name}="${escapeAttribute(value)}"`,
  );
  const inner = [...element.childNodes].map((node) => {
    if (isText(node)) return escapeText(node.textContent ?? "");
    return isElement(node) ? serialized(node) : "";
  });
  const open = `<${element.localName}${attributes.join("")}`;
  const content = inner.join("");
  return content === "" ? `${open}/>` : `${open}>${content}</${element.localName}>`;
}
