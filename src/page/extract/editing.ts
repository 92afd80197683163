import {
  blankEntry,
  changesOf,
  clauseAround,
  correctable,
  headOf,
  readEntry,
  type Action,
  type Correctable,
  type Entry,
  type EntryFault,
  type Figure,
  type Line,
} from "../../review/index.ts";
import type { Context } from "./context.ts";
import { figureForm, type FigureForm } from "./form.ts";
import type { Item } from "./keeping.ts";
import type { FigureList } from "./list.ts";
import type { TextPane } from "./text.ts";

/** The one form that may be open: of a figure that is corrected, or of one that is added. */
export interface Editing {
  /** Where the form of a new figure stands. */
  readonly place: HTMLElement;
  readonly isOpen: boolean;
  correct(figure: Figure): void;
  /** The form of a new figure at a stretch of the text, filled with what is known of it. */
  add(stretch: Line, known?: Entry): void;
  /** Closes it without saving. */
  end(): void;
}

export interface EditingOptions {
  readonly item: Item;
  readonly text: TextPane;
  readonly list: FigureList;
  readonly dispatch: (action: Action) => void;
  /** It was saved. */
  readonly onDone: () => void;
}

interface Open {
  readonly form: FigureForm;
  /** Null for a new one. */
  readonly figure: Figure | null;
  /** Where what is typed is looked for. */
  near: { clause: number; value: number };
  /** Takes what is selected in the text. */
  readonly listener: AbortController;
}

export function createEditing(context: Context, options: EditingOptions): Editing {
  const { build, archive } = context;
  const { item, text, list, dispatch, onDone } = options;
  const { report } = item;
  const place = build.html("div", { class: "new-figure" });
  let open: Open | null = null;

  const end = (): void => {
    if (!open) return;
    open.listener.abort();
    const wasNew = open.figure === null;
    open = null;
    if (wasNew) place.replaceChildren();
    else list.setForm(null);
  };
  const save = (entry: Entry): readonly EntryFault[] => {
    if (!open) return [];
    const { figure, near } = open;
    const before = figure?.fact ?? null;
    const read = readEntry(entry, { text: report.text, metrics: archive.metrics, before, near });
    if ("faults" in read) return read.faults;
    end();
    dispatch(actionOf(figure, read.columns));
    onDone();
    return [];
  };
  const cancel = (): void => {
    const id = open?.figure?.id ?? item.at;
    end();
    list.open(id);
  };
  const begin = (figure: Figure | null, entry: Entry, near: Open["near"]): void => {
    end();
    const form = figureForm(context, {
      entry,
      isNew: figure === null,
      onSave: save,
      onCancel: cancel,
    });
    open = { form, figure, near, listener: new AbortController() };
    if (figure) list.setForm(form.element);
    else place.replaceChildren(form.element);
    form.element.scrollIntoView({ block: "nearest" });
    form.focus();
    follow(open, text, report.text);
  };

  return {
    place,
    get isOpen() {
      return open !== null;
    },
    correct(figure) {
      const { fact } = figure;
      const entry = { ...pick(fact), evidence: fact.evidence ?? "" };
      begin(figure, entry, { clause: fact.evidence_start ?? 0, value: fact.value_start ?? 0 });
    },
    add({ start, end: last }, known) {
      const clause = clauseAround(report.text, start, last);
      const evidence = report.text.slice(clause.start, clause.end);
      const head = headOf(report, item.review.present);
      const entry = known ?? blankEntry(evidence, report.text.slice(start, last), head);
      begin(null, entry, { clause: clause.start, value: start });
    },
    end,
  };
}

function pick(fact: Correctable): Correctable {
  return Object.fromEntries(correctable.map((name) => [name, fact[name]])) as Correctable;
}

function actionOf(figure: Figure | null, columns: Correctable): Action {
  if (!figure) return { kind: "add", columns };
  const changes = changesOf(pick(figure.fact), pick(columns));
  // Looked at and found right.
  if (Object.keys(changes).length === 0) return { kind: "confirm", ids: [figure.id] };
  return { kind: "correct", id: figure.id, changes };
}

/** A number is short and holds digits; anything else that is selected is a clause. */
const isNumber = (text: string): boolean =>
  text.length <= 16 &&
  /[\d０-９〇零一二两三四五六七八九十百千万亿半]/.test(text) &&
  !/[，。；\n]/.test(text);

/** How long a selection rests before it is taken, in ms. */
const REST = 300;

/** While a form is open, what is selected in the text goes into it. */
function follow(open: Open, pane: TextPane, text: string): void {
  const take = (): void => {
    const stretch = pane.selection();
    if (!stretch) return;
    const selected = text.slice(stretch.start, stretch.end);
    if (!isNumber(selected)) {
      open.near = { clause: stretch.start, value: open.near.value };
      return open.form.take({ text: selected, clause: null });
    }
    const clause = clauseAround(text, stretch.start, stretch.end);
    open.near = { clause: clause.start, value: stretch.start };
    open.form.take({ text: selected, clause: text.slice(clause.start, clause.end) });
  };
  const { signal } = open.listener;
  // A finger drags the ends of a selection, and lets go of nothing that could be heard here.
  let resting: ReturnType<typeof setTimeout> | undefined;
  const rest = (): void => {
    clearTimeout(resting);
    resting = setTimeout(() => {
      if (!signal.aborted) take();
    }, REST);
  };
  pane.element.ownerDocument.addEventListener("selectionchange", rest, { signal });
  for (const event of ["pointerup", "keyup"] as const)
    pane.element.addEventListener(event, () => setTimeout(take), { signal });
}
