import { allOf, settled, type Database } from "./database.ts";
import { refusal } from "./fault.ts";
import { withTrust, type KeptDraft } from "./trust.ts";
import type { Draft, Result, SaveResult, StoredDraft, VersionReason } from "./types.ts";
import { keep, writeDraft } from "./write.ts";

/** What is to be kept: texts that become versions, in order, and then the newest text. */
export interface Save {
  readonly versions: readonly { readonly draft: Draft; readonly reason: VersionReason }[];
  readonly draft: Draft;
}

/** No version is lost because something is typed before it is written. */
export function merged(before: Save, next: Save): Save {
  return { versions: [...before.versions, ...next.versions], draft: next.draft };
}

/** A draft made of the one that is kept; null where there is nothing to make it of. */
export type Change = (draft: StoredDraft) => Promise<Draft | null>;

/**
 * The drafts as one tab knows them. It remembers the revision of each that it has read or written
 * last, so that it never writes over what another tab wrote. Not to be called twice at once for one
 * draft (`turns.ts`); only `all` and `read` reject.
 */
export interface Drafts {
  all(): Promise<StoredDraft[]>;
  /** The draft, from now on known; null where there is none. */
  read(id: string): Promise<StoredDraft | null>;
  write(save: Save): Promise<SaveResult>;
  /** Changes a draft as it is now; with a reason the text before becomes a version. */
  change(id: string, change: Change, reason: VersionReason | null): Promise<SaveResult>;
  /** Removes the draft with its versions and tables. */
  remove(id: string): Promise<Result<null>>;
}

/** @param onWritten called after each write, with the draft's id */
export function createDrafts(
  db: Database,
  now: () => number,
  onWritten: (id: string) => void,
): Drafts {
  const known = new Map<string, number>();
  const conflicts = createConflicts(db, now);
  const trusted = async (draft: KeptDraft): Promise<StoredDraft> =>
    withTrust(draft, draft.trust ? [] : await db.getAll("versions", allOf(draft.id)));

  const read = async (id: string): Promise<StoredDraft | null> => {
    const found = await db.get("drafts", id);
    const draft = found ? await trusted(found) : null;
    if (draft) known.set(id, draft.revision);
    else known.delete(id);
    conflicts.end(id);
    return draft;
  };

  const writeOne = async (draft: Draft, reason: VersionReason | null): Promise<SaveResult> => {
    const { id } = draft;
    try {
      const revision = known.get(id) ?? null;
      const written = await writeDraft(db, { draft, known: revision, reason, now: now() });
      if (!written.ok) {
        const theirs = written.theirs && (await trusted(written.theirs));
        await conflicts.keep(draft);
        return { ok: false, reason: "conflict", mine: draft, theirs };
      }
      known.set(id, written.draft.revision);
      onWritten(id);
      return written;
    } catch (error) {
      return refusal(error);
    }
  };

  return {
    all: async () => Promise.all((await db.getAll("drafts")).map(trusted)),
    read,
    async write({ versions, draft }) {
      let result: SaveResult | null = null;
      for (const version of versions) {
        result = await writeOne(version.draft, version.reason);
        if (!result.ok) return result;
      }
      const isWritten = versions.at(-1)?.draft === draft;
      return isWritten && result ? result : writeOne(draft, null);
    },
    async change(id, change, reason) {
      try {
        const draft = await read(id);
        const next = draft && (await change(draft));
        if (!draft || !next) return { ok: false, reason: "missing", message: id };
        if (reason !== null) {
          const tx = db.transaction("versions", "readwrite", { durability: "strict" });
          await keep(tx.store, { draft, reason, now: now() });
          await tx.done;
        }
        return await writeOne(next, null);
      } catch (error) {
        return refusal(error);
      }
    },
    async remove(id) {
      try {
        const tx = db.transaction(["drafts", "versions", "tables"], "readwrite");
        const removed = [
          tx.objectStore("drafts").delete(id),
          tx.objectStore("versions").delete(allOf(id)),
          tx.objectStore("tables").delete(allOf(id)),
        ];
        await settled(tx.done, removed);
        known.delete(id);
        conflicts.end(id);
        return { ok: true, value: null };
      } catch (error) {
        return refusal(error);
      }
    },
  };
}

/**
 * Texts of this tab that could not be written, since another tab has changed the draft. Each is kept
 * as a version, one for the whole conflict, so that a kill of the browser loses nothing.
 */
function createConflicts(db: Database, now: () => number) {
  const numbers = new Map<string, number>();
  return {
    end: (id: string): void => void numbers.delete(id),
    async keep({ id, title, text }: Draft): Promise<void> {
      const tx = db.transaction("versions", "readwrite", { durability: "strict" });
      const last = (await tx.store.getAllKeys(allOf(id))).at(-1)?.[1] ?? 0;
      const version = numbers.get(id) ?? last + 1;
      numbers.set(id, version);
      await tx.store.put({ id, version, at: now(), reason: "conflict", title, text });
      await tx.done;
    },
  };
}
