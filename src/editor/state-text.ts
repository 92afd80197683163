import { list } from "../words/index.ts";
import type { CellState } from "../runtime/index.ts";
import { tell } from "./words.ts";

function duration(milliseconds: number, language: "zh" | "en"): string {
  return milliseconds < 1000
    ? tell(language, "state.ms", Math.round(milliseconds))
    : tell(language, "state.s", (milliseconds / 1000).toFixed(1));
}

/** The state of a cell in a few words: `done · 5 rows · 12 ms`. */
export function stateText(
  state: CellState | null,
  { isEdited, language }: { readonly isEdited: boolean; readonly language: "zh" | "en" },
): string {
  const status = state?.status ?? "waiting";
  const isRunning = status === "pending";
  if (state?.tables) return tell(language, "state.tables", list(language, state.tables));
  const words = [
    isEdited && !isRunning
      ? tell(language, "state.edited")
      : status === "waiting"
        ? ""
        : // Stopped, or what it reads has failed: neither is waiting for anything.
          status === "stale" && state?.error
          ? state.error.message
          : tell(language, `state.${status}`),
  ];
  if (state && status === "done" && !isEdited) {
    const { rows, milliseconds } = state;
    if (rows !== null)
      words.push(rows === 1 ? tell(language, "state.row") : tell(language, "state.rows", rows));
    if (milliseconds !== null) words.push(duration(milliseconds, language));
  }
  return words.filter(Boolean).join(" · ");
}
