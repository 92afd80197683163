/** Elements for tables of the reader's own and for results on their way out. */
export { schemaBrowser } from "./browser.ts";
export { downloadMenu, failed, formatEntries } from "./download.ts";
export { fillMenu, type MenuEntry } from "./menu.ts";
export { checkFigures, figureCheck, looksLikeFacts } from "./figures.ts";
export { importPanel, type ImportOptions } from "./importer.ts";
export { statisticsOf } from "./statistics.ts";
