import { openDialog } from "../../editor/dialog.ts";
import { beginReview, figuresOf, isConfirmed, progressOf } from "../../review/index.ts";
import type { ReadReport } from "../../review/index.ts";
import { documentErrorWords } from "../../documents/index.ts";
import type { Reader } from "../../review/reader/index.ts";
import type { KeptReview, ReviewStore } from "../../review/store/index.ts";
import { button, type Context } from "./context.ts";
import { sorted } from "./dropped.ts";
import { intake, type Given } from "./intake.ts";
import { createKeeping, type Item, type KeptState, type Keeping } from "./keeping.ts";
import { commandOf, keySheet } from "./keys.ts";
import { queueView, type Failure, type QueueState } from "./queue.ts";
import { createSheet, type Sheet } from "./sheet.ts";

export interface DeskOptions {
  readonly main: HTMLElement;
  readonly reader: Reader;
  /** Null where the browser keeps nothing. */
  readonly store: ReviewStore | null;
  readonly onCompare: () => void;
  readonly onExport: (items: readonly Item[]) => void;
}

/** All reports under review, one of them open. */
export class Desk {
  readonly #context: Context;
  readonly #options: DeskOptions;
  readonly #keeping: Keeping | null;
  readonly #queue: HTMLElement;
  readonly #place: HTMLElement;
  readonly #saved: HTMLElement;
  readonly #tools: HTMLElement;
  #items: Item[] = [];
  #current: Item | null = null;
  #sheet: Sheet | null = null;
  #failures: Failure[] = [];
  #waiting: Given[] = [];
  #reading: QueueState["reading"] = null;
  #stopping = new AbortController();

