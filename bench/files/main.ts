/** The panel for a file, the menu and the browser of tables on a page of their own. */
import {
  createEngine,
  insertTables,
  loadManifest,
  loadTables,
  openDuckdb,
} from "../../src/engine/index.ts";
import { archiveOf } from "../../src/page/shell/archive.ts";
import { viewDefinitions, type Language } from "../../src/domain/index.ts";
import { downloadMenu, importPanel, schemaBrowser } from "../../src/data-files/panels/index.ts";
import "../../src/page/style.css";
import "../../src/page/workbench/own-data.css";

const language: Language = new URLSearchParams(location.search).get("lang") === "en" ? "en" : "zh";
const engine = createEngine({
  open: openDuckdb,
  load: async (fresh) => {
    const base = new URL("data/", location.href).href;
    const tables = await loadTables(await loadManifest(base), base);
    await insertTables(fresh, tables, { definitions: viewDefinitions(archiveOf(tables)) });
  },
});
const place = document.querySelector("#place") ?? document.body;
const own = (): string[] => engine.tables().map(({ name }) => name);
const browser = schemaBrowser({
  document,
  language,
  connector: engine,
  views: ["figures"],
  own,
  onInsert: () => {},
  onRemove: (name) => void engine.dropTable(name).then(() => browser.refresh()),
});
const menu = downloadMenu({
  document,
  language,
  id: "facts",
  table: () => engine.query("SELECT * FROM facts"),
});

document.querySelector("input")?.addEventListener("change", (event) => {
  const [file] = (event.target as HTMLInputElement).files ?? [];
  if (!file) return;
  const panel = importPanel({
    document,
    language,
    file,
    engine,
    taken: ["facts", "reports", "metrics", "regions"],
    onDone: () => {
      performance.mark("bench:done");
      void browser.refresh();
    },
    onClose: () => panel.element.remove(),
  });
  place.replaceChildren(panel.element);
});
// What holds the page: each beat comes as soon as the page has a moment.
let last = performance.now();
const channel = new MessageChannel();
channel.port1.onmessage = () => {
  const now = performance.now();
  const held = Number(document.documentElement.dataset["held"] ?? 0);
  if (now - last > held) document.documentElement.dataset["held"] = String(now - last);
  last = now;
  setTimeout(() => channel.port2.postMessage(null));
};
await engine.start();
await browser.refresh();
place.after(menu, browser.element);
last = performance.now();
channel.port2.postMessage(null);
document.documentElement.dataset["ready"] = "";
