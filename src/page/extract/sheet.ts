import {
  accountedFor,
  claimedEntry,
  headOf,
  progressOf,
  readEntry,
  reduce,
  type Action,
  type Claim,
  type OpenNumber,
} from "../../review/index.ts";
import { createBar } from "./bar.ts";
import type { Context } from "./context.ts";
import { createEditing } from "./editing.ts";
import { findingsPane, type FindingsPane } from "./findings-pane.ts";
import { headView } from "./head.ts";
import type { Item } from "./keeping.ts";
import type { Command } from "./keys.ts";
import { figureList } from "./list.ts";
import { othersView, type Others } from "./others.ts";
import { clauseOf, keyOf, marksOf, notesOf, openId } from "./parts.ts";
import { createPointing, type Pointing } from "./pointing.ts";
import { printedFigures } from "./printing.ts";
import { addSelected } from "./selecting.ts";
import { Standing } from "./standing.ts";
import { textPane } from "./text.ts";

/** One report under review. */
export interface Sheet {
  readonly element: HTMLElement;
  /** Builds text and list bit by bit; rejects where the sheet is closed in between. */
  fill(): Promise<void>;
  act(command: Command): void;
  tell(text: string): void;
  /** Sets what another extractor found beside our own reading. */
  compare(file: File): void;
  close(): void;
}

export interface SheetOptions {
  readonly item: Item;
  /** Something was decided, or the reader stands elsewhere. */
  readonly onChange: () => void;
  /** What only the desk can do. */
  readonly onCommand: (command: "nextReport" | "previousReport" | "help") => void;
}

export function createSheet(context: Context, options: SheetOptions): Sheet {
  return new ReportSheet(context, options);
}

class ReportSheet implements Sheet {
  readonly element: HTMLElement;
  readonly #context: Context;
  readonly #options: SheetOptions;
  readonly #item: Item;
  readonly #closing = new AbortController();
  readonly #standing: Standing;
  readonly #text: ReturnType<typeof textPane>;
  readonly #list: ReturnType<typeof figureList>;
  readonly #bar: ReturnType<typeof createBar>;
  readonly #head: ReturnType<typeof headView>;
  readonly #editing: ReturnType<typeof createEditing>;
  readonly #findings: FindingsPane;
  readonly #others: Others;
  readonly #pointing: Pointing;
  #current: string | null = null;

