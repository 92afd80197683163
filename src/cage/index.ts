/** Where JavaScript of notebooks runs: the page's side. The frame's side is `cage/frame`. */
export { createCage, type Cage, type CageJob, type CageOptions, type RunOptions } from "./cage.ts";
export { CageError, CodeError, type CageErrorCode } from "./error.ts";
export { keptKinds } from "./protocol.ts";
export type { Kept, Outcome, Surroundings, Theme } from "./protocol.ts";
