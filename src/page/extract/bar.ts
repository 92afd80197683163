import type { Progress, Review } from "../../review/index.ts";
import { formatNumber } from "../../words/index.ts";
import { button, type Context } from "./context.ts";
import type { Command } from "./keys.ts";

/** How far a report is, and what concerns all of it. */
export interface Bar {
  /** Stays in sight. */
  readonly element: HTMLElement;
  /** Stands above it once. */
  readonly lead: HTMLElement;
  update(state: {
    readonly progress: Progress;
    readonly review: Review;
    readonly numbers: number;
    readonly accounted: number;
  }): void;
  /** What is to be heard and read besides. */
  tell(text: string): void;
}

export function createBar(context: Context, act: (command: Command) => void): Bar {
  const { build, t, language } = context;
  const { html } = build;
  const done = html("strong", { role: "status", class: "done" });
  const meter = html("progress", { "aria-label": t("bar.label"), max: 1 });
  const accounted = html("span", { class: "accounted" });
  const told = html("span", { class: "told", role: "status" });
  const sure = button(context, "", () => act("sure"), {
    "data-do": "sure",
    "aria-keyshortcuts": "Shift+H",
  });
  const undo = button(context, t("bar.undo"), () => act("undo"), {
    "data-do": "undo",
    "aria-keyshortcuts": "u",
  });
  const redo = button(context, t("bar.redo"), () => act("redo"), {
    "data-do": "redo",
    "aria-keyshortcuts": "Shift+U",
  });
  const keys = button(context, t("bar.keys"), () => act("help"), {
    "data-do": "help",
    "aria-keyshortcuts": "?",
  });
  return {
    lead: html("p", { class: "sheet-lead" }, accounted, sure),
    element: html(
      "div",
      { class: "sheet-bar", role: "group", "aria-label": t("bar.label") },
      html("div", { class: "progress" }, done, meter, told),
      html("div", { class: "tools" }, undo, redo, keys),
    ),
    update({ progress, review, numbers, accounted: share }) {
      const { decided, total } = progress;
      done.textContent = t("bar.progress", decided, total);
      meter.value = total === 0 ? 1 : decided / total;
      // A share that is nearly whole is not whole.
      const percent = `${formatNumber(Math.floor(share * 1000) / 10, language)}%`;
      accounted.textContent = t("bar.accounted", numbers, percent);
      sure.textContent = t("bar.sure", progress.sure.length);
      // A disabled button would lose the focus that is on it.
      sure.setAttribute("aria-disabled", String(progress.sure.length === 0));
      undo.setAttribute("aria-disabled", String(review.past.length === 0));
      redo.setAttribute("aria-disabled", String(review.future.length === 0));
    },
    tell: (text) => (told.textContent = text),
  };
}
