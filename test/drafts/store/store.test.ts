import "fake-indexeddb/auto";
import { IDBFactory, IDBObjectStore } from "fake-indexeddb";
import { afterEach, describe, expect, it, vi } from "vitest";
import { isWord } from "../../../src/words/index.ts";
import { openDatabase } from "../../../src/drafts/store/database.ts";
import {
  openStore,
  ownTrust,
  storeFaults,
  versionReasons,
  type Draft,
  type Store,
  type StoreOptions,
} from "../../../src/drafts/store/index.ts";

const opened: Store[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const store of opened.splice(0)) await store.close();
});

async function open(indexedDB: IDBFactory, options: StoreOptions = {}): Promise<Store> {
  const result = await openStore({ indexedDB, delay: 20, channel: null, page: null, ...options });
  if (!result.ok) return expect.fail(result.reason);
  opened.push(result.store);
  return result.store;
}

const draft = (text: string, id = "a"): Draft => ({
  id,
  slug: "fines",
  title: "罚款",
  text,
  origin: { slug: "fines", hash: "x", text: "# 原文\n" },
  trust: ownTrust,
});
const minute = 60_000;

describe("a draft", () => {
  it("is there again when the browser is opened again, in the list with title, size and origin", async () => {
    const indexedDB = new IDBFactory();
    const store = await open(indexedDB, { now: () => 5 });
    await store.save(draft("# 题\n"));
    await store.putTable("a", { name: "own", format: "csv", bytes: new Uint8Array(100) });
    const again = await open(indexedDB);
    expect(await again.list()).toEqual([
      {
        ...{ id: "a", slug: "fines", title: "罚款", changed: 5, size: 106, origin: "fines" },
        ...{ author: { kind: "own" }, tables: ["own"], brought: [] },
      },
    ]);
    expect(await again.get("a")).toMatchObject({ text: "# 题\n", revision: 1 });
    expect(await again.tables("a")).toMatchObject([{ name: "own", format: "csv" }]);
  });

  it("typed fast is written a few times, the last text always, and each save is answered", async () => {
    const indexedDB = new IDBFactory();
    const store = await open(indexedDB);
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, i) => store.save(draft(`text ${i}`))),
    );
    expect(results.every(({ ok }) => ok)).toBe(true);
    const kept = await (await open(indexedDB)).get("a");
    expect(kept?.text).toBe("text 49");
    expect(kept?.revision).toBeLessThan(5);
  });

  it("is written at once when the page is hidden", async () => {
    const indexedDB = new IDBFactory();
    const page = new EventTarget();
    const store = await open(indexedDB, { page, delay: 60_000 });
    await store.save(draft("first"));
    const saved = store.save(draft("second"));
    page.dispatchEvent(new Event("pagehide"));
    expect(await saved).toMatchObject({ ok: true, draft: { text: "second" } });
  });

  it("keeps its time of change when the same text is saved again", async () => {
    let now = 1;
    const store = await open(new IDBFactory(), { now: () => now });
    await store.save(draft("x"));
    now = 2;
    expect(await store.save(draft("x"))).toMatchObject({ draft: { changed: 1 } });
  });

  it("that is removed is gone with its versions and tables, and only that one", async () => {
    const store = await open(new IDBFactory());
    await store.save(draft("x"), { version: "saved" });
    await store.save(draft("y", "ab"), { version: "saved" });
    await store.putTable("a", { name: "own", format: "csv", bytes: new Uint8Array(1) });
    expect(await store.remove("a")).toEqual({ ok: true, value: null });
    expect(await store.get("a")).toBeNull();
    expect([await store.versions("a"), await store.tables("a")]).toEqual([[], []]);
    expect(await store.versions("ab")).toHaveLength(1);
    expect(
      await store.putTable("a", { name: "x", format: "csv", bytes: new Uint8Array(1) }),
    ).toMatchObject({ ok: false, reason: "missing" });
  });
});

describe("versions", () => {
  it("are kept when asked for and every five minutes, not for every keystroke", async () => {
    let now = 10 * minute;
    const store = await open(new IDBFactory(), { now: () => now });
    await store.save(draft("one"));
    await store.save(draft("two"));
    now += 2 * minute;
    await store.save(draft("three"), { version: "run" });
    await store.save(draft("three"), { version: "saved" });
    now += 6 * minute;
    await store.save(draft("four"));
    const versions = await store.versions("a");
    expect(versions.map(({ reason, text }) => `${reason} ${text}`)).toEqual([
      "interval four",
      "run three",
      "interval one",
    ]);
  });

  it("keep the text before one goes back, and what is written right after", async () => {
    const store = await open(new IDBFactory());
    await store.save(draft("old"), { version: "saved" });
    const before = store.save(draft("new"));
    const kept = store.save(draft("new"), { version: "restored" });
    const after = store.save(draft("old"));
    for (const saved of [before, kept, after]) expect(await saved).toMatchObject({ ok: true });
    expect((await store.get("a"))?.text).toBe("old");
    expect((await store.versions("a")).map(({ text }) => text)).toContain("new");
  });

  it("can be gone back to, which loses nothing", async () => {
    const store = await open(new IDBFactory());
    await store.save(draft("old"), { version: "saved" });
    await store.save(draft("new"));
    const [old] = await store.versions("a");
    expect(await store.restore("a", old?.version ?? 0)).toMatchObject({ draft: { text: "old" } });
    expect((await store.versions("a")).map(({ reason, text }) => `${reason} ${text}`)).toEqual([
      "restored new",
      "saved old",
    ]);
    expect(await store.restore("a", 99)).toMatchObject({ ok: false, reason: "missing" });
  });
});

