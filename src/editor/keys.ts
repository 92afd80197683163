import type { EditorWord } from "../words/editor.ts";

/** Where a key is heard: all over the notebook, on a cell and in its source, in one of the two. */
export type KeyPlace = "anywhere" | "cell" | "source" | "on_cell";

export interface Key {
  /** After CodeMirror: `Shift-Enter`, `Mod-z`; Mod is Ctrl, and Cmd on a Mac. */
  readonly keys: readonly string[];
  readonly word: EditorWord;
  readonly place: KeyPlace;
}

/** Every key of the editor: what listens and the help sheet read this one table. */
export const keyTable = {
  runNext: { keys: ["Shift-Enter"], word: "key.run_next", place: "cell" },
  run: { keys: ["Mod-Enter"], word: "key.run", place: "cell" },
  up: { keys: ["Alt-ArrowUp"], word: "key.up", place: "cell" },
  down: { keys: ["Alt-ArrowDown"], word: "key.down", place: "cell" },
  duplicate: { keys: ["Shift-Alt-d"], word: "key.duplicate", place: "cell" },
  rename: { keys: ["F2"], word: "key.rename", place: "cell" },
  undo: { keys: ["Mod-z"], word: "key.undo", place: "anywhere" },
  redo: { keys: ["Mod-Shift-z", "Mod-y"], word: "key.redo", place: "anywhere" },
  save: { keys: ["Mod-s"], word: "key.save", place: "anywhere" },
  find: { keys: ["Mod-f"], word: "key.find", place: "anywhere" },
  findNext: { keys: ["Mod-g"], word: "key.find_next", place: "anywhere" },
  outline: { keys: ["Shift-Alt-o"], word: "key.outline", place: "anywhere" },
  leave: { keys: ["Escape"], word: "key.leave", place: "source" },
  format: { keys: ["Shift-Alt-f"], word: "key.format", place: "source" },
  complete: { keys: ["Ctrl-Space"], word: "key.complete", place: "source" },
  problem: { keys: ["F8"], word: "key.problem", place: "source" },
  enter: { keys: ["Enter"], word: "key.enter", place: "on_cell" },
  previousCell: { keys: ["ArrowUp"], word: "key.previous_cell", place: "on_cell" },
  nextCell: { keys: ["ArrowDown"], word: "key.next_cell", place: "on_cell" },
  firstCell: { keys: ["Home"], word: "key.first_cell", place: "on_cell" },
  lastCell: { keys: ["End"], word: "key.last_cell", place: "on_cell" },
  addAbove: { keys: ["a"], word: "key.add_above", place: "on_cell" },
  addBelow: { keys: ["b"], word: "key.add_below", place: "on_cell" },
  delete: { keys: ["Delete"], word: "key.delete", place: "on_cell" },
  help: { keys: ["?"], word: "key.help", place: "on_cell" },
} as const satisfies Readonly<Record<string, Key>>;

export type Command = keyof typeof keyTable;

interface Pressed {
  readonly key: string;
  readonly code?: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** True where the keys pressed are those of a name. With Alt the letter is told by its place. */
export function isKey(event: Pressed, name: string): boolean {
  const parts = name.split("-");
  const key = parts.pop() ?? "";
  const has = (part: string) => parts.includes(part);
  const isSign = key.length === 1 && !/[a-z]/i.test(key);
  const pressed =
    has("Alt") && /^Key[A-Z]$/.test(event.code ?? "") ? event.code?.slice(3) : event.key;
  return (
    (pressed ?? "").toLowerCase() === key.toLowerCase() &&
    event.altKey === has("Alt") &&
    // Which keys make a sign is the keyboard's affair.
    (isSign || event.shiftKey === has("Shift")) &&
    (event.ctrlKey || event.metaKey) === (has("Mod") || has("Ctrl"))
  );
}

/** The command of the keys pressed, among those heard at these places. */
export function commandOf(event: Pressed, places: readonly KeyPlace[]): Command | null {
  const found = (Object.entries(keyTable) as [Command, Key][]).find(
    ([, { keys, place }]) => places.includes(place) && keys.some((name) => isKey(event, name)),
  );
  return found?.[0] ?? null;
}

const signs: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
  Mod: "Ctrl",
};

/** The keys as one reads them: `Ctrl+Shift+Z`; on a Mac `⌘` for Mod. */
export function keyText(name: string, { mac = false }: { readonly mac?: boolean } = {}): string {
  return name
    .split("-")
    .map((part) => (part === "Mod" && mac ? "⌘" : (signs[part] ?? part)))
    .map((part) => (part.length === 1 ? part.toUpperCase() : part))
    .join(mac ? " " : "+");
}
