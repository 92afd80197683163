import type { Context } from "./context.ts";
import { findingsView, type FindingsOptions } from "./findings.ts";
import type { Standing } from "./standing.ts";

/** The findings below the list, built anew only where they are others. */
export interface FindingsPane {
  readonly element: HTMLElement;
  update(): void;
  /** To the first number that is not understood, or to what says that there is none. */
  focus(): void;
  /** To the open number that begins there. */
  focusNumber(start: number): void;
}

export function findingsPane(
  context: Context,
  standing: Standing,
  options: FindingsOptions,
): FindingsPane {
  const { build } = context;
  const element = build.html("div", { class: "findings" });
  let shown = "";
  const focus = (): void => {
    const places = [".open-number", "h3"].map((one) => element.querySelector<HTMLElement>(one));
    (places[0] ?? places[1])?.focus();
  };
  return {
    element,
    update() {
      const { open, checks, contradictory } = standing;
      // Most steps change nothing here, and what has the focus keeps it.
      const groups = contradictory.map((group) => group.map(({ id, fact }) => [id, fact.value]));
      const state = JSON.stringify([open.map(({ start }) => start), groups, checks]);
      if (state === shown) return;
      shown = state;
      const hadFocus = element.contains(build.document.activeElement);
      const found = { open, checks, contradictions: contradictory };
      element.replaceChildren(...findingsView(context, found, options));
      if (hadFocus) focus();
    },
    focus,
    focusNumber(start) {
      const place = element.querySelector<HTMLElement>(`[data-open="${String(start)}"]`);
      place?.scrollIntoView({ block: "nearest" });
      place?.focus({ preventScroll: true });
    },
  };
}
