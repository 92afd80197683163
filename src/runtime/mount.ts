import { Runtime, type Module, type Variable } from "@observablehq/runtime";
import { figure, type ChartContext, type Row, type Variant } from "../charts/index.ts";
import { builder } from "../dom/index.ts";
import { toRows, type Connector, type Parameter } from "../engine/index.ts";
import type { Language } from "../facts/index.ts";
import type { CompiledCell, CompiledNotebook } from "../notebook/index.ts";
import { say } from "../i18n/index.ts";
import { compose } from "./compose.ts";
import { display } from "./display.ts";
import { own, type Environment } from "./environment.ts";
import { inline, type Results } from "./inline.ts";
import {
  defaultValue,
  formatValue,
  inputElement,
  optionsOf,
  parseValue,
  type InputValue,
} from "./input.ts";

type CellOf<K extends CompiledCell["kind"]> = Extract<CompiledCell, { kind: K }>;

/** A notebook that runs; its cells follow what is set here. */
export interface Mounted {
  /** Settles when every shown cell has its first output; rejects with the first error. */
  readonly settled: Promise<void>;
  setLanguage(language: Language): void;
  setVariant(id: string, variant: Variant): void;
  setInput(id: string, text: string | null): void;
  /** Puts on one axis what the rules keep apart in one chart, or back; tells nobody. */
  setTogether(id: string, together: boolean): void;
  dispose(): void;
}

/** What the cells of one mounted notebook share. */
interface Scope {
  readonly module: Module;
  readonly cells: ReadonlyMap<string, CompiledCell>;
  readonly environment: Environment;
  readonly values: Map<string, string | null>;
  readonly inputs: Map<string, Variable>;
  readonly setTogether: (id: string, together: boolean) => void;
}

function sqlCells(cells: ReadonlyMap<string, CompiledCell>): Map<string, CellOf<"sql">> {
  return new Map([...cells].flatMap(([id, cell]) => (cell.kind === "sql" ? [[id, cell]] : [])));
}

/** A query runs when its parameters are known, and is cancelled when one of them changes. */
function defineSql(cell: CellOf<"sql">, { module, cells }: Scope): void {
  const { sql, parameters } = compose(cell, sqlCells(cells));
  const names = [...new Set(parameters)];
  const run = async (connector: Connector, invalidation: Promise<void>, ...values: Parameter[]) => {
    const controller = new AbortController();
    void invalidation.then(() => controller.abort());
    const bound = parameters.map((name) => values[names.indexOf(name)] ?? null);
    return toRows(await connector.query(sql, bound, { signal: controller.signal }));
  };
  module.variable().define(cell.id, [own.connector, "invalidation", ...names], run);
}

/** The value follows the choices: what is not among them falls back to the default, and is told. */
function inputValue(cell: CellOf<"input">, rows: readonly Row[], scope: Scope): InputValue {
  const options = optionsOf(cell.spec, rows);
  const text = scope.values.get(cell.id) ?? null;
  const parsed = text === null ? null : parseValue(cell.spec, options, text);
  if (text !== null && parsed === null) {
    scope.values.set(cell.id, null);
    scope.environment.onInvalidInput?.(cell.id, text);
  }
  return parsed ?? defaultValue(cell.spec, options);
}

function redefineInput(cell: CellOf<"input">, scope: Scope): void {
  const variable = scope.inputs.get(cell.id) ?? scope.module.variable();
  scope.inputs.set(cell.id, variable);
  variable.define(cell.id, cell.data ? [cell.data] : [], (rows: readonly Row[] = []) =>
    inputValue(cell, rows, scope),
  );
}

function change(cell: CellOf<"input">, options: ReturnType<typeof optionsOf>, scope: Scope) {
  return (value: InputValue) => {
    const text = formatValue(value);
    const isDefault = text === formatValue(defaultValue(cell.spec, options));
    scope.values.set(cell.id, isDefault ? null : text);
    redefineInput(cell, scope);
    scope.environment.onInput?.(cell.id, isDefault ? null : text);
  };
}

