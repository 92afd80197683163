import type {
  Draft,
  DraftSummary,
  StoredDraft,
  Store,
  StoredTable,
  StoreFault,
  Version,
} from "../../store/index.ts";

export type SaveState =
  | { readonly state: "unsaved" | "saving" | "saved" }
  | { readonly state: "failed"; readonly why: StoreFault; readonly message: string }
  /** Another tab has saved in between; null where it has deleted the notebook. */
  | { readonly state: "conflict"; readonly theirs: Draft | null };

/** The reader's notebooks in this browser, as the workbench asks for them. */
export interface Shelf {
  /** Why nothing can be kept in this browser; null where it can. */
  readonly refused: SaveState | null;
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
   * Keeps a table with a notebook that is on the shelf, once its bytes are made; until then nothing
   * is called saved. How it goes is told to the listener.
   */
  putTable(id: string, name: string, table: () => Promise<StoredTable>): Promise<void>;
  removeTable(id: string, name: string): Promise<void>;
  /** Keeps this text over the other tab's, which becomes a version. */
  overwrite(draft: Draft): void;
  /** Whether leaving the page now would lose something: a table on its way, or what failed. */
  readonly isLosing: boolean;
  /** One listener: how saving goes, for the notebook that is open. */
  onState(listener: (state: SaveState) => void): void;
}

/** A shelf on the browser's store; without one (`null`) everything is refused, and said to be. */
export function shelfOf(
  store: Store | null,
  refused: { readonly reason: StoreFault; readonly message: string } | null = null,
): Shelf {
  let listener: (state: SaveState) => void = () => {};
  let last: SaveState["state"] = "saved";
  const tell = (state: SaveState): void => {
    last = state.state;
    listener(state);
  };
  let waiting = 0;
  const fault = (): SaveState => ({
    state: "failed",
    why: refused?.reason ?? "refused",
    message: refused?.message ?? "",
  });
  /** Tables that are not kept, by name, each with why; nothing is called saved beside them. */
  const lost = new Map<string, SaveState>();
  const done = (): void => {
    if (waiting > 0) return;
    const [why] = lost.values();
    tell(why ?? { state: "saved" });
  };
  const follow = async (saving: ReturnType<Store["save"]>): Promise<void> => {
    waiting++;
    tell({ state: "saving" });
    const result = await saving;
    waiting--;
    if (result.ok) done();
    else if (result.reason === "conflict") tell({ state: "conflict", theirs: result.theirs });
    else tell({ state: "failed", why: result.reason, message: result.message });
  };

  /** Tables are put and removed in the order in which that was asked. */
  let tables: Promise<void> = Promise.resolve();
  let keeping = 0;
  const inTurn = (work: () => Promise<void>): Promise<void> => (tables = tables.then(work));
  const put = async (id: string, table: () => Promise<StoredTable>): Promise<SaveState | null> => {
    if (!store) return fault();
    try {
      const made = await table();
      await store.flush();
      const result = await store.putTable(id, made);
      if (result.ok) return null;
      return { state: "failed", why: result.reason, message: result.message };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { state: "failed", why: "failed", message };
    }
  };
  const keep = (saving: ReturnType<Store["save"]> | undefined): void => {
    if (saving) void follow(saving);
    else tell(fault());
  };
  return {
    refused: store ? null : fault(),
    list: async () => (await store?.list()) ?? [],
    get: async (id) => (await store?.get(id)) ?? null,
    save: (draft) => keep(store?.save(draft)),
    async settle() {
      await tables;
      await store?.flush();
    },
    keepVersion: (draft, version) => keep(store?.save(draft, { version })),
    versions: async (id) => (await store?.versions(id)) ?? [],
    async remove(id) {
      await store?.remove(id);
    },
    tables: async (id) => (await store?.tables(id)) ?? [],
    putTable(id, name, table) {
      waiting++;
      keeping++;
      tell({ state: "saving" });
      return inTurn(async () => {
        const why = await put(id, table);
        waiting--;
        keeping--;
        if (why) lost.set(name, why);
        else lost.delete(name);
        done();
      });
    },
    removeTable: (id, name) =>
      inTurn(async () => {
        await store?.removeTable(id, name);
        if (lost.delete(name)) done();
      }),
    get isLosing() {
      return keeping > 0 || last === "failed" || last === "conflict";
    },
    overwrite: (draft) => keep(store?.overwrite(draft)),
    onState: (given) => (listener = given),
  };
}
