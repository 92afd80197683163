/**
 * Where JavaScript of notebooks runs: the page's side. `sandbox/worker` runs the code, `sandbox/frame`
 * around it draws what it shows.
 */
export { createCage, type Cage, type CageJob, type CageOptions } from "./cage.ts";
export { CageError, CodeError } from "./error.ts";
export { keptKinds } from "./protocol.ts";
export type { Kept, Outcome, Theme } from "./protocol.ts";