type Shown = CellOf<"chart"> | CellOf<"markdown"> | CellOf<"input">;

/** What a shown cell reads besides the context, and how it becomes an element. */
interface View {
  readonly inputs: readonly string[];
  readonly draw: (context: ChartContext, ...values: unknown[]) => Element;
}

function resultsOf(reads: readonly string[], values: readonly unknown[]): Results {
  return new Map(reads.map((name, i) => [name, (values[i] ?? []) as readonly Row[]]));
}

function markdownView(cell: CellOf<"markdown">): View {
  return {
    inputs: cell.reads,
    draw: (context, ...values) =>
      context.build.html(
        "div",
        { class: "prose" },
        inline(cell.nodes, resultsOf(cell.reads, values), context),
      ),
  };
}

/** The reader's choice is shown at once and told; where nobody listens there is none. */
function togetherListener(id: string, { environment, setTogether }: Scope) {
  const { onTogether } = environment;
  if (!onTogether) return undefined;
  return (together: boolean): void => {
    setTogether(id, together);
    onTogether(id, together);
  };
}

function chartView(cell: CellOf<"chart">, scope: Scope): View {
  const { state } = scope.environment;
  return {
    inputs: [`${own.variants}:${cell.id}`, `${own.together}:${cell.id}`, ...cell.reads],
    draw: (context, variants, together, ...values) => {
      const results = resultsOf(cell.reads, values);
      const text = (key: string) =>
        inline(cell.texts[key]?.[context.language] ?? [], results, context);
      const subtitle = text("subtitle");
      const note = text("note");
      return figure(
        cell.spec,
        results.get(cell.data ?? "") ?? [],
        {
          id: cell.id,
          title: text("title"),
          subtitle: subtitle.length > 0 ? subtitle : null,
          note: note.length > 0 ? note : null,
          state,
          variants: variants as readonly Variant[],
          together: together === true,
          onTogether: togetherListener(cell.id, scope),
        },
        context,
      );
    },
  };
}

function inputView(cell: CellOf<"input">, scope: Scope): View {
  return {
    inputs: [cell.id, ...(cell.data ? [cell.data] : [])],
    draw: ({ build, language }, value, rows) => {
      const options = optionsOf(cell.spec, (rows ?? []) as readonly Row[]);
      const onChange = change(cell, options, scope);
      return inputElement(build, {
        ...cell,
        options,
        value: value as InputValue,
        language,
        disabled: scope.environment.state === "static",
        onChange,
      });
    },
  };
}

function viewOf(cell: Shown, scope: Scope): View {
  if (cell.kind === "markdown") return markdownView(cell);
  return cell.kind === "chart" ? chartView(cell, scope) : inputView(cell, scope);
}

function findCell(root: Element, id: string): Element | undefined {
  return [...root.querySelectorAll("[data-cell]")].find(
    (element) => element.getAttribute("data-cell") === id,
  );
}

/** The place of a cell in the page: the prerendered one, or a new one in order. */
export function container(root: Element, cell: CompiledCell): Element {
  const found = findCell(root, cell.id);
  if (found) return found;
  const element = builder(root.ownerDocument).html("div", {
    class: `cell ${cell.kind}`,
    "data-cell": cell.id,
  });
  placeIn(root, cell).append(element);
  return element;
}

/** Inputs that follow each other stand in one group. */
function placeIn(root: Element, cell: CompiledCell): Element {
  if (cell.kind !== "input") return root;
  const last = root.lastElementChild;
  if (last?.classList.contains("filters")) return last;
  const group = builder(root.ownerDocument).html("div", { class: "filters", role: "group" });
  root.append(group);
  return group;
}

/** Statements stand behind the chart that they feed; the others together at the end. */
function placeOfSource(root: Element, cell: CellOf<"sql">, scope: Scope): Element {
  const chart = [...scope.cells.values()].find(
    (other) => other.kind === "chart" && other.data === cell.id,
  );
  const { html } = builder(root.ownerDocument);
  const place = html("div", { class: "cell sql", "data-cell": cell.id });
  if (chart) {
    container(root, chart).after(place);
    return place;
  }
  let rest = root.querySelector(":scope > .queries");
  if (!rest) {
    rest = html("details", { class: "queries" }, html("summary"));
  }
  root.append(rest);
  rest.append(place);
  return place;
}

