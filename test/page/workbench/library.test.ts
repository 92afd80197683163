import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { describe, expect, it } from "vitest";
import {
  libraryOf,
  refusedLibrary,
  type Library,
  type SaveState,
} from "../../../src/page/workbench/library.ts";
import { openStore, ownTrust } from "../../../src/drafts/store/index.ts";
import type { Draft, Store, StoredTable } from "../../../src/drafts/store/index.ts";

const draft: Draft = {
  id: "a",
  slug: "mine",
  title: "A",
  text: "# A\n",
  origin: null,
  trust: ownTrust,
};
const table: StoredTable = { name: "mine", format: "parquet", bytes: new Uint8Array([1, 2]) };

async function opened(): Promise<Store> {
  const result = await openStore({
    indexedDB: new IDBFactory(),
    channel: null,
    page: null,
    storage: null,
  });
  if (!result.ok) throw new Error(result.message);
  return result.store;
}

/** The states of a notebook, as they are told. */
function told(library: Library, id = "a"): SaveState["state"][] {
  const states: SaveState["state"][] = [];
  library.onState(id, ({ state }) => states.push(state));
  return states;
}

const broken = async (): Promise<StoredTable> => {
  throw new Error("no room");
};

describe("the library", () => {
  it("calls nothing saved while a table is made", async () => {
    const library = libraryOf(await opened());
    const states = told(library);
    let give = (_: StoredTable): void => {};
    const made = new Promise<StoredTable>((resolve) => (give = resolve));
    library.save(draft);
    const put = library.putTable("a", "mine", () => made);
    library.save({ ...draft, text: "# B\n" });
    await expect.poll(async () => (await library.get("a"))?.text).toBe("# B\n");
    expect(states).not.toContain("saved");
    expect(library.isLosing).toBe(true);
    give(table);
    await put;
    expect(states.at(-1)).toBe("saved");
    expect(library.isLosing).toBe(false);
    expect(await library.tables("a")).toEqual([table]);
  });

  it("settles only when the tables are kept", async () => {
    const library = libraryOf(await opened());
    library.save(draft);
    void library.putTable("a", "mine", async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return table;
    });
    await library.settle();
    expect(await library.tables("a")).toEqual([table]);
  });

  it("calls nothing saved beside a table that was lost, until it is kept or removed", async () => {
    const library = libraryOf(await opened());
    const states = told(library);
    library.save(draft);
    await library.putTable("a", "mine", broken);
    library.save({ ...draft, text: "# B\n" });
    await library.settle();
    await expect.poll(() => states.at(-1)).toBe("failed");
    expect(states).not.toContain("saved");
    await library.putTable("a", "mine", async () => table);
    expect(states.at(-1)).toBe("saved");
    await library.putTable("a", "other", broken);
    expect(states.at(-1)).toBe("failed");
    await library.removeTable("a", "other");
    expect(states.at(-1)).toBe("saved");
  });

  it("removes a table that was asked for before", async () => {
    const library = libraryOf(await opened());
    library.save(draft);
    void library.putTable("a", "mine", async () => table);
    await library.removeTable("a", "mine");
    expect(await library.tables("a")).toEqual([]);
  });

  it("says that nothing is kept where the browser keeps nothing", async () => {
    const library = refusedLibrary({ reason: "refused", message: "no IndexedDB" });
    const states: SaveState[] = [];
    library.onState("a", (state) => states.push(state));
    await library.putTable("a", "mine", async () => table);
    expect(states.at(-1)).toEqual({ state: "failed", why: "refused", message: "no IndexedDB" });
  });

  it("calls nothing saved beside a text that is not, whatever tables are kept with it", async () => {
    const store = await opened();
    const full = { ok: false, reason: "full", message: "" } as const;
    const library = libraryOf({ ...store, save: async () => full });
    const states = told(library);
    library.save(draft);
    await library.putTable("a", "mine", async () => table);
    expect(states.at(-1)).toBe("failed");
    expect(states).not.toContain("saved");
    expect(library.isLosing).toBe(true);
  });

  it("says of a notebook nothing that is another's", async () => {
    const library = libraryOf(await opened());
    const [states, others] = [told(library), told(library, "b")];
    library.save(draft);
    await library.putTable("b", "mine", broken);
    await library.settle();
    await expect.poll(() => states.at(-1)).toBe("saved");
    expect(states).not.toContain("failed");
    expect(others.at(-1)).toBe("failed");
    expect(library.isLosing).toBe(true);
    await library.remove("b");
    expect(library.isLosing).toBe(false);
  });
});
