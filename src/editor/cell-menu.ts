import type { Cell, CellKind } from "../notebook/index.ts";
import { isMac } from "./help.ts";
import { keyTable, keyText, type Command } from "./keys.ts";
import type { MenuItem } from "./menu.ts";
import { editorText, type EditorWord } from "../words/editor.ts";

export const cellKinds = ["markdown", "sql", "chart", "input", "js"] as const satisfies CellKind[];

/** What can be asked for at a cell. */
export type CellAction =
  | Command
  | { readonly add: CellKind; readonly where: "above" | "below" }
  | { readonly kind: CellKind }
  | "stop"
  | "data"
  | "hide";

/** The kinds of cells as items of a menu. */
export function kindItems(
  language: "zh" | "en",
  act: (kind: CellKind) => void,
  kinds: readonly CellKind[] = cellKinds,
): MenuItem[] {
  return kinds.map((kind) => ({
    label: editorText(language, `kind.${kind}`),
    act: () => act(kind),
  }));
}

/** The keys of a command as one reads them. */
export function keysOf(command: Command): string {
  return keyText(keyTable[command].keys[0], { mac: isMac() });
}

export interface CellMenuOptions {
  readonly language: "zh" | "en";
  /** False where nothing was done, so that the key keeps its usual meaning. */
  readonly onAction: (action: CellAction) => boolean;
  /** More items of a cell's menu, such as its results as files; default none. */
  readonly results?: (id: string) => readonly MenuItem[];
}

/** All that the menu of a cell offers. */
export function cellItems(options: CellMenuOptions, cell: Cell, hidden: boolean): MenuItem[] {
  const { language, onAction, results } = options;
  const item = (word: EditorWord, action: CellAction, command?: Command): MenuItem => ({
    label: editorText(language, word),
    act: () => void onAction(action),
    ...(command ? { keys: keysOf(command) } : {}),
  });
  const takesData = cell.kind === "chart" || cell.kind === "input";
  return [
    item("cell.above", "addAbove", "addAbove"),
    item("cell.below", "addBelow", "addBelow"),
    item("cell.up", "up", "up"),
    item("cell.down", "down", "down"),
    item("cell.duplicate", "duplicate", "duplicate"),
    ...(cell.kind === "markdown" ? [] : [item("cell.rename", "rename", "rename")]),
    ...(takesData ? [item("cell.attributes", "data")] : []),
    ...(cell.kind === "sql" ? [item("cell.format", "format", "format")] : []),
    ...cellKinds
      .filter((kind) => kind !== cell.kind)
      .map((kind) => ({
        label: editorText(language, "cell.make", editorText(language, `kind.${kind}`)),
        act: () => void onAction({ kind }),
      })),
    item(hidden ? "cell.show" : "cell.hide", "hide"),
    ...(results?.(cell.id) ?? []),
    item("cell.delete", "delete", "delete"),
  ];
}