/** Names the statements in the reader's language; run again when that changes. */
function nameSources(root: Element, language: Language): void {
  for (const place of root.querySelectorAll(".cell.sql")) {
    const id = place.getAttribute("data-cell") ?? "";
    place.querySelector("summary")?.replaceChildren(`${say(language, "cell.query")} · ${id}`);
  }
  root.querySelector(":scope > .queries > summary")?.replaceChildren(say(language, "cell.queries"));
}

/** The statement of an sql cell, for those who want to see it. */
function showSource(root: Element, cell: CellOf<"sql">, scope: Scope): void {
  if (findCell(root, cell.id)) return;
  const { html } = builder(root.ownerDocument);
  placeOfSource(root, cell, scope).append(
    html(
      "details",
      {},
      html("summary"),
      html("pre", { tabindex: 0 }, html("code", {}, cell.source.trim())),
    ),
  );
}

/** One variable a cell, named after it: what of a chart the page or its reader sets. */
function stateOf<T>(name: string, module: Module): (id: string, value: T) => void {
  const variables = new Map<string, Variable>();
  const values = new Map<string, T>();
  return (id, value) => {
    // What is the same needs no new drawing.
    if (values.has(id) && values.get(id) === value) return;
    values.set(id, value);
    const variable = variables.get(id) ?? module.variable();
    variables.set(id, variable);
    variable.define(`${name}:${id}`, [], () => value);
  };
}

/**
 * Runs a notebook in `root`: cells by dependency, lazily, each failing alone. Where the cells'
 * places are already in the page they are used, so that prerendered output is replaced in place.
 */
export function mount(
  { cells }: CompiledNotebook,
  root: Element,
  environment: Environment,
): Mounted {
  const runtime = new Runtime({}, () => undefined);
  const module = runtime.module();
  const setTogether = stateOf<boolean>(own.together, module);
  const setVariants = stateOf<readonly Variant[]>(own.variants, module);
  const scope: Scope = {
    module,
    cells: new Map(cells.map((cell) => [cell.id, cell])),
    environment,
    values: new Map(Object.entries(environment.inputs)),
    inputs: new Map(),
    setTogether,
  };
  const build = builder(environment.document);
  let { language } = environment;
  const context = module.variable();
  const setContext = (): void => {
    const value: ChartContext = { build, language, catalogue: environment.catalogue };
    context.define(own.context, [], () => value);
  };
  module.variable().define(own.connector, [], () => environment.connector);
  setContext();
  const shown: Promise<void>[] = [];
  for (const cell of cells) {
    if (cell.kind === "sql") {
      defineSql(cell, scope);
      continue;
    }
    if (cell.kind === "js") continue;
    if (cell.kind === "input") redefineInput(cell, scope);
    if (cell.kind === "chart") {
      setVariants(cell.id, environment.variants(container(root, cell)));
      setTogether(cell.id, environment.together?.includes(cell.id) ?? false);
    }
    const { observer, first } = display(container(root, cell), () => language);
    const { inputs, draw } = viewOf(cell, scope);
    module.variable(observer as never).define(null, [own.context, ...inputs], draw);
    shown.push(first);
  }
  for (const cell of cells) if (cell.kind === "sql") showSource(root, cell, scope);
  nameSources(root, language);
  return {
    settled: Promise.all(shown).then(() => {}),
    setLanguage(next) {
      language = next;
      setContext();
      nameSources(root, language);
    },
    setVariant: (id, variant) => setVariants(id, [variant]),
    setInput(id, text) {
      const cell = scope.cells.get(id);
      if (cell?.kind !== "input") return;
      scope.values.set(id, text);
      redefineInput(cell, scope);
    },
    setTogether(id, together) {
      if (scope.cells.get(id)?.kind === "chart") setTogether(id, together);
    },
    dispose: () => runtime.dispose(),
  };
}
