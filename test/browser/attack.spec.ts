import { tally } from "../attack/family.ts";
import { families } from "../attack/index.ts";
import { openWorld } from "../attack/world.ts";
import { expect, test } from "./support/test.ts";

// The short form; `npm run attack` tries all. Pages under attack complain, and that is no fault.

/** Runs in a page: every way out of one that shall be heard. */
function reachOut(port: number): void {
  for (const rel of ["dns-prefetch", "preconnect"]) {
    const link = document.createElement("link");
    Object.assign(link, { rel, href: `http://${rel}.heard.test/` });
    document.head.append(link);
  }
  void fetch("http://fetch.heard.test/").catch(() => {});
  void new WebSocket(`ws://127.0.0.1:${port}/`);
  const urls = ["stun:stun.heard.test:3478", `stun:127.0.0.1:${port}`];
  const peer = new RTCPeerConnection({ iceServers: [{ urls }] });
  peer.createDataChannel("heard");
  void peer.createOffer().then((offer) => peer.setLocalDescription(offer));
}

test("the listeners hear what does leave a page: requests, sockets, datagrams, names", async ({
  site,
}) => {
  const world = await openWorld(site, "short");
  const { canary } = world;
  const page = await (await world.regular()).newPage();
  await page.goto(`http://127.0.0.1:${canary.port}/seen`);
  await page.evaluate(reachOut, canary.port);
  await expect.poll(() => canary.heard().sockets).toBe(1);
  await expect.poll(() => canary.heard().datagrams).toBeGreaterThan(0);
  expect(canary.heard().requests).toContain("/seen");
  const names = ["dns-prefetch", "preconnect", "fetch", "stun"].map((name) => `${name}.heard.test`);
  const heard = async () => (await world.lookups()).filter((name) => names.includes(name));
  await expect.poll(async () => (await heard()).toSorted()).toEqual(names.toSorted());
  await world.close();
});

for (const family of families)
  test(`holds: ${family.name}, by ${family.surface}`, async ({ site }) => {
    const world = await openWorld(site, "short");
    const { broke, tried } = await tally(family, world);
    await world.close();
    expect(broke).toEqual([]);
    expect(tried).toBeGreaterThan(0);
  });
