import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap } from "@codemirror/commands";
import { bracketMatching, indentOnInput } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { Annotation, Compartment, EditorState, Prec, type Extension } from "@codemirror/state";
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import type { CellKind } from "../notebook/index.ts";
import type { Surroundings } from "./catalogue.ts";
import { referenceSource } from "./complete-reference.ts";
import { sqlSources } from "./complete-sql.ts";
import { yamlSource, type SpecOffer } from "./complete-yaml.ts";
import { keyTable, type Command } from "./keys.ts";
import { inTurns } from "./in-turns.ts";
import { languageOf } from "./languages.ts";
import { diagnosticOf, type PlacedProblem } from "./problems.ts";
import { invisible, nameOf } from "../words/markup/index.ts";
import { theme } from "./theme.ts";
import { phrasesZh } from "../words/editor.ts";

export interface SourceOptions {
  readonly parent: Element;
  readonly kind: CellKind;
  readonly text: string;
  /** Accessible name of the field. */
  readonly label: string;
  readonly surroundings: () => Surroundings;
  readonly offer: SpecOffer;
  /** The reader typed; not called for `setText`. */
  readonly onChange: (text: string) => void;
  /** A key of the table was pressed; false leaves it to the field. */
  readonly onCommand: (command: Command) => boolean;
}

/** The editable source of one cell. */
export interface Source {
  readonly text: string;
  /** Replaces what differs only, so that cursor and scroll stay where they can. */
  setText(text: string): void;
  setLabel(kind: CellKind, label: string): void;
  setProblems(problems: readonly PlacedProblem[]): void;
  focus(at?: { readonly from: number; readonly to: number }): void;
  /** Puts the cursor and the focus at a line and a column, both from 1. */
  focusPlace(line: number, column: number): void;
  /** Whether a node is within the field. */
  contains(node: Node): boolean;
  /** Writes at the cursor, in place of what is selected. */
  insert(text: string): void;
  /** Selects and scrolls to a place, without the focus. */
  select(from: number, to: number): void;
  /** Puts the cursor at a line, from 1, without the focus. */
  reveal(line: number): void;
  readonly hasFocus: boolean;
  destroy(): void;
}

/** Marks a change that came from the document, which knows of it already. */
const told = Annotation.define<boolean>();

/** Commands that are heard in the source; those on a cell are letters here. */
const heard = (Object.keys(keyTable) as Command[]).filter(
  (name) => !["on_cell"].includes(keyTable[name].place) && !["complete", "problem"].includes(name),
);

function commands(onCommand: SourceOptions["onCommand"]): Extension {
  const bindings = heard
    .filter((name) => name !== "leave")
    .flatMap((name) =>
      keyTable[name].keys.map((key) => ({
        key,
        run: () => onCommand(name),
        // The browser's own undo would know nothing of the other cells.
        preventDefault: true,
      })),
    );
  const leave = { key: "Escape", run: () => onCommand("leave") };
  return [Prec.high(keymap.of(bindings)), Prec.lowest(keymap.of([leave]))];
}

function completion(kind: CellKind, surroundings: () => Surroundings, offer: SpecOffer): Extension {
  const override = [
    referenceSource(kind, surroundings),
    ...(kind === "sql" ? sqlSources(surroundings) : []),
    yamlSource(kind, surroundings, offer),
  ];
  return kind === "js"
    ? autocompletion({ icons: false })
    : autocompletion({ override, icons: false, maxRenderedOptions: 60 });
}

/** The stretch in which two texts differ, as one change. */
export function changeBetween(
  before: string,
  after: string,
): { readonly from: number; readonly to: number; readonly insert: string } | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return {
    from: start,
    to: before.length - end,
    insert: after.slice(start, after.length - end),
  };
}

/** CodeMirror knows `\n` only; the document keeps whichever end of line the file has. */
function plain(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** A query that shows another order of its characters than it has is not what it seems. */
function signs(): Extension {
  return highlightSpecialChars({
    addSpecialChars: invisible,
    render: (code, description) => {
      const mark = document.createElement("span");
      mark.className = "cm-specialChar";
      mark.title = description ?? "";
      mark.textContent = nameOf(code);
      return mark;
    },
  });
}

/** What depends on the kind of the cell and its name. */
function extensionsOf(
  { surroundings, offer }: SourceOptions,
  kind: CellKind,
  label: string,
  text: string,
): Extension {
  return [
    languageOf(kind, text),
    completion(kind, surroundings, offer),
    EditorView.contentAttributes.of({
      "aria-label": label,
      spellcheck: kind === "markdown" ? "true" : "false",
      autocorrect: "off",
      autocapitalize: "off",
    }),
    EditorState.phrases.of(surroundings().language === "zh" ? phrasesZh : {}),
  ];
}

/** What every source field does. */
function field({ onChange }: SourceOptions): Extension {
  return [
    lineNumbers(),
    signs(),
    lintGutter(),
    drawSelection(),
    highlightActiveLine(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    EditorView.lineWrapping,
    keymap.of([...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...defaultKeymap]),
    theme,
    EditorView.updateListener.of((update) => {
      if (!update.docChanged || update.transactions.some((t) => t.annotation(told))) return;
      onChange(update.state.doc.toString());
    }),
  ];
}

/** A source field. It keeps no history of its own: undo belongs to the notebook. */
export function createSource(options: SourceOptions): Source {
  const { parent, text, kind, label } = options;
  const own = new Compartment();
  const ofKind = own.of(extensionsOf(options, kind, label, text));
  // Commands come first: a language has keys of its own.
  const extensions = [commands(options.onCommand), ofKind, field(options)];
  const view = new EditorView({ parent, state: EditorState.create({ doc: text, extensions }) });
  /** A place within the text, which may be shorter now than when the place was told. */
  const within = (offset: number): number => Math.min(offset, view.state.doc.length);
  const focus: Source["focus"] = (at) => {
    view.focus();
    if (at === undefined) return;
    const selection = { anchor: within(at.from), head: within(at.to) };
    view.dispatch({ selection, scrollIntoView: true });
  };
  return {
    get text() {
      return view.state.doc.toString();
    },
    setText(next) {
      const changes = changeBetween(view.state.doc.toString(), plain(next));
      if (changes) view.dispatch({ changes, annotations: told.of(true) });
    },
    setLabel: (kind, label) =>
      view.dispatch({
        effects: own.reconfigure(extensionsOf(options, kind, label, view.state.doc.toString())),
      }),
    setProblems(problems) {
      inTurns(() => {
        const { state } = view;
        const diagnostics = problems.map((problem) => diagnosticOf(problem, state.doc));
        view.dispatch(setDiagnostics(state, diagnostics));
      });
    },
    focus,
    focusPlace(line, column) {
      const { doc } = view.state;
      const at = doc.line(Math.min(line, doc.lines)).from + column - 1;
      focus({ from: at, to: at });
    },
    contains: (node) => view.dom.contains(node),
    insert: (next) => view.dispatch(view.state.replaceSelection(next), { scrollIntoView: true }),
    select(from, to) {
      const selection = { anchor: within(from), head: within(to) };
      const effects = EditorView.scrollIntoView(selection.head, { y: "center" });
      view.dispatch({ selection, effects });
    },
    reveal(line) {
      const { from } = view.state.doc.line(Math.min(line, view.state.doc.lines));
      view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from) });
    },
    get hasFocus() {
      return view.hasFocus;
    },
    destroy: () => view.destroy(),
  };
}
