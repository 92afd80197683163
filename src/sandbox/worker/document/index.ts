import { installCanvas } from "./canvas.ts";
import { CellEvent, defineHandlers, eventClasses, installEvents } from "./events.ts";
import { installForms } from "./forms.ts";
import { installGeometry } from "./geometry.ts";
import { library } from "./library.ts";

export { pictureOf } from "./canvas.ts";
export { CellEvent, listenedKinds, readerEvent } from "./events.ts";
export { choose } from "./forms.ts";
export { setPageWidth, setSpot } from "./geometry.ts";
export { onState, setState, stateOf } from "./state.ts";

/** What the reader can do, as the frame tells of it. */
export const readerKinds =
  `click dblclick contextmenu input change keydown keyup submit toggle scroll wheel focus blur focusin focusout
  pointerdown pointerup pointermove pointerenter pointerleave pointerover pointerout pointercancel
  mousedown mouseup mousemove mouseenter mouseleave mouseover mouseout`.split(/\s+/);

/** Classes of the document's library that cells know by name. */
const classes = `Node Text Comment Element HTMLElement SVGElement HTMLInputElement HTMLSelectElement
  HTMLButtonElement HTMLCanvasElement HTMLFormElement HTMLTableElement HTMLTextAreaElement
  HTMLOptionElement HTMLDivElement HTMLSpanElement HTMLImageElement DocumentFragment NodeList
  NodeFilter DOMParser EventTarget`.split(/\s+/) as (keyof typeof library)[];

/** A document that lives in the worker alone, and the names by which code finds it. */
export function createDocument(): { document: Document; names: Readonly<Record<string, unknown>> } {
  installEvents();
  installGeometry();
  installCanvas();
  installForms();
  const { document } = library.parseHTML("<!doctype html><html><head></head><body></body></html>");
  defineHandlers(library.Element.prototype, readerKinds);
  defineHandlers(library.HTMLElement.prototype, readerKinds);
  installFocus(document);
  const { MutationObserver } = document.defaultView as unknown as typeof globalThis;
  return {
    document,
    names: {
      document,
      MutationObserver,
      ...Object.fromEntries(classes.map((name) => [name, library[name]])),
      ...eventClasses,
      Document: library.Document,
      HTMLCollection: library.NodeList,
      SVGSVGElement: library.SVGElement,
      getComputedStyle: (element: HTMLElement) => element.style,
      XMLSerializer: class {
        serializeToString(node: unknown): string {
          return String(node);
        }
      },
    },
  };
}

let wanted: object | null = null;

/** The element that code gave the focus to since the last call. */
export function takeFocus(): object | null {
  const taken = wanted;
  wanted = null;
  return taken;
}

/** What has the reader's keys, as far as the worker knows. */
function installFocus(document: Document): void {
  let active: Element = document.body;
  Object.defineProperty(document, "activeElement", {
    configurable: true,
    get: () => (active.isConnected ? active : document.body),
  });
  document.addEventListener("focus", ({ target }) => (active = target as Element), true);
  document.addEventListener("blur", () => (active = document.body), true);
  Object.assign(library.Element.prototype, {
    focus(this: Element) {
      [wanted, active] = [this, this];
    },
    blur() {},
  });
  Object.assign(library.HTMLElement.prototype, {
    focus(this: Element) {
      [wanted, active] = [this, this];
    },
    blur() {},
    click(this: HTMLElement) {
      this.dispatchEvent(
        new CellEvent("click", { bubbles: true, cancelable: true }) as unknown as Event,
      );
    },
  });
}
