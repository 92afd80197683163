export { absenceName, absenceReason } from "./absence.ts";
export { altText, MOST_ALT } from "./alt.ts";
export {
  type Annotation,
  annotationsIn,
  annotationWarnings,
  circled,
  timeOf,
  whereOf,
} from "./annotation.ts";
export { type Audit, distance } from "./audit.ts";
export { type Axis, axisOf, logTicks, scaleOf, type ScaleType, zeroOn } from "./axis.ts";
export type { Comparable } from "./comparable.ts";
export { breakSentence, breakWords, clauses } from "./breaks.ts";
export { type Caveats, mixedCaveats, noCaveats } from "./caveats.ts";
export { changeBetween, changeText, type ShownChange } from "./change.ts";
export { type FigureContext, metricName, regionName, thingOf, withOwnRegions } from "./context.ts";
export { denialText, isDenied } from "./denial.ts";
export { columnHeadings } from "./headings.ts";
export { type Description, drawingName, extremesOf, joined, missingSentences } from "./describe.ts";
export { flagName, flags, flagsOf } from "./flags.ts";
export { type Form, formOf, forms, type GlyphStyle, glyphStyle } from "./form.ts";
export { type Grid, headings, nameOf } from "./grid.ts";
export { kindColumns, representatives } from "./kinds.ts";
export { checkTexts, MOST_DRAWN } from "./limits.ts";
export { linkOf } from "./link.ts";
export {
  comparabilityOf,
  type FigureModel,
  figureModel,
  type FigureSource,
  type FigureTexts,
  noTexts,
} from "./model.ts";
export {
  accessibleName,
  evidenceId,
  fullValue,
  measureName,
  detailOf,
  periodOf,
  scopeOf,
  shortValue,
} from "./name.ts";
export {
  type Absent,
  absent,
  ends,
  isAbsent,
  isPresent,
  isUnsourced,
  type Missing,
  namedIn,
  type Observation,
  observe,
  observeAll,
  type Present,
  type Row,
} from "./observation.ts";
export type { PanelModel, PanelRow, RowGroup, SectionModel } from "./panel.ts";
export { arrange, forbiddenBecause, type Lone, type Panel } from "./panels.ts";
export { isPoint, rankingOf } from "./order.ts";
export { provenanceOf } from "./provenance.ts";
export {
  isOffZero,
  missingYears,
  type Point,
  type Series,
  type Step,
  valueDomain,
  type Years,
} from "./series.ts";
export type { End, Slope } from "./slopes.ts";
export { countedSources, sources } from "./sources.ts";
export { bilingual, type ChartSpec } from "./spec.ts";
export { type TableRow, tableRow } from "./table.ts";
export { denialSuffix, isNumber, plainText, type RichText, type TextNumber } from "./text.ts";
export type { Tile } from "./tiles.ts";
export type { AuditBody, AuditRow } from "./types/audit.ts";
export { type BodyOf, type ChartType, chartTypes, figureTypes, typeOf } from "./types/index.ts";
export type { Foldable, GroupsBody, RegionGroup } from "./types/groups.ts";
export type { MatrixBody } from "./types/matrix.ts";
export type { PanelsBody } from "./types/panels.ts";
export type { SlopePanel, SlopesBody } from "./types/slope.ts";
export type { SeriesPanel, TrendBody } from "./types/trend.ts";
export type { FigureType } from "./types/type.ts";
