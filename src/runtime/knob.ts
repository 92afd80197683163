import type { Module, Variable } from "@observablehq/runtime";

/** One variable a cell, named after it: what of a chart the page or its reader sets. */
export interface Knob<T> {
  set(id: string, value: T): void;
  remove(id: string): void;
}

export function createKnob<T>(name: string, module: Module): Knob<T> {
  const knobs = new Map<string, { readonly variable: Variable; value: T }>();
  return {
    set(id, value) {
      const knob = knobs.get(id);
      // What is the same needs no new drawing.
      if (knob && knob.value === value) return;
      const variable = knob?.variable ?? module.variable();
      knobs.set(id, { variable, value });
      variable.define(`${name}:${id}`, [], () => value);
    },
    remove(id) {
      knobs.get(id)?.variable.delete();
      knobs.delete(id);
    },
  };
}
