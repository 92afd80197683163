import type { Archive } from "../../evidence/index.ts";
import type { Language } from "../../domain/index.ts";
import { say } from "../../words/index.ts";
import type { CompiledNotebook } from "../../notebook/index.ts";
import type { Mounted } from "../../runtime/index.ts";
import type { Address } from "../../drafts/link/index.ts";
import { editSlug } from "../shell/page-address.ts";
import { watchWidths } from "../shell/widths.ts";
import type { Workbench } from "../workbench/workbench.ts";
import type { PageEngine } from "./engine.ts";
import { running, type Page, type Running } from "./page.ts";

/** The notebook of a page: as it was built, then live, then under edit. */
export class PageNotebook {
  readonly #page: Page;
  readonly #engine: PageEngine;
  #mounted: Mounted | null = null;
  /** As it changed while developing. */
  #changed: CompiledNotebook | null = null;
  #workbench: Promise<Workbench> | undefined;

  constructor(page: Page, engine: PageEngine) {
    this.#page = page;
    this.#engine = engine;
  }

  /** What runs; null while the page is as it was built. */
  get mounted(): Mounted | null {
    return this.#mounted;
  }

  /** The workbench has it, or has been asked to. */
  get isEdited(): boolean {
    return this.#workbench !== undefined;
  }

  /** Its cells run from now on, unless the reader has begun to edit. */
  async goLive(): Promise<void> {
    const { main, location, entry, data, notice } = this.#page;
    if (this.#mounted || this.isEdited || !entry) return;
    const [{ archive }, { default: notebook }, parts] = await Promise.all([
      data(),
      this.#changed ? { default: this.#changed } : entry.load(),
      running(),
    ]);
    // The reader may have begun to edit in the meantime.
    if (this.isEdited) return;
    const mounted = parts.mount(notebook, main, {
      ...this.#environment(archive, parts),
      consent: parts.consentByBuild(notebook),
    });
    this.#mounted = mounted;
    for (const { key, word, values } of parts.unknownNames(notebook, location.address, archive))
      notice(key, say(location.place.language, word, ...values));
    const widths = watchWidths((id, variant) => this.#mounted?.setVariant(id, variant));
    for (const cell of main.querySelectorAll(".cell.chart")) widths.observe(cell);
    await mounted.settled.catch(() => {});
    performance.mark("fadu:live");
  }

  /** Its cells run anew, by the code as it is now; while developing. */
  async rerun(changed?: CompiledNotebook): Promise<void> {
    if (this.isEdited || (changed && changed.slug !== this.#page.entry?.slug)) return;
    if (changed) this.#changed = changed;
    if (!this.#mounted) return;
    this.#mounted.dispose();
    this.#mounted = null;
    await this.goLive();
  }

  async edit(): Promise<void> {
    if (this.isEdited || !(this.#page.entry || this.#page.isEditPage)) return;
    const opening = this.#openWorkbench();
    this.#workbench = opening;
    opening.catch(() => (this.#workbench = undefined));
    await this.#page.attempt("edit", async () => void (await opening));
  }

  /** Sets inputs and charts to what the address says. */
  follow(): void {
    const { main, location } = this.#page;
    const { inputs, together, pinned } = location.address;
    for (const id of cellsOf(main, "input")) this.#mounted?.setInput(id, inputs[id] ?? null);
    for (const id of cellsOf(main, "chart")) this.#mounted?.setTogether(id, together.includes(id));
    this.#mounted?.setPinned(pinned);
  }

  /** In place, with everything around it. */
  async setLanguage(language: Language): Promise<Archive> {
    this.#page.location.setPlace({ language });
    const [{ archive }, parts] = await Promise.all([this.#page.data(), running()]);
    this.#mounted?.setLanguage(language);
    parts.renderFrame(this.#page, { archive, line: this.#engine.line });
    return archive;
  }

  /** Settles when all that was typed is kept, or cannot be. */
  async settle(): Promise<void> {
    await (await this.#workbench)?.settle();
  }

  #environment(archive: Archive, { environmentOf }: Running) {
    const { engine } = this.#engine;
    const hasFigurePages = !this.isEdited && !this.#page.isEditPage;
    return environmentOf(this.#page, { engine, archive, hasFigurePages });
  }

  async #openWorkbench(): Promise<Workbench> {
    const { document, root, main, location, entry, notebooks, notice, data } = this.#page;
    const loading = import("../workbench/workbench.ts");
    const [{ openWorkbench }, { archive }, parts] = await Promise.all([loading, data(), running()]);
    const source = entry ? (await entry.source()).default : null;
    this.#mounted?.dispose();
    this.#mounted = null;
    return openWorkbench({
      ...{ document, root, main, archive, notebooks, notice },
      engine: this.#engine.engine,
      origin: entry && source !== null ? { slug: entry.slug, text: source } : null,
      language: location.place.language,
      environment: () => this.#environment(archive, parts),
      address: () => location.address,
      setAddress: (change) => this.#setAddress(change, archive, parts),
      onMounted: (mounted) => (this.#mounted = mounted),
    });
  }

  /** The address becomes that of one of the reader's own notebooks, and the page with it. */
  #setAddress(change: Partial<Address>, archive: Archive, parts: Running): void {
    const { location } = this.#page;
    if (change.my !== undefined && location.place.slug !== editSlug) {
      location.setPlace({ slug: editSlug });
      parts.renderFrame(this.#page, { archive, line: this.#engine.line });
    }
    location.change(change);
  }
}

/** Ids of the cells of a kind that stand on the page. */
function cellsOf(main: Element, kind: "input" | "chart"): string[] {
  return [...main.querySelectorAll(`.cell.${kind}`)].map(
    (cell) => cell.getAttribute("data-cell") ?? "",
  );
}
