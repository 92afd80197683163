import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readData, writeData } from "../../../scripts/data.ts";
import { archiveOf } from "../../../src/page/shell/archive.ts";
import { prerender, type Page } from "../../../src/page/prerender/prerender.ts";
import type { Connection } from "../../../src/engine/connection.ts";
import { insertTables, loadManifest, loadTables } from "../../../src/engine/index.ts";
import { fileFetch, openNode } from "../../../src/engine/node.ts";
import { compileNotebook } from "../../../src/notebook/compile.ts";
import { resolve, type Archive } from "../../../src/evidence/index.ts";
import { contentOf } from "../../../src/publish/package/index.ts";
import {
  derive,
  languages,
  significantDigits,
  viewDefinitions,
  type Language,
} from "../../../src/domain/index.ts";
import { say, shortQuantity } from "../../../src/words/index.ts";
import { readNotebooks } from "../../../scripts/vite/notebook-plugin.ts";
import { meanFine } from "../../domain/fixture.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const files = readNotebooks(join(root, "notebooks"), root);
const entries = files.map(({ slug, compiled }) => ({ slug, front: compiled.front }));
const data = mkdtempSync(join(tmpdir(), "fadu-prerender-"));

let connection: Connection;
let archive: Archive;
const pages = new Map<string, Page>();

const emptyDocument = () =>
  new JSDOM("<!doctype html>", { url: "https://example.org/" }).window.document;

function render(slug: string, language: Language): Promise<Page> {
  const file = files.find((candidate) => candidate.slug === slug);
  if (!file) throw new Error(`missing notebook: ${slug}`);
  const document = emptyDocument();
  return prerender({
    notebook: file.compiled,
    entries,
    language,
    connector: connection,
    archive,
    document,
  });
}

beforeAll(async () => {
  const { dataset, problems } = await readData(join(root, "data"));
  expect(problems).toEqual([]);
  await writeData(dataset, data);
  const tables = await loadTables(await loadManifest(data, { fetch: fileFetch }), data, {
    fetch: fileFetch,
  });
  connection = await openNode();
  archive = archiveOf(tables);
  await insertTables(connection, tables, { definitions: viewDefinitions(archive) });
  for (const { slug } of files)
    for (const language of languages)
      pages.set(`${slug} ${language}`, await render(slug, language));
}, 240_000);

afterAll(async () => {
  await connection.close();
  rmSync(data, { recursive: true });
});

const names = files.flatMap(({ slug }) => languages.map((language) => [slug, language] as const));

const bodies = new Map<Page, HTMLElement>();

/** A page as a browser would read it. */
function pageOf(slug: string, language: Language) {
  const page = pages.get(`${slug} ${language}`);
  if (!page) throw new Error(`missing page: ${slug} ${language}`);
  const read = () => new JSDOM(`<!doctype html><body>${page.body}</body>`).window.document.body;
  const body = bodies.get(page) ?? read();
  bodies.set(page, body);
  return { page, body };
}

function textNodes(element: Element): string[] {
  const document = element.ownerDocument;
  const walker = document.createTreeWalker(element, 4);
  const found: string[] = [];
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!parent?.closest("pre, code")) found.push(walker.currentNode.textContent ?? "");
  }
  return found;
}

/** What a reader sees or hears, besides the statements. */
function said(body: HTMLElement): string[] {
  const labelled = [...body.querySelectorAll("[aria-label], [title]")];
  return [
    ...textNodes(body),
    ...labelled.flatMap((e) => [e.getAttribute("aria-label") ?? "", e.getAttribute("title") ?? ""]),
  ];
}

it("there are notebooks, and they compile without a problem", () => {
  expect(files.length).toBeGreaterThanOrEqual(2);
  expect(files.flatMap(({ problems }) => problems)).toEqual([]);
});

/** Pages that are more text than figures. */
const fewest: Readonly<Record<string, number>> = { method: 10, introduction: 10, template: 4 };

