/**
 * A text that a spreadsheet would take for a formula: after any apostrophes it begins with one of
 * `= + - @`, in half or full width, or with a tab or line end, and is more than a number or a dash.
 */
const formula = /^'*[=+\-@＝＋－＠\t\r\n]/;
const harmless = /^[+-]?(?:\d+(?:\.\d+)?)?$/;

/**
 * The text with an apostrophe before what a spreadsheet would run. Numbers, and texts that are
 * numbers or a lone sign, stay as they are. `unguard` gives back exactly what went in.
 */
export function guard(text: string): string {
  return isFormula(text) ? `'${text}` : text;
}

/** What a guarded text was; null for a text that is not guarded. */
export function unguard(text: string): string | null {
  return text.startsWith("'") && isFormula(text.slice(1)) ? text.slice(1) : null;
}

function isFormula(text: string): boolean {
  return formula.test(text) && !harmless.test(text);
}
