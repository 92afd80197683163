import { openPanel, type Archive, type Panel } from "../../evidence/index.ts";
import { evidenceOf, openersOf } from "../shell/interact.ts";
import { pagePath, regionSlug } from "../shell/page-address.ts";
import type { Page } from "./page.ts";

/** The panel that shows where a number came from; one at a time. */
export interface EvidencePanel {
  /** Opens the evidence of a number; `source` is what was chosen, and gets the focus back. */
  open(id: string, source?: HTMLElement | SVGElement): Promise<void>;
  /** Shows what the address names, or nothing. */
  follow(): void;
  /** Says what is open anew, in the language of the page. */
  refresh(archive: Archive): void;
}

export function createEvidencePanel(page: Page): EvidencePanel {
  const { document, main, location } = page;
  let panel: Panel | null = null;
  let opener: { readonly id: string; readonly element: HTMLElement | SVGElement } | null = null;

  const close = (): void => {
    if (!panel) return;
    panel.element.remove();
    panel = null;
    document.documentElement.removeAttribute("data-evidence-open");
    for (const mark of document.querySelectorAll(".is-open")) mark.classList.remove("is-open");
    if (opener) {
      const { id, element } = opener;
      // A mark that was drawn anew since is another element.
      const again = () => openersOf(main).find((mark) => evidenceOf(mark) === id);
      (element.isConnected ? element : again())?.focus();
    }
    opener = null;
  };

  const show = (archive: Archive, id: string): void => {
    panel?.element.remove();
    panel = openPanel({
      document,
      language: page.language,
      archive,
      regionHref: (id) =>
        new URL(pagePath({ language: page.language, slug: regionSlug(id) }), page.root).href,
      onClose: () => {
        close();
        location.change({ fact: null });
      },
    });
    panel.show(id);
    document.body.append(panel.element);
    document.documentElement.setAttribute("data-evidence-open", "");
    for (const mark of openersOf(main)) mark.classList.toggle("is-open", evidenceOf(mark) === id);
    panel.element.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  };

  const open: EvidencePanel["open"] = (id, source) =>
    page.attempt("data", async () => {
      const { archive } = await page.data();
      if (source && !panel?.element.contains(source)) opener = { id, element: source };
      show(archive, id);
      if (source) location.change({ fact: id }, { push: true });
    });

  return {
    open,
    follow() {
      const { fact } = location.address;
      if (fact) void open(fact);
      else close();
    },
    refresh(archive) {
      if (panel && location.address.fact) show(archive, location.address.fact);
    },
  };
}
