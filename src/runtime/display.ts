import { builder } from "../dom/index.ts";
import type { Language } from "../facts/index.ts";
import { say } from "../i18n/index.ts";
import { glide, places } from "./motion.ts";
import type { Observer } from "@observablehq/runtime";

/** Keeps what the reader has open and where the focus is when a cell's output is replaced. */
function replaceKeeping(container: Element, next: Element): void {
  const document = container.ownerDocument;
  const active = document.activeElement;
  const inside = active && container.contains(active) ? active : null;
  const fact = inside?.getAttribute("data-evidence") ?? null;
  const open = [...container.querySelectorAll("details")].map((details) => details.open);
  const id = inside?.id ?? "";
  const before = places(container);
  container.replaceChildren(next);
  glide(container, before);
  container.querySelectorAll("details").forEach((details, i) => {
    details.open = open[i] ?? false;
  });
  if (!inside) return;
  const target = [
    ...container.querySelectorAll<HTMLElement>("[data-evidence], [id], summary"),
  ].find(
    (element) =>
      (fact !== null && element.getAttribute("data-evidence") === fact) ||
      (id !== "" && element.id === id),
  );
  target?.focus({ preventScroll: true });
}

/** Shows an error below what the cell showed before, so that nothing already there is lost. */
function showError(container: Element, message: string, language: Language): void {
  const { html } = builder(container.ownerDocument);
  container.querySelector("figure")?.setAttribute("data-state", "error");
  const problem = html(
    "p",
    { class: "problem", role: "alert" },
    say(language, "error.cell", message),
  );
  container.querySelector(":scope > .problem")?.remove();
  container.append(problem);
}

export interface Display {
  readonly observer: Observer<Element>;
  /** Settles with the first output; rejects with the first error. */
  readonly first: Promise<void>;
}

/** Shows a variable's element in a container: pending and error states are visible. */
export function display(container: Element, language: () => Language): Display {
  let settle: () => void = () => {};
  let fail: (error: unknown) => void = () => {};
  const first = new Promise<void>((resolve, reject) => {
    settle = resolve;
    fail = reject;
  });
  // Whoever waits hears of it; the page shows it at the cell.
  first.catch(() => {});
  const observer: Observer<Element> = {
    pending: () => container.setAttribute("aria-busy", "true"),
    fulfilled: (element) => {
      container.removeAttribute("aria-busy");
      replaceKeeping(container, element);
      settle();
    },
    rejected: (error) => {
      container.removeAttribute("aria-busy");
      showError(container, error instanceof Error ? error.message : String(error), language());
      fail(error);
    },
  };
  return { observer, first };
}
