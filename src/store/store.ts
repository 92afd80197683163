import { allOf, openDatabase, settled } from "./database.ts";
import type { Database } from "./database.ts";
import { refusal } from "./fault.ts";
import { createPending } from "./pending.ts";
import { withTrust, type KeptDraft } from "./trust.ts";
import type {
  Draft,
  DraftSummary,
  Elsewhere,
  Refused,
  Result,
  SaveResult,
  StoredDraft,
  StoredTable,
  Version,
  VersionReason,
} from "./types.ts";
import { keep, writeDraft } from "./write.ts";

/** The browser's part, each replaceable. */
export interface StoreOptions {
  /** Default: the browser's. */
  readonly indexedDB?: IDBFactory;
  readonly name?: string;
  /** Most that a kill of the browser may cost, in ms. */
  readonly delay?: number;
  /** ms since the epoch. */
  readonly now?: () => number;
  /** Tells the other tabs; null where there is none. */
  readonly channel?: BroadcastChannel | null;
  /** Where `visibilitychange` and `pagehide` are heard; null for none. */
  readonly page?: Pick<EventTarget, "addEventListener" | "removeEventListener"> | null;
  /** Asked not to throw the notebooks away when space is short. */
  readonly storage?: Pick<StorageManager, "persist" | "estimate"> | null;
}

export interface Store {
  list(): Promise<DraftSummary[]>;
  /** The draft, from now on known to this tab; null where there is none. */
  get(id: string): Promise<StoredDraft | null>;
  /**
   * Keeps a draft. Keystrokes may call it each time: they are written together, at most `delay` ms
   * later, and all their promises resolve then. With a reason it is kept as a version as well.
   */
  save(draft: Draft, options?: { readonly version?: VersionReason }): Promise<SaveResult>;
  /** Writes over what another tab wrote, after a conflict; theirs becomes a version. */
  overwrite(draft: Draft): Promise<SaveResult>;
  /** Newest first. */
  versions(id: string): Promise<Version[]>;
  /** Makes an old version the present one; the present one becomes a version. */
  restore(id: string, version: number): Promise<SaveResult>;
  /** Removes the draft with its versions and tables. */
  remove(id: string): Promise<Result<null>>;
  rename(id: string, title: string): Promise<SaveResult>;
  tables(id: string): Promise<StoredTable[]>;
  putTable(id: string, table: StoredTable): Promise<Result<null>>;
  removeTable(id: string, name: string): Promise<Result<null>>;
  /** Writes at once what waits. */
  flush(): Promise<void>;
  /** Asks the browser to keep the notebooks; whether it promises to. */
  persist(): Promise<boolean>;
  /** Calls back when another tab saves or removes a draft; returns what ends it. */
  onElsewhere(listener: (elsewhere: Elsewhere) => void): () => void;
  close(): Promise<void>;
}

export type OpenedStore = { readonly ok: true; readonly store: Store } | Refused;

/** What is to be kept: texts that become versions, in order, and then the newest text. */
interface Save {
  readonly versions: readonly { readonly draft: Draft; readonly reason: VersionReason }[];
  readonly draft: Draft;
}

const plain = (draft: Draft): Save => ({ versions: [], draft });

/** No version is lost because something is typed before it is written. */
function merged(before: Save, next: Save): Save {
  return { versions: [...before.versions, ...next.versions], draft: next.draft };
}

/**
 * Opens what the browser keeps of notebooks. Never rejects: where it may keep nothing (a private
 * window, storage switched off), that is the result, and what is edited lives in the page only.
 */
export async function openStore(options: StoreOptions = {}): Promise<OpenedStore> {
  try {
    const factory = options.indexedDB ?? globalThis.indexedDB;
    if (factory === undefined) return { ok: false, reason: "refused", message: "no IndexedDB" };
    const db = await openDatabase(factory, options.name ?? "fadu");
    return { ok: true, store: storeOf(db, options) };
  } catch (error) {
    return refusal(error);
  }
}

