import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { readData } from "../../bin/data.ts";
import { archiveOf } from "../../src/app/archive.ts";
import { toArrowStream } from "../../src/engine/ipc.ts";
import { openNode } from "../../src/engine/node.ts";
import {
  columnsOf,
  factsOf,
  tableNames,
  tablesOf,
  type Fact,
} from "../../src/facts/index.ts";
import { compileNotebook } from "../../src/notebook/compile.ts";
import { consentByBuild, mount, type DrawnChart } from "../../src/runtime/index.ts";

/** One way in which the filters of the home page may stand. */
interface Choice {
  readonly scope: string;
  readonly year: string;
  readonly regions: readonly string[];
}

export interface Tried {
  readonly tried: number;
  readonly figures: number;
  readonly wrong: readonly string[];
}

function subsets<T>(items: readonly T[]): T[][] {
  return items.reduce<T[][]>((all, item) => [...all, ...all.map((one) => [...one, item])], [[]]);
}

/** All combinations, the whole set of regions first; spread so that a few say much. */
function choices(regions: readonly string[], years: readonly string[], most: number): Choice[] {
  const scopes = ["all", "jurisdiction_total", "bureau", "delegated_townships"];
  const sets = subsets(regions)
    .filter(({ length }) => length > 0)
    .toSorted((a, b) => b.length - a.length);
  const all = sets.flatMap((set) =>
    ["all", ...years].flatMap((year) => scopes.map((scope) => ({ scope, year, regions: set }))),
  );
  if (most >= all.length) return all;
  const few = 16;
  const step = Math.max(1, Math.floor((all.length - few) / Math.max(1, most - few)));
  return all.filter((_, i) => i < few || (i - few) % step === 0).slice(0, most);
}

function isChosen(fact: Fact, { scope, year, regions }: Choice): boolean {
  return (
    regions.includes(fact.region_id) &&
    (scope === "all" || fact.scope === scope) &&
    (year === "all" || fact.period_end.startsWith(year))
  );
}

