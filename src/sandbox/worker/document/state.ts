import type { State } from "../../drawing.ts";

type Mutable = { -readonly [K in keyof State]: State[K] };

/** What forms' elements hold besides their attributes. */
const states = new WeakMap<object, Mutable>();
let tellChange: () => void = () => {};

/** Called whenever code has changed what an element holds. */
export function onState(listener: () => void): void {
  tellChange = listener;
}

export function stateOf(element: object): State {
  return states.get(element) ?? {};
}

export function setState(element: object, change: State): void {
  states.set(element, { ...states.get(element), ...change });
  tellChange();
}

/** Back to what the attributes say. */
export function resetState(element: object): void {
  states.delete(element);
  tellChange();
}
