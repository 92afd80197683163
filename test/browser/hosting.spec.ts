import { createServer } from "node:http";
import { openLive, panel, untilLive } from "./support/page.ts";
import { expect, host, test } from "./support/test.ts";

test.describe("the site", () => {
  test("works below any path, and asks for nothing outside it", async ({ page }) => {
    const served = await host({ base: "/sub/path/" });
    try {
      const paths: string[] = [];
      page.on("request", (request) => {
        const { protocol, pathname } = new URL(request.url());
        if (protocol.startsWith("http")) paths.push(pathname);
      });
      await openLive(page, served.url);
      await page.locator("#fines-by-region a.mark:visible").first().click();
      await expect(panel(page).locator("blockquote mark").first()).toBeVisible();
      await page.locator("[data-action=language]").click();
      await expect(page).toHaveURL(/\/sub\/path\/en\/\?fact=/);
      await page.locator('nav a[href$="figures/"]').click();
      await expect(page).toHaveURL(/\/sub\/path\/en\/figures\/$/);
      await untilLive(page);
      expect(paths.filter((path) => !path.startsWith("/sub/path/"))).toEqual([]);
      expect(paths.length).toBeGreaterThan(10);
    } finally {
      await served.close();
    }
  });

  test("needs no header of its host: the policy stands in the page", async ({ page }) => {
    const served = await host({ headers: { "Content-Security-Policy": "" } });
    try {
      await openLive(page, served.url);
      const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
      await expect(policy).toHaveAttribute("content", /^default-src 'none'/);
    } finally {
      await served.close();
    }
  });
});

/** Whether the worker answers for the page and keeps what it needs: the page itself comes last. */
async function isKept(): Promise<boolean> {
  const names = await caches.keys();
  const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  const urls = kept.flat().map(({ url }) => url);
  return (
    navigator.serviceWorker.controller?.state === "activated" &&
    urls.includes(location.href) &&
    urls.some((url) => url.endsWith("facts.parquet")) &&
    urls.some((url) => url.includes(".wasm"))
  );
}

test.describe("after a first visit", () => {
  // The worker asks the network first, and the browser says that it is not there.
  test.use({ serviceWorkers: "allow", expected: /Failed to load resource/ });

  test("the page works without its host", async ({ page }) => {
    const served = await host();
    try {
      await openLive(page, served.url);
      // Not by waitForFunction, which does not wait for a promise.
      await expect.poll(() => page.evaluate(isKept), { timeout: 60_000 }).toBe(true);
    } finally {
      await served.close();
    }
    // As a reader does it: the driver's own reload does not ask the worker.
    await Promise.all([page.waitForEvent("load"), page.evaluate(() => location.reload())]);
    await untilLive(page);
    await page.locator("#fines-by-region a.mark:visible").first().click();
    await expect(panel(page).locator("blockquote mark").first()).toBeVisible();
  });
});

/** Runs as a script of the page, as an injected one would: automation hides what a policy stops. */
function probe(): void {
  const results: Record<string, string> = {};
  const violated = new Set<string>();
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) =>
    violated.add(effectiveDirective),
  );
  const attempt = (name: string, work: () => unknown): void => {
    try {
      work();
      results[name] = "ran";
    } catch (error) {
      results[name] = (error as Error).name;
    }
  };
  const foreign = document.currentScript?.dataset["foreign"] ?? "";
  const indirect = Reflect.get(globalThis, "eval") as (code: string) => unknown;
  attempt("eval", () => indirect("1 + 1"));
  attempt("Function", () => Reflect.construct(Function, ["return 1"]));
  attempt("image", () => {
    new Image().src = `${foreign}image.png`;
  });
  attempt("beacon", () => navigator.sendBeacon(`${foreign}beacon`, "x"));
  const button = document.createElement("button");
  button.setAttribute("onclick", "document.documentElement.dataset.inline = 'ran'");
  button.click();
  const inline = document.createElement("script");
  inline.textContent = "document.documentElement.dataset.inline = 'ran'";
  document.head.append(inline);
  const frame = document.createElement("iframe");
  frame.src = `${foreign}frame`;
  document.body.append(frame);
  const worker = new Worker(
    URL.createObjectURL(
      new Blob([`fetch("${foreign}worker").then(() => "ran", () => "blocked").then(postMessage)`]),
    ),
  );
  const asked = fetch(`${foreign}fetch`).then(
    () => "ran",
    () => "blocked",
  );
  const answered = new Promise<string>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<string>) => resolve(data);
  });
  void Promise.all([asked, answered]).then(([fetched, worked]) => {
    Object.assign(results, { fetch: fetched, worker: worked, violated: [...violated].toSorted() });
    document.documentElement.dataset["probe"] = JSON.stringify(results);
  });
}

test.describe("the policy", () => {
  test.use({
    expected: /policy|Refused|violat|ERR_BLOCKED|foreign request/i,
  });

  for (const header of ["header and page", "page alone"])
    test(`stops a script that got in (${header})`, async ({ page }) => {
      const asked: string[] = [];
      const outside = createServer((request, response) => {
        asked.push(request.url ?? "");
        response.end();
      });
      await new Promise<void>((resolve) => outside.listen(0, "127.0.0.1", resolve));
      const address = outside.address();
      const port = typeof address === "object" ? address?.port : 0;
      const headers = header === "page alone" ? { "Content-Security-Policy": "" } : {};
      const served = await host({ headers });
      try {
        await page.route("**/probe.js", (route) =>
          route.fulfill({ contentType: "text/javascript", body: `(${probe.toString()})()` }),
        );
        await page.goto(served.url);
        await page.evaluate((foreign) => {
          const script = document.createElement("script");
          script.src = "./probe.js";
          script.dataset["foreign"] = foreign;
          document.head.append(script);
        }, `http://127.0.0.1:${port}/`);
        await expect(page.locator("html")).toHaveAttribute("data-probe", /./);
        const text = await page.locator("html").getAttribute("data-probe");
        const results = JSON.parse(text ?? "") as Record<string, unknown>;
        expect(results).toMatchObject({
          eval: "EvalError",
          Function: "EvalError",
          fetch: "blocked",
          worker: "blocked",
        });
        expect(results["violated"]).toEqual(
          expect.arrayContaining(["connect-src", "frame-src", "img-src", "script-src"]),
        );
        await expect(page.locator("html")).not.toHaveAttribute("data-inline");
        expect(asked).toEqual([]);
      } finally {
        await served.close();
        outside.close();
      }
    });
});
