import type { Module } from "@observablehq/runtime";
import { own, type Environment } from "./environment.ts";

/** The regions that the reader keeps on top, in all charts alike. */
export interface Pins {
  /** Sets them all; tells nobody. */
  set(pinned: readonly string[]): void;
  /** The reader pins a region, or no longer: charts show it, and the page is told. */
  readonly onPin: ((region_id: string, isPinned: boolean) => void) | undefined;
}

export function createPins(module: Module, { pinned: first = [], onPinned }: Environment): Pins {
  const variable = module.variable();
  let pinned = first;
  const set = (next: readonly string[]): void => {
    // What is the same needs no new drawing.
    if (next.join() === pinned.join()) return;
    pinned = next;
    variable.define(own.pinned, [], () => pinned);
  };
  variable.define(own.pinned, [], () => pinned);
  const onPin = (region_id: string, isPinned: boolean): void => {
    const others = pinned.filter((id) => id !== region_id);
    set(isPinned ? [...others, region_id] : others);
    onPinned?.(pinned);
  };
  return { set, onPin: onPinned && onPin };
}
