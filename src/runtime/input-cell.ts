import type { ChartContext } from "../charts/index.ts";
import type { Row } from "../figures/index.ts";
import type { Value } from "../engine/index.ts";
import type { CellOf } from "./cells.ts";
import { own } from "./environment.ts";
import { spotOfKey } from "./fault.ts";
import {
  defaultValue,
  formatValue,
  inputControl,
  optionsOf,
  parseValue,
  type Control,
  type InputValue,
} from "./input.ts";
import { asRows } from "./js-value.ts";
import { shortened } from "./result.ts";
import { valueCell } from "./result-cell.ts";
import { columnsOfFacts } from "./row-facts.ts";
import { isBlocked, plainSignature, type Piece, type Scope } from "./scope.ts";
import { shownPiece, type View } from "./shown.ts";

type InputCell = CellOf<"input">;

function rowsFor({ data }: InputCell, rows: unknown, { cells }: Scope): readonly Row[] {
  return data === null ? [] : asRows(data, rows, cells.get(data)?.kind);
}

/** The value follows the choices: what is not among them falls back to the default, and is told. */
function inputValue(cell: InputCell, rows: readonly Row[], scope: Scope): InputValue {
  const options = optionsOf(cell.spec, rows);
  const text = scope.values.get(cell.id) ?? null;
  const parsed = text === null ? null : parseValue(cell.spec, options, text);
  if (text !== null && parsed === null) {
    scope.values.set(cell.id, null);
    if (scope.fromAddress.has(cell.id)) scope.environment.onInvalidInput?.(cell.id, text);
  }
  return parsed ?? defaultValue(cell.spec, options);
}

/** Draws the control; the one that is there stays where only its value is another. */
function drawer(cell: InputCell, scope: Scope, redefine: () => void) {
  const { environment, values, fromAddress } = scope;
  let last: { readonly key: string; readonly control: Control } | null = null;
  return (context: ChartContext, value: InputValue, rows: readonly Row[]): Element => {
    const { build, language } = context;
    const options = optionsOf(cell.spec, rows);
    const key = JSON.stringify([language, rows]);
    if (last?.control.set && last.key === key) {
      last.control.set(value);
      return last.control.element;
    }
    const onChange = (next: InputValue): void => {
      const text = formatValue(next);
      const isDefault = text === formatValue(defaultValue(cell.spec, options));
      values.set(cell.id, isDefault ? null : text);
      fromAddress.delete(cell.id);
      redefine();
      environment.onInput?.(cell.id, isDefault ? null : text);
    };
    const ofFacts = columnsOfFacts(rows, Object.keys(rows[0] ?? {}), context);
    const control = inputControl(build, {
      ...cell,
      options,
      rows,
      value,
      initial: defaultValue(cell.spec, options),
      language,
      disabled: environment.state === "static",
      onChange,
      cellOf: (row, name) => cellOf(row, name, ofFacts, context),
    });
    control.element.append(...shortened(rows, context));
    last = { key, control };
    return control.element;
  };
}

/** A value in a table to choose from, linked to its clause where the row has one. */
function cellOf(row: Row, name: string, ofFacts: ReadonlySet<string>, context: ChartContext) {
  const value = (row[name] ?? null) as Value;
  const isPlain = value === null || typeof value !== "object";
  const text = value === null ? null : isPlain ? String(value) : JSON.stringify(value);
  const kind = typeof value === "number" ? "number" : "other";
  const cell = { value, text, column: { name, kind, isDigits: false } } as const;
  return valueCell(cell, row, ofFacts.has(name), context);
}

/** The value of an input, or why it has none: its own cell tells that, others only that it failed. */
type Outcome = { readonly value: InputValue } | { readonly error: unknown };

function outcomeOf(compute: () => InputValue): Outcome {
  try {
    return { value: compute() };
  } catch (error) {
    return { error };
  }
}

function valueIn(outcome: Outcome): InputValue {
  if ("error" in outcome) throw outcome.error;
  return outcome.value;
}

const outcomeName = (id: string): string => `${own.value}:${id}`;

/** @param redefine computes the value anew from the text that was set */
function view(cell: InputCell, scope: Scope, redefine: () => void): View {
  const draw = drawer(cell, scope, redefine);
  return {
    inputs: [outcomeName(cell.id), ...(cell.data ? [cell.data] : [])],
    draw: (context, outcome, rows) =>
      draw(context, valueIn(outcome as Outcome), rowsFor(cell, rows, scope)),
    spotOf: (message) => spotOfKey(cell.id, cell.source, message),
  };
}

/** A control and its value, which others read by the cell's id. */
export function inputPiece(container: Element, scope: Scope): Piece {
  const computed = scope.module.variable();
  const variable = scope.module.variable();
  let current: InputCell | null = null;
  const redefine = (): void => {
    const cell = current;
    if (!cell) return;
    const name = outcomeName(cell.id);
    if (isBlocked(cell.id, scope))
      computed.define(name, [], () => ({ error: new Error("invalid input: it has a fault") }));
    else
      computed.define(name, cell.data ? [cell.data] : [], (rows?: unknown) =>
        outcomeOf(() => inputValue(cell, rowsFor(cell, rows, scope), scope)),
      );
    variable.define(cell.id, [name], valueIn);
  };
  const piece = shownPiece<InputCell>("input", container, scope, {
    view: (cell) => view(cell, scope, redefine),
  });
  return {
    ...piece,
    get container() {
      return piece.container;
    },
    signature: plainSignature,
    define(cell) {
      current = cell as InputCell;
      redefine();
      piece.define(cell);
    },
    run() {
      redefine();
      piece.run();
    },
    remove() {
      piece.remove();
      variable.delete();
      computed.delete();
    },
  };
}
