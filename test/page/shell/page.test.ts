import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { archiveOf, countsOf } from "../../../src/page/shell/archive.ts";
import {
  footer,
  header,
  slugOf,
  titleOf,
  type Entry,
  type PageFrame,
} from "../../../src/page/shell/chrome.ts";
import { legend } from "../../../src/charts/index.ts";
import { pagePath, rootPath } from "../../../src/page/shell/page-address.ts";
import { shownFacts } from "../../../src/page/shell/shown-facts.ts";
import { errorText, status } from "../../../src/page/shell/status.ts";
import { builder } from "../../../src/dom/index.ts";
import { EngineError, engineErrorCodes, type LoadedTable } from "../../../src/engine/index.ts";
import { languages, tablesOf, tableNames } from "../../../src/domain/index.ts";
import { dataset, fact } from "../../domain/fixture.ts";

const page = (body = "") =>
  new JSDOM(`<!doctype html><body>${body}</body>`, { url: "https://example.org/" }).window;
const entry = (slug: string, title: string, title_en: string): Entry => ({
  slug,
  front: { title, title_en, description: "", description_en: "", order: 0 },
});
const entries = [
  entry("home", "首页", "Home"),
  entry("figures", "数字", "Figures"),
  entry("x", "无英文", ""),
];

describe("the place of a page", () => {
  it.each([
    ["zh", null, "", "./"],
    ["en", null, "en/", "../"],
    ["zh", "figures", "figures/", "../"],
    ["en", "figures", "en/figures/", "../../"],
  ] as const)("in %s of %s is %j, and leads back by %s", (language, slug, path, root) => {
    const place = { language, slug };
    expect([pagePath(place), rootPath(place)]).toEqual([path, root]);
    const base = "https://example.org/fadu/";
    expect(new URL(rootPath(place), new URL(path, base)).href).toBe(base);
  });
});

describe("the frame of a page", () => {
  const frame = (language: "zh" | "en", slug: string | null): PageFrame => ({
    place: { language, slug },
    entries,
    counts: { reports: 5, facts: 165, exact: 140 },
  });
  const build = () => builder(page().document);
  const hrefs = (element: Element, selector: string) =>
    [...element.querySelectorAll(selector)].map((a) => a.getAttribute("href"));

  it("links to every notebook and to the other language, from where it stands", () => {
    expect(hrefs(header(frame("zh", null), build()), "nav a")).toEqual([
      "./",
      "./figures/",
      "./x/",
      "./extract/",
      "./edit/",
    ]);
    const deep = header(frame("en", "figures"), build());
    expect(hrefs(deep, "nav a")).toEqual([
      "../../en/",
      "../../en/figures/",
      "../../en/x/",
      "../../en/extract/",
      "../../en/edit/",
    ]);
    expect(hrefs(deep, "[data-action=language]")).toEqual(["../../figures/"]);
    expect(deep.querySelector("[aria-current=page]")?.textContent).toBe("Figures");
    expect(deep.querySelectorAll("[aria-current]")).toHaveLength(1);
  });

  it("names the other language in that language", () => {
    const link = header(frame("zh", null), build()).querySelector("[data-action=language]");
    expect([link?.textContent, link?.getAttribute("lang"), link?.getAttribute("hreflang")]).toEqual(
      ["English", "en", "en"],
    );
  });

  it("takes the Chinese title where there is no English one", () => {
    expect(entries.map((e) => titleOf(e, "en"))).toEqual(["Home", "Figures", "无英文"]);
    expect(entries.map((e) => slugOf(e, entries))).toEqual([null, "figures", "x"]);
  });

  it("counts what it holds, and explains every form once", () => {
    expect(footer(frame("zh", null), build()).textContent).toContain(
      "5份报告，165个数字，其中140个有原文逐字对照。",
    );
    const items = [...legend("en", build()).querySelectorAll("li")];
    expect(new Set(items.map(({ textContent }) => textContent)).size).toBe(items.length);
    expect(new Set(items.map((li) => li.querySelector("svg")?.outerHTML)).size).toBe(items.length);
  });
});

describe("the archive", () => {
  const tables = (): LoadedTable[] => {
    const all = tablesOf(dataset([fact(), fact({ fact_id: "a-02", alignment: "figure" })]));
    return tableNames.map((name) => ({ name, rows: all[name] }) as unknown as LoadedTable);
  };

  it("finds each row of each table by its id", () => {
    const archive = archiveOf(tables());
    expect([...archive.facts.keys()]).toEqual(["a-01", "a-02"]);
    expect(archive.regions.get("p")?.gb_code).toBe("350000");
    expect(archive.metrics.get("rate")?.unit).toBe("%");
    expect(countsOf(archive)).toEqual({ reports: 1, facts: 2, exact: 1 });
  });

  it("names the table that was not loaded", () => {
    const without = tables().filter(({ name }) => name !== "metrics");
    expect(() => archiveOf(without)).toThrow("missing table: metrics");
  });
});

describe("the facts of a page", () => {
  it("are those of its marks, each once, in order", () => {
    const { document } = page(
      '<a data-fact="b a"></a><p data-fact="a"></p><i data-fact=""></i><b data-fact="c"></b>',
    );
    expect(shownFacts(document.body)).toEqual(["b", "a", "c"]);
  });
});

describe("an error", () => {
  it("of the engine is said in words, in both languages, with the file that it names", () => {
    for (const code of engineErrorCodes)
      for (const language of languages) {
        const text = errorText(language, new EngineError(code, "bad facts.arrow: no"));
        expect(text).not.toMatch(/undefined|\{|bad/);
        expect(text).toMatch(language === "zh" ? /\p{Script=Han}/u : /^[^\p{Script=Han}]+$/u);
      }
    expect(
      errorText("en", new EngineError("hash_mismatch", "invalid hash: facts.arrow")),
    ).toContain("The data file facts.arrow does not");
  });

  it("of another kind is shown as it is", () => {
    expect(errorText("zh", new Error("odd thing"))).toBe("odd thing");
    expect(errorText("en", "text")).toBe("text");
    expect(errorText("en", new Error("constructor"))).toBe("constructor");
  });
});

describe("the state of the engine", () => {
  it("is on the document, in words, with a bar while it loads and a button where it failed", () => {
    const { document } = page();
    let starts = 0;
    const line = status(document, "en", () => starts++);
    const text = line.element.querySelector("span");
    const bar = line.element.querySelector("progress");
    const button = line.element.querySelector("button");
    expect(text?.textContent).toBe("Static charts");
    line.state("loading", null);
    expect(document.documentElement.dataset["engine"]).toBe("loading");
    line.progress({ loaded: 1_500_000, total: 6_000_000 });
    expect(text?.textContent).toBe("Loading the query engine: 1.5 / 6.0 MB");
    expect([bar?.hidden, button?.hidden]).toEqual([false, true]);
    line.state("failed", new EngineError("timeout", "late"));
    expect([bar?.hidden, button?.hidden, button?.textContent]).toEqual([true, false, "Try again"]);
    button?.click();
    expect(starts).toBe(1);
    line.setLanguage("zh");
    expect(text?.textContent).toContain("引擎在规定时间内没有应答。");
    line.state("ready", null);
    expect([text?.textContent, button?.hidden]).toEqual(["图表可互动", true]);
  });

  it("shows no progress of an unknown length", () => {
    const line = status(page().document, "en", () => {});
    line.state("loading", null);
    line.progress({ loaded: 5, total: 0 });
    expect(line.element.textContent).toBe("Loading the query engineLoad live charts (about 8 MB)");
  });
});
