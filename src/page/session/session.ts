import { say } from "../../words/index.ts";
import { writeAddress, type Address } from "../../drafts/link/index.ts";
import { isNotebookLink } from "../shell/history.ts";
import { hasNoCells } from "../shell/page-address.ts";
import type { Finder, Search } from "../search/search.ts";
import { followChanges } from "./develop.ts";
import { createPageEngine } from "./engine.ts";
import { createEvidencePanel } from "./evidence.ts";
import { PageNotebook } from "./notebook.ts";
import { keepForOffline } from "./offline.ts";
import { createPage, type Page, type PageOptions } from "./page.ts";
import { createPublishing, type Publishing } from "./publishing.ts";

export interface Session extends Publishing {
  /** Opens what the address names, and starts the engine where the reader does not save data. */
  begin(): Promise<void>;
  /** Opens the evidence of a number. */
  open(id: string, source?: HTMLElement | SVGElement): Promise<void>;
  /** Opens the search; its code is loaded and its index built when it is first asked for. */
  search(): Promise<void>;
  /** Makes the page editable; the editor is loaded when it is first asked for. */
  edit(): Promise<void>;
  /** In place where the charts are live, else by going to the other page. */
  switchLanguage(href: string): void;
}

/** The fragment that opens a notebook's page for editing. */
const EDIT = "edit";

function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

/**
 * Whether an address holds another notebook than the page shows: its fragment may be pasted into the
 * address bar, which loads no page. A notebook that is kept has gone on since its link.
 */
function isOtherLink(before: Address, now: Address): boolean {
  return (
    isNotebookLink(now) && now.anchor !== before.anchor && before.my === null && now.my === null
  );
}

/** The live page: its data and engine, and all that a reader can do with it. */
export function openSession(options: PageOptions): Session {
  const page = createPage(options);
  const { document, location, root } = page;
  const evidence = createEvidencePanel(page);
  const start = async (): Promise<void> => {
    try {
      await engine.start();
      await notebook.goLive();
    } catch {
      // The status line says what failed; the static charts stay as they are.
    }
  };
  const engine = createPageEngine(page, () => void start());
  const notebook = new PageNotebook(page, engine);
  const search = searchOf(page, evidence.open);
  const find = finderOf(page);
  document.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLInputElement && target.dataset["action"] === "find")
      void find(target);
  });
  if (import.meta.hot) followChanges(notebook);

  window.addEventListener("popstate", () => {
    const before = location.address;
    location.read();
    if (page.isEditPage && isOtherLink(before, location.address)) return window.location.reload();
    if (location.address.anchor === EDIT) void notebook.edit();
    notebook.follow();
    evidence.follow();
  });

  return {
    ...createPublishing(page, notebook),
    async begin() {
      const { anchor, fact } = location.address;
      if (page.isExtractPage) return page.attempt("extract", () => openExtract(page));
      if (page.isEditPage || anchor === EDIT) void notebook.edit();
      else if (anchor && !document.getElementById(anchor))
        page.notice("anchor", say(page.language, "error.address.cell", anchor));
      if (fact) await evidence.open(fact);
      if (savesData()) return;
      // A page of a region has no cells: it needs the tables alone, for its evidence.
      if (hasNoCells(location.place)) await page.data().catch(() => {});
      else await start();
      if (import.meta.env.PROD) await keepForOffline(root);
    },
    open: evidence.open,
    search,
    edit: () => notebook.edit(),
    switchLanguage(href) {
      const leave = () => window.location.assign(href + writeAddress(location.address));
      // The editor says nothing anew: the other page opens the same notebook, once it is kept.
      if (notebook.isEdited) return void notebook.settle().finally(leave);
      // The list of regions is built into its page, and nothing here could say it anew.
      if (!notebook.mounted || document.getElementById("region-index")) return leave();
      void notebook.setLanguage(page.language === "zh" ? "en" : "zh").then((archive) => {
        evidence.refresh(archive);
        location.change({});
        document.querySelector<HTMLElement>("[data-action=language]")?.focus();
      });
    },
  };
}

/** The page that reads reports; its code is loaded with the tables, and with no other page. */
async function openExtract(page: Page): Promise<void> {
  const { document, main, root, language, notice } = page;
  const [data, part] = await Promise.all([page.data(), import("../extract/extract.ts")]);
  await part.openExtract({ document, main, root, language, data, notice });
}

/** Listens to the field of a figure that holds all regions, once the reader comes to it. */
function finderOf(page: Page): (field: HTMLInputElement) => Promise<void> {
  let finding: Promise<Finder> | undefined;
  const load = async (): Promise<Finder> => {
    const { createFinder } = await import("../search/search.ts");
    return createFinder({
      language: () => page.language,
      load: async () => (await page.data()).archive,
    });
  };
  return (field) =>
    page.attempt("find", async () => {
      finding ??= load();
      finding.catch(() => (finding = undefined));
      await (await finding).attach(field);
    });
}

/** Opens the search of a page; what failed to load is asked for again the next time. */
function searchOf(page: Page, open: Session["open"]): () => Promise<void> {
  let searching: Promise<Search> | undefined;
  const load = async (): Promise<Search> => {
    const { createSearch } = await import("../search/search.ts");
    return createSearch({
      document: page.document,
      language: () => page.language,
      load: async () => (await page.data()).archive,
      onChoose: (target, source) => {
        if ("fact" in target) void open(target.fact, source);
        else window.location.assign(new URL(target.path, page.root));
      },
    });
  };
  return () =>
    page.attempt("search", async () => {
      searching ??= load();
      searching.catch(() => (searching = undefined));
      (await searching).open();
    });
}