describe("what is kept", () => {
  it("is listed with what changed last first", async () => {
    let now = 0;
    const store = await open(new IDBFactory(), { now: () => now });
    for (const [time, id] of [
      [3, "b"],
      [9, "c"],
      [5, "a"],
    ] as const) {
      now = time;
      await store.save(draft("text", id));
    }
    expect((await store.list()).map(({ id }) => id)).toEqual(["c", "a", "b"]);
  });

  it("has each table once, by its name, and loses the one that is removed alone", async () => {
    const store = await open(new IDBFactory());
    await store.save(draft("text"));
    const table = (name: string, byte: number) => ({
      ...{ name, format: "csv" as const },
      bytes: new Uint8Array([byte]),
    });
    await store.putTable("a", table("one", 1));
    await store.putTable("a", table("two", 2));
    expect(await store.putTable("a", table("one", 3))).toEqual({ ok: true, value: null });
    const shown = async () => ({
      listed: (await store.list())[0]?.tables.toSorted(),
      bytes: (await store.tables("a")).map(({ name, bytes }) => [name, [...bytes]]),
    });
    expect(await shown()).toEqual({
      listed: ["one", "two"],
      bytes: [
        ["one", [3]],
        ["two", [2]],
      ],
    });
    expect(await store.removeTable("a", "one")).toEqual({ ok: true, value: null });
    expect(await shown()).toEqual({ listed: ["two"], bytes: [["two", [2]]] });
    expect(await store.removeTable("b", "two")).toMatchObject({ ok: false, reason: "missing" });
  });
});

describe("two tabs on one draft", () => {
  const two = async () => {
    const indexedDB = new IDBFactory();
    const one = await open(indexedDB);
    await one.save(draft("start"));
    const other = await open(indexedDB);
    await other.get("a");
    return { indexedDB, one, other };
  };

  it("do not overwrite each other: the later one is told and has both texts", async () => {
    const { one, other } = await two();
    await one.save(draft("of one"));
    const result = await other.save(draft("of the other"));
    expect(result).toMatchObject({
      ok: false,
      reason: "conflict",
      mine: { text: "of the other" },
      theirs: { text: "of one" },
    });
    expect((await one.get("a"))?.text).toBe("of one");
  });

  it("keep the text of the later one as a version, which follows its typing", async () => {
    const { one, other } = await two();
    await one.save(draft("of one"));
    await other.save(draft("of the oth"));
    await other.save(draft("of the other"));
    const kept = (await one.versions("a")).filter(({ reason }) => reason === "conflict");
    expect(kept.map(({ text }) => text)).toEqual(["of the other"]);
  });

  it("may decide for the later one; the earlier text becomes a version", async () => {
    const { one, other } = await two();
    await one.save(draft("of one"));
    await other.save(draft("of the other"));
    expect(await other.overwrite(draft("of the other"))).toMatchObject({ ok: true });
    expect((await other.get("a"))?.text).toBe("of the other");
    expect((await other.versions("a")).map(({ text }) => text)).toContain("of one");
    expect(await one.save(draft("again"))).toMatchObject({ reason: "conflict" });
  });

  it("take what is written while the decision is still on its way to the disk", async () => {
    const { one, other } = await two();
    await one.save(draft("of one"));
    await other.save(draft("of the other"));
    // A rested store writes the first of a burst at once.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const decided = other.overwrite(draft("of the other"));
    const after = other.save(draft("of one again"));
    expect(await decided).toMatchObject({ ok: true });
    expect(await after).toMatchObject({ ok: true });
    expect((await other.get("a"))?.text).toBe("of one again");
    expect((await other.versions("a")).map(({ text }) => text)).toContain("of one");
  });

  it("do not bring back what one of them removed, unless asked to", async () => {
    const { one, other } = await two();
    await one.remove("a");
    expect(await other.save(draft("mine"))).toMatchObject({ reason: "conflict", theirs: null });
    expect(await other.overwrite(draft("mine"))).toMatchObject({ ok: true });
  });

  it("never both win, whatever the order of their writes", async () => {
    const { indexedDB, one, other } = await two();
    let won = 1;
    for (let i = 0; i < 20; i++) {
      const results = await Promise.all([one.save(draft(`1 ${i}`)), other.save(draft(`2 ${i}`))]);
      const winners = results.filter(({ ok }) => ok).length;
      expect(winners).toBeLessThanOrEqual(1);
      won += winners;
      await Promise.all([one.get("a"), other.get("a")]);
    }
    expect((await (await open(indexedDB)).get("a"))?.revision).toBe(won);
  });

  it("hear of each other", async () => {
    const indexedDB = new IDBFactory();
    const one = await open(indexedDB, { channel: new BroadcastChannel("test") });
    const other = await open(indexedDB, { channel: new BroadcastChannel("test") });
    const heard = new Promise((resolve) => other.onElsewhere(resolve));
    await one.save(draft("x"));
    expect(await heard).toEqual({ id: "a", what: "saved" });
  });
});

