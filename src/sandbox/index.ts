/**
 * Where JavaScript of notebooks runs: the page's side. `sandbox/worker` runs the code, `sandbox/frame`
 * around it draws what it shows.
 */
export { createCage, type Cage, type CageJob, type CageOptions, type RunOptions } from "./cage.ts";
export { CageError, CodeError, type CageErrorCode } from "./error.ts";
export { keptKinds } from "./protocol.ts";
export type { Kept, Outcome, Surroundings, Theme } from "./protocol.ts";
