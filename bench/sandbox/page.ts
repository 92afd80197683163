/**
 * The page on which a checkout's sandboxes are measured and drawn; `bench/sandbox.ts` builds it for each.
 * Before the worker there was no code of its own to load.
 */
import * as built from "virtual:fadu-sandbox";
import { createSandbox } from "../../src/sandbox/index.ts";
import { insert, insertions } from "../../src/notebook/javascript/guard.ts";
import { readSyntax } from "../../src/notebook/javascript/syntax.ts";

const { sandboxUrl, sandboxCodeUrl } = built as { sandboxUrl: string; sandboxCodeUrl?: string };
let loaded: Promise<Blob> | undefined;
const load = async (): Promise<Blob> => (await fetch(sandboxCodeUrl ?? "")).blob();

function guarded(source: string): string {
  const syntax = readSyntax(source);
  if ("message" in syntax) throw new Error(syntax.message);
  return insert(source, insertions(syntax));
}

/** One cell: its place on the page, and what it takes to run it. */
function openCell(theme: "light" | "dark") {
  const faults: string[] = [];
  const sandbox = createSandbox({
    document,
    url: sandboxUrl,
    code: () => (loaded ??= load()),
    title: "cell",
    surroundings: () => ({ theme, language: "en" }),
    onFault: (error) => faults.push(error.message),
  });
  document.body.append(sandbox.element);
  return { sandbox, faults };
}

type Values = Readonly<Record<string, unknown>>;

const bench = {
  openCell,
  /** Milliseconds of each of some runs in one cell, the first one with all that it loads. */
  async time(source: string, times: number, values: Values = {}): Promise<number[]> {
    const { sandbox } = openCell("light");
    const found: number[] = [];
    for (let i = 0; i < times; i++) {
      const start = performance.now();
      await sandbox.run({ body: guarded(source), values, deadline: null });
      found.push(performance.now() - start);
    }
    sandbox.close();
    return found;
  },
  /** Runs a cell and leaves it on the page. */
  async show(source: string, theme: "light" | "dark", values: Values = {}): Promise<string> {
    document.documentElement.dataset["theme"] = theme;
    document.body.replaceChildren();
    const { sandbox, faults } = openCell(theme);
    try {
      const outcome = await sandbox.run({ body: guarded(source), values, deadline: 20 });
      return JSON.stringify([outcome.kind, ...faults]);
    } catch (error) {
      return String(error);
    }
  },
};

declare global {
  interface Window {
    bench: typeof bench;
  }
}
window.bench = bench;
