export { altText, MOST_ALT, plainText, type AltSource } from "./alt.ts";
export {
  annotationsIn,
  annotationsOf,
  type Annotation,
  type AnnotationRecord,
} from "./annotation.ts";
export type { Catalogue, ChartContext } from "./context.ts";
export { drawMore, metricName, regionName } from "./context.ts";
export { flagName, flagsOf, flags, type Flag } from "./flags.ts";
export { denialText, isDenied } from "./denial.ts";
export { chartTypes, figure, type ChartType, type FigureOptions } from "./figure.ts";
export { loadGrammar, needsGrammar, type PlotModule } from "./plot-module.ts";
export type { Whole } from "./grammar/whole/index.ts";
export { widths, type Variant } from "./widths.ts";
export { glyph, type GlyphStyle } from "./glyph.ts";
export { formOf, forms, legend, type Form } from "./legend.ts";
export {
  accessibleName,
  evidenceAttributes,
  evidenceId,
  fullValue,
  measureName,
  shortValue,
} from "./name.ts";
export {
  missingKinds,
  namedIn,
  observe,
  observeAll,
  type Missing,
  type Observation,
  type Row,
} from "./observation.ts";
export {
  palettes,
  paletteRules,
  properties,
  resolveColor,
  themes,
  type Palette,
  type Theme,
} from "./palette.ts";
export { bilingual, type ChartSpec } from "./spec.ts";
export { BOLD, pieces, textWidth, wrap } from "./text.ts";
export { provenanceOf, type Provenance } from "./provenance.ts";
