import { Runtime, type Module } from "@observablehq/runtime";
import type { Table } from "apache-arrow";
import { type ChartContext, loadGrammar, type Variant } from "../charts/index.ts";
import { builder } from "../dom/index.ts";
import type { Language } from "../domain/index.ts";
import { breather } from "../engine/index.ts";
import type { CompiledNotebook, NotebookProblem } from "../notebook/index.ts";
import { createCells, type Facts } from "./cell-list.ts";
import type { DrawnChart } from "./drawn.ts";
import { own, type Environment } from "./environment.ts";
import { createCellSetting } from "./cell-setting.ts";
import { createPins } from "./pins.ts";
import type { Answer } from "./result.ts";
import type { Scope } from "./scope.ts";
import { nameSources } from "./sources.ts";
import { createStates, type CellState } from "./state.ts";
import { createTextNumbers } from "./text-numbers.ts";

export interface MountOptions {
  /** What `compileNotebook` found; a cell with a fault says so and is not run. Default none. */
  readonly problems?: readonly NotebookProblem[];
}

/** A notebook that runs; its cells follow what is set here. */
export interface Mounted {
  /** Settles when every cell that is shown now has its first output; rejects with the first error. */
  readonly settled: Promise<void>;
  /**
   * Takes the notebook as it is now. A cell that is as it was keeps its output and does not run
   * again; the others are run, moved, placed or taken away.
   */
  update(compiled: CompiledNotebook, options?: MountOptions): void;
  /** Runs a cell once more, and what it reads where that was stopped or failed. */
  run(id: string): void;
  /** Stops what runs for a cell; what it shows stays, and says so. */
  cancel(id: string): void;
  state(id: string): CellState;
  /** The whole answer of an sql cell, or of the one that a chart draws; null for other cells. */
  table(id: string): Promise<Table | null>;
  /** A chart as it was drawn last; null for other cells, and before it was drawn. */
  chart(id: string): DrawnChart | null;
  /** The source of a cell was edited and not run, or is again what ran. */
  markStale(id: string, isStale?: boolean): void;
  setLanguage(language: Language): void;
  setVariant(id: string, variant: Variant): void;
  setInput(id: string, text: string | null): void;
  /** Puts on one axis what the rules keep apart in one chart, or back; tells nobody. */
  setTogether(id: string, together: boolean): void;
  /** Keeps these regions on top in charts of all regions; tells nobody. */
  setPinned(pinned: readonly string[]): void;
  dispose(): void;
}

/** What the cells share, before there are any. */
function createScope(
  module: Module,
  environment: Environment,
  facts: Facts,
  language: () => Language,
): Scope {
  const { inputs, consent, state, onCell } = environment;
  return {
    ...facts,
    module,
    environment,
    language,
    states: createStates({
      language,
      lineOf: (id) => facts.cells.get(id)?.line ?? null,
      onCell,
      isLive: state === "live",
    }),
    texts: createTextNumbers(),
    breathe: breather(),
    values: new Map(Object.entries(inputs)),
    fromAddress: new Set(Object.keys(inputs)),
    together: createCellSetting(own.together, module),
    pins: createPins(module, environment),
    variants: createCellSetting(own.variants, module),
    charts: new Map(),
    consent,
  };
}

/**
 * Runs a notebook in `root`: cells by dependency, lazily, each failing alone. Where the cells'
 * places are already in the page they are used, so that prerendered output is replaced in place.
 */
export function mount(
  compiled: CompiledNotebook,
  root: Element,
  environment: Environment,
  { problems = [] }: MountOptions = {},
): Mounted {
  const runtime = new Runtime({}, () => undefined);
  const module = runtime.module();
  const facts: Facts = { cells: new Map(), problems: new Map() };
  const { cells } = facts;
  let { language } = environment;
  const scope = createScope(module, environment, facts, () => language);
  const build = builder(environment.document);
  const context = module.variable();
  const setContext = (): void => {
    const value: ChartContext = { build, language, catalogue: environment.catalogue };
    context.define(own.context, [], () => value);
  };
  module.variable().define(own.connector, [], () => environment.connector);
  module.variable().define(own.grammar, [], loadGrammar);
  setContext();
  const list = createCells(root, scope, facts);
  list.update(compiled, problems);
  return {
    get settled() {
      return list.settled();
    },
    update: (next, { problems: found = [] } = {}) => list.update(next, found),
    run: list.run,
    cancel: list.cancel,
    state: scope.states.get,
    async table(id) {
      const cell = cells.get(id);
      const source = cell?.kind === "chart" ? (cell.data ?? "") : id;
      if (cells.get(source)?.kind !== "sql") return null;
      return ((await module.value(`${own.table}:${source}`)) as Answer).table;
    },
    chart: (id) => scope.charts.get(id) ?? null,
    markStale: (id, isStale = true) => {
      if (cells.has(id)) scope.states.edited(id, isStale);
    },
    setLanguage(next) {
      language = next;
      setContext();
      list.refresh();
      if (!environment.showQueries && !environment.place) nameSources(root, language);
    },
    setVariant: (id, variant) => scope.variants.set(id, [variant]),
    setInput(id, text) {
      if (cells.get(id)?.kind !== "input") return;
      scope.values.set(id, text);
      scope.fromAddress.add(id);
      list.run(id);
    },
    setTogether(id, together) {
      if (cells.get(id)?.kind === "chart") scope.together.set(id, together);
    },
    setPinned: scope.pins.set,
    dispose() {
      scope.states.dispose();
      runtime.dispose();
    },
  };
}
