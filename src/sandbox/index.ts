/**
 * Where JavaScript of notebooks runs: the page's side. `sandbox/worker` runs the code, `sandbox/frame`
 * around it draws what it shows.
 */
export { createSandbox, type Sandbox, type SandboxJob, type SandboxOptions } from "./sandbox.ts";
export { SandboxError, CodeError } from "./error.ts";
export { keptKinds } from "./protocol.ts";
export type { Kept, Outcome, Theme } from "./protocol.ts";
