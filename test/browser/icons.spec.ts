import { expect, test } from "./support/test.ts";

/** Addresses of what the head of the open page links for browsers. */
const linked = () =>
  [
    ...document.querySelectorAll<HTMLLinkElement>(
      "link[rel~=icon],link[rel=manifest],link[rel=apple-touch-icon]",
    ),
  ].map(({ rel, href }) => [rel, href] as const);

const types = {
  icon: "image/svg+xml",
  "apple-touch-icon": "image/png",
  manifest: "application/manifest+json",
};

for (const path of ["", "en/", "figures/", "en/figures/"])
  test(`/${path} links an icon, one for a home screen and a manifest, all there`, async ({
    page,
    baseURL,
  }) => {
    await page.goto(path);
    const found: Record<string, string> = {};
    for (const [rel, href] of await page.evaluate(linked)) {
      const answer = await page.request.get(href);
      expect([rel, answer.status()]).toEqual([rel, 200]);
      found[rel] = (answer.headers()["content-type"] ?? "").replace(/;.*/, "");
    }
    expect(found).toEqual(types);
    // The browser's own reading: within the policy, and without a fault.
    const session = await page.context().newCDPSession(page);
    const { url, errors, data } = await session.send("Page.getAppManifest");
    expect(errors).toEqual([]);
    const { start_url } = JSON.parse(data ?? "") as { start_url: string };
    const home = new URL(path.startsWith("en/") ? "en/" : "./", baseURL);
    expect(new URL(start_url, url).href).toBe(home.href);
  });
