/** Elements for tables of the reader's own and for results on their way out. */
export { schemaBrowser, type BrowserOptions, type SchemaBrowser } from "./browser.ts";
export { downloadMenu, failed, formatEntries, type DownloadOptions } from "./download.ts";
export { fillMenu, type MenuEntry, type MenuGroup } from "./menu.ts";
export {
  checkFigures,
  figureCheck,
  looksLikeFacts,
  type CheckedFigures,
  type CheckOptions,
} from "./figures.ts";
export { importPanel, type ImportOptions, type ImportPanel } from "./importer.ts";
export { errorWords, problemWords } from "./say.ts";
export { statisticsOf, type Statistics } from "./statistics.ts";
export { tell, words, type Word } from "./words.ts";
