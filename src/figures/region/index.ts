/** What the page of a region says, before it is built. */
export { atlasOf, type Atlas, type DerivedFigure, type RegionPage } from "./page.ts";
export type { Headline, HeldReport, MissingMetrics, ThemeFigures } from "./parts.ts";
export { standingsOf, type Standing } from "./standing.ts";
