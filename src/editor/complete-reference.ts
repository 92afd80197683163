import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import type { CellKind } from "../notebook/index.ts";
import type { Surroundings } from "./catalogue.ts";

/** Which cells each kind of source may read by `${…}`. */
const readable: Readonly<Partial<Record<CellKind, readonly CellKind[]>>> = {
  sql: ["input", "js"],
  markdown: ["sql", "js"],
  chart: ["sql", "js"],
};

/** Writes the name and closes the brace, unless it is closed already. */
function closing(name: string): NonNullable<Completion["apply"]> {
  return (view: EditorView, _completion, from: number, to: number) => {
    const isClosed = view.state.sliceDoc(to, to + 1) === "}";
    view.dispatch({
      changes: { from, to, insert: isClosed ? name : `${name}}` },
      selection: { anchor: from + name.length + 1 },
      userEvent: "input.complete",
    });
  };
}

/** `${name}` in SQL, `${name.column}` in text: the cells, then the columns of their results. */
export function referenceSource(kind: CellKind, surroundings: () => Surroundings) {
  return (context: CompletionContext): CompletionResult | null => {
    const open = context.matchBefore(/\$\{\s*(?:[\w-]+\.)?[\w-]*$/);
    const kinds = readable[kind];
    if (!open || !kinds) return null;
    const { cells, columnsOf } = surroundings();
    const [, name, part = ""] = /\$\{\s*(?:([\w-]+)\.)?([\w-]*)$/.exec(open.text) ?? [];
    const from = context.pos - part.length;
    if (name !== undefined) {
      const options = columnsOf(name).map((label): Completion => {
        return { label, type: "property", apply: closing(label) };
      });
      return { from, options, validFor: /^[\w-]*$/ };
    }
    const options = cells
      .filter((cell) => kinds.includes(cell.kind))
      .map(({ id, kind: detail }): Completion => {
        const apply = kind === "sql" ? closing(id) : `${id}.`;
        return { label: id, type: "variable", detail, apply };
      });
    return { from, options, validFor: /^[\w-]*$/ };
  };
}