/** 18,858.11 and 18858.11 are one number. */
function numbersIn(text: string): string[] {
  return (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((one) => one.replaceAll(",", ""));
}

/** What a figure shows beside its words: names of marks, labels, its table. */
function shownIn(figure: Element): Set<string> {
  const labels = [...figure.querySelectorAll(".chart [aria-label], .chart text, .rows td")];
  const texts = labels.map((one) => `${one.getAttribute("aria-label") ?? ""} ${one.textContent}`);
  return new Set(texts.flatMap(numbersIn));
}

/** Numbers in the words of a figure that are not drawn; a matrix may count itself. */
function strayWords(figure: Element, { rows }: DrawnChart): string[] {
  const shown = shownIn(figure);
  if (figure.getAttribute("data-type") === "matrix") {
    const of = (name: string) => new Set(rows.map((row) => row[name]));
    const stated = rows.filter((row) => typeof row["value"] === "number");
    const cells = new Set(stated.map((row) => `${String(row["region_id"])} ${String(row["metric_id"])}`));
    const [wide, high] = [of("region_id").size, of("metric_id").size];
    for (const count of [wide, high, wide * high, cells.size]) shown.add(String(count));
  }
  const words = [...figure.querySelectorAll("h3, .subtitle, .note")];
  return words.flatMap((one) => numbersIn(one.textContent).filter((number) => !shown.has(number)));
}

const headline: Readonly<Record<string, readonly string[]>> = {
  "fines-by-region": ["penalty_amount"],
  "inspections-by-region": ["inspected_entities", "inspection_visits", "inspection_cases"],
  "approval-time": ["approval_time_compression_rate"],
  "any-metric": ["hazards_found"],
};

/** Values and absences of a chart of dots, counted from the facts. */
function strayMarks(figure: Element, id: string, choice: Choice, facts: readonly Fact[]): string[] {
  const metrics = headline[id];
  if (!metrics) return [];
  const of = metrics.flatMap((metric) =>
    choice.regions.map((region) => {
      const all = facts.filter((one) => one.metric_id === metric && one.region_id === region);
      return { all, chosen: all.filter((fact) => isChosen(fact, choice)) };
    }),
  );
  const expected = {
    values: of.flatMap(({ chosen }) => chosen).map(({ fact_id }) => fact_id).toSorted(),
    not_selected: of.filter(({ all, chosen }) => chosen.length === 0 && all.length > 0).length,
    not_reported: of.filter(({ all }) => all.length === 0).length,
  };
  const count = (kind: string) => figure.querySelectorAll(`[data-marks] [data-missing="${kind}"]`).length;
  const stated = [...figure.querySelectorAll('[data-marks] [data-source="stated"]')];
  const found = {
    values: stated.map((mark) => mark.getAttribute("data-fact") ?? "").toSorted(),
    not_selected: count("not_selected"),
    not_reported: count("not_reported"),
  };
  return JSON.stringify(found) === JSON.stringify(expected)
    ? []
    : [`found ${JSON.stringify(found)} for ${JSON.stringify(expected)}`];
}

/** Cells of a matrix without value or absence. */
function blanks(figure: Element): string[] {
  return [...figure.querySelectorAll("[data-marks] td")].some((cell) => cell.childElementCount === 0)
    ? ["a blank cell"]
    : [];
}

/** @param most so many combinations at most */
export async function tryFilters(root: string, most: number): Promise<Tried> {
  const { dataset } = await readData(join(root, "data"));
  const tables = tablesOf(dataset);
  const connection = await openNode();
  for (const name of tableNames) {
    const columns = columnsOf(name);
    await connection.insertArrow(name, columns, toArrowStream(columns, tables[name] as never));
  }
  const core = dataset.reports.filter(({ coverage }) => coverage === "full");
  const ids = new Set(core.map(({ report_id }) => report_id));
  const facts = factsOf(dataset).filter(
    (one) => ids.has(one.report_id) && one.same_as === null && one.status === "actual",
  );
  const regions = [...new Set(core.map(({ region_id }) => region_id))].toSorted();
  const shownMetrics = new Set(dataset.metrics.filter((one) => one.headline).map((one) => one.metric_id));
  const years = [
    ...new Set(
      factsOf(dataset)
        .filter((one) => ids.has(one.report_id) && shownMetrics.has(one.metric_id))
        .map(({ period_end }) => period_end.slice(0, 4)),
    ),
  ].toSorted();
  const { compiled } = compileNotebook(readFileSync(join(root, "notebooks/comparison.md"), "utf8"), {
    slug: "comparison",
  });
  const archive = archiveOf(tableNames.map((name) => ({ name, rows: tables[name] })) as never);
  const wrong: string[] = [];
  let figures = 0;
  const all = choices(regions, years, most);
  for (const [index, choice] of all.entries()) {
    const { document } = new JSDOM("<!doctype html><main></main>").window;
    const main = document.querySelector("main");
    if (!main) throw new Error("missing main");
    const { scope, year } = choice;
    const mounted = mount(compiled, main, {
      document,
      connector: connection,
      catalogue: archive,
      language: index % 2 === 0 ? "zh" : "en",
      variants: () => ["wide"],
      state: "static",
      consent: consentByBuild(compiled),
      inputs: {
        ...(scope === "all" ? {} : { scope }),
        ...(year === "all" ? {} : { year }),
        ...(choice.regions.length === regions.length ? {} : { regions: choice.regions.join(",") }),
      },
    });
    await mounted.settled;
    const isFiltered = scope !== "all" || year !== "all" || choice.regions.length < regions.length;
    for (const figure of main.querySelectorAll("figure")) {
      figures += 1;
      const chart = mounted.chart(figure.id);
      if (!chart) continue;
      const stray = strayWords(figure, chart).map((number) => `says ${number}, draws it not`);
      const silent = isFiltered && !figure.querySelector(".filtered") ? ["no word of the filter"] : [];
      const faults = [
        ...stray,
        ...silent,
        ...strayMarks(figure, figure.id, choice, facts),
        ...blanks(figure),
      ];
      wrong.push(...faults.map((fault) => `${JSON.stringify(choice)} ${figure.id}: ${fault}`));
    }
    mounted.dispose();
  }
  await connection.close();
  return { tried: all.length, figures, wrong };
}
