/** A name as a quoted SQL identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The name, or with the first number behind it that none of `taken` (in lower case) has. */
export function unusedName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name.toLowerCase())) return name;
  for (let number = 2; ; number++)
    if (!taken.has(`${name}_${number}`.toLowerCase())) return `${name}_${number}`;
}

/** Each name once, as a page shows them: `value`, `value_2`; case does not tell names apart. */
export function namesOnce(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const free = unusedName(name, taken);
    taken.add(free.toLowerCase());
    return free;
  });
}
