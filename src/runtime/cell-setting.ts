import type { Module, Variable } from "@observablehq/runtime";

/** One variable a cell, named after it: what of a chart the page or its reader sets. */
export interface CellSetting<T> {
  set(id: string, value: T): void;
  remove(id: string): void;
}

export function createCellSetting<T>(name: string, module: Module): CellSetting<T> {
  const settings = new Map<string, { readonly variable: Variable; value: T }>();
  return {
    set(id, value) {
      const setting = settings.get(id);
      // What is the same needs no new drawing.
      if (setting && setting.value === value) return;
      const variable = setting?.variable ?? module.variable();
      settings.set(id, { variable, value });
      variable.define(`${name}:${id}`, [], () => value);
    },
    remove(id) {
      settings.get(id)?.variable.delete();
      settings.delete(id);
    },
  };
}
