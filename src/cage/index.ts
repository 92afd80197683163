/**
 * Where JavaScript of notebooks runs: the page's side. `cage/worker` runs the code, `cage/frame`
 * around it draws what it shows.
 */
export { createCage, type Cage, type CageJob, type CageOptions, type RunOptions } from "./cage.ts";
export { CageError, CodeError, type CageErrorCode } from "./error.ts";
export { keptKinds } from "./protocol.ts";
export type { Kept, Outcome, Surroundings, Theme } from "./protocol.ts";