  constructor(context: Context, options: DeskOptions) {
    this.#context = context;
    this.#options = options;
    const { html, document } = context.build;
    this.#queue = html("div");
    this.#place = html("div", { class: "desk" });
    this.#saved = html("span", { class: "saved", role: "status" });
    this.#tools = html("div", { class: "desk-tools" });
    const { store } = options;
    this.#keeping = store && createKeeping(store, (state) => this.#say(state));
    options.main.append(
      intake(
        context,
        (given) => void this.take(given),
        (files) => this.#compareWith(files),
      ),
      this.#queue,
      this.#tools,
      this.#place,
    );
    // Before the page hears them: e would begin to edit.
    document.addEventListener("keydown", (event) => this.#onKey(event), { capture: true });
  }

  /** Shows what was kept: the report that was worked on last is open. */
  async restore(): Promise<void> {
    const kept = (await this.#options.store?.all()) ?? [];
    for (const { report, review } of kept) this.#items.push(itemOf(report, review));
    const last = kept.toSorted((a, b) => (b.review?.changed ?? 0) - (a.review?.changed ?? 0))[0];
    this.#draw();
    const item = this.#items.find(({ report }) => report.id === last?.report.id);
    if (item) await this.#open(item);
  }

  /** Reads reports one after the other; the first of them is opened. */
  async take(given: readonly Given[]): Promise<void> {
    this.#waiting.push(...given);
    // What is being read goes on with them.
    if (this.#reading || this.#waiting.length === 0) return;
    this.#stopping = new AbortController();
    let isFirst = true;
    for (let at = 1; this.#waiting.length > 0; at++) {
      const next = this.#waiting.shift();
      if (!next) break;
      this.#reading = { at, of: at + this.#waiting.length, name: next.name };
      this.#draw();
      const item = await this.#read(next);
      if (item && isFirst) void this.#open(item);
      isFirst &&= item === null;
    }
    this.#reading = null;
    this.#draw();
  }

  async #read({ file, name }: Given): Promise<Item | null> {
    const { reader, store } = this.#options;
    try {
      const report = await reader.read(file, name, { signal: this.#stopping.signal });
      const known = this.#items.find((item) => item.report.id === report.id);
      if (known) {
        this.#sheet?.tell(this.#context.t("queue.again"));
        return known;
      }
      const item = itemOf(report, null);
      // On the disk before it is shown: a kill costs nothing that was seen.
      await store
        ?.putReport(report)
        .catch((error: unknown) => this.#say({ failed: String(error) }));
      this.#items.push(item);
      return item;
    } catch (error) {
      if (!this.#stopping.signal.aborted) this.#failures.push(this.#failure(name, error));
      return null;
    }
  }

  #failure(name: string, error: unknown): Failure {
    return { name, message: documentErrorWords(this.#context.language, error, name) };
  }

  /** What another extractor found is held against the open report; the other files are given back. */
  #compareWith(files: readonly File[]): readonly File[] {
    const { t } = this.#context;
    const { reports, annotations } = sorted(files, this.#sheet !== null);
    const [first] = annotations;
    if (!first) return reports;
    if (!this.#sheet) {
      const failures = annotations.map(({ name }) => ({
        name,
        message: t("others.no_report", name),
      }));
      this.#failures.push(...failures);
      this.#draw();
      return reports;
    }
    if (annotations.length > 1) this.#sheet.tell(t("others.one"));
    this.#sheet.compare(first);
    return reports;
  }

  async #open(item: Item): Promise<void> {
    this.#sheet?.close();
    this.#current = item;
    const { rules, others } = item.report;
    const context = { ...this.#context, rules, others };
    const sheet = createSheet(context, {
      item,
      onChange: () => this.#changed(item),
      onCommand: (command) => {
        if (command === "help") this.#help();
        else this.#turn(command === "nextReport" ? 1 : -1);
      },
    });
    this.#sheet = sheet;
    this.#place.replaceChildren(sheet.element);
    this.#draw();
    try {
      // What is drawn so far is painted first.
      await new Promise((resolve) => setTimeout(resolve));
      await sheet.fill();
    } catch (error) {
      // Another report was opened before this one was built.
      if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
    }
  }

  #changed(item: Item): void {
    this.#keeping?.keep(item);
    this.#draw();
  }

  #draw(): void {
    const { main } = this.#options;
    const state = {
      items: this.#items,
      current: this.#current,
      failures: this.#failures,
      reading: this.#reading,
    };
    main.classList.toggle("has-reports", this.#items.length > 0);
    const queue = queueView(this.#context, state, {
      onOpen: (item) => void this.#open(item),
      onStop: () => this.#stop(),
      onDismiss: (failure) => {
        this.#failures = this.#failures.filter((one) => one !== failure);
        this.#draw();
      },
    });
    this.#queue.replaceChildren(queue);
    this.#drawTools();
  }

  #drawTools(): void {
    if (this.#items.length === 0) return this.#tools.replaceChildren();
    const { t } = this.#context;
    if (this.#tools.childElementCount > 0) {
      this.#tools
        .querySelector("[data-do=forget-all]")
        ?.toggleAttribute("hidden", this.#items.length < 2);
      this.#tools
        .querySelector("[data-do=next-report]")
        ?.toggleAttribute("hidden", this.#items.length < 2);
      return;
    }
    const make = (word: Parameters<typeof t>[0], name: string, act: () => void) =>
      button(this.#context, t(word), act, { "data-do": name });
    const { store } = this.#options;
    if (!store) this.#saved.textContent = t("kept.refused");
    this.#tools.replaceChildren(
      make("bar.compare", "compare", () => this.#compare()),
      make("bar.export", "export", () => this.#options.onExport(this.#items)),
      make("bar.next", "next-report", () => this.#turn(1)),
      make("forget.one", "forget", () => void this.#forget(false)),
      make("forget.all", "forget-all", () => void this.#forget(true)),
      this.#saved,
    );
    this.#drawTools();
  }

  #say(state: KeptState): void {
    const { t } = this.#context;
    const text = typeof state === "object" ? t("kept.failed", state.failed) : t(`kept.${state}`);
    this.#saved.textContent = text;
    this.#saved.dataset["kept"] = typeof state === "object" ? "failed" : state;
  }

  /** To another report: forward to one that has figures to be checked, if there is one. */
  #turn(by: 1 | -1): void {
    const at = this.#current ? this.#items.indexOf(this.#current) : -1;
    const { length } = this.#items;
    const round = this.#items.map(
      (_, index) => this.#items[(at + by * (index + 1) + 2 * length) % length],
    );
    const isWaiting = (item: Item | undefined): boolean => {
      if (!item || item === this.#current) return false;
      const { decided, total } = progressOf(figuresOf(item.report, item.review.present));
      return decided < total;
    };
    const next = (by === 1 ? round.find(isWaiting) : undefined) ?? round[0];
    if (next && next !== this.#current) void this.#open(next);
  }

  #stop(): void {
    this.#waiting = [];
    this.#stopping.abort(new DOMException("stopped", "AbortError"));
  }

  #compare(): void {
    const has = this.#items.some(({ report, review }) =>
      figuresOf(report, review.present).some(isConfirmed),
    );
    if (has) this.#options.onCompare();
    else this.#sheet?.tell(this.#context.t("compare.none"));
  }

  async #forget(isAll: boolean): Promise<void> {
    const { t, build } = this.#context;
    const current = this.#current;
    if (!current) return;
    const name = current.report.head.title ?? current.report.name;
    const question = isAll ? t("forget.all.ask", this.#items.length) : t("forget.one.ask", name);
    if (build.document.defaultView?.confirm(question) !== true) return;
    const { store } = this.#options;
    await (isAll ? store?.forgetAll() : store?.forget(current.report.id));
    this.#items = isAll ? [] : this.#items.filter((item) => item !== current);
    this.#sheet?.close();
    this.#sheet = null;
    this.#current = null;
    this.#place.replaceChildren();
    this.#draw();
    const [first] = this.#items;
    if (first) await this.#open(first);
  }

  #help(): void {
    const { build, language, t } = this.#context;
    openDialog(build, {
      language,
      title: t("keys.title"),
      name: "keys",
      content: keySheet(build, t),
    });
  }

  #onKey(event: KeyboardEvent): void {
    const command = commandOf(event);
    if (command === null || !this.#sheet) return;
    event.preventDefault();
    this.#sheet.act(command);
  }
}

function itemOf(report: ReadReport, kept: KeptReview | null): Item {
  return {
    report,
    review: beginReview(kept?.decisions),
    at: kept?.at ?? null,
    revision: kept?.revision ?? 0,
  };
}
