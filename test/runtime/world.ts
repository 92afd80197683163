import { JSDOM } from "jsdom";
import type { Connection } from "../../src/engine/connection.ts";
import type { Connector } from "../../src/engine/index.ts";
import { toArrowStream } from "../../src/engine/ipc.ts";
import { openNode } from "../../src/engine/node.ts";
import type { Fact, Language } from "../../src/domain/index.ts";
import { compileNotebook } from "../../src/notebook/compile.ts";
import type { CompiledNotebook } from "../../src/notebook/index.ts";
import {
  mount,
  type Sandboxes,
  type Consent,
  type Environment,
  type Mounted,
} from "../../src/runtime/index.ts";
import { decode, encode } from "../../src/sandbox/bytes/index.ts";
import { world } from "../charts/world.ts";
import { fact } from "../domain/fixture.ts";

const columns = [
  { name: "fact_id", type: "VARCHAR" },
  { name: "region_id", type: "VARCHAR" },
  { name: "report_id", type: "VARCHAR" },
  { name: "metric_id", type: "VARCHAR" },
  { name: "value", type: "DOUBLE" },
  { name: "unit", type: "VARCHAR" },
  { name: "scope", type: "VARCHAR" },
  { name: "period_start", type: "VARCHAR" },
  { name: "period_end", type: "VARCHAR" },
  { name: "period_basis", type: "VARCHAR" },
] as const;

const year = { period_start: "2022-01-01", period_end: "2022-12-31", period_basis: "full_year" };
const fines = { metric_id: "fines", unit: "万元", ...year };

export const facts = [
  { ...fines, fact_id: "j-1", region_id: "jia", report_id: "jia", value: 120, scope: "bureau" },
  { ...fines, fact_id: "y-1", region_id: "yi", report_id: "yi", value: 340, scope: "bureau" },
  {
    ...fines,
    fact_id: "y-2",
    region_id: "yi",
    report_id: "yi",
    value: 900,
    scope: "jurisdiction_total",
  },
];

/** The page's engine with three figures in it. */
export async function openFacts(): Promise<Connection> {
  const connection = await openNode();
  await connection.insertArrow("facts", columns, toArrowStream(columns, facts));
  return connection;
}

/** The statements that went through, in order; the engine answers them. */
export function counting(connector: Connector): Connector & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    query: (sql, parameters, options) => {
      asked.push(sql);
      return connector.query(sql, parameters, options);
    },
    close: () => connector.close(),
  };
}

/** A notebook as an editor has it: what can run, and what is wrong with the rest. */
export function draft(text: string) {
  return compileNotebook(`---\ntitle: 题\n---\n${text}`, { slug: "s" });
}

export function compile(text: string): CompiledNotebook {
  const { compiled, problems } = compileNotebook(`---\ntitle: 题\n---\n${text}`, { slug: "s" });
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("; "));
  return compiled;
}

/** A cell of a notebook file. */
export function cell(info: string, body: string): string {
  return `\n\`\`\`${info}\n${body}\n\`\`\`\n`;
}

/** Lets all code run, also what a test edits. */
const everything: Consent = {
  isStranger: false,
  lack: () => null,
  give: () => {},
  allow: () => {},
  forget: () => {},
  grants: () => [],
  listen: () => () => {},
};

export interface Running extends Mounted {
  readonly root: HTMLElement;
  /** Takes another text of the notebook, faults and all. */
  readonly edit: (text: string) => void;
  readonly change: (selector: string, value: string | boolean) => void;
  /** The output of a cell; throws where it has none. */
  readonly at: (id: string) => Element;
  readonly textOf: (id: string) => string;
}

/** A notebook mounted in an empty page. */
export function run(
  text: string,
  connector: Connector,
  options: Partial<Environment> & { readonly language?: Language } = {},
): Running {
  const { window } = new JSDOM("<!doctype html><main></main>", { url: "https://example.org/" });
  const root = window.document.querySelector("main");
  if (!root) throw new Error("missing main");
  const { compiled, problems } = draft(text);
  if (problems.length > 0 && !options.showQueries) compile(text);
  const environment: Environment = {
    document: window.document,
    connector,
    catalogue: world("zh", {
      facts: facts.map((one) => fact(one as Partial<Fact>)),
      // What other tests state is none of these.
      isClosed: true,
    }).catalogue,
    language: "zh",
    variants: () => ["wide"],
    state: "live",
    inputs: {},
    consent: everything,
    ...options,
  };
  const mounted = mount(compiled, root, environment, { problems });
  mounted.settled.catch(() => {});
  const at = (id: string): Element => {
    const found = root.querySelector(`[data-cell="${id}"]`);
    if (!found) throw new Error(`missing cell: ${id}`);
    return found;
  };
  const change = (selector: string, value: string | boolean): void => {
    const control = root.querySelector<HTMLInputElement>(selector);
    if (!control) throw new Error(`missing control: ${selector}`);
    if (typeof value === "boolean") control.checked = value;
    else control.value = value;
    control.dispatchEvent(new window.Event("change", { bubbles: true }));
  };
  const edit = (next: string): void => {
    const found = draft(next);
    mounted.update(found.compiled, { problems: found.problems });
  };
  return { ...mounted, edit, root, at, change, textOf: (id) => at(id).textContent?.trim() ?? "" };
}

/** Sandboxes that run nothing, and keep what a JavaScript cell is given as it arrives behind the wire. */
export function listening(): {
  readonly sandboxes: Sandboxes;
  readonly given: Record<string, unknown>[];
} {
  const given: Record<string, unknown>[] = [];
  const sandboxes: Sandboxes = {
    theme: () => "light",
    onTheme: () => () => {},
    open: () => ({
      element: new JSDOM().window.document.createElement("div"),
      tellSurroundings: () => {},
      close: () => {},
      async run({ values }) {
        given.push(decode(encode(values)) as Record<string, unknown>);
        return { kind: "value", value: 1 };
      },
    }),
  };
  return { sandboxes, given };
}
