/**
 * Where JavaScript of notebooks runs: the page's side. `sandbox/worker` runs the code, `sandbox/frame`
 * around it draws what it shows.
 */
export {
  createSandbox,
  type Sandbox,
  type SandboxJob,
  type SandboxOptions,
  type RunOptions,
} from "./sandbox.ts";
export { SandboxError, CodeError, type SandboxErrorCode } from "./error.ts";
export { keptKinds } from "./protocol.ts";
export type { Kept, Outcome, Surroundings, Theme } from "./protocol.ts";
