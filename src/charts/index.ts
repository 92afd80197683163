export { aloneName, aloneParts, shownAlone } from "./alone.ts";
export { evidenceAttributes, missingAttributes } from "./attributes.ts";
export { auditAttributes } from "./audit.ts";
export { auditStrip, type AuditScale } from "./audit-strip.ts";
export { begins, countIn, provinceOf, severalAttributes, shownIn } from "./coverage.ts";
export { placeName, placeText, rankTrack } from "./ranking.ts";
export { symbol } from "./symbol.ts";
export type { AbsentItem, Block, LineRole, NumberedText } from "./blocks.ts";
export { domainFigure, drawable, type DrawableFigure, type Drawing } from "./charts.ts";
export { drawMore, type ChartContext, type Leads } from "./context.ts";
export { figureElement, type FigureOptions } from "./figure.ts";
export { loadGrammar, needsGrammar, type PlotInput, type PlotModule } from "./plot-module.ts";
export type { Whole } from "./plot/whole/index.ts";
export { widths, type Variant } from "./widths.ts";
export { glyph } from "./glyph.ts";
export { formParts, formSymbol, legend } from "./legend.ts";
export {
  palettes,
  paletteRules,
  properties,
  resolveColor,
  themes,
  type Palette,
  type Theme,
} from "./palette.ts";
export { textElements } from "./text-elements.ts";
export { BOLD, pieces, textWidth, wrap } from "./text.ts";
