/** Signs that XML cannot hold, not even escaped. */
// eslint-disable-next-line no-control-regex
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function escaped(text: string): string {
  return text
    .replace(impossible, "\ufffd")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

function quoted(value: string): string {
  return escaped(value)
    .replaceAll('"', "&quot;")
    .replace(/[\t\r\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

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
    ({ name, value }) => ` ${name}="${quoted(value)}"`,
  );
  const inner = [...element.childNodes].map((node) => {
    if (isText(node)) return escaped(node.textContent ?? "");
    return isElement(node) ? serialized(node) : "";
  });
  const open = `<${element.localName}${attributes.join("")}`;
  const content = inner.join("");
  return content === "" ? `${open}/>` : `${open}>${content}</${element.localName}>`;
}
