import type { Page } from "playwright";
import { encodeLink } from "../../src/drafts/link/link.ts";
import type { Attempt, Family, World } from "./family.ts";

/** What is tried: `run` is code that sets the canary, `host` an address that must not be asked. */
type Payload = (run: string, host: string) => string;

const payloads: Readonly<Record<string, Payload>> = {
  script: (run) => `<script>${run}</script>`,
  "script with a source": (_, host) => `<script src="${host}"></script>`,
  "image that fails": (run) => `<img src=x onerror="${run}">`,
  "image elsewhere": (_, host) => `<img src="${host}">`,
  "svg that loads": (run) => `<svg onload="${run}"></svg>`,
  "svg animation": (run) => `<svg><animate onbegin="${run}" attributeName=x dur=1s>`,
  "svg use": (_, host) => `<svg><use href="${host}#a"/></svg>`,
  frame: (run) => `<iframe src="javascript:parent.${run}"></iframe>`,
  "frame with a document": (run) => `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  object: (_, host) => `<object data="${host}"></object>`,
  embed: (_, host) => `<embed src="${host}">`,
  video: (_, host) => `<video src="${host}" autoplay></video>`,
  style: (_, host) => `<style>@import url("${host}");*{background:url("${host}")}</style>`,
  stylesheet: (_, host) => `<link rel="stylesheet" href="${host}">`,
  prefetch: (_, host) => `<link rel="dns-prefetch preconnect prefetch" href="${host}">`,
  refresh: (_, host) => `<meta http-equiv="refresh" content="0;url=${host}">`,
  base: (_, host) => `<base href="${host}">`,
  form: (_, host) => `<form action="${host}"><button autofocus>a</button></form>`,
  focus: (run) => `<input autofocus onfocus="${run}">`,
  details: (run) => `<details open ontoggle="${run}">a</details>`,
  "end of an attribute": (run) => `"><img src=x onerror="${run}">`,
  "end of a quoted attribute": (run) => `' autofocus onfocus='${run}' x='`,
  "end of a comment": (run) => `--><script>${run}</script>`,
  "end of CDATA": (run) => `]]><script>${run}</script>`,
  "end of a script": (run) => `</script><script>${run}</script>`,
  "end of a title": (run) => `</title></textarea></style><img src=x onerror="${run}">`,
  "math in markup": (run) => `<math><mtext><table><mglyph><style><img src=x onerror="${run}">`,
  "link of a script": (run) => `[a](javascript:${run})`,
  "link in capitals": (run) => `[a](JaVaScRiPt:${run})`,
  "link with a tab": (run) => `[a](<java\tscript:${run}>)`,
  "link of entities": (run) => `[a](&#106;avascript&colon;${run})`,
  "link of data": (run) => `[a](data:text/html,<script>${run}</script>)`,
  "image in Markdown": (_, host) => `![a](${host})`,
  "image without scheme": (_, host) => `![a](${host.replace("http:", "")})`,
  "definition of a link": (run) => `[a]: javascript:${run}`,
  autolink: (run) => `<javascript:${run}>`,
  template: (run) => `\${${run}}{{${run}}}#{${run}}`,
  "address of a script": (run) => `javascript:${run}`,
  "style value": (run, host) => `red;background:url(${host});x:expression(${run})`,
  prototype: () => `__proto__`,
  constructor: () => `constructor`,
};

/** Where a payload is put: the cells that hold all of them, by what holds each. */
type Surface = (all: readonly string[]) => string;

const yaml = (text: string) => JSON.stringify(text);
const sql = (text: string) => `'${text.replaceAll("'", "''")}'`;
const name = (text: string) => `"${text.replaceAll('"', '""')}"`;
const cell = (info: string, body: string) => `\`\`\`${info}\n${body}\n\`\`\`\n\n`;
const each =
  (make: (text: string, i: number) => string): Surface =>
  (all) =>
    all.map(make).join("");
const values = (all: readonly string[]) => all.map((text, i) => `(${i}, ${sql(text)})`).join(", ");

