import { factById, facts } from "./support/data.ts";
import { openLive, openQuiet } from "./support/page.ts";
import { expect, home, inLong, languages, test } from "./support/test.ts";

/** What the panel quotes for every number of the page, opened one after the other. */
interface Quoted {
  readonly id: string;
  readonly clauses: readonly string[];
  readonly figures: readonly string[];
  readonly formula: string | null;
}

/** Runs in the page: a click on the first element of each id. */
async function openAll(links: (HTMLElement | SVGElement)[]): Promise<Quoted[]> {
  const byId = new Map(links.map((link) => [link.getAttribute("data-evidence") ?? "", link]));
  const result: Quoted[] = [];
  for (const [id, link] of byId) {
    const old = document.querySelector("[data-panel=evidence]");
    link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    let panel = old;
    for (let i = 0; i < 100 && (panel === old || !panel); i++) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      panel = document.querySelector("[data-panel=evidence]");
    }
    // Another mention of the same figure is quoted too, after the figure's own clause.
    const own = [...(panel?.querySelectorAll("section.fact") ?? [])].map((section) =>
      section.querySelector("blockquote[cite]"),
    );
    result.push({
      id,
      clauses: own.map((quote) => quote?.textContent ?? ""),
      figures: own.map((quote) => quote?.querySelector("mark")?.textContent ?? ""),
      formula: panel?.querySelector(".formula")?.textContent ?? null,
    });
  }
  return result;
}

for (const language of languages)
  test(
    `the panel quotes every fact of the home page to the letter (${language})`,
    inLong(language === "en"),
    async ({ page }) => {
      // Live in one language, as it was built in the other: both show all.
      await (language === "zh" ? openLive : openQuiet)(page, home(language));
      const quoted = await page.locator("main [data-evidence]").evaluateAll(openAll);
      expect(quoted.length).toBeGreaterThan(40);
      for (const { id, clauses, figures, formula } of quoted) {
        const isDerived = id.includes("(");
        const parents = id.replace(/^\w+\(|\)$/g, "").split(",");
        // Of a page read at its opening there is no clause, and the panel shows none.
        // What a range is worked out from follows after its own parents.
        expect(clauses.slice(0, parents.length), id).toEqual(
          parents.map((parent) => factById(parent).evidence ?? ""),
        );
        expect(figures.slice(0, parents.length), id).toEqual(
          parents.map((parent) =>
            factById(parent).evidence === null ? "" : factById(parent).value_text,
          ),
        );
        expect(formula !== null, id).toBe(isDerived);
      }
    },
  );

test(
  "the second notebook quotes every fact that has a clause to the letter",
  // The panel is that of the home page, and the data's own tests read the same clauses.
  inLong(true),
  async ({ page }) => {
    await openQuiet(page, "figures/");
    const quoted = await page.locator("main [data-evidence]").evaluateAll(openAll);
    expect(quoted).toHaveLength(facts().length);
    for (const { id, clauses, figures } of quoted) {
      const { evidence, value_text } = factById(id);
      expect(clauses, id).toEqual([evidence ?? ""]);
      expect(figures, id).toEqual([evidence === null ? "" : value_text]);
    }
  },
);
