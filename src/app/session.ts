import { manifest } from "virtual:fadu-data";
import { notebooks } from "virtual:fadu-notebooks";
import { builder, isLostPart } from "../dom/index.ts";
import { createEngine, insertTables, loadTables, openDuckdb } from "../engine/index.ts";
import { openPanel, sourceList, type Archive, type Panel } from "../evidence/index.ts";
import type { Language } from "../facts/index.ts";
import { locale, say } from "../i18n/index.ts";
import type { Environment, Mounted } from "../runtime/index.ts";
import { writeAddress, type Address } from "../share/index.ts";
import { heldAddress, heldState } from "./held.ts";
import { archiveOf, countsOf } from "./archive.ts";
import { figureActions } from "./figure-actions.ts";
import { evidenceOf, openersOf, rove } from "./interact.ts";
import { keepForOffline } from "./offline.ts";
import { notice } from "./notice.ts";
import { editSlug, pagePath, type Place } from "./place.ts";
import type { Search } from "./search.ts";
import { shownFacts } from "./shown.ts";
import { errorText, status } from "./status.ts";
import { variantFor, watchWidths } from "./widths.ts";
import type { Workbench } from "./workbench.ts";

export interface Session {
  /** Opens what the address names, and starts the engine where the reader does not save data. */
  begin(address: Address): Promise<void>;
  /** Opens the evidence of a number. */
  open(id: string, source?: HTMLElement | SVGElement): Promise<void>;
  /** Opens the search; its code is loaded and its index built when it is first asked for. */
  search(): Promise<void>;
  /** Opens what a page needs to hold this chart; its code is loaded when it is first asked for. */
  embed(id: string): Promise<void>;
  /** Fills the download menu of a figure when it is opened first, and lets only one be open. */
  download(menu: HTMLDetailsElement): Promise<void>;
  /** Makes the page editable; the editor is loaded when it is first asked for. */
  edit(): Promise<void>;
  /** In place where the charts are live, else by going to the other page. */
  switchLanguage(href: string): void;
}

export interface SessionOptions {
  readonly root: URL;
  readonly place: Place;
}

/** Changes of one filter that pause no longer than this are one step back, in ms. */
const FILTER_STEP = 1000;

/** The fragment that opens a notebook's page for editing. */
const EDIT = "edit";

function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

/** What makes a page live, once its engine is there. */
const running = () => import("./running.ts");
type Parts = Awaited<ReturnType<typeof running>>;

