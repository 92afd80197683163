/** What other extractors found: read in, found in the text, read again; ours in the same formats. */
export { align, alignmentKinds, misalignmentCodes } from "./align.ts";
export type { Alignment, AlignmentKind, Misalignment, MisalignmentCode } from "./align.ts";
export { checkAnnotations } from "./check.ts";
export type { CheckedAnnotation } from "./check.ts";
export { compareAnnotations, comparisonKinds } from "./compare.ts";
export type { ComparedAnnotations, Comparison, ComparisonKind } from "./compare.ts";
export { toAnnotationCsv, toLangExtract, toWebAnnotations } from "./export.ts";
export type { ExportedFact, ExportedText } from "./export.ts";
export { importAnnotations } from "./import.ts";
export { metricRoutes } from "./metrics.ts";
export type { MappedMetric, MetricAnswers, MetricRoute } from "./metrics.ts";
export { rereadKinds } from "./reread.ts";
export type { Reread, RereadKind, RereadNumber } from "./reread.ts";
export { placeColumns, statedColumns } from "./stated.ts";
export type { PlaceColumn } from "./stated.ts";
export * from "./types.ts";
export { valueVerdicts } from "./value.ts";
export type { JudgedValue, ValueVerdict } from "./value.ts";
