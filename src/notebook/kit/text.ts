/** The text of a script element, two levels in, as Notebook Kit writes it. */
export function indented(source: string): string {
  const lines = source.split(/\r\n|\r|\n/).map((line) => (line === "" ? "" : `    ${line}`));
  return `\n${escaped(lines.join("\n"))}\n  `;
}

/**
 * The source in the text of a script element.
 * @param isOurs whether we wrote it: then exactly our indent goes, else the one all lines share
 */
export function dedented(text: string, isOurs: boolean): string {
  const body = unescaped(text);
  if (isOurs) {
    const inner = body.replace(/^\n/, "").replace(/\n[ \t]*$/, "");
    return inner.replace(/^ {4}/gm, "");
  }
  const lines = body
    .replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd()
    .split("\n");
  const indents = lines.filter((l) => l.trim() !== "").map((l) => /^[ \t]*/.exec(l)?.[0] ?? "");
  const common = indents.reduce((a, b) => commonStart(a, b), indents[0] ?? "");
  // Notebook Kit indents by four; what is more belongs to the source, as code in a text does.
  const shared = common.startsWith("    ") ? "    " : common;
  return lines.map((l) => (l.startsWith(shared) ? l.slice(shared.length) : l.trim())).join("\n");
}

function commonStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}

/** What would end the element or hide its end (HTML §13.2.5.4) gets a backslash more. */
function escaped(text: string): string {
  return text.replace(/<(?=\\*(?:\/script|!--|script))/gi, "<\\");
}

function unescaped(text: string): string {
  return text.replace(/<\\(?=\\*(?:\/script|!--|script))/gi, "<");
}
