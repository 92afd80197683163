import type { Draft, StoredDraft, Trust, Version } from "./types.ts";

/** A draft as it lies in the database: an older page wrote none of its trust. */
export type KeptDraft = Omit<StoredDraft, "trust"> & { readonly trust?: Trust };

export const ownTrust: Trust = { author: { kind: "own" }, grants: [], brought: [] };

/** The fence that makes a cell of JavaScript (`src/notebook/fence.ts`), wherever it stands. */
const hasCode = ({ text }: Pick<Draft, "text">): boolean => /^```js/m.test(text);

/**
 * A draft of an older page with the trust that it can be shown to have: a copy of a repository
 * notebook was begun by the reader, as was one without code; any other may be a stranger's. Its code
 * is asked for in each case.
 */
export function withTrust(draft: KeptDraft, versions: readonly Version[]): StoredDraft {
  if (draft.trust) return { ...draft, trust: draft.trust };
  const isOwn = draft.origin !== null || ![draft, ...versions].some(hasCode);
  const author = { kind: "stranger", way: "older", name: null } as const;
  return { ...draft, trust: isOwn ? ownTrust : { ...ownTrust, author } };
}

/** Trust as it may be written over what is there: who wrote a notebook never changes. */
export function keptTrust(next: Trust, current: KeptDraft | null): Trust {
  return { ...next, author: current?.trust?.author ?? next.author };
}
