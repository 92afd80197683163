import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { describe, expect, it } from "vitest";
import { shelfOf, type SaveState } from "../../../src/app/workbench/library.ts";
import { openStore, ownTrust } from "../../../src/store/index.ts";
import type { Draft, Store, StoredTable } from "../../../src/store/index.ts";

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

function told(shelf: ReturnType<typeof shelfOf>): SaveState["state"][] {
  const states: SaveState["state"][] = [];
  shelf.onState(({ state }) => states.push(state));
  return states;
}

describe("the shelf", () => {
  it("calls nothing saved while a table is made", async () => {
    const shelf = shelfOf(await opened());
    const states = told(shelf);
    let give = (_: StoredTable): void => {};
    const made = new Promise<StoredTable>((resolve) => (give = resolve));
    shelf.save(draft);
    const put = shelf.putTable("a", "mine", () => made);
    shelf.save({ ...draft, text: "# B\n" });
    await expect.poll(async () => (await shelf.get("a"))?.text).toBe("# B\n");
    expect(states).not.toContain("saved");
    expect(shelf.isLosing).toBe(true);
    give(table);
    await put;
    expect(states.at(-1)).toBe("saved");
    expect(shelf.isLosing).toBe(false);
    expect(await shelf.tables("a")).toEqual([table]);
  });

  it("settles only when the tables are kept", async () => {
    const shelf = shelfOf(await opened());
    shelf.save(draft);
    void shelf.putTable("a", "mine", async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return table;
    });
    await shelf.settle();
    expect(await shelf.tables("a")).toEqual([table]);
  });

  it("calls nothing saved beside a table that was lost, until it is kept or removed", async () => {
    const shelf = shelfOf(await opened());
    const states = told(shelf);
    shelf.save(draft);
    const broken = async (): Promise<StoredTable> => {
      throw new Error("no room");
    };
    await shelf.putTable("a", "mine", broken);
    shelf.save({ ...draft, text: "# B\n" });
    await shelf.settle();
    await expect.poll(() => states.at(-1)).toBe("failed");
    expect(states).not.toContain("saved");
    await shelf.putTable("a", "mine", async () => table);
    expect(states.at(-1)).toBe("saved");
    await shelf.putTable("a", "other", broken);
    expect(states.at(-1)).toBe("failed");
    await shelf.removeTable("a", "other");
    expect(states.at(-1)).toBe("saved");
  });

  it("removes a table that was asked for before", async () => {
    const shelf = shelfOf(await opened());
    shelf.save(draft);
    void shelf.putTable("a", "mine", async () => table);
    await shelf.removeTable("a", "mine");
    expect(await shelf.tables("a")).toEqual([]);
  });

  it("says that nothing is kept where the browser keeps nothing", async () => {
    const shelf = shelfOf(null, { reason: "refused", message: "no IndexedDB" });
    const states: SaveState[] = [];
    shelf.onState((state) => states.push(state));
    await shelf.putTable("a", "mine", async () => table);
    expect(states.at(-1)).toEqual({ state: "failed", why: "refused", message: "no IndexedDB" });
  });
});
