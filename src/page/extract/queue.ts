import type { Child } from "../../dom/index.ts";
import { figuresOf, progressOf } from "../../review/index.ts";
import { button, type Context } from "./context.ts";
import type { Item } from "./keeping.ts";

/** A file that gave no report, and why. */
export interface Failure {
  readonly name: string;
  readonly message: string;
}

export interface QueueState {
  readonly items: readonly Item[];
  readonly current: Item | null;
  readonly failures: readonly Failure[];
  /** Reports that are still being read; null for none. */
  readonly reading: { readonly at: number; readonly of: number; readonly name: string } | null;
}

export interface QueueOptions {
  readonly onOpen: (item: Item) => void;
  readonly onStop: () => void;
  readonly onDismiss: (failure: Failure) => void;
}

/** All reports with how far each is, what is being read, and what could not be. */
export function queueView(context: Context, state: QueueState, options: QueueOptions): HTMLElement {
  const { build, t } = context;
  const { html } = build;
  const { items, current, failures, reading } = state;
  return html(
    "section",
    { class: "queue", "aria-label": t("queue.label") },
    reading && readingLine(context, reading, options),
    failures.map((failure) => failureLine(context, failure, options)),
    // A single report says how far it is by itself.
    items.length < 2
      ? null
      : html(
          "ol",
          {},
          items.map((item) => itemLine(context, item, item === current, options)),
        ),
  );
}

function readingLine(
  context: Context,
  reading: NonNullable<QueueState["reading"]>,
  options: QueueOptions,
): Child {
  const { build, t } = context;
  const { html } = build;
  const { at, of, name } = reading;
  return html("p", { class: "reading" }, [
    html(
      "span",
      { role: "status" },
      t("queue.reads", at, of),
      " ",
      html("span", { class: "name" }, name),
    ),
    html("progress", { max: of, value: at - 1, "aria-label": t("queue.reading") }),
    button(context, t("queue.stop"), options.onStop, { "data-do": "stop" }),
  ]);
}

function failureLine(context: Context, failure: Failure, { onDismiss }: QueueOptions): Child {
  const { build, t } = context;
  const { html } = build;
  return html("p", { class: "problem", role: "alert" }, [
    failure.message,
    button(context, t("fault.dismiss"), () => onDismiss(failure)),
  ]);
}

function itemLine(
  context: Context,
  item: Item,
  isCurrent: boolean,
  { onOpen }: QueueOptions,
): Child {
  const { build, t } = context;
  const { html } = build;
  const { total, decided } = progressOf(figuresOf(item.report, item.review.present));
  const text =
    total === 0
      ? t("queue.none")
      : decided === total
        ? t("queue.done", total)
        : t("queue.progress", total, decided);
  const open = html(
    "button",
    { type: "button", "aria-current": isCurrent ? "true" : null, "data-report": item.report.id },
    html("span", { class: "name", lang: "zh-CN" }, item.report.head.title ?? item.report.name),
    html("span", { class: "far" }, text),
  );
  open.addEventListener("click", () => onOpen(item));
  return html("li", {}, open);
}
