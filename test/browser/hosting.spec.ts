import { contentSecurityPolicy } from "../../scripts/vite/policy.ts";
import { openCanary } from "../attack/canary.ts";
import { openBadHost, type Alter } from "../attack/host.ts";
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
    urls.some((url) => url.includes("facts.arrow")) &&
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

interface Trusting {
  readonly trustedTypes: {
    createPolicy<Rules>(name: string, rules: Rules): Rules;
  };
}

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
  /** A policy that trusts everything. */
  const trust = (name: string) => {
    const rules = { createScriptURL: (url: string) => url };
    const policy = (window as unknown as Trusting).trustedTypes.createPolicy(name, rules);
    return (url: string) => policy.createScriptURL(url) as unknown as string;
  };
  const foreign = document.currentScript?.dataset["foreign"] ?? "";
  const indirect = Reflect.get(globalThis, "eval") as (code: string) => unknown;
  attempt("eval", () => indirect("1 + 1"));
  attempt("Function", () => Reflect.construct(Function, ["return 1"]));
  attempt("image", () => {
    new Image().src = `${foreign}image.png`;
  });
  attempt("beacon", () => navigator.sendBeacon(`${foreign}beacon`, "x"));
  attempt("markup", () => document.body.insertAdjacentHTML("beforeend", "<b>in</b>"));
  attempt("script", () => {
    document.createElement("script").src = "./another.js";
  });
  attempt("trust", () => trust("another"));
  const button = document.createElement("button");
  attempt("handler", () =>
    button.setAttribute("onclick", "document.documentElement.dataset.inline = 'ran'"),
  );
  button.click();
  const inline = document.createElement("script");
  attempt("text of a script", () => {
    inline.textContent = "document.documentElement.dataset.inline = 'ran'";
  });
  document.head.append(inline);
  const frame = document.createElement("iframe");
  frame.src = `${foreign}frame`;
  document.body.append(frame);
  const code = `fetch("${foreign}worker").then(() => "ran", () => "blocked").then(postMessage)`;
  const address = URL.createObjectURL(new Blob([code]));
  attempt("worker by text", () => new Worker(address));
  // The page's own code has not run yet, or the name would be taken.
  const worker = new Worker(trust("fadu")(address));
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

/** What is left of the policy in the page; the layers of it must hold alone. */
interface Layer {
  readonly name: string;
  readonly isHeaderSent: boolean;
  readonly policy: (whole: string) => string;
  readonly expected: Readonly<Record<string, string>>;
  readonly violated: readonly string[];
}

const closed = { eval: "EvalError", Function: "EvalError", fetch: "blocked", worker: "blocked" };
const requests = ["connect-src", "frame-src", "img-src"];
const typed = {
  markup: "TypeError",
  script: "TypeError",
  trust: "TypeError",
  handler: "TypeError",
  "text of a script": "TypeError",
  "worker by text": "TypeError",
};
const types = ["require-trusted-types-for", "trusted-types"];
const isTypes = (directive: string) => types.some((name) => directive.startsWith(name));
const parts = (policy: string) => policy.split("; ");

const layers: readonly Layer[] = [
  {
    name: "header and page",
    isHeaderSent: true,
    policy: (whole) => whole,
    expected: { ...closed, ...typed },
    violated: [...requests, ...types],
  },
  {
    name: "page alone",
    isHeaderSent: false,
    policy: (whole) => whole,
    expected: { ...closed, ...typed },
    violated: [...requests, ...types],
  },
  {
    name: "sources alone, no Trusted Types",
    isHeaderSent: false,
    policy: (whole) =>
      parts(whole)
        .filter((part) => !isTypes(part))
        .join("; "),
    expected: { ...closed, markup: "ran", "worker by text": "ran" },
    violated: [...requests, "script-src"],
  },
  {
    name: "Trusted Types alone, no sources",
    isHeaderSent: false,
    policy: (whole) => parts(whole).filter(isTypes).join("; "),
    expected: typed,
    violated: types,
  },
];

/** Puts the probe into the page as markup that got in would stand there, with a layer's policy. */
function injected(foreign: string, layer: Layer): Alter {
  const tag = `<script defer src="./probe.js" data-foreign="${foreign}"></script>`;
  const script = { "content-type": "text/javascript" };
  return (path, answer) => {
    if (path === "probe.js")
      return { status: 200, headers: script, body: Buffer.from(`(${probe.toString()})()`) };
    if (path !== "") return answer;
    const { "content-security-policy": policy = "", ...others } = answer.headers;
    const headers = layer.isHeaderSent ? { ...others, "content-security-policy": policy } : others;
    const body = answer.body
      .toString()
      .replace("</body>", `${tag}</body>`)
      .replace(contentSecurityPolicy, layer.policy);
    return { ...answer, headers, body: Buffer.from(body) };
  };
}

test.describe("the policy", () => {
  test.use({
    expected:
      /policy|Refused|violat|ERR_BLOCKED|foreign request|This document requires 'Trusted|Failed to load resource/i,
  });

  for (const layer of layers)
    test(`stops a script that got in (${layer.name})`, async ({ page, site }) => {
      const outside = await openCanary();
      const served = await openBadHost(site, injected(`http://127.0.0.1:${outside.port}/`, layer));
      try {
        await page.goto(served.url);
        await expect(page.locator("html")).toHaveAttribute("data-probe", /./);
        const text = await page.locator("html").getAttribute("data-probe");
        const results = JSON.parse(text ?? "") as Record<string, unknown>;
        expect(results).toMatchObject(layer.expected);
        expect(results["violated"]).toEqual(expect.arrayContaining([...layer.violated]));
        await expect(page.locator("html")).not.toHaveAttribute("data-inline");
        // Types say nothing of requests: that these arrive shows that the layer was alone.
        const isAlone = !layer.violated.includes("connect-src");
        expect(outside.heard().requests.length > 0).toBe(isAlone);
      } finally {
        await served.close();
        await outside.close();
      }
    });
});
