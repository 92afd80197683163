import type { Line } from "../../review/index.ts";
import { button, type Context } from "./context.ts";
import type { TextPane } from "./text.ts";

/** How long a selection must be gone before the button goes: a tap on it may take the selection away. */
const GONE = 400;

export interface SelectingOptions {
  readonly text: TextPane;
  /** Whether a form is open, which follows the selection by itself. */
  readonly isHeld: () => boolean;
  readonly onAdd: (stretch: Line) => void;
  readonly signal: AbortSignal;
}

/**
 * A button over the text that adds what is selected in it. A finger has no key for it, and neither
 * hovers nor lets go of anything that could be listened for: only the selection itself changes.
 */
export function addSelected(context: Context, options: SelectingOptions): HTMLElement {
  const { build, t } = context;
  const { text, isHeld, onAdd, signal } = options;
  let stretch: Line | null = null;
  let going: ReturnType<typeof setTimeout> | undefined;
  const element = button(context, t("add.selected"), () => {
    const chosen = stretch;
    hide();
    if (chosen) onAdd(chosen);
  });
  element.className = "add-selected";
  element.hidden = true;
  element.dataset["do"] = "add-selected";
  element.setAttribute("aria-keyshortcuts", "a");
  // What is selected stays so, and the field of a keyboard does not close.
  element.addEventListener("pointerdown", (event) => event.preventDefault());
  const hide = (): void => {
    stretch = null;
    element.hidden = true;
  };
  const look = (): void => {
    const found = isHeld() ? null : text.selection();
    clearTimeout(going);
    if (!found) {
      going = setTimeout(() => {
        // Who has gone to it with the keyboard still means it.
        if (build.document.activeElement !== element || isHeld()) hide();
      }, GONE);
      return;
    }
    stretch = found;
    element.hidden = false;
  };
  build.document.addEventListener("selectionchange", look, { signal });
  signal.addEventListener("abort", () => clearTimeout(going));
  return element;
}
