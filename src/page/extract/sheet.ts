import { contradictions } from "../../extract/contradictions.ts";
import {
  accountedFor,
  checksNow,
  factsLeft,
  figuresOf,
  headOf,
  objectionsTo,
  openNumbers,
  progressOf,
  reduce,
  type Action,
  type Figure,
  type OpenNumber,
} from "../../review/index.ts";
import { createBar } from "./bar.ts";
import type { Context } from "./context.ts";
import { createEditing } from "./editing.ts";
import { findingsView } from "./findings.ts";
import { headView } from "./head.ts";
import type { Item } from "./keeping.ts";
import type { Command } from "./keys.ts";
import { figureList } from "./list.ts";
import { clauseOf, keyOf, marksOf, notesOf, openId, waitingAfter } from "./parts.ts";
import { textPane, type TextMark } from "./text.ts";

/** One report under review. */
export interface Sheet {
  readonly element: HTMLElement;
  /** Builds text and list bit by bit; rejects where the sheet is closed in between. */
  fill(): Promise<void>;
  act(command: Command): void;
  tell(text: string): void;
  close(): void;
}

export interface SheetOptions {
  readonly item: Item;
  /** Something was decided, or the reader stands elsewhere. */
  readonly onChange: () => void;
  /** What only the desk can do. */
  readonly onCommand: (command: "nextReport" | "previousReport" | "help") => void;
}

/** How long the pointer rests before the other side scrolls, in ms. */
const REST = 150;

export function createSheet(context: Context, options: SheetOptions): Sheet {
  return new ReportSheet(context, options);
}

