import { resolve } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Frame } from "@playwright/test";
import { readFrozen } from "../../scripts/vite/frozen.ts";
import { readLedger } from "../../scripts/vite/ledger.ts";
import { openLive, pasted } from "./support/page.ts";
import { expect, test, type Page } from "./support/test.ts";

const figure = "fines-by-region";
const widths = [120, 320, 640, 960] as const;
const themes = ["light", "dark"] as const;
const tongues = ["", "en/"] as const;
/** No attribute; no right at all, so no script; scripts of an opaque origin. */
const sandboxes = [null, "", "allow-scripts"] as const;

interface Case {
  readonly sandbox: (typeof sandboxes)[number];
  readonly theme: (typeof themes)[number];
  readonly tongue: (typeof tongues)[number];
  readonly width: number;
}

const cases: Case[] = sandboxes.flatMap((sandbox) =>
  themes.flatMap((theme) =>
    tongues.flatMap((tongue) => widths.map((width) => ({ sandbox, theme, tongue, width }))),
  ),
);

/** A host page of the tests' own, with a policy and without. */
async function openHost(page: Page, body: string, policy: string | null): Promise<void> {
  const meta = policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  await page.route("**/host.html", (route) =>
    route.fulfill({
      contentType: "text/html;charset=utf-8",
      body: `<!doctype html><html lang="zh-CN"><head>${meta ?? ""}<title>host</title></head><body>${body}</body></html>`,
    }),
  );
  await page.goto("host.html");
}

const frameTag = ({ sandbox, theme, tongue, width }: Case, index: number): string =>
  `<iframe name="f${index}" title="${index}" width="${width}" height="500"${
    sandbox === null ? "" : ` sandbox="${sandbox}"`
  } src="embed/${figure}/${tongue}index.html?theme=${theme}"></iframe>`;

/** What a reader has of a figure in its frame; runs there. */
function look() {
  const html = document.documentElement;
  const seen = (element: Element) => element.getClientRects().length > 0;
  const marks = [...document.querySelectorAll("[data-marks] a[href^='#c-']")].filter(seen);
  const named = marks.filter((mark) => {
    const id = mark.getAttribute("href")?.slice(1) ?? "";
    return mark.getAttribute("aria-label") && document.getElementById(id);
  });
  return {
    lang: html.lang.slice(0, 2),
    live: html.dataset["frame"] === "live",
    theme: html.dataset["theme"] ?? null,
    marks: marks.length,
    named: named.length,
    stops: marks.filter((mark) => mark.getAttribute("tabindex") !== "-1").length,
    clipped: html.scrollWidth - html.clientWidth,
    title: (document.querySelector("figcaption")?.getBoundingClientRect().height ?? 0) > 10,
  };
}

async function frameNamed(page: Page, name: string): Promise<Frame> {
  await expect.poll(() => page.frame({ name })?.url() ?? "").toContain("embed/");
  const frame = page.frame({ name });
  if (!frame) throw new Error(`missing frame: ${name}`);
  await frame.waitForLoadState("load");
  return frame;
}

test.describe("in frames", () => {
  // What a frame without the right to scripts says of each.
  test.use({ expected: /^console error: Blocked script execution/ });

  for (const policy of [null, "default-src 'none'; frame-src 'self'"])
    test(`a figure is whole with and without script, sandbox, theme, language and room (${policy ? "strict host" : "open host"})`, async ({
      page,
    }) => {
      await openHost(page, cases.map(frameTag).join("\n"), policy);
      for (const [index, one] of cases.entries()) {
        const found = await (await frameNamed(page, `f${index}`)).evaluate(look);
        const hasScript = one.sandbox !== "";
        expect.soft({ ...one, ...found }, JSON.stringify(one)).toMatchObject({
          lang: one.tongue === "" ? "zh" : "en",
          live: hasScript,
          theme: hasScript ? one.theme : null,
          title: true,
          clipped: 0,
        });
        expect.soft(found.marks, JSON.stringify(one)).toBeGreaterThan(5);
        expect.soft(found.named, JSON.stringify(one)).toBe(found.marks);
        if (hasScript) expect.soft(found.stops, JSON.stringify(one)).toBe(1);
      }
    });
});

test("the first version of a figure works as it did, without anything of today", async ({
  page,
}) => {
  const [first] = readLedger(resolve("."))[figure] ?? [];
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`embed/${figure}/${first?.version}/`);
  await expect(page.locator("html")).toHaveAttribute("data-version", first?.version ?? "");
  const marks = page.locator("[data-marks]:visible a[href^='#c-']");
  await marks.first().click();
  await expect(page.locator("[data-panel=evidence] blockquote mark").first()).toBeVisible();
  expect(asked).toHaveLength(2);
  const script = /embed\/(frame-[0-9a-f]+\.js)$/.exec(asked[1] ?? "")?.[1] ?? "";
  expect(Object.keys(readFrozen(resolve(".")).scripts)).toContain(script);
  const latest = page.locator("footer .version a");
  await latest.click();
  await expect(page).toHaveURL(new RegExp(`/embed/${figure}/index\\.html$`));
});

