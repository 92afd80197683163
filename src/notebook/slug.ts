/** An id from a heading: letters and digits of any script, joined by hyphens. */
export function slugOf(text: string): string {
  const slug = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return slug === "" ? "section" : slug;
}

/** Ids that are taken, each with the number that was given last behind it. */
export type Taken = Map<string, number>;

export function takenIds(ids: Iterable<string>): Taken {
  return new Map([...ids].map((id) => [id, 1]));
}

/** The slug, numbered from 2 where it is taken; the result is taken from then on. */
export function takeSlug(slug: string, taken: Taken): string {
  let last = taken.get(slug);
  let free = slug;
  if (last !== undefined) {
    do free = `${slug}-${++last}`;
    while (taken.has(free));
    taken.set(slug, last);
  }
  taken.set(free, 1);
  return free;
}
