import { createEngine, openDuckdb } from "../src/engine/index.ts";
import { compileNotebook } from "../src/notebook/compile.ts";
import { createConsent, mount, type CellState } from "../src/runtime/index.ts";

/** What a page felt while something ran, in ms. */
export interface Felt {
  readonly what: string;
  /** From the question to the output, or to the state that was waited for. */
  readonly took: number;
  /** The longest time in which the page could do nothing else. */
  readonly longestTask: number;
  /** The longest time between two beats of a timer of 4 ms: what a person would feel. */
  readonly longestGap: number;
}

declare global {
  interface Window {
    felt?: readonly Felt[];
    failed?: string;
  }
}

const rows = 1_000_000;
const notebook = (sql: string, more = ""): string =>
  `---\ntitle: 题\n---\n\`\`\`sql id=q\n${sql}\n\`\`\`\n${more}`;

/** A million rows of every type that has to be converted, or is costly to hold. */
const wide = `SELECT range AS big, range / 7 AS double, (range / 100)::DECIMAL(18,2) AS decimal,
  'figure ' || range AS text, DATE '2022-01-01' + (range % 365)::INTEGER AS day,
  [range, range + 1] AS list FROM range(${rows})`;
const heavy =
  "SELECT count(*) AS n FROM range(3000000) a, range(200) b WHERE a.range % 7 = b.range";
const endless =
  "SELECT count(*) AS n FROM range(1000000000) a, range(1000) b WHERE a.range % 7 = b.range";

/** Watches the page while `work` runs. */
async function feel(what: string, work: () => Promise<unknown>): Promise<Felt> {
  await new Promise((resolve) => setTimeout(resolve, 300));
  let longestTask = 0;
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
  });
  tasks.observe({ type: "longtask" });
  let last = performance.now();
  let longestGap = 0;
  const beat = (): void => {
    const now = performance.now();
    longestGap = Math.max(longestGap, now - last);
    last = now;
  };
  const timer = setInterval(beat, 4);
  performance.mark(`felt:begin:${what}`);
  const start = performance.now();
  await work();
  const took = performance.now() - start;
  await new Promise((resolve) => setTimeout(resolve, 100));
  beat();
  performance.mark(`felt:end:${what}`);
  clearInterval(timer);
  tasks.disconnect();
  return { what, took, longestTask, longestGap };
}

async function run(): Promise<readonly Felt[]> {
  const engine = createEngine({ open: openDuckdb, load: async () => {} });
  await engine.start();
  const root = document.body.appendChild(document.createElement("main"));
  const listeners = new Set<(id: string, state: CellState) => void>();
  const compile = (text: string) => compileNotebook(text, { slug: "s" });
  const mounted = mount(compile("").compiled, root, {
    document,
    connector: engine,
    catalogue: {
      facts: new Map(),
      reports: new Map(),
      metrics: new Map(),
      regions: new Map(),
      checks: [],
    },
    language: "zh",
    variants: () => ["wide"],
    state: "live",
    inputs: {},
    consent: createConsent({ grants: [] }),
    showQueries: true,
    onCell: (id, state) => listeners.forEach((listener) => listener(id, state)),
  });
  const until = (wanted: string, fits: (state: CellState) => boolean): Promise<void> =>
    new Promise((resolve) => {
      const listener = (id: string, state: CellState): void => {
        if (id !== wanted || !fits(state)) return;
        listeners.delete(listener);
        resolve();
      };
      listeners.add(listener);
    });
  const show = (text: string, id: string, fits: (state: CellState) => boolean): Promise<void> => {
    const reached = until(id, fits);
    const { compiled, problems } = compile(text);
    mounted.update(compiled, { problems });
    return reached;
  };
  const isDone = ({ status }: CellState) => status === "done";
  const click = async (selector: string): Promise<void> => {
    document.querySelector<HTMLElement>(selector)?.click();
    await new Promise(requestAnimationFrame);
  };
  const chart = "```chart id=c data=q\ntype: table\n```\n";
  return [
    await feel("a query that counts for some seconds", () => show(notebook(heavy), "q", isDone)),
    await feel("a result of 10⁶ rows and 6 columns, shown", () =>
      show(notebook(wide), "q", isDone),
    ),
    await feel("its last page", () => click(".pages button:last-of-type")),
    await feel("10⁴ of 10⁶ rows for a text that reads them", () =>
      show(`${notebook(wide)}\n共\${q.big}行。\n`, "cell-2", isDone),
    ),
    await feel("320 of 10⁶ rows in a table of figures", () =>
      show(notebook(wide.replace("SELECT", "SELECT 'x' AS region_id,"), chart), "c", isDone),
    ),
    await feel("an endless query, until it is told to run", () =>
      show(notebook(endless), "q", ({ status }) => status === "pending"),
    ),
    await feel("from the stop button to the stopped state", async () => {
      const stopped = until("q", ({ error }) => error !== null);
      mounted.cancel("q");
      await stopped;
    }),
    await feel("from there to the next answer of the engine", () =>
      show(notebook("SELECT 1 AS one"), "q", isDone),
    ),
  ];
}

run().then(
  (felt) => (window.felt = felt),
  (error: unknown) => (window.failed = String(error)),
);
