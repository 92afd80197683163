import type { Row } from "../charts/index.ts";
import type { CellOf } from "./cells.ts";
import {
  defaultValue,
  formatValue,
  inputElement,
  optionsOf,
  parseValue,
  type InputValue,
} from "./input.ts";
import { isBlocked, plainSignature, type Piece, type Scope } from "./scope.ts";
import { shownPiece, type View } from "./shown.ts";

type InputCell = CellOf<"input">;

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

/** @param redefine computes the value anew from the text that was set */
function view(cell: InputCell, scope: Scope, redefine: () => void): View {
  const { environment, values, fromAddress } = scope;
  return {
    inputs: [cell.id, ...(cell.data ? [cell.data] : [])],
    draw: ({ build, language }, value, rows) => {
      const options = optionsOf(cell.spec, (rows ?? []) as readonly Row[]);
      const onChange = (next: InputValue): void => {
        const text = formatValue(next);
        const isDefault = text === formatValue(defaultValue(cell.spec, options));
        values.set(cell.id, isDefault ? null : text);
        fromAddress.delete(cell.id);
        redefine();
        environment.onInput?.(cell.id, isDefault ? null : text);
      };
      return inputElement(build, {
        ...cell,
        options,
        value: value as InputValue,
        language,
        disabled: environment.state === "static",
        onChange,
      });
    },
  };
}

/** A control and its value, which others read by the cell's id. */
export function inputPiece(container: Element, scope: Scope): Piece {
  const variable = scope.module.variable();
  let current: InputCell | null = null;
  const redefine = (): void => {
    const cell = current;
    if (!cell) return;
    if (isBlocked(cell.id, scope))
      variable.define(cell.id, [], () => {
        throw new Error("invalid input: it has a fault");
      });
    else
      variable.define(cell.id, cell.data ? [cell.data] : [], (rows: readonly Row[] = []) =>
        inputValue(cell, rows, scope),
      );
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
    },
  };
}
