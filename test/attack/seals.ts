import type { Page } from "playwright";
import { encodeLink } from "../../src/drafts/link/link.ts";
import type { Family } from "./family.ts";

/** Rows that claim the clause of a figure for a number that is not its own. */
const forged: Readonly<Record<string, string>> = {
  "a number of one's own": "SELECT 'sz-12' AS fact_id, 999999 AS value, '万元' AS unit",
  "a hundred times the value":
    "SELECT * REPLACE (value * 100 AS value) FROM facts WHERE fact_id = 'sw-47'",
  "a nearly equal value":
    "SELECT * REPLACE (value * 1.02 AS value) FROM facts WHERE fact_id = 'sw-47'",
  "the unit of another measure":
    "SELECT * REPLACE ('件' AS unit) FROM facts WHERE fact_id = 'sz-12'",
  "a unit ten thousand times as large":
    "SELECT * REPLACE ('亿元' AS unit) FROM facts WHERE fact_id = 'sz-12'",
  "a figure of another region":
    "SELECT * REPLACE ('shanwei' AS region_id) FROM facts WHERE fact_id = 'sz-12'",
  "a figure of another measure":
    "SELECT * REPLACE ('penalty_cases' AS metric_id) FROM facts WHERE fact_id = 'sz-12'",
  "a figure of another time":
    "SELECT * REPLACE ('2023-01-01' AS period_start, '2023-12-31' AS period_end) FROM facts WHERE fact_id = 'sz-12'",
  "a figure of another scope":
    "SELECT * REPLACE ('bureau' AS scope) FROM facts WHERE fact_id = 'sz-12'",
  "a bound made exact":
    "SELECT * REPLACE ('exact' AS qualifier) FROM facts WHERE fact_id = 'zz-17'",
  "a figure that does not exist":
    "SELECT * REPLACE ('sz-99' AS fact_id) FROM facts WHERE fact_id = 'sz-12'",
  "an operation that gives something else":
    "SELECT ['sw-47', 'sw-46'] AS fact_ids, 'quotient' AS operation, 7 AS value, '万元/件' AS unit, 'shanwei' AS region_id",
  "an operation of one's own":
    "SELECT ['sw-47', 'sw-46'] AS fact_ids, 'sum(sz-12)' AS operation, 7 AS value, '万元' AS unit",
  "an id that is markup":
    "SELECT 'sz-12\"><a href=x>' AS fact_id, 18858.11 AS value, '万元' AS unit",
  "the sum of a total and its part":
    "SELECT [t.fact_id, p.fact_id] AS fact_ids, 'sum' AS operation, t.value + p.value AS value, t.unit FROM facts p JOIN facts t ON t.fact_id = p.breakdown_of AND t.unit = p.unit LIMIT 1",
  "the first id of a group":
    "SELECT min(fact_id) AS fact_id, sum(value) AS value, '万元' AS unit FROM facts WHERE metric_id = 'penalty_amount'",
};

const genuine = "SELECT * FROM facts WHERE fact_id = 'sz-12'";

const types = ["type: dots", "type: table", "type: bars"];
const plot = "type: plot\nmarks:\n  - {mark: barX, x: value, y: unit}";
const fence = (head: string, body: string) => `\`\`\`${head}\n${body}\n\`\`\`\n\n`;

/** The forgery as a result, in charts of several types, and in a text. */
function cellsOf(sql: string, n: number): string {
  const charts = [...types, plot].map((spec, i) =>
    fence(`chart id=c${n}x${i} data=q${n}`, `${spec}\ntitle: x`),
  );
  return `${fence(`sql id=q${n}`, sql)}${charts.join("")}Text ${n}: \${q${n}.value}.\n\n`;
}

/** Of each forgery what claims a clause, but for ids shown as ids, and how much was drawn. */
function outcomes(page: Page, count: number) {
  return page.evaluate((most) => {
    const query = ":is([data-evidence], [data-several], [data-fact], figure .source)";
    const claims = [...document.querySelectorAll(`main ${query}`)].filter(
      (one) => one.textContent !== one.getAttribute("data-evidence"),
    );
    const cellOf = (one: Element) => one.closest("[data-cell]")?.getAttribute("data-cell") ?? "";
    const of = (n: number) => (one: Element) => new RegExp(`^(?:c|q)${n}(?:x|$)`).test(cellOf(one));
    const drawn = [...document.querySelectorAll('main figure [data-source="none"]')];
    const all = Array.from({ length: most }, (_, n) => ({
      claim: claims.find(of(n))?.outerHTML ?? null,
      drawn: drawn.filter(of(n)).length,
    }));
    const known = (one: Element) => all.some((_, n) => of(n)(one));
    return { all, texts: claims.filter((one) => !known(one)).map((one) => one.outerHTML) };
  }, count);
}

/** Hostile links whose numbers carry the clause of a figure that they are not. */
export const seals: Family = {
  name: "forged numbers",
  surface: "link: charts, tables, texts",
  async *attempts({ browser, site }) {
    const names = Object.keys(forged);
    // The last one is true: a page that links nothing at all would hold as well.
    const cells = [...Object.values(forged), genuine].map(cellsOf);
    const text = `---\ntitle: x\n---\n\n${cells.join("")}`;
    const shared = { text, slug: "x", language: "en", inputs: {}, tables: [] } as const;
    const link = encodeLink(shared, { limit: 120_000 });
    if (!link.ok) throw new Error(`the link is too long: ${link.length}`);
    const page = await browser.newPage();
    await page.goto(`${site.url}en/edit/${link.fragment}`);
    await page.waitForFunction(
      (count) => {
        const all = [...document.querySelectorAll("[data-cell]")].filter((cell) =>
          /^[cq]\d/.test(cell.getAttribute("data-cell") ?? ""),
        );
        const isOver = (cell: Element) =>
          ["done", "failed"].includes(cell.getAttribute("data-status") ?? "");
        return all.length === count && all.every(isOver);
      },
      cells.length * 5,
      { timeout: 60_000 },
    );
    const { all, texts } = await outcomes(page, cells.length);
    await page.close();
    for (const [n, name] of names.entries()) {
      const { claim = null, drawn = 0 } = all[n] ?? {};
      // A page of errors claims nothing either.
      yield { name, broke: claim ?? (drawn === 0 ? "nothing was drawn" : null) };
    }
    const isKept = all.at(-1)?.claim != null && texts.length === 1;
    yield { name: "a true number", broke: isKept ? null : "it leads to no clause" };
    const stray = texts.filter(
      (one) => !one.includes('data-evidence="sz-12" data-source="stated"'),
    );
    yield { name: "all of them in a text", broke: stray[0] ?? null };
  },
};
