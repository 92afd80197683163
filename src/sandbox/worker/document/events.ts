import { library } from "./library.ts";

/**
 * Events as the standard has them. Those of the document's library know no capture, and call a
 * listener with the wrong `this`, which D3 reads.
 */
type Listener = ((event: CellEvent) => void) | { handleEvent(event: CellEvent): void };

interface Entry {
  readonly listener: Listener;
  readonly isCapture: boolean;
  readonly isOnce: boolean;
}

type Init = Readonly<Record<string, unknown>>;
type Target = object & { _getParent?: () => Target | null };

const stops = new WeakMap<CellEvent, "tree" | "all">();

export class CellEvent {
  static readonly NONE = 0;
  static readonly CAPTURING_PHASE = 1;
  static readonly AT_TARGET = 2;
  static readonly BUBBLING_PHASE = 3;
  readonly type: string;
  readonly bubbles: boolean;
  readonly cancelable: boolean;
  readonly composed = false;
  readonly timeStamp: number = performance.now();
  readonly isTrusted: boolean = false;
  target: unknown = null;
  currentTarget: unknown = null;
  eventPhase = 0;
  defaultPrevented = false;
  path: readonly unknown[] = [];
  constructor(type: string, init: Init = {}) {
    this.type = String(type);
    this.bubbles = Boolean(init["bubbles"]);
    this.cancelable = Boolean(init["cancelable"]);
    for (const [name, value] of Object.entries(init))
      if (!(name in this)) define(this, name, value);
  }
  get srcElement(): unknown {
    return this.target;
  }
  composedPath(): readonly unknown[] {
    return this.path;
  }
  preventDefault(): void {
    if (this.cancelable) this.defaultPrevented = true;
  }
  stopPropagation(): void {
    if (!stops.has(this)) stops.set(this, "tree");
  }
  stopImmediatePropagation(): void {
    stops.set(this, "all");
  }
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

class CellCustomEvent extends CellEvent {
  readonly detail: unknown;
  constructor(type: string, init: Init = {}) {
    super(type, { ...init, detail: undefined });
    this.detail = init["detail"] ?? null;
  }
}
class CellUIEvent extends CellEvent {}
class CellMouseEvent extends CellUIEvent {}
class CellPointerEvent extends CellMouseEvent {}
class CellWheelEvent extends CellMouseEvent {}
class CellKeyboardEvent extends CellUIEvent {}
class CellInputEvent extends CellUIEvent {}
class CellFocusEvent extends CellUIEvent {}

/** By the names that cells know them. */
export const eventClasses = {
  Event: CellEvent,
  CustomEvent: CellCustomEvent,
  UIEvent: CellUIEvent,
  MouseEvent: CellMouseEvent,
  PointerEvent: CellPointerEvent,
  WheelEvent: CellWheelEvent,
  KeyboardEvent: CellKeyboardEvent,
  InputEvent: CellInputEvent,
  FocusEvent: CellFocusEvent,
};

const flat = /^(?:focus|blur|pointerenter|pointerleave|mouseenter|mouseleave|scroll|toggle)$/;

/** What the reader did, as an event of its kind. */
export function readerEvent(kind: string, fields: Init): CellEvent {
  const event = new (classOf(kind))(kind, {
    ...fields,
    bubbles: !flat.test(kind),
    cancelable: true,
  });
  define(event, "isTrusted", true);
  return event;
}

function classOf(kind: string): typeof CellEvent {
  if (kind === "wheel") return CellWheelEvent;
  if (kind === "input") return CellInputEvent;
  if (/^(?:pointer|click|dblclick|contextmenu)/.test(kind)) return CellPointerEvent;
  if (kind.startsWith("mouse")) return CellMouseEvent;
  if (kind.startsWith("key")) return CellKeyboardEvent;
  return /^(?:focus|blur)/.test(kind) ? CellFocusEvent : CellEvent;
}

const listeners = new WeakMap<object, Map<string, Entry[]>>();
/** Kinds that somebody has listened to. */
export const listenedKinds = new Set<string>();

function add(target: object, kind: string, listener: Listener | null, options?: unknown): void {
  if (listener === null || listener === undefined) return;
  const isCapture = flag(options, "capture");
  const kinds = listeners.get(target) ?? new Map<string, Entry[]>();
  listeners.set(target, kinds);
  const entries = kinds.get(kind) ?? [];
  if (entries.some((one) => one.listener === listener && one.isCapture === isCapture)) return;
  listenedKinds.add(kind);
  kinds.set(kind, [...entries, { listener, isCapture, isOnce: flag(options, "once") }]);
}

function flag(options: unknown, name: string): boolean {
  if (typeof options === "boolean") return name === "capture" && options;
  return Boolean((options as Init | null | undefined)?.[name]);
}

function remove(target: object, kind: string, listener: Listener | null, options?: unknown): void {
  const isCapture = flag(options, "capture");
  const kinds = listeners.get(target);
  const left = kinds
    ?.get(kind)
    ?.filter((one) => one.listener !== listener || one.isCapture !== isCapture);
  if (left) kinds?.set(kind, left);
}

function dispatch(target: Target, event: CellEvent): boolean {
  const path: Target[] = [];
  for (let at: Target | null = target; at; at = at._getParent?.() ?? null) path.push(at);
  set(event, { target, path });
  for (const at of path.slice(1).reverse()) invoke(at, event, 1, true);
  invoke(target, event, 2, true);
  invoke(target, event, 2, false);
  if (event.bubbles) for (const at of path.slice(1)) invoke(at, event, 3, false);
  set(event, { currentTarget: null, eventPhase: 0 });
  stops.delete(event);
  return !event.defaultPrevented;
}

function set(event: CellEvent, fields: object): void {
  for (const [name, value] of Object.entries(fields)) define(event, name, value);
}

function invoke(at: Target, event: CellEvent, eventPhase: number, isCapture: boolean): void {
  // What is stopped goes no further than the element that it is at.
  if (stops.has(event) && event.currentTarget !== at) return;
  const entries = listeners.get(at)?.get(event.type) ?? [];
  set(event, { currentTarget: at, eventPhase });
  for (const entry of entries) {
    if (entry.isCapture !== isCapture || stops.get(event) === "all") continue;
    if (entry.isOnce) remove(at, event.type, entry.listener, { capture: isCapture });
    call(entry.listener, at, event);
  }
}

/** A listener that fails is a fault of the cell, and the next one is told all the same. */
function call(listener: Listener, at: Target, event: CellEvent): void {
  try {
    if (typeof listener === "function") listener.call(at, event);
    else listener.handleEvent(event);
  } catch (error) {
    reportError(error);
  }
}

const shared = {
  addEventListener(this: object, kind: string, listener: Listener | null, options?: unknown) {
    add(this, String(kind), listener, options);
  },
  removeEventListener(this: object, kind: string, listener: Listener | null, options?: unknown) {
    remove(this, String(kind), listener, options);
  },
  dispatchEvent(this: Target, event: CellEvent) {
    return dispatch(this, event);
  },
};

const handlers = new WeakMap<object, Map<string, Listener>>();

/** `element.onclick = …`, also in SVG. */
export function defineHandlers(prototype: object, kinds: readonly string[]): void {
  for (const kind of kinds)
    Object.defineProperty(prototype, `on${kind}`, {
      configurable: true,
      get(this: object) {
        return handlers.get(this)?.get(kind) ?? null;
      },
      set(this: object, listener: unknown) {
        const own = handlers.get(this) ?? new Map<string, Listener>();
        handlers.set(this, own);
        remove(this, kind, own.get(kind) ?? null);
        own.delete(kind);
        if (typeof listener !== "function") return;
        own.set(kind, listener as Listener);
        add(this, kind, listener as Listener);
      },
    });
}

/** Gives the document's nodes these events. */
export function installEvents(): void {
  Object.assign(library.EventTarget.prototype, shared);
}
