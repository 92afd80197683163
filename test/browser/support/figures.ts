import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dist, type Page } from "./test.ts";

/** The pages that draw figures: the home page, each notebook and each region. */
export const figurePages = ["", ...foldersOf(""), ...foldersOf("regions/")].filter((path) =>
  readFileSync(join(dist, path, "index.html"), "utf8").includes('class="cell chart"'),
);

function foldersOf(path: string): string[] {
  return readdirSync(join(dist, path), { withFileTypes: true })
    .filter((one) => one.isDirectory() && one.name !== "en" && one.name !== "embed")
    .map(({ name }) => `${path}${name}/`)
    .filter((folder) => existsSync(join(dist, folder, "index.html")));
}

/** All figures of the built pages in the place of the page's own. */
export async function gather(page: Page, addresses: readonly string[]): Promise<number> {
  return page.evaluate(async (paths) => {
    // A text becomes no document under the page's policy; a request may answer with one.
    const documentAt = (path: string) =>
      new Promise<Document>((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open("GET", path);
        request.responseType = "document";
        request.onerror = () => reject(new Error(`missing page: ${path}`));
        request.onload = () =>
          request.responseXML && request.status === 200
            ? resolve(request.responseXML)
            : reject(new Error(`missing page: ${path}`));
        request.send();
      });
    const cells = await Promise.all(
      paths.map(async (path) => [...(await documentAt(path)).querySelectorAll("main .cell.chart")]),
    );
    const root = document.createElement("main");
    root.append(...cells.flat());
    document.body.replaceChildren(root);
    return root.querySelectorAll("figure").length;
  }, addresses);
}
