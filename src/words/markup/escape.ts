/** What neither HTML nor XML can hold, not even as a reference. */
// eslint-disable-next-line no-control-regex
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** A parser takes a bare return for a line's end, and in XML's attributes a line's end for a space. */
const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

function escaped(text: string, signs: RegExp): string {
  return text.replace(impossible, "\ufffd").replace(signs, (sign) => references[sign] ?? sign);
}

/** A text between tags, in HTML and in XML. What they cannot hold becomes U+FFFD. */
export function escapeText(text: string): string {
  return escaped(text, /[&<>\r]/g);
}

/** A text as a value in double quotes, in HTML and in XML. What they cannot hold becomes U+FFFD. */
export function escapeAttribute(text: string): string {
  return escaped(text, /[&<>"\t\n\r]/g);
}
