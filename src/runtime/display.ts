import { builder } from "../dom/index.ts";
import { glide, places } from "./motion.ts";
import type { Observer } from "@observablehq/runtime";

/** What a mark leads to: one figure, or the several of a group. */
function evidenceOf(element: Element): string | null {
  return element.getAttribute("data-evidence") ?? element.getAttribute("data-several");
}

/** What a control does, where it is no figure and has no id: found again by it in the next drawing. */
function keyOf(element: Element): string | null {
  return evidenceOf(element) ?? element.getAttribute("data-key");
}

/** Folds by name, so that others may come between them; the rest by kind and place. */
function foldsOf(container: Element): Map<string, HTMLDetailsElement> {
  const counts = new Map<string, number>();
  const folds = [...container.querySelectorAll("details")].map((details) => {
    const kind = details.getAttribute("data-fold") ?? details.className;
    const nth = counts.get(kind) ?? 0;
    counts.set(kind, nth + 1);
    return [`${kind} ${nth}`, details] as const;
  });
  return new Map(folds);
}

/** Keeps what the reader has open and where the focus is when a cell's output is replaced. */
function replaceKeeping(container: Element, next: readonly Element[]): void {
  const document = container.ownerDocument;
  const active = document.activeElement;
  const inside = active && container.contains(active) ? active : null;
  const key = inside && keyOf(inside);
  const open = new Map([...foldsOf(container)].map(([name, { open: isOpen }]) => [name, isOpen]));
  const id = inside?.id ?? "";
  const before = places(container);
  container.replaceChildren(...next);
  glide(container, before);
  for (const [name, details] of foldsOf(container)) details.open = open.get(name) ?? details.open;
  if (!inside) return;
  const target = [
    ...container.querySelectorAll<HTMLElement>(
      "[data-evidence], [data-several], [data-key], [id], summary",
    ),
  ].find((element) => (key !== null && keyOf(element) === key) || (id !== "" && element.id === id));
  target?.focus({ preventScroll: true });
}

/** What is wrong, and what the reader can do about it. */
export interface Problem {
  readonly message: string;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

/** An error below what the cell showed before, so that nothing already there is lost. */
function problemElement(container: Element, { message, action }: Problem): Element {
  const { html } = builder(container.ownerDocument);
  const button = action && html("button", { type: "button" }, action.label);
  if (action) button?.addEventListener("click", action.run);
  return html("p", { class: "problem", role: "alert" }, message, button ? [" ", button] : null);
}

/** What a display tells of its variable. */
export interface DisplayEvents {
  readonly onPending: () => void;
  readonly onShown: () => void;
  /** Gives the words to show. */
  readonly onError: (error: unknown) => Problem;
}

export interface Display {
  readonly observer: Observer<Element>;
  /** Settles with the first output; rejects with the first error. */
  readonly first: Promise<void>;
  readonly container: Element;
  /** Takes what is shown to another element. */
  move(container: Element): void;
  /** Says what is wrong with the cell's source, whatever it shows; none takes it back. */
  setProblems(messages: readonly string[]): void;
  /** Takes away what was shown. */
  clear(): void;
  /** Says the error again, in other words. */
  setError(problem: Problem): void;
  /** The variable is gone: nothing that comes late is shown. */
  stop(): void;
}

/** Shows a variable's element in a container: pending and error states are visible. */
export function display(initial: Element, { onPending, onShown, onError }: DisplayEvents): Display {
  let container = initial;
  let settle: () => void = () => {};
  let fail: (error: unknown) => void = () => {};
  let isStopped = false;
  let problems: readonly Problem[] = [];
  const first = new Promise<void>((resolve, reject) => {
    settle = resolve;
    fail = reject;
  });
  // Whoever waits hears of it; the page shows it at the cell.
  first.catch(() => {});
  const showErrors = (shown: readonly Problem[]): void => {
    if (shown.length > 0) container.querySelector("figure")?.setAttribute("data-state", "error");
    for (const old of container.querySelectorAll(":scope > .problem")) old.remove();
    container.append(...shown.map((problem) => problemElement(container, problem)));
  };
  const observer: Observer<Element> = {
    pending: () => {
      if (isStopped) return;
      container.setAttribute("aria-busy", "true");
      onPending();
    },
    fulfilled: (element) => {
      if (isStopped) return;
      container.removeAttribute("aria-busy");
      // A control that a person is using stays.
      if (container.firstElementChild !== element) replaceKeeping(container, [element]);
      showErrors(problems);
      onShown();
      settle();
    },
    rejected: (error) => {
      if (isStopped) return;
      container.removeAttribute("aria-busy");
      const problem = onError(error);
      showErrors(problems.length > 0 ? problems : [problem]);
      fail(error);
    },
  };
  return {
    observer,
    first,
    get container() {
      return container;
    },
    move(next) {
      if (next === container) return;
      next.replaceChildren(...container.children);
      if (container.hasAttribute("aria-busy")) next.setAttribute("aria-busy", "true");
      container.removeAttribute("aria-busy");
      container = next;
    },
    setProblems(messages) {
      const hadProblems = problems.length > 0;
      problems = messages.map((message) => ({ message }));
      if (messages.length > 0 || hadProblems) showErrors(problems);
    },
    clear: () => container.replaceChildren(),
    setError: (problem) => {
      if (problems.length === 0) showErrors([problem]);
    },
    stop() {
      isStopped = true;
      container.removeAttribute("aria-busy");
      settle();
    },
  };
}
