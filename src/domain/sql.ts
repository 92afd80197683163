/** A string as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** `('a', 'b')`, for IN. */
export function tuple(texts: readonly string[]): string {
  return `(${texts.map(literal).join(", ")})`;
}
