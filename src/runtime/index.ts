export { MOST_ROWS } from "./cells.ts";
export { compose, type Origin, type Statement } from "./compose.ts";
export { consentByBuild, createConsent, type Consent, type Grant, type Lack } from "./consent.ts";
export type { ChartText, DrawnChart, RedrawOptions } from "./drawn.ts";
export type { Arriving, Sandboxes, Environment } from "./environment.ts";
export type { CellFault } from "./fault.ts";
export { filledText, type Results } from "./inline.ts";
export {
  defaultValue,
  formatValue,
  inputControl,
  optionsOf,
  parseValue,
  type Control,
  type InputValue,
  type Option,
} from "./input.ts";
export { mount, type Mounted, type MountOptions } from "./mount.ts";
export { problemText } from "./problem-text.ts";
export { readRows, shortened, totalOf, type Answer } from "./result.ts";
export { plainTableFunctions, tablesRead } from "./tables-read.ts";
export type { CellState, CellStatus } from "./state.ts";