/** The live page: owns the data, the engine, the runtime and the evidence panel. */
export function openSession({ root, place: initial }: SessionOptions): Session {
  let place = initial;
  let address = heldAddress();
  let panel: Panel | null = null;
  let opener: { readonly id: string; readonly element: HTMLElement | SVGElement | null } | null =
    null;
  let mounted: Mounted | null = null;
  let workbench: Promise<Workbench> | undefined;
  const main = document.querySelector("main") ?? document.body;
  const base = new URL("data/", root).href;
  const isEditPage = place.slug === editSlug;
  const entry = isEditPage
    ? undefined
    : (notebooks.find(({ slug }) => slug === place.slug) ?? notebooks[0]);

  let loading: ReturnType<typeof load> | undefined;
  /** Who waits for the data, and wants to hear that they still come. */
  const waiting = new Set<() => void>();
  const load = async () => {
    const onBytes = (): void => waiting.forEach((arrived) => arrived());
    const tables = await loadTables(manifest, base, { onBytes });
    return { tables, archive: archiveOf(tables) };
  };
  /** One load for all who wait; a failed one is tried again by the next who asks. */
  const data = () =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));

  const engine = createEngine({
    open: openDuckdb,
    load: async (connection, onProgress) => {
      waiting.add(onProgress);
      const [{ tables, archive }, { viewDefinitions }] = await Promise.all([
        data().finally(() => waiting.delete(onProgress)),
        running(),
      ]);
      await insertTables(connection, tables, { definitions: viewDefinitions(archive) });
    },
    onState: (state, error) => engineStatus.state(state, error),
    onProgress: (progress) => engineStatus.progress(progress),
  });
  const engineStatus = status(document, place.language, () => void start());
  document.querySelector(".masthead .engine")?.replaceWith(engineStatus.element);

  const replaceAddress = (change: Partial<Address>, push = false): void => {
    address = { ...address, ...change };
    const url = new URL(pagePath(place) + writeAddress(address), root);
    if (push) history.pushState(heldState(address), "", url);
    else history.replaceState(heldState(address), "", url);
  };

  /** What is dragged or typed is one step back, as long as it does not pause. */
  let last = { id: "", at: -Infinity };
  const isStep = (id: string, at: number): boolean => {
    const goesOn = last.id === id && at - last.at < FILTER_STEP;
    last = { id, at };
    return !goesOn;
  };

  /** Says why something could not be done; of a part that did not come the page says it itself. */
  const failed = (key: string, error: unknown): void => {
    if (!isLostPart(error)) notice(document, place.language, key, errorText(place.language, error));
  };

  const close = (): void => {
    if (!panel) return;
    panel.element.remove();
    panel = null;
    document.documentElement.removeAttribute("data-evidence-open");
    for (const mark of document.querySelectorAll(".is-open")) mark.classList.remove("is-open");
    if (opener) {
      const { id, element } = opener;
      const again = () => openersOf(main).find((mark) => evidenceOf(mark) === id);
      (element?.isConnected ? element : again())?.focus();
    }
    opener = null;
  };

  const show = (archive: Archive, id: string): void => {
    panel?.element.remove();
    panel = openPanel({
      document,
      language: place.language,
      archive,
      onClose: () => {
        close();
        replaceAddress({ fact: null });
      },
    });
    panel.show(id);
    document.body.append(panel.element);
    document.documentElement.setAttribute("data-evidence-open", "");
    for (const mark of openersOf(main)) mark.classList.toggle("is-open", evidenceOf(mark) === id);
    panel.element.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  };

  const open = async (id: string, source?: HTMLElement | SVGElement): Promise<void> => {
    try {
      const { archive } = await data();
      if (source && !panel?.element.contains(source)) opener = { id, element: source };
      show(archive, id);
      if (source) replaceAddress({ fact: id }, true);
    } catch (error) {
      failed("data", error);
    }
  };

  let searching: Promise<Search> | undefined;
  const loadSearch = async (): Promise<Search> => {
    const { createSearch } = await import("./search.ts");
    return createSearch({
      document,
      language: () => place.language,
      load: async () => (await data()).archive,
      onChoose: (target, source) => {
        if ("fact" in target) void open(target.fact, source);
        else location.assign(new URL(target.path, root));
      },
    });
  };

  const search = async (): Promise<void> => {
    try {
      (await (searching ??= loadSearch())).open();
    } catch (error) {
      searching = undefined;
      failed("search", error);
    }
  };

  /** A chart of a repository notebook as its author meant it; any other has no page of its own. */
  const isAsShipped = (id: string): boolean =>
    !workbench &&
    entry !== undefined &&
    Object.keys(address.inputs).length === 0 &&
    !address.together.includes(id);

  /** The page that shows a chart as it is now; of an edited notebook there is none. */
  const originOf = (id: string) => ({
    notebook: {
      zh: pagePath({ ...place, language: "zh" }),
      en: pagePath({ ...place, language: "en" }),
    },
    address: workbench || isEditPage ? null : writeAddress({ ...address, fact: null, anchor: id }),
  });

  const embed = async (id: string): Promise<void> => {
    try {
      const [{ openEmbed }, { archive }] = await Promise.all([import("./embed.ts"), data()]);
      const chart = mounted?.chart(id);
      const { language } = place;
      const page = new URL(`embed/${id}/${language === "en" ? "en/" : ""}`, root);
      // Before the engine has answered there is no chart to draw anew, only its page.
      if (!chart) return location.assign(page);
      const isHosted = isAsShipped(id);
      const origin = originOf(id);
      openEmbed({ document, language, chart, archive, root, isHosted, origin });
    } catch (error) {
      failed("embed", error);
    }
  };

  const download = async (menu: HTMLDetailsElement): Promise<void> => {
    if (!menu.open) return;
    for (const other of document.querySelectorAll<HTMLDetailsElement>(".take-menu[open]"))
      if (other !== menu) other.open = false;
    const id = menu.closest("figure")?.id ?? "";
    try {
      const [{ fillTake }, { archive }] = await Promise.all([import("./take.ts"), data()]);
      fillTake(menu, {
        document,
        language: place.language,
        id,
        archive,
        chart: () => mounted?.chart(id) ?? null,
        table: async () => (await mounted?.table(id)) ?? null,
        address: () => new URL(`#${id}`, location.href).href,
      });
    } catch (error) {
      failed("download", error);
    }
  };

  const start = async (): Promise<void> => {
    try {
      const started = engine.start();
      // What draws is wanted after the engine, which is far larger, and comes while it starts.
      void running().catch(() => {});
      // The tables arrive while the engine starts; what fails shows where they are asked for.
      void data().catch(() => {});
      await started;
      await engine.query("SELECT count(*) FROM facts");
      performance.mark("fadu:engine-ready");
      await goLive();
    } catch {
      // The status line says what failed; the static charts stay as they are.
    }
  };

  /** What every notebook of this page runs in; which code may run is each one's own. */
  const environment = (archive: Archive, { createCages }: Parts): Omit<Environment, "consent"> => ({
    document,
    connector: engine,
    catalogue: archive,
    language: place.language,
    variants: (container) => [variantFor(container)],
    state: "live",
    inputs: address.inputs,
    onInput: (id, text) => {
      const { [id]: _, ...others } = address.inputs;
      const inputs = text === null ? others : { ...others, [id]: text };
      replaceAddress({ inputs }, isStep(id, performance.now()));
    },
    cages: createCages(document),
    actions: figureActions(workbench || isEditPage ? null : new URL("embed/", root).href),
    together: address.together,
    onTogether: (id, together) => {
      const others = address.together.filter((other) => other !== id);
      replaceAddress({ together: together ? [...others, id] : others }, true);
    },
    onInvalidInput: (id, text) =>
      notice(
        document,
        place.language,
        `input-${id}`,
        say(place.language, "error.address.value", id, text),
      ),
  });

  const goLive = async (): Promise<void> => {
    if (mounted || workbench || !entry) return;
    const [{ archive }, { default: notebook }, parts] = await Promise.all([
      data(),
      entry.load(),
      running(),
    ]);
    // The reader may have begun to edit in the meantime.
    if (workbench) return;
    mounted = parts.mount(notebook, main, {
      ...environment(archive, parts),
      consent: parts.consentByBuild(notebook),
    });
    for (const [id, text] of Object.entries(address.inputs))
      if (!notebook.cells.some((cell) => cell.kind === "input" && cell.id === id))
        notice(
          document,
          place.language,
          `input-${id}`,
          say(place.language, "error.address.input", id, text),
        );
    for (const id of address.together)
      if (!notebook.cells.some((cell) => cell.kind === "chart" && cell.id === id))
        notice(
          document,
          place.language,
          `together-${id}`,
          say(place.language, "error.address.cell", id),
        );
    const widths = watchWidths((id, variant) => mounted?.setVariant(id, variant));
    for (const cell of main.querySelectorAll(".cell.chart")) widths.observe(cell);
    new MutationObserver(() => rove(main)).observe(main, { childList: true, subtree: true });
    await mounted.settled.catch(() => {});
    rove(main);
    performance.mark("fadu:live");
  };

  const edit = async (): Promise<void> => {
    if (workbench || !(entry || isEditPage)) return;
    try {
      await (workbench = openEditing());
    } catch (error) {
      workbench = undefined;
      failed("edit", error);
    }
  };

  const openEditing = async (): Promise<Workbench> => {
    const [{ openWorkbench }, { archive }, parts] = await Promise.all([
      import("./workbench.ts"),
      data(),
      running(),
    ]);
    const source = entry ? (await entry.source()).default : null;
    mounted?.dispose();
    mounted = null;
    return openWorkbench({
      document,
      root,
      main,
      archive,
      engine,
      notebooks,
      origin: entry && source !== null ? { slug: entry.slug, text: source } : null,
      language: place.language,
      environment: () => environment(archive, parts),
      address: () => address,
      setAddress(change) {
        if (change.my !== undefined && place.slug !== editSlug) {
          place = { ...place, slug: editSlug };
          renderFrame(archive, parts);
        }
        replaceAddress(change);
      },
      onMounted: (running) => (mounted = running),
      notice: (key, message) => notice(document, place.language, key, message),
    });
  };

  /** Everything around the cells, said anew in the place's language. */
  const renderFrame = (archive: Archive, { footer, header, titleOf }: Parts): void => {
    const { language } = place;
    const build = builder(document);
    const frame = { place, entries: notebooks, counts: countsOf(archive) };
    document.documentElement.lang = locale(language);
    if (entry) document.title = titleOf(entry, language);
    const top = header(frame, build);
    top.querySelector(".engine")?.replaceWith(engineStatus.element);
    document.querySelector(".masthead")?.replaceWith(top);
    document.querySelector(".colophon")?.replaceWith(footer(frame, build));
    document
      .querySelector("#sources")
      ?.replaceWith(sourceList({ build, language, archive }, shownFacts(main)));
    engineStatus.setLanguage(language);
  };

  const setLanguage = async (language: Language): Promise<void> => {
    if (language === place.language) return;
    place = { ...place, language };
    const [{ archive }, parts] = await Promise.all([data(), running()]);
    mounted?.setLanguage(language);
    renderFrame(archive, parts);
    if (panel && address.fact) show(archive, address.fact);
  };

  window.addEventListener("popstate", () => {
    address = heldAddress();
    for (const cell of main.querySelectorAll(".cell.input")) {
      const id = cell.getAttribute("data-cell") ?? "";
      mounted?.setInput(id, address.inputs[id] ?? null);
    }
    for (const cell of main.querySelectorAll(".cell.chart")) {
      const id = cell.getAttribute("data-cell") ?? "";
      mounted?.setTogether(id, address.together.includes(id));
    }
    if (address.fact) void open(address.fact);
    else close();
  });

  return {
    async begin(first) {
      address = first;
      if (isEditPage || first.anchor === EDIT) void edit();
      else if (first.anchor && !document.getElementById(first.anchor))
        notice(
          document,
          place.language,
          "anchor",
          say(place.language, "error.address.cell", first.anchor),
        );
      if (first.fact) await open(first.fact);
      if (savesData()) return;
      await start();
      if (import.meta.env.PROD) await keepForOffline(root);
    },
    open,
    search,
    embed,
    download,
    edit,
    switchLanguage(href) {
      if (workbench) {
        // The editor says nothing anew: the other page opens the same notebook, once it is kept.
        void workbench
          .then((w) => w.settle())
          .finally(() => location.assign(href + writeAddress(address)));
        return;
      }
      if (!mounted) {
        location.href = href + writeAddress(address);
        return;
      }
      const language = place.language === "zh" ? "en" : "zh";
      void setLanguage(language).then(() => {
        replaceAddress({});
        document.querySelector<HTMLElement>("[data-action=language]")?.focus();
      });
    },
  };
}