const surfaces: Readonly<Record<string, Surface>> = {
  paragraph: each((text) => `${text}\n\n`),
  heading: each((text) => `# ${text}\n\n`),
  "list and quotation": each((text) => `> - ${text}\n\n`),
  "table of Markdown": (all) =>
    `|a|\n|-|\n${all.map((text) => `|${text.replaceAll("|", "\\|")}|\n`).join("")}\n`,
  "text of a link": each((text) => `[${text}](a)\n\n`),
  "address of a link": each((text) => `[a](<${text.replaceAll(/[<>]/g, "\\$&")}>)\n\n`),
  "address of an image": each((text) => `![${text}](<${text.replaceAll(/[<>]/g, "\\$&")}>)\n\n`),
  "title of a link": each((text) => `[a](b '${text.replaceAll("'", "&#39;")}')\n\n`),
  code: each((text) => `~~~ ${text.replaceAll("`", "")}\n${text}\n~~~\n\n`),
  div: each((text) => `::: {.${text.replaceAll(/[\s{}]/g, "")}}\na\n:::\n\n`),
  "result of a query": (all) =>
    cell("sql id=payloads", `SELECT * FROM (VALUES ${values(all)}) AS t(n, payload)`),
  "nested result": (all) =>
    cell("sql id=nested", `SELECT [p] AS l, {'a': p} AS s FROM (VALUES ${values(all)}) AS t(n, p)`),
  "names of columns": (all) =>
    cell("sql id=columns", `SELECT ${all.map((text, i) => `${i} AS ${name(text)}`).join(", ")}`),
  "fault of a query": (all) =>
    cell("sql id=fault", `SELECT CAST(${sql(all.join(" "))} AS INTEGER)`),
  "missing table": (all) => cell("sql id=missing", `SELECT * FROM ${name(all.join(" "))}`),
  "texts of a chart": (all) =>
    cell(
      "chart id=titles data=payloads",
      `type: plot\nmarks: [{mark: dot, x: n, y: n}]\n${["title", "subtitle", "note", "caption", "alt"].map((key) => `${key}: ${yaml(all.join(" "))}\n`).join("")}`,
    ),
  "values of a chart": () =>
    cell(
      "chart id=values data=payloads",
      "type: plot\nmarks:\n  - {mark: barX, y: payload, x: n}\n  - {mark: text, x: n, y: payload, text: payload}",
    ),
  "options of an input": (all) =>
    cell(
      "input id=options",
      `type: multiselect\nlabel: ${yaml(all.join(" "))}\noptions: [${all.map(yaml).join(", ")}]`,
    ),
  "options of a query": () =>
    cell("input id=queried data=payloads", "type: select\nlabel: a\nfrom: payloads"),
  "words of a field": (all) =>
    cell("input id=field", `type: search\nlabel: a\nplaceholder: ${yaml(all.join(" "))}`),
  "unknown keys": each((text) => cell("chart data=payloads", `${yaml(text)}: 1`)),
  attributes: each((text) => cell(`sql id="${text.replaceAll(/["`]/g, "")}"`, "SELECT 1")),
  "names in JavaScript": each((text) => cell("js", `cells[${yaml(text)}]; ${text}`)),
  references: each((text) => `\${payloads.${text.replaceAll("}", "")}}\n\n`),
};

/** Payloads written otherwise: a page may undo what hides them. */
const disguises: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  "in capitals": (text) => text.replace(/<\/?[a-z]+|\bon[a-z]+(?==)/g, (tag) => tag.toUpperCase()),
  "percent encoded": (text) => encodeURIComponent(text),
  "as entities": (text) => text.replaceAll("<", "&lt;").replaceAll('"', "&quot;"),
};

