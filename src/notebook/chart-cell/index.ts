export type { AnnotationType } from "./annotate.ts";
export { chartKinds, checkChart, chartShape, dataOf } from "./chart.ts";
export { isMapping } from "./check.ts";
export { completions } from "./complete.ts";
export { chartSchema } from "./json.ts";
export { colors, marks, reducers, transforms, type MarkName, type TransformName } from "./plot.ts";
export type { Property, Shape } from "./shape.ts";
export { nearest } from "./nearest.ts";
