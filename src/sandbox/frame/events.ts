import type { ReaderEvent, Spot, State } from "../drawing.ts";
import type { Renderer } from "./renderer.ts";
import { boxOf, parentOf } from "./tree.ts";

/** Told always: they change what an element holds. */
const always = ["input", "change", "submit", "toggle", "focus", "blur"];
/** Told where the cell listens to them. */
const onRequest = new Set(
  `click dblclick contextmenu keydown keyup scroll wheel focusin focusout pointerdown pointerup
  pointermove pointerenter pointerleave pointerover pointerout pointercancel mousedown mouseup mousemove
  mouseenter mouseleave mouseover mouseout`.split(/\s+/),
);
const placed = /^(?:click|dblclick|contextmenu|wheel|pointer|mouse)/;
/** So often that only the last one before a picture of the screen counts. */
const frequent = new Set(["pointermove", "mousemove", "scroll", "wheel"]);

const fields =
  `clientX clientY offsetX offsetY pageX pageY screenX screenY movementX movementY button
  buttons detail deltaX deltaY deltaMode pointerId pointerType isPrimary pressure key code location
  repeat isComposing altKey ctrlKey metaKey shiftKey inputType data`.split(/\s+/);

export interface EventTeller {
  /** Kinds that the cell listens to. */
  listen(kinds: readonly string[]): void;
}

/** Tells the worker what the reader does to what is drawn: plain fields, no more. */
export function tellEvents(
  root: Element,
  renderer: Renderer,
  tell: (event: ReaderEvent) => void,
): EventTeller {
  const heard = new Set<string>();
  const waiting = new Map<string, Event>();
  const send = (event: Event): void => {
    const told = readEvent(event, root, renderer);
    if (told) tell(told);
  };
  const flush = (): void => {
    const events = [...waiting.values()];
    waiting.clear();
    events.forEach(send);
  };
  const hear = (event: Event): void => {
    if (!event.isTrusted && event.type !== "submit") return;
    if (!frequent.has(event.type)) {
      flush();
      return send(event);
    }
    if (waiting.size === 0) requestAnimationFrame(flush);
    waiting.set(event.type, event);
  };
  const listen = (kind: string): void => {
    if (heard.has(kind)) return;
    heard.add(kind);
    root.addEventListener(kind, hear, { capture: true, passive: true });
  };
  always.forEach(listen);
  return {
    listen: (kinds) => kinds.filter((kind) => onRequest.has(kind)).forEach(listen),
  };
}

function readEvent(event: Event, root: Element, renderer: Renderer): ReaderEvent | null {
  const { target, type: kind } = event;
  if (!(target instanceof Element)) return null;
  const id = renderer.idOf(target);
  if (id === null) return null;
  return {
    kind,
    target: id,
    fields: { ...plainFields(event), ...(kind === "scroll" ? scrollFields(target) : {}) },
    states: statesOf(target, renderer),
    spots: placed.test(kind) ? spotsOf(target, root, renderer) : [],
  };
}

function plainFields(event: Event): Record<string, string | number | boolean> {
  const found: Record<string, string | number | boolean> = {};
  for (const name of fields) {
    const value = (event as unknown as Readonly<Record<string, unknown>>)[name];
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
      found[name] = value;
  }
  return found;
}

function scrollFields({ scrollTop, scrollLeft, scrollHeight }: Element) {
  return { scrollTop, scrollLeft, scrollHeight };
}

/** What the target holds now; all options where one is chosen. */
function statesOf(target: Element, renderer: Renderer): [number, State][] {
  const state = stateOf(target);
  const id = renderer.idOf(target);
  if (id === null || state === null) return [];
  if (!(target instanceof HTMLSelectElement)) return [[id, state]];
  const options = Array.from(target.options, (option): [number, State][] => {
    const own = renderer.idOf(option);
    return own === null ? [] : [[own, { selected: option.selected }]];
  });
  return [...options.flat(), [id, state]];
}

function stateOf(target: Element): State | null {
  if (target instanceof HTMLInputElement)
    return /^(?:checkbox|radio)$/.test(target.type)
      ? { checked: target.checked }
      : { value: target.value };
  if (target instanceof HTMLTextAreaElement) return { value: target.value };
  if (target instanceof HTMLDetailsElement) return { open: target.open };
  return target instanceof HTMLSelectElement ? {} : null;
}

/** Places of the target and of what is around it, from the inside out. */
function spotsOf(target: Element, root: Element, renderer: Renderer): Spot[] {
  const spots: Spot[] = [];
  for (
    let at: Node | null = target;
    at instanceof Element;
    at = at === root ? null : parentOf(at)
  ) {
    const id = renderer.idOf(at);
    if (id === null) continue;
    const { x, y, width, height } = boxOf(at);
    spots.push({ id, box: [x, y, width, height], matrix: matrixOf(at) });
  }
  return spots;
}

function matrixOf(element: Element): number[] | null {
  const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
  return matrix && [matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f];
}
