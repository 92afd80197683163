export { chartKinds, checkChart, chartShape, dataOf } from "./chart.ts";
export { isMapping, type Fault, type Path } from "./check.ts";
export { completions, type Completion } from "./complete.ts";
export { domainCharts } from "./domain.ts";
export { chartSchema } from "./json.ts";
export { colors, marks, reducers, transforms, type MarkName, type TransformName } from "./plot.ts";
export type { MarkDefinition } from "./plot.ts";
export type { ObjectShape, Property, Shape, TaggedShape, Variant } from "./shape.ts";
export { nearest } from "./nearest.ts";
