import { list } from "../words/index.ts";
import type { CellState } from "../runtime/index.ts";
import { editorText } from "../words/editor.ts";

function duration(milliseconds: number, language: "zh" | "en"): string {
  return milliseconds < 1000
    ? editorText(language, "state.ms", Math.round(milliseconds))
    : editorText(language, "state.s", (milliseconds / 1000).toFixed(1));
}

/** The state of a cell in a few words: `done · 5 rows · 12 ms`. */
export function stateText(
  state: CellState | null,
  { isEdited, language }: { readonly isEdited: boolean; readonly language: "zh" | "en" },
): string {
  const status = state?.status ?? "waiting";
  const isRunning = status === "pending";
  if (state?.tables) return editorText(language, "state.tables", list(language, state.tables));
  const words = [
    isEdited && !isRunning
      ? editorText(language, "state.edited")
      : status === "waiting"
        ? ""
        : // Stopped, or what it reads has failed: neither is waiting for anything.
          status === "stale" && state?.error
          ? state.error.message
          : editorText(language, `state.${status}`),
  ];
  if (state && status === "done" && !isEdited) {
    const { rows, milliseconds } = state;
    if (rows !== null)
      words.push(
        rows === 1 ? editorText(language, "state.row") : editorText(language, "state.rows", rows),
      );
    if (milliseconds !== null) words.push(duration(milliseconds, language));
  }
  return words.filter(Boolean).join(" · ");
}
