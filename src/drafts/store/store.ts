import { allOf, openDatabase, type Database } from "./database.ts";
import { createDrafts, merged, type Change, type Save } from "./drafts.ts";
import { refusal } from "./fault.ts";
import { createNews } from "./news.ts";
import { createPending } from "./pending.ts";
import { putTable, removeTable, tablesOf } from "./tables.ts";
import { createTurns } from "./turns.ts";
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
  const news = createNews(channel);
  const drafts = createDrafts(db, now, (id) => news.tell(id, "saved"));
  const inTurn = createTurns();
  const pending = createPending(
    (id: string, save: Save) => inTurn(id, () => drafts.write(save)),
    delay,
    merged,
  );
  const flush = () => pending.flush();
  const onHide = () => void flush();
  for (const event of hideEvents) page?.addEventListener(event, onHide, true);

  /** Follows what waits to be written; what is written later waits for it. */
  const change = async (id: string, change: Change, reason: VersionReason | null) => {
    const flushed = pending.flush(id);
    const result = inTurn(id, () => drafts.change(id, change, reason));
    await flushed;
    return result;
  };
  const afterFlush = async <T>(id: string, work: () => Promise<T>): Promise<T> => {
    await pending.flush(id);
    return work();
  };

  return {
    async list() {
      await flush();
      return (await drafts.all()).map(summaryOf).sort((a, b) => b.changed - a.changed);
    },
    get: (id) => afterFlush(id, () => inTurn(id, () => drafts.read(id))),
    async save(draft, { version: reason } = {}) {
      const versions = reason === undefined ? [] : [{ draft, reason }];
      const result = pending.put(draft.id, { versions, draft });
      // A version is asked for, so it is not left waiting.
      if (reason !== undefined) await pending.flush(draft.id);
      return result;
    },
    async overwrite(draft) {
      const result = await change(draft.id, async () => draft, "conflict");
      if (result.ok || result.reason !== "missing") return result;
      return inTurn(draft.id, () => drafts.write({ versions: [], draft }));
    },
    versions: (id) =>
      afterFlush(id, async () => (await db.getAll("versions", allOf(id))).reverse()),
    restore(id, version) {
      const old: Change = async (draft) => {
        const found = await db.get("versions", [id, version]);
        return found ? { ...draft, title: found.title, text: found.text } : null;
      };
      return change(id, old, "restored");
    },
    async remove(id) {
      const result = await afterFlush(id, () => drafts.remove(id));
      if (result.ok) news.tell(id, "removed");
      return result;
    },
    rename: (id, title) => change(id, async (draft) => ({ ...draft, title }), null),
    tables: (id) => tablesOf(db, id),
    putTable: (id, table) => afterFlush(id, () => putTable(db, id, table)),
    removeTable: (id, name) => afterFlush(id, () => removeTable(db, id, name)),
    flush,
    persist: async () => (await storage?.persist().catch(() => false)) ?? false,
    onElsewhere: news.listen,
    async close() {
      await flush();
      for (const event of hideEvents) page?.removeEventListener(event, onHide, true);
      news.close();
      db.close();
    },
  };
}

const hideEvents = ["visibilitychange", "pagehide"] as const;

function summaryOf(draft: StoredDraft): DraftSummary {
  const { id, slug, title, text, changed, tables, origin, trust } = draft;
  const bytes = new TextEncoder().encode(text).length;
  const size = tables.reduce((sum, table) => sum + table.size, bytes);
  const names = tables.map(({ name }) => name);
  const { author, brought } = trust;
  const from = { origin: origin?.slug ?? null, author, brought };
  return { id, slug, title, changed, size, ...from, tables: names };
}
