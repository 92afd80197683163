import type { Draft, SaveState, Shelf, ShelfEntry, VersionEntry } from "./shelf.ts";

/** A shelf that lasts as long as the page: for tests, and until a store is there. */
export function memoryShelf(now: () => number = Date.now): Shelf {
  const drafts = new Map<string, { draft: Draft; changed: number }>();
  const versions = new Map<string, VersionEntry[]>();
  let tell: (state: SaveState) => void = () => {};
  const put = (draft: Draft): void => {
    drafts.set(draft.id, { draft, changed: now() });
    tell({ state: "saved" });
  };
  return {
    list: async () =>
      [...drafts.values()]
        .map(({ draft: { id, title, text, origin }, changed }): ShelfEntry => ({
          id,
          title,
          changed,
          size: new TextEncoder().encode(text).length,
          origin,
        }))
        .toSorted((a, b) => b.changed - a.changed),
    get: async (id) => drafts.get(id)?.draft ?? null,
    save: put,
    settle: async () => {},
    async keepVersion({ id, text }) {
      const list = versions.get(id) ?? [];
      if (list[0]?.text === text) return;
      versions.set(id, [{ version: String(list.length), at: now(), text }, ...list]);
    },
    versions: async (id) => versions.get(id) ?? [],
    async remove(id) {
      drafts.delete(id);
    },
    overwrite: async (draft) => put(draft),
    onState: (listener) => (tell = listener),
  };
}
