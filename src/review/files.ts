/** Rows as a file of `data/` has them: columns in their order, two spaces, a line end. */
export function fileOf(columns: readonly string[], rows: readonly object[]): string {
  const ordered = rows.map((row) =>
    Object.fromEntries(
      columns.map((name) => [name, (row as Readonly<Record<string, unknown>>)[name] ?? null]),
    ),
  );
  return `${JSON.stringify(ordered, null, 2)}\n`;
}
