import type { PageNotebook } from "./notebook.ts";
import type { Page } from "./page.ts";

/** How a figure leaves the page; the code of each way is loaded when it is first asked for. */
export interface Publishing {
  /** Opens what another page needs to hold this chart. */
  embed(id: string): Promise<void>;
  /** Fills the download menu of a figure when it is opened first, and lets only one be open. */
  download(menu: HTMLDetailsElement): Promise<void>;
}

export function createPublishing(page: Page, notebook: PageNotebook): Publishing {
  const { document, root, location } = page;
  return {
    embed: (id) =>
      page.attempt("embed", async () => {
        const loading = import("../publish/embed.ts");
        const [{ embedFigure }, { archive }] = await Promise.all([loading, page.data()]);
        const { place, address } = location;
        const chart = notebook.mounted?.chart(id) ?? null;
        const isOwn = notebook.isEdited || page.isEditPage;
        embedFigure(id, { document, root, place, address, archive, chart, isOwn });
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
          root,
          chart: () => notebook.mounted?.chart(id) ?? null,
          table: async () => (await notebook.mounted?.table(id)) ?? null,
          address: () => new URL(`#${id}`, window.location.href).href,
        });
      });
    },
  };
}