interface Planted {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** Every payload at a surface, with an id that the canary would tell. */
function planted(surface: string, disguise: string, host: string): Planted[] {
  return Object.entries(payloads).map(([kind, make], i) => {
    const id = `${Object.keys(surfaces).indexOf(surface)}-${Object.keys(disguises).indexOf(disguise)}-${i}`;
    const text = make(`fired('${id}')`, `${host}${id}`);
    return {
      id,
      name: `${kind}, ${disguise}: ${surface}`,
      text: disguises[disguise]?.(text) ?? text,
    };
  });
}

/** Runs in the page: what can be run or fetched in it, whoever wrote it. */
function dangers(): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll("*"))
    for (const { name: key, value } of element.attributes) {
      if (/^on/i.test(key)) found.push(`${element.tagName} ${key}`);
      if (
        /^\s*(?:java|vb)script:/i.test(value) &&
        /^(?:href|src|action|formaction|xlink:href|data)$/.test(key)
      )
        found.push(`${element.tagName} ${key}=${value.slice(0, 40)}`);
    }
  for (const element of document.querySelectorAll(
    "main :is(script, iframe, object, embed, base, meta, link, form[action])",
  ))
    found.push(element.outerHTML.slice(0, 80));
  return found;
}

/** As a text: a tool that names functions would call what the page has not. */
const watch = "window.seen = []; window.fired = (id) => window.seen.push(id);";

async function settled(page: Page): Promise<void> {
  await page.locator(".edit-cell").first().waitFor({ timeout: 20_000 });
  await page.locator("html[data-engine=ready]").waitFor({ timeout: 30_000 });
  const running = page.locator(".edit-cell:is([data-status=pending], [data-status=waiting])");
  // Some wait for ever, for what is broken: enough is when no more come to an end.
  for (let [before, still] = [Infinity, 0], i = 0; i < 120 && still < 8; i++) {
    const count = await running.count();
    still = count === before ? still + 1 : 0;
    before = count;
    if (count === 0) break;
    await page.waitForTimeout(125);
  }
}

interface Found {
  /** The page as it stands, to know that what was tried is in it. */
  readonly html: string;
  readonly seen: readonly string[];
  readonly dangers: readonly string[];
}

async function open(world: World, text: string, query: string): Promise<Found> {
  const link = encodeLink(
    { text, slug: "a", language: "en", inputs: {}, tables: [] },
    { limit: 1e6 },
  );
  if (!link.ok) throw new Error("no link");
  const page = await world.browser.newPage({ serviceWorkers: "block" });
  await page.addInitScript({ content: watch });
  try {
    await page.goto(`${world.site.url}en/edit/${query}${link.fragment}`);
    await settled(page);
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    const html = await page.content();
    return { html, seen, dangers: await page.evaluate(dangers) };
  } finally {
    await page.close();
  }
}

export const markup: Family = {
  name: "markup in every text",
  surface: "texts, titles, results, names, options, faults of a notebook",
  async *attempts(world): AsyncIterable<Attempt> {
    const host = `http://127.0.0.1:${world.canary.port}/`;
    const chosen = world.size === "full" ? Object.keys(disguises) : ["plain"];
    for (const disguise of chosen) {
      const all = Object.keys(surfaces).map((surface) => planted(surface, disguise, host));
      const bodies = Object.values(surfaces).map((make, i) =>
        make((all[i] ?? []).map(({ text }) => text)),
      );
      const words = yaml((all[0] ?? []).map(({ text }) => text).join(" "));
      const front = `---\ntitle: ${words}\ndescription: ${words}\n---\n\n`;
      const fact = encodeURIComponent((all[0] ?? []).map(({ text }) => text).join(" "));
      const query = `?options=${fact.slice(0, 2000)}&fact=${fact.slice(0, 900)}`;
      const found = await open(world, front + bodies.join("+++\n\n"), query);
      const asked = world.canary.heard().requests.join(" ");
      for (const { id, name: what } of all.flat())
        yield {
          name: what,
          broke: found.seen.includes(id)
            ? "was run"
            : asked.includes(`/${id}`)
              ? "was fetched"
              : null,
        };
      const shown = all.flat().filter(({ id }) => found.html.includes(id)).length;
      yield {
        name: `what was tried is in the page, ${disguise}`,
        broke: shown < all.flat().length / 2 ? `only ${shown} of ${all.flat().length}` : null,
      };
      yield {
        name: `the page itself, ${disguise}`,
        broke: found.dangers.length > 0 ? found.dangers.slice(0, 5).join("; ") : null,
      };
    }
  },
};
