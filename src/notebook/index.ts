/** What a page needs of notebooks; light, since parsing and compiling happen in the build. */
export { bindReferences, referencePath } from "./references.ts";
export type { AmbientName } from "./javascript/names.ts";
export { sourceColumn, type Shift } from "./javascript/place.ts";
export { cycleText, findCycles } from "./cycles.ts";
export { inputTypes, type InputType } from "./kinds.ts";
export { withoutEnds } from "./lines.ts";
export { reservedNames } from "./names.ts";
export { tokenizeSql, type SqlToken } from "./sql.ts";
export { tableNames } from "./tables.ts";
export type * from "./types.ts";
