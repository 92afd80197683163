import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { prerenderRegion, type Page } from "../../../src/page/prerender/prerender.ts";
import { resolve } from "../../../src/evidence/index.ts";
import { atlasOf } from "../../../src/figures/region/index.ts";
import { catalogueOf, languages, tablesOf, type Language } from "../../../src/domain/index.ts";
import { dataset } from "../../domain/curated.ts";

const tables = tablesOf(dataset);
const archive = catalogueOf(tables);
const { document } = new JSDOM("<!doctype html>").window;

function pagesIn(language: Language): { readonly page: Page; readonly body: HTMLElement }[] {
  const { regions, page } = atlasOf({ language, catalogue: archive }, tables.themes);
  return regions.map(({ region_id }) => {
    const built = prerenderRegion({
      ...{ page: page(region_id), entries: [], language, archive, document },
    });
    return { page: built, body: new JSDOM(`<body>${built.body}</body>`).window.document.body };
  });
}

describe.each(languages)("the built pages of regions (%s)", (language) => {
  const pages = pagesIn(language);
  const all = (selector: string) =>
    pages.flatMap(({ page, body }) =>
      [...body.querySelectorAll(selector)].map((element) => ({ path: page.path, element, body })),
    );

  it("say nothing that only code says", () => {
    const bad = pages.flatMap(({ page, body }) => {
      const texts = [page.title, page.description, body.textContent];
      const labels = [...body.querySelectorAll("[aria-label]")].map(
        (element) => element.getAttribute("aria-label") ?? "",
      );
      return [...texts, ...labels].filter((text) =>
        /undefined|NaN|Infinity|\bnull\b|\[object|\{\d[|}]/.test(text),
      );
    });
    expect(bad).toEqual([]);
    expect(pages.length).toBeGreaterThan(40);
  });

  it("lead from each number to evidence that is there, with a script and without", () => {
    const marks = all("main [data-fact]");
    expect(marks.length).toBeGreaterThan(300);
    for (const { path, element, body } of marks) {
      const id = element.getAttribute("data-evidence") ?? "";
      expect(resolve(archive, id), `${path} ${id}`).not.toBeNull();
      const href = element.getAttribute("href") ?? "";
      expect(body.querySelector(`[id="${href.slice(1)}"]`), `${path} ${href}`).not.toBeNull();
    }
  });

  it("have no id twice, one first heading, and a head over each column", () => {
    for (const { page, body } of pages) {
      const ids = [...body.querySelectorAll("[id]")].map(({ id }) => id);
      expect(new Set(ids).size, page.path).toBe(ids.length);
      expect(body.querySelectorAll("h1")).toHaveLength(1);
      for (const table of body.querySelectorAll("section#more table")) {
        const heads = table.querySelectorAll("thead th").length;
        for (const row of table.querySelectorAll("tbody tr"))
          expect(row.children.length).toBe(heads);
      }
    }
  });

  it("say of every missing measure in words why it is missing", () => {
    for (const { element } of all(":is(#headlines, #missing) [data-missing]"))
      expect(element.textContent?.trim()).not.toBe("");
    expect(all("#missing [data-missing=not_read]").length).toBeGreaterThan(0);
    expect(all("#missing [data-missing=not_reported]").length).toBeGreaterThan(0);
  });

  it("draw trends cut as everywhere, and name checks that do not agree", () => {
    expect(all("#trends svg").length).toBeGreaterThan(0);
    const mismatches = tables.checks.filter(({ verdict }) => verdict === "mismatch");
    const told = all("#checks .mismatch");
    expect(told.length).toBeGreaterThanOrEqual(mismatches.length);
  });
});