test("every value of a figure is reached by keys and leads to its clause", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`embed/${figure}/`);
  // What is folded is walked past until it is opened.
  for (const fold of await page.locator("details.fold > summary:visible").all()) await fold.click();
  const marks = page.locator("[data-marks]:visible a[href^='#c-']");
  const all = await marks.evaluateAll((list) => list.map((mark) => mark.getAttribute("href")));
  await page.locator("[data-marks]:visible [tabindex='0']").focus();
  const reached = new Set<string | null>();
  const missing = await page.locator("[data-marks]:visible [data-missing]").count();
  for (let step = 0; step < all.length + missing; step++) {
    reached.add(await page.evaluate(() => document.activeElement?.getAttribute("href") ?? null));
    await page.keyboard.press("ArrowDown");
  }
  expect(all.filter((id) => !reached.has(id))).toEqual([]);
  await page.keyboard.press("Home");
  const tip = page.locator(".tip");
  await expect(tip).toBeVisible();
  const box = await tip.boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 320).toBe(true);
  await page.keyboard.press("Enter");
  const panel = page.locator("[data-panel=evidence]");
  await expect(panel.locator("blockquote mark").first()).toBeVisible();
  for (const theme of themes) {
    await page.evaluate((name) => (document.documentElement.dataset["theme"] = name), theme);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect
      .soft(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]))
      .toEqual([]);
  }
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(page.locator(":focus")).toHaveAttribute("href", all[0] ?? "");
});

/** How far anything moved that nobody had touched, by the browser's own account. */
async function shiftOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            sum += (entry as PerformanceEntry & { readonly value: number }).value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(sum), 200);
      }),
  );
}

async function scrollThrough(page: Page): Promise<void> {
  for (let turn = 0; turn < 12; turn++) {
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(80);
  }
}

test.describe("the article", () => {
  // A host that is asked for a figure that it has not says so.
  test.use({ expected: /status of 404/ });

  test("holds four figures in four ways, and nothing moves", async ({ page }) => {
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto("article/");
      await scrollThrough(page);
      const elements = page.locator("fadu-figure");
      await expect(elements).toHaveCount(2);
      for (const element of await elements.all())
        await expect.poll(() => element.evaluate((one) => one.clientHeight)).toBeGreaterThan(200);
      expect(await shiftOf(page), `${width} px`).toBe(0);
    }
    const links = page.locator("a.number");
    expect(await links.count()).toBeGreaterThan(8);
  });

  test("its element takes no forged message, and keeps its picture for an unknown figure", async ({
    page,
  }) => {
    await openHost(
      page,
      `<fadu-figure id="a" src="embed/${figure}/" style="display:block"><b>picture</b></fadu-figure>
       <fadu-figure id="b" src="embed/nothing/" heights="0 300"><b>picture</b></fadu-figure>
       <script src="embed/embed.js"></script>`,
      null,
    );
    const [known, unknown] = [page.locator("#a"), page.locator("#b")];
    await expect.poll(() => known.evaluate((one) => one.clientHeight)).toBeGreaterThan(200);
    const before = await known.evaluate((one) => one.clientHeight);
    await page.evaluate((id) => {
      for (const height of [1, 5000, Number.NaN])
        window.postMessage({ type: "fadu:height", version: 1, figure: id, height }, "*");
    }, figure);
    await page.waitForTimeout(100);
    expect(await known.evaluate((one) => one.clientHeight)).toBe(before);
    await expect(known.locator("b")).toBeHidden();
    await expect(unknown.locator("b")).toBeVisible();
  });
});

test("the page gives what another page needs to hold a chart", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-write"]);
  await openLive(page);
  const button = page.locator(`#${figure} [data-action=embed]`);
  await button.focus();
  await page.keyboard.press("Enter");
  const dialog = page.locator("dialog[data-dialog=embed]");
  const iframe = dialog.locator("[data-way=iframe] textarea");
  await expect(iframe).toHaveValue(/<iframe src="[^"]+\/embed\/fines-by-region\/"/);
  await dialog.locator("select[name=version]").selectOption("frozen");
  await dialog.locator("select[name=theme]").selectOption("dark");
  await expect(iframe).toHaveValue(/\/embed\/fines-by-region\/[0-9a-f]{8}\/\?theme=dark/);
  await expect(iframe).toHaveValue(/@container \(width>=360px\)/);
  for (const way of ["element", "picture", "module"])
    await expect(dialog.locator(`[data-way=${way}] textarea`)).toHaveValue(/fines-by-region/);
  // A picture says in words who has no figure, as nothing else on it could be read.
  await expect(dialog.locator("[data-way=picture] textarea")).toHaveValue(/alt="[^"]*株洲[^"]*"/);
  await dialog.locator("[data-way=picture] button").click();
  await expect(dialog.locator("p.note[role=status]").first()).toContainText("已复制");
  expect(await pasted(page)).toMatch(/^<figure><a href=/);
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
});
