import { writeAddress, type Address } from "../../share/index.ts";
import { pagePath } from "../page/place.ts";
import type { PageNotebook } from "./notebook.ts";
import type { Page } from "./page.ts";

/** How a figure leaves the page; the code of each way is loaded when it is first asked for. */
export interface Publishing {
  /** Opens what another page needs to hold this chart. */
  embed(id: string): Promise<void>;
  /** Fills the download menu of a figure when it is opened first, and lets only one be open. */
  download(menu: HTMLDetailsElement): Promise<void>;
}

/** Whether an address shows a chart of a repository notebook as its author meant it. */
export function isAsShipped(
  id: string,
  { inputs, together }: Pick<Address, "inputs" | "together">,
): boolean {
  return Object.keys(inputs).length === 0 && !together.includes(id);
}

export function createPublishing(page: Page, notebook: PageNotebook): Publishing {
  const { document, root, location } = page;
  /** An edited notebook has no page that others could open. */
  const isOwn = (): boolean => notebook.isEdited || page.isEditPage;

  /** The page that shows a chart as it is now. */
  const originOf = (id: string) => {
    const { place, address } = location;
    return {
      notebook: {
        zh: pagePath({ ...place, language: "zh" }),
        en: pagePath({ ...place, language: "en" }),
      },
      address: isOwn() ? null : writeAddress({ ...address, fact: null, anchor: id }),
    };
  };

  return {
    embed: (id) =>
      page.attempt("embed", async () => {
        const loading = import("../publish/embed.ts");
        const [{ openEmbed }, { archive }] = await Promise.all([loading, page.data()]);
        const chart = notebook.mounted?.chart(id);
        const { language } = page;
        const own = new URL(`embed/${id}/${language === "en" ? "en/" : ""}`, root);
        // Before the engine has answered there is no chart to draw anew, only its page.
        if (!chart) return window.location.assign(own);
        const isHosted = !isOwn() && isAsShipped(id, location.address);
        const origin = originOf(id);
        openEmbed({ document, language, chart, archive, root, isHosted, origin });
      }),
    async download(menu) {
      if (!menu.open) return;
      for (const other of document.querySelectorAll<HTMLDetailsElement>(".take-menu[open]"))
        if (other !== menu) other.open = false;
      const id = menu.closest("figure")?.id ?? "";
      await page.attempt("download", async () => {
        const loading = import("../publish/download.ts");
        const [{ fillDownloadMenu }, { archive }] = await Promise.all([loading, page.data()]);
        fillDownloadMenu(menu, {
          document,
          language: page.language,
          id,
          archive,
          chart: () => notebook.mounted?.chart(id) ?? null,
          table: async () => (await notebook.mounted?.table(id)) ?? null,
          address: () => new URL(`#${id}`, window.location.href).href,
        });
      });
    },
  };
}
