import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { describe, expect, it } from "vitest";
import {
  draftOf,
  duplicate,
  putWhole,
  remove,
  rename,
  withTitle,
} from "../../../src/page/workbench/draft.ts";
import { libraryOf, refusedLibrary, type Library } from "../../../src/page/workbench/library.ts";
import {
  openStore,
  ownTrust,
  type Store,
  type StoredTable,
} from "../../../src/drafts/store/index.ts";

const front = (lines: string): string => `---\n${lines}\n---\n\nText.\n`;
const both = front("title: 甲\ntitle_en: A");
const begun = (text = both) => draftOf({ slug: "mine", text, trust: ownTrust }, "en");
const tables: StoredTable[] = ["t", "u"].map((name) => ({
  name,
  format: "parquet",
  bytes: new Uint8Array([1, 2]),
}));

async function opened(change: Partial<Store> = {}): Promise<Library> {
  const browser = { channel: null, page: null, storage: null };
  const result = await openStore({ indexedDB: new IDBFactory(), ...browser });
  if (!result.ok) throw new Error(result.message);
  return libraryOf({ ...result.store, ...change });
}

const titlesIn = async (library: Library) => (await library.list()).map(({ title }) => title);

describe("a new notebook", () => {
  it("is called as its text says in the language of the page, and has an id of its own", () => {
    const [one, other] = [begun(), begun()];
    expect([one.title, one.origin]).toEqual(["A", null]);
    expect(draftOf({ slug: "mine", text: both, trust: ownTrust }, "zh").title).toBe("甲");
    expect(one.id).not.toBe(other.id);
    expect(one.id).toMatch(/^[\w-]{12}$/);
  });

  it("is in the library whole", async () => {
    const library = await opened();
    const draft = begun();
    expect(await putWhole(library, draft, tables)).toBe(true);
    expect((await library.tables(draft.id)).map(({ name }) => name)).toEqual(["t", "u"]);
  });

  it("is not in the library at all where one of its tables cannot be kept", async () => {
    const full = { ok: false, reason: "full", message: "" } as const;
    const library = await opened({ putTable: async () => full });
    expect(await putWhole(library, begun(), tables)).toBe(false);
    expect(await library.list()).toEqual([]);
    expect(library.isLosing).toBe(false);
    const refused = refusedLibrary({ reason: "refused", message: "" });
    expect(await putWhole(refused, begun(), [])).toBe(false);
  });
});

describe("another title", () => {
  it("stands in the text too, and leaves the other language's alone", () => {
    expect(withTitle(begun(), "B", "en").text).toBe(front("title: 甲\ntitle_en: B"));
    expect(withTitle(begun(), "乙", "zh").text).toBe(front("title: 乙\ntitle_en: A"));
  });

  it("is that of both languages where the notebook has one title", () => {
    expect(withTitle(begun(front("title: A")), "B", "en").text).toBe(front("title: B"));
  });
});

describe("what can be done with a notebook of the list", () => {
  it("is to copy it with its tables", async () => {
    const library = await opened();
    const draft = begun();
    await putWhole(library, draft, tables);
    await duplicate(library, draft.id, "en");
    const [copy] = (await library.list()).filter(({ id }) => id !== draft.id);
    expect(copy).toMatchObject({ tables: ["t", "u"] });
    expect(copy?.title).not.toBe("A");
    expect((await library.get(copy?.id ?? ""))?.text).toContain(`title_en: ${copy?.title}`);
  });

  it("is to call it otherwise", async () => {
    const library = await opened();
    const draft = begun();
    await putWhole(library, draft, []);
    await rename(library, draft.id, "B", "en");
    expect(await titlesIn(library)).toEqual(["B"]);
  });

  it("is to remove it, and to have it back with its tables", async () => {
    const library = await opened();
    const draft = begun();
    await putWhole(library, draft, tables);
    const giveBack = await remove(library, draft.id);
    expect(await library.list()).toEqual([]);
    await giveBack();
    expect(await titlesIn(library)).toEqual(["A"]);
    expect((await library.tables(draft.id)).map(({ name }) => name)).toEqual(["t", "u"]);
  });

  it("is nothing where another tab has removed it", async () => {
    const library = await opened();
    await duplicate(library, "gone", "en");
    await rename(library, "gone", "B", "en");
    await (
      await remove(library, "gone")
    )();
    expect(await library.list()).toEqual([]);
  });
});
