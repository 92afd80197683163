import { openStore } from "../../drafts/store/index.ts";
import type {
  Draft,
  DraftSummary,
  StoredDraft,
  Store,
  StoredTable,
  StoreFault,
  Version,
} from "../../drafts/store/index.ts";

/** What could not be kept, and why. */
export interface SaveFault {
  readonly state: "failed";
  readonly why: StoreFault;
  readonly message: string;
}

export type SaveState =
  | { readonly state: "unsaved" | "saving" | "saved" }
  | SaveFault
  /** Another tab has saved in between; null where it has deleted the notebook. */
  | { readonly state: "conflict"; readonly theirs: Draft | null };

/** The reader's notebooks in this browser, as the workbench asks for them. */
export interface Library {
  /** Why nothing can be kept in this browser; null where it can. */
  readonly refused: SaveFault | null;
  list(): Promise<readonly DraftSummary[]>;
  get(id: string): Promise<StoredDraft | null>;
  /** Keeps a draft soon; how it goes is told to the listener. */
  save(draft: Draft): void;
  /** Settles when all that was given is kept, or cannot be. */
  settle(): Promise<void>;
  keepVersion(draft: Draft, reason: "run" | "saved" | "restored"): void;
  versions(id: string): Promise<readonly Version[]>;
  remove(id: string): Promise<void>;
  tables(id: string): Promise<readonly StoredTable[]>;
  /**
   * Keeps a table with a notebook that is in the library, once its bytes are made; until then
   * nothing is called saved. How it goes is told to the listener.
   */
  putTable(id: string, name: string, table: () => Promise<StoredTable>): Promise<void>;
  removeTable(id: string, name: string): Promise<void>;
  /** Keeps this text over the other tab's, which becomes a version. */
  overwrite(draft: Draft): void;
  /** Whether leaving the page now would lose something: a table on its way, or what failed. */
  readonly isLosing: boolean;
  /** How the saving of a notebook goes; one listener for each. */
  onState(id: string, listener: (state: SaveState) => void): void;
}

/** The reader's notebooks in this browser; where it keeps nothing, each saving says so. */
export async function openLibrary(): Promise<Library> {
  const opened = await openStore();
  if (!opened.ok) return refusedLibrary(opened);
  // Asked without waiting: some browsers ask the reader.
  void opened.store.persist().catch(() => false);
  return libraryOf(opened.store);
}

/** A library that keeps nothing, and says so each time. */
export function refusedLibrary({
  reason,
  message,
}: {
  readonly reason: StoreFault;
  readonly message: string;
}): Library {
  const refused: SaveFault = { state: "failed", why: reason, message };
  let listener: (state: SaveState) => void = () => {};
  let isLosing = false;
  const refuse = (): void => {
    isLosing = true;
    listener(refused);
  };
  return {
    refused,
    list: async () => [],
    get: async () => null,
    save: refuse,
    settle: async () => {},
    keepVersion: refuse,
    versions: async () => [],
    remove: async () => {},
    tables: async () => [],
    putTable: async () => refuse(),
    removeTable: async () => {},
    overwrite: refuse,
    get isLosing() {
      return isLosing;
    },
    onState: (_, given) => (listener = given),
  };
}

/** How the saving of one notebook goes: one state, told at each change. */
function createProgress() {
  let listener: (state: SaveState) => void = () => {};
  let waiting = 0;
  /** Its text or tables that are not kept, by name; nothing is called saved beside them. */
  const faults = new Map<string, SaveState>();
  const tell = (): void => {
    const [fault] = faults.values();
    listener(fault ?? { state: waiting > 0 ? "saving" : "saved" });
  };
  return {
    get isLosing() {
      return faults.size > 0;
    },
    onState: (given: (state: SaveState) => void) => (listener = given),
    /** Follows one saving to its end, which is the fault that it met, or null. */
    async follow(name: string, saving: Promise<SaveState | null>): Promise<void> {
      waiting++;
      listener({ state: "saving" });
      const fault = await saving;
      waiting--;
      faults.delete(name);
      if (fault) faults.set(name, fault);
      tell();
    },
    /** It is no longer wanted. */
    forget(name: string): void {
      if (faults.delete(name)) tell();
    },
  };
}

async function textFault(saving: ReturnType<Store["save"]>): Promise<SaveState | null> {
  const result = await saving;
  if (result.ok) return null;
  if (result.reason === "conflict") return { state: "conflict", theirs: result.theirs };
  return { state: "failed", why: result.reason, message: result.message };
}

async function tableFault(
  store: Store,
  id: string,
  table: () => Promise<StoredTable>,
): Promise<SaveState | null> {
  try {
    const made = await table();
    await store.flush();
    const result = await store.putTable(id, made);
    return result.ok ? null : { state: "failed", why: result.reason, message: result.message };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { state: "failed", why: "failed", message };
  }
}

/** Stands for the text of a notebook among its tables, none of which has no name. */
const TEXT = "";

export function libraryOf(store: Store): Library {
  const all = new Map<string, ReturnType<typeof createProgress>>();
  const progressOf = (id: string) => {
    const progress = all.get(id) ?? createProgress();
    all.set(id, progress);
    return progress;
  };
  const followText = ({ id }: Draft, saving: ReturnType<Store["save"]>): void =>
    void progressOf(id).follow(TEXT, textFault(saving));
  /** Tables are put and removed in the order in which that was asked. */
  let tables: Promise<unknown> = Promise.resolve();
  let tablesWaiting = 0;
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = tables.then(work);
    tables = done.catch(() => {});
    return done;
  };
  return {
    refused: null,
    list: () => store.list(),
    get: (id) => store.get(id),
    save: (draft) => followText(draft, store.save(draft)),
    async settle() {
      await tables;
      await store.flush();
    },
    keepVersion: (draft, version) => followText(draft, store.save(draft, { version })),
    versions: (id) => store.versions(id),
    async remove(id) {
      await store.remove(id);
      all.delete(id);
    },
    tables: (id) => store.tables(id),
    async putTable(id, name, table) {
      tablesWaiting++;
      const putting = inTurn(() => tableFault(store, id, table));
      await progressOf(id).follow(name, putting);
      tablesWaiting--;
    },
    removeTable: (id, name) =>
      inTurn(async () => {
        await store.removeTable(id, name);
        progressOf(id).forget(name);
      }),
    overwrite: (draft) => followText(draft, store.overwrite(draft)),
    get isLosing() {
      return tablesWaiting > 0 || [...all.values()].some((progress) => progress.isLosing);
    },
    onState: (id, listener) => progressOf(id).onState(listener),
  };
}
