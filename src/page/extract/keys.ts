import type { Builder } from "../../dom/index.ts";
import type { ExtractWord } from "../../words/extract.ts";

/** What a key can ask for. */
export type Command =
  | "next"
  | "previous"
  | "confirm"
  | "reject"
  | "correct"
  | "reopen"
  | "add"
  | "undo"
  | "redo"
  | "sure"
  | "open"
  | "nextReport"
  | "previousReport"
  | "help";

const keys: Readonly<Record<string, Command>> = {
  j: "next",
  ArrowDown: "next",
  k: "previous",
  ArrowUp: "previous",
  y: "confirm",
  Enter: "confirm",
  x: "reject",
  e: "correct",
  r: "reopen",
  a: "add",
  u: "undo",
  U: "redo",
  H: "sure",
  o: "open",
  n: "nextReport",
  p: "previousReport",
  "?": "help",
};

/** Where a key belongs to what has the focus. */
const fields = "input, textarea, select, [contenteditable], dialog, [role=listbox]";
/** Where Enter and the arrows do, though letters do not. */
const controls = "button:not(.figure-head), a[href], summary";

/** What a key asks for; null where it belongs to a field, a control or the browser. */
export function commandOf(event: KeyboardEvent): Command | null {
  const { key, target } = event;
  const isChord = event.ctrlKey || event.metaKey || event.altKey;
  if (event.isComposing || event.defaultPrevented) return null;
  const within = target instanceof Element ? target : null;
  if (within?.closest(fields)) return null;
  if (isChord) return chordOf(event);
  if (key.length > 1 && within?.closest(controls)) return null;
  // Arrows scroll the text where it has the focus.
  if (key.startsWith("Arrow") && within?.closest(".report-text")) return null;
  return Object.hasOwn(keys, key) ? (keys[key] ?? null) : (keys[key.toLowerCase()] ?? null);
}

function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Command | null {
  if (altKey || !(ctrlKey || metaKey)) return null;
  if (key.toLowerCase() === "z") return shiftKey ? "redo" : "undo";
  return key.toLowerCase() === "y" ? "redo" : null;
}

const sheet: readonly (readonly [keys: readonly string[], word: ExtractWord])[] = [
  [["j", "↓", "k", "↑"], "keys.next"],
  [["Enter", "y"], "keys.confirm"],
  [["x"], "keys.reject"],
  [["e"], "keys.correct"],
  [["r"], "keys.reopen"],
  [["a"], "keys.add"],
  [["u", "Shift+u"], "keys.undo"],
  [["Shift+h"], "keys.sure"],
  [["o"], "keys.open"],
  [["n", "p"], "keys.report"],
  [["Enter", "Esc"], "keys.form"],
  [["?"], "keys.help"],
];

/** The sheet of keys. */
export function keySheet({ html }: Builder, t: (word: ExtractWord) => string): HTMLElement[] {
  const rows = sheet.map(([names, word]) => [
    html(
      "dt",
      {},
      names.flatMap((name) => [html("kbd", {}, name), " "]),
    ),
    html("dd", {}, t(word)),
  ]);
  return [html("dl", { class: "keys" }, rows), html("p", { class: "note" }, t("keys.note"))];
}
