import { allOf, settled } from "./database.ts";
import type { Database } from "./database.ts";
import { versionsToDrop } from "./retention.ts";
import { keptTrust, type KeptDraft } from "./trust.ts";
import type { Draft, StoredDraft, Version, VersionReason } from "./types.ts";

/** A version is made by itself when the newest is older than this, in ms. */
export const versionInterval = 5 * 60_000;

export interface Write {
  readonly draft: Draft;
  /** The revision that the writer knows; null where it knows of none. */
  readonly known: number | null;
  /** Keep the text as a version; null where it is only one of many keystrokes. */
  readonly reason: VersionReason | null;
  readonly now: number;
}

export type Written =
  | { readonly ok: true; readonly draft: StoredDraft }
  | { readonly ok: false; readonly theirs: KeptDraft | null };

/**
 * Writes a draft if nobody else has since the writer read it, in one transaction. Rejects where the
 * browser refuses. Strict: when it resolves, the text survives a kill of the browser.
 */
export async function writeDraft(db: Database, write: Write): Promise<Written> {
  const { draft, known, now } = write;
  const tx = db.transaction(["drafts", "versions"], "readwrite", { durability: "strict" });
  const drafts = tx.objectStore("drafts");
  const current = (await drafts.get(draft.id)) ?? null;
  if ((current?.revision ?? null) !== known) {
    await tx.done;
    return { ok: false, theirs: current };
  }
  const { id, slug, title, text, origin } = draft;
  const trust = keptTrust(draft.trust, current);
  const stored: StoredDraft = {
    ...{ id, slug, title, text, origin, trust },
    revision: (known ?? 0) + 1,
    changed: current?.text === text ? current.changed : now,
    tables: current?.tables ?? [],
  };
  const requests = [drafts.put(stored), keep(tx.objectStore("versions"), write)];
  await settled(tx.done, requests);
  return { ok: true, draft: stored };
}

interface Versions {
  getAll(range: IDBKeyRange): Promise<Version[]>;
  put(version: Version): Promise<unknown>;
  delete(key: [string, number]): Promise<void>;
}

/** Adds a version where one is due, and thins the old ones. */
export async function keep(
  versions: Versions,
  { draft, reason, now }: Pick<Write, "draft" | "reason" | "now">,
): Promise<void> {
  const all = await versions.getAll(allOf(draft.id));
  const newest = all.at(-1);
  const isDue = now - (newest?.at ?? 0) >= versionInterval;
  if ((reason === null && !isDue) || newest?.text === draft.text) return;
  const { id, title, text } = draft;
  const version = (newest?.version ?? 0) + 1;
  const added: Version = { id, version, at: now, reason: reason ?? "interval", title, text };
  await versions.put(added);
  for (const old of versionsToDrop([...all, added], now)) await versions.delete([id, old.version]);
}
