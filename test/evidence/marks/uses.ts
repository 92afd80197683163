import { JSDOM } from "jsdom";
import { vi } from "vitest";
import { interact } from "../../../src/page/shell/interact.ts";
import { enhance } from "../../../src/publish/figure-page/index.ts";

class NoResize {
  observe(): void {}
  disconnect(): void {}
}

/**
 * HTML in a window that lays nothing out: `data-box="x y"` is where an element and all in it stands,
 * 8 px in the square unless width and height follow. What is hidden, or folded away, has no box.
 */
export function open(html: string, address = "https://host.example/embed/fines/"): JSDOM {
  const dom = new JSDOM(html, { url: address, pretendToBeVisual: true });
  const { window } = dom;
  const boxOf = (element: Element): DOMRect => {
    const box = element.closest("[data-box]")?.getAttribute("data-box") ?? "";
    const [x = 0, y = 0, width = 8, height = 8] = box === "" ? [] : box.split(" ").map(Number);
    return {
      x,
      y,
      left: x,
      top: y,
      right: x + width,
      bottom: y + height,
      width,
      height,
    } as DOMRect;
  };
  window.Element.prototype.getBoundingClientRect = function () {
    return boxOf(this);
  };
  // As in a browser: what a disclosure folds has a box, and is not to be seen.
  window.Element.prototype.getClientRects = function () {
    const isHidden = this.closest("[hidden]") !== null;
    return (isHidden ? [] : [boxOf(this)]) as unknown as DOMRectList;
  };
  window.Element.prototype.checkVisibility = function () {
    return this.closest("[hidden], details:not([open]) > :not(summary)") === null;
  };
  for (const name of ["Element", "MutationObserver"] as const) vi.stubGlobal(name, window[name]);
  vi.stubGlobal("ResizeObserver", NoResize);
  return dom;
}

/** Starts a page on a window; gives the id of the mark whose evidence it shows, "" for none. */
type Start = (window: JSDOM["window"]) => () => string;

/** Who reaches marks, each as it starts itself. */
export const uses: Readonly<Record<string, Start>> = {
  "the page": (window) => {
    let shown = "";
    interact(window.document, (_, source) => (shown = source.id));
    return () => shown;
  },
  "a figure’s page": (window) => {
    enhance(window as unknown as Window);
    return () => window.document.querySelector("[data-open]")?.id ?? "";
  },
};

const keys: Readonly<Record<string, string>> = {
  "→": "ArrowRight",
  "←": "ArrowLeft",
  "↓": "ArrowDown",
  "↑": "ArrowUp",
  "⇤": "Home",
  "⇥": "End",
};

/** What a reader does with a page, and what they then have. */
export function reader(start: Start, body: string) {
  const { window } = open(`<!doctype html><html lang="zh-CN"><body><main>${body}</main></body>`);
  const { document } = window;
  const evidence = start(window);
  const find = (id: string): HTMLElement => {
    const found = document.getElementById(id);
    if (!found) throw new Error(`missing element: ${id}`);
    return found;
  };
  const send = (target: Element, event: Event): boolean => {
    // A link that nobody takes would lead away, which this window cannot.
    let isTaken = false;
    const last = (): void => {
      isTaken = event.defaultPrevented;
      event.preventDefault();
    };
    window.addEventListener(event.type, last, { once: true });
    target.dispatchEvent(event);
    return isTaken;
  };
  const flags = { bubbles: true, cancelable: true };
  return {
    window,
    document,
    evidence,
    find,
    tip: () => {
      const tip = document.querySelector<HTMLElement>(".tip");
      return tip === null || tip.hidden ? null : [...tip.children].map((line) => line.textContent);
    },
    focused: () => document.activeElement?.id ?? "",
    stops: () => [...document.querySelectorAll("[tabindex='0']")].map(({ id }) => id),
    /** Presses a key where the focus is; true where the page took it. */
    press: (key: string, init: KeyboardEventInit = {}): boolean =>
      send(
        document.activeElement ?? document.body,
        new window.KeyboardEvent("keydown", { ...flags, key: keys[key] ?? key, ...init }),
      ),
    /** True where the page took it. */
    click: (id: string, init: MouseEventInit = {}): boolean =>
      send(find(id), new window.MouseEvent("click", { ...flags, ...init })),
    /** An event of a pointer, which this window has not. */
    point: (type: string, target: Element, pointerType = "mouse"): void => {
      const event = new window.MouseEvent(type, { bubbles: type !== "pointerleave" });
      target.dispatchEvent(Object.assign(event, { pointerType }));
    },
    /** What is done after a change of the document is done. */
    changed: () => new Promise<void>((resolve) => window.setTimeout(resolve)),
  };
}

export type Reader = ReturnType<typeof reader>;
