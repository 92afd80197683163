import { afterEach, expect, it } from "vitest";
import { createNews, type News } from "../../../src/drafts/store/news.ts";
import type { Elsewhere } from "../../../src/drafts/store/index.ts";

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

let count = 0;

/** The news of a tab, and a channel on which another speaks. */
function tab(): { readonly news: News; readonly other: BroadcastChannel; heard: Elsewhere[] } {
  const name = `news-${(count += 1)}`;
  const [news, other] = [createNews(new BroadcastChannel(name)), new BroadcastChannel(name)];
  open.push(news, other);
  const heard: Elsewhere[] = [];
  news.listen((elsewhere) => heard.push(elsewhere));
  return { news, other, heard };
}

/** A message of its own tells that all before it have come. */
async function settle({ other, heard }: ReturnType<typeof tab>): Promise<void> {
  other.postMessage({ id: "last", what: "saved" });
  await expect.poll(() => heard.some(({ id }) => id === "last")).toBe(true);
}

it("hears what another tab saved or removed, and nothing that is no news", async () => {
  const one = tab();
  const noise = [null, undefined, "saved", 1, [], {}, { id: "a" }, { what: "saved" }];
  const odd = [
    { id: 1, what: "saved" },
    { id: "a", what: "opened" },
    { id: "a", what: null },
  ];
  for (const data of [...noise, ...odd]) one.other.postMessage(data);
  one.other.postMessage({ id: "a", what: "removed" });
  await settle(one);
  expect(one.heard).toEqual([
    { id: "a", what: "removed" },
    { id: "last", what: "saved" },
  ]);
});

it("tells the other tabs, not itself", async () => {
  const one = tab();
  const told = new Promise((resolve) => {
    one.other.onmessage = ({ data }) => resolve(data);
  });
  one.news.tell("a", "saved");
  expect(await told).toEqual({ id: "a", what: "saved" });
  await settle(one);
  expect(one.heard.map(({ id }) => id)).toEqual(["last"]);
});

it("calls back nobody who has stopped listening", async () => {
  const one = tab();
  const heard: Elsewhere[] = [];
  one.news.listen((elsewhere) => heard.push(elsewhere))();
  await settle(one);
  expect(heard).toEqual([]);
});

it("may be told where there is no other tab", () => {
  const news = createNews(null);
  expect(() => {
    news.tell("a", "saved");
    news.close();
  }).not.toThrow();
});
