import { expect, it } from "vitest";
import { openStore, ownTrust, type Draft, type Store } from "../../../src/drafts/store/index.ts";

const name = `fadu-test-${Math.random()}`;
const draft = (text: string): Draft => ({
  id: "a",
  slug: "a",
  title: "题",
  text,
  origin: null,
  trust: ownTrust,
});

async function open(): Promise<Store> {
  const opened = await openStore({ name });
  return opened.ok ? opened.store : expect.fail(opened.reason);
}

it("a real browser keeps a draft with its tables, tells the other tab and lets neither overwrite", async () => {
  const [one, other] = [await open(), await open()];
  const heard = new Promise((resolve) => other.onElsewhere(resolve));
  expect(await one.save(draft("start"), { version: "saved" })).toMatchObject({ ok: true });
  expect(await heard).toEqual({ id: "a", what: "saved" });
  await one.putTable("a", { name: "own", format: "csv", bytes: Uint8Array.of(1, 2, 3) });
  expect(await other.tables("a")).toEqual([
    { name: "own", format: "csv", bytes: Uint8Array.of(1, 2, 3) },
  ]);
  await other.get("a");
  await one.save(draft("of one"));
  expect(await other.save(draft("of the other"))).toMatchObject({ reason: "conflict" });
  expect((await one.versions("a")).map(({ text }) => text)).toEqual(["of the other", "start"]);
  await one.remove("a");
  expect(await one.list()).toEqual([]);
  await Promise.all([one.close(), other.close()]);
  indexedDB.deleteDatabase(name);
});