describe("a browser that does not keep", () => {
  const failPut = (name: string) =>
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("no", name);
    });

  it("for want of space says so, and saves again when there is space", async () => {
    const store = await open(new IDBFactory());
    const mock = failPut("QuotaExceededError");
    expect(await store.save(draft("x"))).toEqual({ ok: false, reason: "full", message: "no" });
    mock.mockRestore();
    expect(await store.save(draft("x"))).toMatchObject({ ok: true });
  });

  it("for want of space at the end of the transaction says so as well", async () => {
    const store = await open(new IDBFactory());
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      const request = put.apply(this, args);
      const { transaction } = this;
      request.addEventListener("success", () => {
        Object.defineProperty(transaction, "error", {
          value: new DOMException("no", "QuotaExceededError"),
        });
        transaction.abort();
      });
      return request;
    });
    expect(await store.save(draft("x"))).toMatchObject({ ok: false, reason: "full" });
  });

  it("for another reason gives its words", async () => {
    const store = await open(new IDBFactory());
    failPut("DataError");
    expect(await store.save(draft("x"))).toMatchObject({ reason: "failed", message: "no" });
  });

  it("at all is told when it is opened, without an error", async () => {
    const refusing = {
      open() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    } as unknown as IDBFactory;
    expect(await openStore({ indexedDB: refusing, channel: null })).toMatchObject({
      ok: false,
      reason: "refused",
    });
  });

  it("has words for every reason", () => {
    const keys = [
      ...storeFaults.map((reason) => `store.${reason}`),
      ...versionReasons.map((reason) => `store.version.${reason}`),
    ];
    expect(keys.filter((key) => !isWord(key))).toEqual([]);
  });
});

describe("who wrote a notebook", () => {
  const stranger = { kind: "stranger", way: "link", name: null } as const;
  const grants = [{ code: "abc", tables: ["t"] }];
  const foreign = (text: string): Draft => ({
    ...draft(text),
    origin: null,
    trust: { author: stranger, grants, brought: ["d"] },
  });

  it("and what may run of it is there again, in the list too, after versions, names and conflicts", async () => {
    const indexedDB = new IDBFactory();
    const store = await open(indexedDB);
    await store.save(foreign("old"), { version: "saved" });
    await store.save(foreign("new"));
    await store.restore("a", 1);
    await store.rename("a", "B");
    const again = await open(indexedDB);
    expect((await again.get("a"))?.trust).toEqual(foreign("").trust);
    expect(await again.list()).toMatchObject([{ author: stranger, brought: ["d"] }]);
    await store.save(foreign("theirs"));
    expect(await again.save(foreign("mine"))).toMatchObject({ theirs: { trust: { grants } } });
    expect((await again.overwrite(foreign("mine"))).ok).toBe(true);
    expect((await again.get("a"))?.trust).toEqual(foreign("").trust);
  });

  it("never changes by writing", async () => {
    const store = await open(new IDBFactory());
    await store.save(foreign("x"));
    await store.save({ ...foreign("x"), trust: ownTrust });
    expect((await store.get("a"))?.trust.author).toEqual(stranger);
  });

  const code = "```js id=a\n1\n```\n";
  it.each([
    ["code of unknown hand is a stranger's", code, null, null, "stranger"],
    ["code in a version too", "text", code, null, "stranger"],
    ["without code is the reader's", "text", "text", null, "own"],
    ["a copy of a repository notebook is the reader's", code, code, "fines", "own"],
  ])("in a draft of an older page: %s", async (_, text, version, slug, kind) => {
    const indexedDB = new IDBFactory();
    await (await open(indexedDB)).close();
    const db = await openDatabase(indexedDB, "fadu");
    const origin = slug === null ? null : { slug, hash: "x", text: code };
    const older = { id: "a", slug: "a", title: "A", text, origin, revision: 1, changed: 1 };
    await db.put("drafts", { ...older, tables: [] });
    if (version !== null) {
      const kept = { id: "a", version: 1, at: 1, reason: "saved", title: "A" } as const;
      await db.put("versions", { ...kept, text: version });
    }
    db.close();
    const store = await open(indexedDB);
    // None of its code runs unasked, whoever wrote it.
    expect((await store.get("a"))?.trust).toMatchObject({ author: { kind }, grants: [] });
    expect(await store.list()).toMatchObject([{ author: { kind } }]);
  });
});
