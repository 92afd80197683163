/**
 * A text with `{0}`, `{1}` … filled in order. `{0|row|rows}` becomes the first form where that value
 * is one, else the second: English needs it, Chinese does not.
 */
export function fill(text: string, values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)(?:\|([^|}]*)\|([^|}]*))?\}/g, (_, index: string, one, many) => {
    const value = String(values[Number(index)] ?? "");
    if (one === undefined) return value;
    return value === "1" ? String(one) : String(many);
  });
}