  constructor(context: Context, options: SheetOptions) {
    this.#context = context;
    this.#options = options;
    this.#item = options.item;
    const { build, t } = context;
    const { report, review } = this.#item;
    this.#standing = new Standing(context, this.#item);
    this.#text = textPane(build, report.text, {
      label: t("text.label"),
      onPick: (ids) => this.#pick(ids),
      onHover: (id) => this.#pointing.hover(id, "text"),
    });
    this.#list = this.#listOf();
    this.#bar = createBar(context, (command) => this.act(command));
    this.#head = headView(context, headOf(report, review.present), (changes) =>
      this.#dispatch({ kind: "head", changes }),
    );
    this.#editing = createEditing(context, {
      item: this.#item,
      text: this.#text,
      list: this.#list,
      dispatch: (action) => this.#dispatch(action),
      onDone: () => this.#afterForm(),
    });
    this.#findings = findingsPane(context, this.#standing, this.#findingsOptions());
    this.#others = othersView(context, {
      report,
      figures: () => this.#standing.figures,
      signal: this.#closing.signal,
      onShow: (stretch) => this.#text.show(null, [stretch], { isFound: true }),
      onPick: (factId) => this.#goTo(factId),
      onTake: (claim, origin) => this.#take(claim, origin),
    });
    this.#pointing = createPointing({
      list: this.#list,
      text: this.#text,
      standing: this.#standing,
      current: () => this.#current,
      isHeld: () => this.#editing.isOpen,
    });
    this.element = this.#layout();
  }

  #listOf(): ReturnType<typeof figureList> {
    const decide = (kind: "confirm" | "reject" | "reopen") => (id: string) =>
      this.#decide(kind, id);
    return figureList(this.#context, {
      confirm: decide("confirm"),
      reject: decide("reject"),
      reopen: decide("reopen"),
      correct: () => this.act("correct"),
      onPick: (id) => this.#go(id),
      onHover: (id) => this.#pointing.hover(id, "list"),
      objections: (id) => this.#standing.objections.get(id) ?? [],
    });
  }

  #layout(): HTMLElement {
    const { build, t } = this.#context;
    const { html } = build;
    return html(
      "article",
      { class: "sheet" },
      this.#head.element,
      notesOf(this.#context, this.#item.report),
      this.#bar.lead,
      this.#bar.element,
      keyOf(this.#context),
      html(
        "div",
        { class: "columns" },
        html("div", { class: "text-side" }, this.#text.element, this.#addSelected()),
        html(
          "section",
          { class: "list-side", "aria-label": t("list.label") },
          this.#editing.place,
          this.#standing.figures.length === 0
            ? html("p", { class: "note" }, t("list.empty"))
            : null,
          this.#list.element,
          this.#findings.element,
          this.#others.element,
        ),
      ),
      printedFigures(this.#context, this.#standing, this.#closing.signal),
    );
  }

  #addSelected(): HTMLElement {
    return addSelected(this.#context, {
      text: this.#text,
      isHeld: () => this.#editing.isOpen,
      onAdd: (stretch) => this.#editing.add(stretch),
      signal: this.#closing.signal,
    });
  }

  async fill(): Promise<void> {
    const { signal } = this.#closing;
    this.#look();
    const { figures } = this.#standing;
    // The list first: it is what is worked with.
    await this.#list.fill(figures, signal);
    await this.#text.fill(this.#marks(), signal);
    const { at } = this.#item;
    const first = this.#standing.figure(at) ?? this.#standing.waitingAfter(null);
    this.#go(first?.id ?? figures[0]?.id ?? null, { isShown: at !== null });
  }

  close(): void {
    this.#closing.abort(new DOMException("closed", "AbortError"));
    this.#pointing.end();
    this.#text.show(null, []);
  }

  tell(text: string): void {
    this.#bar.tell(text);
  }

  compare(file: File): void {
    this.#others.take(file);
  }

  act(command: Command): void {
    const figure = this.#standing.figure(this.#current);
    switch (command) {
      case "next":
        return this.#step(1);
      case "previous":
        return this.#step(-1);
      case "confirm":
      case "reject":
      case "reopen":
        return figure ? this.#decide(command, figure.id) : undefined;
      case "correct":
        return figure ? this.#editing.correct(figure) : undefined;
      case "add":
        return this.#add();
      case "undo":
      case "redo":
        return this.#travel(command);
      case "sure":
        return this.#dispatch(
          { kind: "confirm", ids: progressOf(this.#standing.figures).sure },
          { goes: true },
        );
      case "open":
        return this.#findings.focus();
      default:
        this.#options.onCommand(command);
    }
  }

  #step(by: 1 | -1): void {
    const { figures } = this.#standing;
    const at = figures.findIndex(({ id }) => id === this.#current);
    const next = figures[Math.min(figures.length - 1, Math.max(0, at + by))];
    if (next) this.#go(next.id);
  }

  #go(id: string | null, { isFocused = true, isShown = true } = {}): void {
    if (id !== this.#current) this.#editing.end();
    this.#current = id;
    this.#list.open(id, { isFocused, isShown });
    this.#text.show(id, clauseOf(this.#standing.figure(id)));
    if (this.#item.at === id) return;
    this.#item.at = id;
    this.#options.onChange();
  }

  #goTo(factId: string): void {
    this.#go(this.#standing.figures.find(({ fact }) => fact.fact_id === factId)?.id ?? null);
  }

  #decide(kind: "confirm" | "reject" | "reopen", id: string): void {
    const action: Action = kind === "confirm" ? { kind, ids: [id] } : { kind, id };
    this.#current = id;
    this.#dispatch(action, { goes: kind !== "reopen" });
  }

  /** A step back or forth, and to the figure that it was about. */
  #travel(kind: "undo" | "redo"): void {
    const before = this.#item.review;
    this.#dispatch({ kind });
    const { review } = this.#item;
    if (review === before) return;
    const id = review.about ?? this.#current;
    this.#go(this.#standing.figure(id) ? id : (this.#standing.figures[0]?.id ?? null));
  }

  #dispatch(action: Action, { goes = false } = {}): void {
    const next = reduce(this.#item.review, action);
    if (next !== this.#item.review) {
      this.#item.review = next;
      this.#refresh(action);
      this.#options.onChange();
    }
    if (goes) this.#go(this.#standing.waitingAfter(this.#current)?.id ?? this.#current);
  }

  #refresh({ kind }: Action): void {
    const { report, review } = this.#item;
    this.#standing.refresh(kind);
    this.#list.update(this.#standing.figures);
    this.#head.update(headOf(report, review.present));
    this.#look();
    this.#text.setMarks(this.#marks());
  }

  /** Bar, findings and what another found, as they are now. */
  #look(): void {
    const { report, review } = this.#item;
    this.#bar.update({
      progress: progressOf(this.#standing.figures),
      review,
      numbers: report.numbers,
      accounted: accountedFor(report, this.#standing.open.length),
    });
    this.#findings.update();
    this.#others.update();
  }

  #findingsOptions() {
    return {
      text: this.#item.report.text,
      onShow: ({ start }: OpenNumber) => this.#text.show(openId(start), []),
      onAdd: ({ start, end }: OpenNumber) => this.#editing.add({ start, end }),
      onDismiss: ({ start }: OpenNumber) => this.#dispatch({ kind: "dismiss", start }),
      onPick: (factId: string) => this.#goTo(factId),
    };
  }

  #marks() {
    return marksOf(this.#standing.figures, this.#standing.open);
  }

  /** A mark was chosen in the text; of several figures of one number the next one. */
  #pick(ids: readonly string[]): void {
    const [first = ""] = ids;
    const open = this.#standing.open.find(({ start }) => openId(start) === first);
    if (open) return this.#findings.focusNumber(open.start);
    const figures = ids.filter((id) => this.#standing.figure(id));
    const at = figures.indexOf(this.#current ?? "");
    this.#go(figures[(at + 1) % figures.length] ?? first);
  }

  #add(): void {
    const focused = this.#context.build.document.activeElement;
    const start = focused?.closest("li")?.querySelector("[data-open]")?.getAttribute("data-open");
    const open = this.#standing.open.find((one) => String(one.start) === start);
    const stretch = this.#text.selection() ?? open;
    if (stretch) this.#editing.add(stretch);
    else this.#bar.tell(this.#context.t("add.how"));
  }

  /** What another says is proposed; where it does not fit, its form is open, filled with it. */
  #take(claim: Claim, origin: string): void {
    const { report, review } = this.#item;
    const entry = claimedEntry(report.text, claim, headOf(report, review.present));
    const near = { clause: claim.start, value: claim.start };
    const { metrics } = this.#context.archive;
    const read = readEntry(entry, { text: report.text, metrics, before: null, near });
    if ("faults" in read) return this.#editing.add(claim, entry);
    this.#dispatch({ kind: "propose", columns: read.columns, origin });
    this.#go(this.#item.review.about);
  }

  /** Behind a form that was saved: to the next figure, unless a rule objects to this one. */
  #afterForm(): void {
    const id = this.#item.review.about ?? this.#current;
    const objects = id !== null && this.#standing.objections.has(id);
    this.#go(objects ? id : (this.#standing.waitingAfter(id)?.id ?? id));
  }
}