function storeOf(
  db: Database,
  {
    delay = 150,
    now = Date.now,
    channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("fadu:store"),
    page = globalThis.window ?? null,
    storage = globalThis.navigator?.storage ?? null,
  }: StoreOptions,
): Store {
  /** The revision of each draft that this tab has read or written last. */
  const known = new Map<string, number>();
  /** Drafts that another tab has changed, with the version that holds this tab's text meanwhile. */
  const conflicts = new Map<string, number | null>();
  const listeners = new Set<(elsewhere: Elsewhere) => void>();
  const tell = (id: string, what: Elsewhere["what"]) => channel?.postMessage({ id, what });

  const write = async ({ versions, draft }: Save): Promise<SaveResult> => {
    let result: SaveResult | null = null;
    for (const version of versions) {
      result = await writeOne(version.draft, version.reason);
      if (!result.ok) return result;
    }
    const isWritten = result !== null && versions.at(-1)?.draft === draft;
    return isWritten && result ? result : writeOne(draft, null);
  };

  const writeOne = async (draft: Draft, reason: VersionReason | null): Promise<SaveResult> => {
    const { id } = draft;
    try {
      const revision = known.get(id) ?? null;
      const written = await writeDraft(db, { draft, known: revision, reason, now: now() });
      if (!written.ok)
        return await conflict(draft, written.theirs && (await trusted(written.theirs)));
      known.set(id, written.draft.revision);
      tell(id, "saved");
      return written;
    } catch (error) {
      return refusal(error);
    }
  };

  /** Keeps this tab's text as a version, one for the whole conflict, so that a kill loses nothing. */
  const conflict = async (mine: Draft, theirs: StoredDraft | null): Promise<SaveResult> => {
    const { id, title, text } = mine;
    const tx = db.transaction("versions", "readwrite", { durability: "strict" });
    const last = (await tx.store.getAllKeys(allOf(id))).at(-1)?.[1] ?? 0;
    const version = conflicts.get(id) ?? last + 1;
    conflicts.set(id, version);
    await tx.store.put({ id, version, at: now(), reason: "conflict", title, text });
    await tx.done;
    return { ok: false, reason: "conflict", mine, theirs };
  };

  /** What is under way for each draft: a change reads and writes, and nothing may come between. */
  const turns = new Map<string, Promise<unknown>>();
  const inTurn = <T>(id: string, work: () => Promise<T>): Promise<T> => {
    const result = (turns.get(id) ?? Promise.resolve()).then(work);
    turns.set(
      id,
      result.catch(() => {}),
    );
    return result;
  };

  const pending = createPending(
    (id: string, save: Save) => inTurn(id, () => write(save)),
    delay,
    merged,
  );

  const get = async (id: string) => {
    await pending.flush(id);
    return inTurn(id, () => read(id));
  };

  const trusted = async (draft: KeptDraft): Promise<StoredDraft> =>
    withTrust(draft, draft.trust ? [] : await db.getAll("versions", allOf(draft.id)));

  const read = async (id: string) => {
    const found = await db.get("drafts", id);
    const draft = found ? await trusted(found) : null;
    if (draft) known.set(id, draft.revision);
    else known.delete(id);
    conflicts.delete(id);
    return draft;
  };

  /** Changes a draft as it is now; the present text becomes a version. */
  const change = async (
    id: string,
    changed: (draft: StoredDraft) => Promise<Draft | null>,
    reason: VersionReason | null,
  ): Promise<SaveResult> => {
    const [flushed, result] = [pending.flush(id), inTurn(id, () => changeNow(id, changed, reason))];
    await flushed;
    return result;
  };

  const changeNow = async (
    id: string,
    changed: (draft: StoredDraft) => Promise<Draft | null>,
    reason: VersionReason | null,
  ): Promise<SaveResult> => {
    try {
      const draft = await read(id);
      const next = draft && (await changed(draft));
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
  };

  const changeTables = async (
    id: string,
    edit: (tables: StoredDraft["tables"]) => StoredDraft["tables"],
    put: StoredTable | null,
    removed: string | null,
  ): Promise<Result<null>> => {
    try {
      await pending.flush(id);
      const tx = db.transaction(["drafts", "tables"], "readwrite", { durability: "strict" });
      const draft = await tx.objectStore("drafts").get(id);
      if (!draft) return { ok: false, reason: "missing", message: id };
      const requests: Promise<unknown>[] = [
        tx.objectStore("drafts").put({ ...draft, tables: edit(draft.tables) }),
      ];
      if (put) requests.push(tx.objectStore("tables").put({ id, ...put }));
      if (removed !== null) requests.push(tx.objectStore("tables").delete([id, removed]));
      await settled(tx.done, requests);
      return { ok: true, value: null };
    } catch (error) {
      return refusal(error);
    }
  };

  const flush = () => pending.flush();
  const onHide = () => void flush();
  for (const event of hideEvents) page?.addEventListener(event, onHide, true);
  const onMessage = ({ data }: MessageEvent<unknown>) => {
    if (isElsewhere(data)) for (const listener of listeners) listener(data);
  };
  channel?.addEventListener("message", onMessage);

  return {
    async list() {
      await flush();
      const drafts = await Promise.all((await db.getAll("drafts")).map(trusted));
      return drafts.map(summaryOf).sort((a, b) => b.changed - a.changed);
    },
    get,
    async save(draft, { version } = {}) {
      if (version === undefined) return pending.put(draft.id, plain(draft));
      const result = pending.put(draft.id, { versions: [{ draft, reason: version }], draft });
      // A version is asked for, so it is not left waiting.
      await pending.flush(draft.id);
      return result;
    },
    async overwrite(draft) {
      const result = await change(draft.id, async () => draft, "conflict");
      if (result.ok || result.reason !== "missing") return result;
      return inTurn(draft.id, () => writeOne(draft, null));
    },
    async versions(id) {
      await pending.flush(id);
      return (await db.getAll("versions", allOf(id))).reverse();
    },
    restore(id, version) {
      const old = async (draft: StoredDraft) => {
        const found = await db.get("versions", [id, version]);
        return found ? { ...draft, title: found.title, text: found.text } : null;
      };
      return change(id, old, "restored");
    },
    async remove(id) {
      try {
        await pending.flush(id);
        const tx = db.transaction(["drafts", "versions", "tables"], "readwrite");
        const removed = [
          tx.objectStore("drafts").delete(id),
          tx.objectStore("versions").delete(allOf(id)),
          tx.objectStore("tables").delete(allOf(id)),
        ];
        await settled(tx.done, removed);
        known.delete(id);
        conflicts.delete(id);
        tell(id, "removed");
        return { ok: true, value: null };
      } catch (error) {
        return refusal(error);
      }
    },
    rename: (id, title) => change(id, async (draft) => ({ ...draft, title }), null),
    async tables(id) {
      const tables = await db.getAll("tables", allOf(id));
      return tables.map(({ name, format, bytes }) => ({ name, format, bytes }));
    },
    putTable(id, table) {
      const { name, format, bytes } = table;
      const summary = { name, format, size: bytes.length };
      const edit = (all: StoredDraft["tables"]) => [...all.filter((t) => t.name !== name), summary];
      return changeTables(id, edit, table, null);
    },
    removeTable: (id, name) =>
      changeTables(id, (all) => all.filter((table) => table.name !== name), null, name),
    flush,
    async persist() {
      return (await storage?.persist().catch(() => false)) ?? false;
    },
    onElsewhere(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      await flush();
      for (const event of hideEvents) page?.removeEventListener(event, onHide, true);
      channel?.removeEventListener("message", onMessage);
      channel?.close();
      db.close();
    },
  };
}

const hideEvents = ["visibilitychange", "pagehide"] as const;

function isElsewhere(data: unknown): data is Elsewhere {
  if (typeof data !== "object" || data === null || !("id" in data) || !("what" in data))
    return false;
  return typeof data.id === "string" && (data.what === "saved" || data.what === "removed");
}

function summaryOf(draft: StoredDraft): DraftSummary {
  const { id, slug, title, text, changed, tables, origin, trust } = draft;
  const bytes = new TextEncoder().encode(text).length;
  const size = tables.reduce((sum, table) => sum + table.size, bytes);
  const names = tables.map(({ name }) => name);
  const { author, brought } = trust;
  const from = { origin: origin?.slug ?? null, author, brought };
  return { id, slug, title, changed, size, ...from, tables: names };
}
