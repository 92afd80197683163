/** A place in the source of a cell where what is sought stands. */
export interface Found {
  readonly key: number;
  readonly from: number;
  readonly to: number;
}

/** Every place of a text in the sources, in order; case does not count. */
export function findAll(
  sources: readonly { readonly key: number; readonly source: string }[],
  text: string,
): Found[] {
  const sought = text.toLowerCase();
  if (sought === "") return [];
  return sources.flatMap(({ key, source }) => {
    const lower = source.toLowerCase();
    // A letter whose small form is longer would shift the places after it.
    const within = lower.length === source.length ? lower : source;
    const found: Found[] = [];
    for (let from = within.indexOf(sought); from >= 0; from = within.indexOf(sought, from + 1))
      found.push({ key, from, to: from + sought.length });
    return found;
  });
}
