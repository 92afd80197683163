import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { readData } from "../../../scripts/read.ts";
import { archiveOf } from "../../../src/page/shell/archive.ts";
import type { Archive } from "../../../src/evidence/index.ts";
import type { Connection } from "../../../src/engine/index.ts";
import { compileNotebook } from "../../../src/notebook/compile.ts";
import type { CompiledNotebook } from "../../../src/notebook/index.ts";
import { consentByBuild, mount } from "../../../src/runtime/index.ts";
import { loaded, openViews } from "../../../scripts/views.ts";
import { choicesOf, few } from "./choices.ts";
import { suites, type Suite } from "./expected.ts";
import { faultsOf } from "./judge.ts";
import { worldOf, type Choice, type World } from "./world.ts";

export interface Tried {
  readonly slug: string;
  readonly tried: number;
  readonly of: number;
  readonly figures: number;
  readonly wrong: readonly string[];
}

interface Bench {
  readonly connection: Connection;
  readonly archive: Archive;
  readonly world: World;
}

/**
 * A notebook without what does not follow from the inputs that are set: it was tried with none.
 * Texts stay, since one that fails fails with the page.
 */
function needed(compiled: CompiledNotebook, suite: Suite, choice: Choice): CompiledNotebook {
  const set = Object.keys(choice);
  if (set.length === 0) return compiled;
  const isNeeded = (id: string) => suite.charts[id]?.reads.some((name) => set.includes(name)) ?? false;
  const cells = compiled.cells.filter(
    ({ kind, id }) => (kind !== "chart" || isNeeded(id)) && kind !== "js",
  );
  return { ...compiled, cells };
}

async function tryOne(
  suite: Suite,
  all: CompiledNotebook,
  choice: Choice,
  language: "zh" | "en",
  { connection, archive, world }: Bench,
): Promise<{ readonly figures: number; readonly faults: string[] }> {
  const { document } = new JSDOM("<!doctype html><main></main>").window;
  const main = document.querySelector("main") as HTMLElement;
  const compiled = needed(all, suite, choice);
  const refused: string[] = [];
  const mounted = mount(compiled, main, {
    document,
    connector: connection,
    catalogue: archive,
    language,
    variants: () => ["wide"],
    state: "static",
    consent: consentByBuild(compiled),
    inputs: { ...choice },
    onInvalidInput: (id, text) => void refused.push(`${id} is not ${text}`),
  });
  const failed: string[] = [];
  await mounted.settled.catch((error: unknown) => void failed.push(`fails: ${String(error)}`));
  const drawn = [...main.querySelectorAll("figure")];
  const faults = drawn.flatMap((figure) => {
    const chart = mounted.chart(figure.id);
    if (!chart) return [`${figure.id}: not drawn`];
    const rule = suite.charts[figure.id];
    const expected = rule?.expect(choice, world) ?? null;
    const reads = rule?.reads ?? [];
    const found = faultsOf({ figure, chart, choice, reads, expected, language, world });
    return found.map((fault) => `${figure.id}: ${fault}`);
  });
  const charts = compiled.cells.filter(({ kind }) => kind === "chart").length;
  const lost = drawn.length === charts ? [] : [`${drawn.length} of ${charts} figures`];
  mounted.dispose();
  return { figures: drawn.length, faults: [...failed, ...refused, ...lost, ...faults] };
}

/**
 * Tries the inputs of shipped notebooks in combination, on the page's own path, and counts what is
 * wrong by another way: from `data/facts` and from the digits that stand on the page.
 * @param most so many combinations of each notebook at most
 */
export async function tryFilters(
  root: string,
  { most = Infinity, only }: { readonly most?: number; readonly only?: string | undefined } = {},
): Promise<Tried[]> {
  const { dataset } = await readData(join(root, "data"));
  const { connection } = await openViews(dataset);
  const archive = archiveOf(loaded(dataset) as never);
  const world = worldOf(dataset);
  const results: Tried[] = [];
  for (const suite of suites.filter(({ slug }) => only === undefined || slug === only)) {
    const { slug } = suite;
    const text = readFileSync(join(root, `notebooks/${slug}.md`), "utf8");
    const { compiled } = compileNotebook(text, { slug });
    const all = choicesOf(suite.inputs(world));
    const wrong: string[] = [];
    let figures = 0;
    const tried = few(all, most);
    for (const [i, choice] of tried.entries())
      for (const language of i === 0 ? (["zh", "en"] as const) : [i % 2 === 0 ? ("zh" as const) : ("en" as const)]) {
        const found = await tryOne(suite, compiled, choice, language, { connection, archive, world });
        figures += found.figures;
        wrong.push(...found.faults.map((fault) => `${slug} ${language} ${JSON.stringify(choice)} ${fault}`));
      }
    results.push({ slug, tried: tried.length, of: all.length, figures, wrong });
  }
  await connection.close();
  return results;
}