describe.each(names)("the page of %s in %s", (slug, language) => {
  it("says nothing that only code says", () => {
    const { body } = pageOf(slug, language);
    const bad = said(body).filter((text) =>
      /undefined|NaN|Infinity|\bnull\b|\[object|\$\{|\{\d\}/.test(text),
    );
    expect(bad).toEqual([]);
    // Nobody has filtered anything yet, so each note has its place.
    expect(said(body).filter((text) => text.includes(say(language, "annotate.outside")))).toEqual(
      [],
    );
    expect(body.querySelector(".problem")).toBeNull();
  });

  it("shows only facts that exist, and evidence that can be resolved", () => {
    const { body } = pageOf(slug, language);
    const ids = [...body.querySelectorAll("[data-fact]")].flatMap((mark) =>
      (mark.getAttribute("data-fact") ?? "").split(" "),
    );
    expect(ids.length).toBeGreaterThan(fewest[slug] ?? 20);
    expect(ids.filter((id) => !archive.facts.has(id))).toEqual([]);
    const evidence = [...body.querySelectorAll("[data-evidence]")].map(
      (mark) => mark.getAttribute("data-evidence") ?? "",
    );
    expect(evidence.filter((id) => resolve(archive, id) === null)).toEqual([]);
  });

  it("leads every mark to a clause on the page", () => {
    const { body } = pageOf(slug, language);
    const links = [...body.querySelectorAll('a[href^="#"]')].map(
      (a) => a.getAttribute("href") ?? "",
    );
    const targets = new Set([...body.querySelectorAll("[id]")].map(({ id }) => `#${id}`));
    expect(links.length).toBeGreaterThan(fewest[slug] ?? 20);
    expect(links.filter((href) => !targets.has(href))).toEqual([]);
    // A page of which only the opening was read leaves no clause to quote.
    const unquoted = [...body.querySelectorAll("#sources li")]
      .filter(({ id }) => archive.facts.get(id.replace("fact-", ""))?.evidence !== null)
      .filter((item) => !item.querySelector("blockquote mark"));
    expect(unquoted.map(({ id }) => id)).toEqual([]);
  });

  it("has no id twice", () => {
    const ids = [...pageOf(slug, language).body.querySelectorAll("[id]")].map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it("names every mark and every missing figure", () => {
    const marks = [...pageOf(slug, language).body.querySelectorAll(".chart .mark")];
    const unnamed = marks.filter((mark) => !mark.getAttribute("aria-label"));
    expect(unnamed.map((mark) => mark.outerHTML)).toEqual([]);
    const hooks = ["data-fact", "data-missing", "data-break", "data-unsourced"];
    // A mark of the general grammar may stand for rows that no figure is behind.
    const both = marks.filter((mark) => {
      const has = hooks.filter((hook) => mark.hasAttribute(hook)).length;
      return has > 1 || (has === 0 && !mark.hasAttribute("data-mark"));
    });
    expect(both.map((mark) => mark.outerHTML)).toEqual([]);
  });

  it("draws no missing figure as zero", () => {
    const { body } = pageOf(slug, language);
    for (const mark of body.querySelectorAll("[data-missing]"))
      expect(mark.textContent ?? "").not.toMatch(/(?<!\d)0/);
    const zero = [...body.querySelectorAll("main [data-fact]")].filter((mark) =>
      /^(?:CNY )?0(?![\d.,])/.test(mark.textContent?.trim() ?? ""),
    );
    // A check whose two values agree deviates by zero.
    const exact = archive.checks.filter(({ difference }) => difference === 0);
    const agreed = new Set(exact.map(({ stated_fact }) => stated_fact));
    const stated = zero.filter((mark) => {
      const id = mark.getAttribute("data-fact") ?? "";
      return archive.facts.get(id)?.value !== 0 && !(slug === "audit" && agreed.has(id));
    });
    expect(stated.map((mark) => mark.getAttribute("data-fact"))).toEqual([]);
  });

  it("is in one language", () => {
    const { body, page } = pageOf(slug, language);
    expect(page.lang.slice(0, 2)).toBe(language);
    if (language === "zh") {
      const half = /\p{Script=Han}[,:;?!]|[,:;?!]\p{Script=Han}/u;
      const outside = textNodes(body).filter((text) => half.test(text));
      const written = [...archive.facts.values()].flatMap(({ evidence, value_text }) => [
        evidence,
        value_text,
      ]);
      expect(outside.filter((text) => !written.some((clause) => clause?.includes(text)))).toEqual(
        [],
      );
    } else {
      const title = body.querySelector("main h1")?.textContent ?? "";
      expect(title).not.toMatch(/\p{Script=Han}/u);
      const labels = [...body.querySelectorAll("main [aria-label]")].map(
        (e) => e.getAttribute("aria-label") ?? "",
      );
      expect(labels.filter((label) => /\p{Script=Han}/u.test(label))).toEqual([]);
    }
  });

  it("holds its charts as pictures, one for each width, and as tables", () => {
    const { body } = pageOf(slug, language);
    const figures = [...body.querySelectorAll("figure")];
    expect(figures.length).toBeGreaterThan(0);
    for (const figure of figures) {
      expect(figure.getAttribute("data-state")).toBe("static");
      expect(figure.querySelectorAll("table").length).toBeGreaterThan(0);
      const type = figure.getAttribute("data-type");
      if (type === "dots" || type === "dumbbell")
        expect(figure.querySelectorAll(".chart.wide, .chart.narrow")).toHaveLength(2);
    }
  });

  // Once with charts of our own and once with general ones: a page costs seconds.
  if (language === "en" && ["comparison", "gallery"].includes(slug))
    it("is the same when it is made again", async () => {
      expect((await render(slug, language)).body).toBe(pageOf(slug, language).page.body);
    }, 120_000);
});

const escaped = (text: string) => text.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");

describe.each(languages)("the mean fines (%s)", (language) => {
  const derivable = () => {
    const facts = [...archive.facts.values()].filter(
      ({ same_as, status, report_id }) =>
        same_as === null &&
        status === "actual" &&
        archive.reports.get(report_id)?.coverage === "full",
    );
    return facts
      .filter(({ metric_id }) => metric_id === "penalty_amount")
      .flatMap((amount) =>
        facts.flatMap((cases) => {
          const mean = meanFine(amount, cases);
          // Suzhou states its mean before accidents, which is not worked out again.
          return mean.ok && mean.derived.accident !== "before" ? [mean.derived] : [];
        }),
      );
  };

  it("are those of the domain, no more and no fewer", () => {
    const { body } = pageOf("comparison", language);
    const drawn = [...body.querySelectorAll("#mean-fine .chart.wide [data-evidence^=quotient]")];
    const wanted = derivable();
    expect(wanted.length).toBeGreaterThan(1);
    expect(drawn.map((m) => m.getAttribute("data-fact")).toSorted()).toEqual(
      wanted.map(({ parents }) => parents.join(" ")).toSorted(),
    );
  });

  it("have the value of the domain, in charts and in the text", () => {
    const { body } = pageOf("comparison", language);
    const shown = [
      ...body.querySelectorAll(
        "[data-marks] [data-evidence^=quotient], a.number[data-evidence^=quotient]",
      ),
    ];
    expect(shown.length).toBeGreaterThan(3);
    const known = derive([...archive.facts.values()]);
    for (const mark of shown) {
      const derived = known.find(
        ({ parents }) => parents.join(" ") === mark.getAttribute("data-fact"),
      );
      if (!derived) throw new Error(`unknown mean: ${mark.getAttribute("data-fact") ?? ""}`);
      const value = mark.querySelector(".value") ?? mark;
      const parents = derived.parents.flatMap((id) => archive.facts.get(id) ?? []);
      const digits = significantDigits(derived.operation, parents);
      // Where a report leaves the range open, it stands behind the value.
      expect(value.textContent?.trim()).toMatch(
        new RegExp(`^${escaped(shortQuantity({ ...derived, digits }, language))}(?:[ （(].*)?$`),
      );
    }
  });
});

describe("the two languages", () => {
  it("show the same figures in the same order", () => {
    for (const { slug } of files) {
      const [zh, en] = languages.map((language) =>
        [
          ...pageOf(slug, language).body.querySelectorAll("figure [data-marks] [data-evidence]"),
        ].map((m) => m.getAttribute("data-evidence")),
      );
      expect(zh).toEqual(en);
    }
  });

  it("lead to each other", () => {
    for (const { page } of names.map(([slug, language]) => pageOf(slug, language))) {
      const here = new URL(page.path, "https://example.org/");
      const other = [...pages.values()].find(
        (p) => p.place.slug === page.place.slug && p.place.language !== page.place.language,
      );
      expect(new URL(page.alternate, here).pathname).toBe(`/${other?.path ?? "missing"}`);
    }
  });
});

describe("the audit", () => {
  it("shows every check that could fail once, core and companion apart", () => {
    const { page } = pageOf("audit", "zh");
    const { document } = new JSDOM(page.body).window;
    const shown = (id: string) =>
      [...document.querySelectorAll(`#${id} .audit [data-evidence]`)].map((mark) =>
        mark.getAttribute("data-evidence"),
      );
    const coverage = (id: string) =>
      archive.reports.get(archive.facts.get(id)?.report_id ?? "")?.coverage;
    const stated = archive.checks.flatMap(({ stated_fact, vacuous }) =>
      vacuous === null ? (stated_fact ?? []) : [],
    );
    const of = (kind: string) => stated.filter((id) => coverage(id) === kind).toSorted();
    expect(shown("deviation").toSorted()).toEqual(of("full"));
    expect(shown("sum-deviation").toSorted()).toEqual(of("opening"));
  });
});

describe("the matrix of who states what", () => {
  it.each(languages)("has every region and measure on the page and in its data: %s", (language) => {
    const { page, body } = pageOf("regions", language);
    const figure = body.querySelector("#coverage-by-region");
    const heads = figure?.querySelectorAll(".coverage tbody th") ?? [];
    // Each of its pages has the heads of all columns.
    const columns = figure?.querySelector(".coverage thead")?.querySelectorAll("th") ?? [];
    const regions = new Set([...archive.facts.values()].map((fact) => fact.region_id));
    for (const { region_id } of archive.reports.values()) regions.add(region_id);
    expect(heads).toHaveLength(regions.size);
    const chart = page.charts.find(({ id }) => id === "coverage-by-region");
    if (!chart) throw new Error("missing chart");
    const { csv } = contentOf({ chart, archive, document: emptyDocument(), style: "" });
    for (const id of regions) expect(csv).toContain(`\n${id},`);
    // The title counts what is shown.
    const title = (figure?.querySelector("h3")?.textContent ?? "")
      .replaceAll(",", "")
      .match(/\d+/g)
      ?.map(Number);
    const cells = heads.length * (columns.length - 1);
    const stated = figure?.querySelectorAll(".coverage td:has([data-fact])").length;
    const order = (a: number, b: number) => a - b;
    const counts = [heads.length, columns.length - 1, cells, stated ?? 0];
    expect(title?.toSorted(order)).toEqual(counts.toSorted(order));
  });
});

describe("a build", () => {
  const build = (type: string, rows: number): Promise<Page> => {
    const sql = `SELECT 'sz' AS region_id, i AS value, '件' AS unit FROM range(${rows}) t(i)`;
    const chart =
      type === "plot" ? "type: plot\nmarks:\n  - {mark: dot, x: value}" : `type: ${type}`;
    const text = `---
title: 甲
title_en: A
description: 甲
description_en: A
order: 9
---

\`\`\`sql id=q
${sql}
\`\`\`

\`\`\`chart id=c data=q
${chart}
\`\`\`
`;
    const { compiled: notebook, problems } = compileNotebook(text, { slug: "cut" });
    expect(problems).toEqual([]);
    return prerender({
      notebook,
      entries: [...entries, { slug: "cut", front: notebook.front }],
      ...{ language: "zh", connector: connection, archive, document: emptyDocument() },
    });
  };

  it.each([
    ["bars", 501],
    ["table", 10_001],
    ["matrix", 10_001],
    ["plot", 10_001],
  ])("that would cut a figure of type %s at %i rows fails", async (type, rows) => {
    await expect(build(type, rows)).rejects.toThrow(/所以没有画/);
  });

  it("takes a table of any length that is read whole", async () => {
    const { body } = await build("table", 700);
    const { document } = new JSDOM(body).window;
    expect(document.querySelectorAll("#c tbody > tr")).toHaveLength(700);
  });
});

describe("a cell of a reader", () => {
  it("selects from derived and asks comparability in the page’s engine", async () => {
    const cell = (id: string, sql: string) => `\`\`\`sql id=${id}\n${sql}\n\`\`\`\n\n`;
    const text = `---
title: 甲
title_en: A
description: 甲
description_en: A
order: 9
---

${cell("mean", "SELECT * FROM derived WHERE fact_id = 'quotient(sw-47,sw-46)'")}${cell("pair", "SELECT verdict FROM comparability('sw-47', 'sz-12')")}\${mean.value} \${pair.verdict}
`;
    const { compiled: notebook, problems } = compileNotebook(text, { slug: "own" });
    expect(problems).toEqual([]);
    const page = await prerender({
      notebook,
      entries: [...entries, { slug: "own", front: notebook.front }],
      language: "zh",
      connector: connection,
      archive,
      document: emptyDocument(),
    });
    const { document } = new JSDOM(page.body).window;
    const mark = document.querySelector("main [data-fact]");
    expect(mark?.getAttribute("data-fact")).toBe("sw-47 sw-46");
    expect(document.querySelector("main .prose")?.textContent).toContain("with_caveat");
  });
});