class ReportSheet implements Sheet {
  readonly element: HTMLElement;
  readonly #context: Context;
  readonly #options: SheetOptions;
  readonly #item: Item;
  readonly #closing = new AbortController();
  readonly #text: ReturnType<typeof textPane>;
  readonly #list: ReturnType<typeof figureList>;
  readonly #bar: ReturnType<typeof createBar>;
  readonly #head: ReturnType<typeof headView>;
  readonly #editing: ReturnType<typeof createEditing>;
  readonly #findings: HTMLElement;
  #figures: readonly Figure[];
  #open: readonly OpenNumber[] = [];
  #objections: ReadonlyMap<string, readonly string[]> = new Map();
  #current: string | null = null;
  #shownFindings = "";
  #hovered: string | null = null;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(context: Context, options: SheetOptions) {
    this.#context = context;
    this.#options = options;
    this.#item = options.item;
    const { build, t } = context;
    const { report, review } = this.#item;
    this.#figures = figuresOf(report, review.present);
    const decide = (kind: "confirm" | "reject" | "reopen") => (id: string) =>
      this.#decide(kind, id);
    this.#text = textPane(build, report.text, {
      label: t("text.label"),
      onPick: (ids) => this.#pick(ids),
      onHover: (id) => this.#hover(id, "text"),
    });
    this.#list = figureList(context, {
      confirm: decide("confirm"),
      reject: decide("reject"),
      reopen: decide("reopen"),
      correct: () => this.act("correct"),
      onPick: (id) => this.#go(id),
      onHover: (id) => this.#hover(id, "list"),
      objections: (id) => this.#objections.get(id) ?? [],
    });
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
    this.#findings = build.html("div", { class: "findings" });
    this.element = this.#layout();
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
        html("div", { class: "text-side" }, this.#text.element),
        html(
          "section",
          { class: "list-side", "aria-label": t("list.label") },
          this.#editing.place,
          this.#figures.length === 0 ? html("p", { class: "note" }, t("list.empty")) : null,
          this.#list.element,
          this.#findings,
        ),
      ),
    );
  }

  async fill(): Promise<void> {
    const { signal } = this.#closing;
    this.#look();
    // The list first: it is what is worked with.
    await this.#list.fill(this.#figures, signal);
    await this.#text.fill(this.#marks(), signal);
    const { at } = this.#item;
    const first = this.#figures.find(({ id }) => id === at) ?? this.#waitingAfter(null);
    this.#go(first?.id ?? this.#figures[0]?.id ?? null, { isShown: at !== null });
  }

  close(): void {
    this.#closing.abort(new DOMException("closed", "AbortError"));
    clearTimeout(this.#resting);
    this.#text.show(null, []);
  }

  tell(text: string): void {
    this.#bar.tell(text);
  }

  act(command: Command): void {
    const figure = this.#figure(this.#current);
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
          { kind: "confirm", ids: progressOf(this.#figures).sure },
          { goes: true },
        );
      case "open":
        return this.#focusOpen();
      default:
        this.#options.onCommand(command);
    }
  }

  #figure(id: string | null): Figure | undefined {
    return this.#figures.find((one) => one.id === id);
  }

  #waitingAfter(id: string | null): Figure | undefined {
    return waitingAfter(this.#figures, id);
  }

  #step(by: 1 | -1): void {
    const at = this.#figures.findIndex(({ id }) => id === this.#current);
    const next = this.#figures[Math.min(this.#figures.length - 1, Math.max(0, at + by))];
    if (next) this.#go(next.id);
  }

  #go(id: string | null, { isFocused = true, isShown = true } = {}): void {
    if (id !== this.#current) this.#editing.end();
    this.#current = id;
    this.#list.open(id, { isFocused, isShown });
    this.#text.show(id, clauseOf(this.#figure(id)));
    if (this.#item.at === id) return;
    this.#item.at = id;
    this.#options.onChange();
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
    this.#go(this.#figure(id) ? id : (this.#figures[0]?.id ?? null));
  }

  #dispatch(action: Action, { goes = false } = {}): void {
    const next = reduce(this.#item.review, action);
    if (next !== this.#item.review) {
      this.#item.review = next;
      this.#refresh(action);
      this.#options.onChange();
    }
    if (goes) this.#go(this.#waitingAfter(this.#current)?.id ?? this.#current);
  }

  #refresh({ kind }: Action): void {
    const { report, review } = this.#item;
    this.#figures = figuresOf(report, review.present);
    if (kind !== "confirm" && kind !== "reject") this.#object();
    this.#list.update(this.#figures);
    this.#head.update(headOf(report, review.present));
    this.#look();
    this.#text.setMarks(this.#marks());
  }

  /** What the rules of the data say; they look at all figures, so they are asked only after changes. */
  #object(): void {
    const { report, review } = this.#item;
    const { archive, themes } = this.#context;
    const [metrics, regions] = [[...archive.metrics.values()], [...archive.regions.values()]];
    const known = { metrics, regions, themes };
    this.#objections = objectionsTo(report, review.present, this.#figures, known);
  }

  /** Bar and findings as they are now. */
  #look(): void {
    const { report, review } = this.#item;
    this.#open = openNumbers(report, review.present, this.#figures);
    this.#bar.update({
      progress: progressOf(this.#figures),
      review,
      numbers: report.numbers,
      accounted: accountedFor(report, this.#open.length),
    });
    const facts = factsLeft(this.#figures);
    const checks = checksNow(report.identities, facts);
    const groups = contradictions(facts);
    // Most steps change nothing here, and what has the focus keeps it.
    const state = JSON.stringify([this.#open.map(({ start }) => start), groups, checks]);
    if (state === this.#shownFindings) return;
    this.#shownFindings = state;
    const byFact = new Map(this.#figures.map((figure) => [figure.fact.fact_id, figure]));
    const contradictory = groups.map((ids) => ids.flatMap((id) => byFact.get(id) ?? []));
    const found = { open: this.#open, checks, contradictions: contradictory };
    const hadFocus = this.#findings.contains(this.#context.build.document.activeElement);
    this.#findings.replaceChildren(...findingsView(this.#context, found, this.#findingsOptions()));
    if (hadFocus) this.#focusOpen();
  }

  #focusOpen(): void {
    const places = [".open-number", "h3"].map((one) =>
      this.#findings.querySelector<HTMLElement>(one),
    );
    (places[0] ?? places[1])?.focus();
  }

  #findingsOptions() {
    return {
      text: this.#item.report.text,
      onShow: ({ start }: OpenNumber) => {
        this.#text.show(openId(start), []);
      },
      onAdd: ({ start, end }: OpenNumber) => this.#editing.add({ start, end }),
      onDismiss: ({ start }: OpenNumber) => this.#dispatch({ kind: "dismiss", start }),
      onPick: (factId: string) =>
        this.#go(this.#figures.find(({ fact }) => fact.fact_id === factId)?.id ?? null),
    };
  }

  #marks(): TextMark[] {
    return marksOf(this.#figures, this.#open);
  }

  /** A mark was chosen in the text; of several figures of one number the next one. */
  #pick(ids: readonly string[]): void {
    const [first = ""] = ids;
    const open = this.#open.find(({ start }) => openId(start) === first);
    if (open) {
      const place = this.#findings.querySelector<HTMLElement>(`[data-open="${open.start}"]`);
      place?.scrollIntoView({ block: "nearest" });
      return place?.focus({ preventScroll: true });
    }
    const figures = ids.filter((id) => this.#figure(id));
    const at = figures.indexOf(this.#current ?? "");
    this.#go(figures[(at + 1) % figures.length] ?? first);
  }

  /** What is pointed at on one side is shown on the other, once the pointer rests. */
  #hover(id: string | null, side: "text" | "list"): void {
    if (id === this.#hovered) return;
    this.#hovered = id;
    clearTimeout(this.#resting);
    this.#list.light(id);
    if (this.#editing.isOpen) return;
    this.#resting = setTimeout(() => {
      const shown = id ?? this.#current;
      if (side === "list") this.#text.show(shown, clauseOf(this.#figure(shown)));
      else if (id !== null) this.#list.light(id, { isShown: true });
    }, REST);
  }

  #add(): void {
    const focused = this.#context.build.document.activeElement;
    const start = focused?.closest("li")?.querySelector("[data-open]")?.getAttribute("data-open");
    const open = this.#open.find((one) => String(one.start) === start);
    const stretch = this.#text.selection() ?? open;
    if (stretch) this.#editing.add(stretch);
    else this.#bar.tell(this.#context.t("add.how"));
  }

  /** Behind a form that was saved: to the next figure, unless a rule objects to this one. */
  #afterForm(): void {
    const id = this.#item.review.about ?? this.#current;
    const objects = id !== null && this.#objections.has(id);
    this.#go(objects ? id : (this.#waitingAfter(id)?.id ?? id));
  }
}
