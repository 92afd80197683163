import { sandboxCodeUrl, sandboxUrl } from "virtual:fadu-sandbox";
import {
  createSandbox,
  type Sandbox,
  type SandboxJob,
  type SandboxOptions,
} from "../../src/sandbox/index.ts";
import { insert, insertions } from "../../src/notebook/javascript/guard.ts";
import { readSyntax } from "../../src/notebook/javascript/syntax.ts";
import type { Heard } from "./canary.ts";

/** Code as the compiler guards it, whatever names it uses. */
export function guarded(source: string): string {
  const syntax = readSyntax(source);
  if ("message" in syntax) throw new Error(syntax.message);
  return insert(source, insertions(syntax));
}

let loaded: Promise<Blob> | undefined;
const code = () => (loaded ??= fetch(sandboxCodeUrl).then((response) => response.blob()));

export function open(options: Partial<SandboxOptions> = {}): Sandbox {
  const sandbox = createSandbox({
    document,
    url: sandboxUrl,
    code,
    title: "cell",
    surroundings: () => ({ theme: "light", language: "zh" }),
    ...options,
  });
  document.body.append(sandbox.element);
  return sandbox;
}

export function job(source: string, more: Partial<SandboxJob> = {}): SandboxJob {
  return { body: guarded(source), values: {}, deadline: null, ...more };
}

/** The value of code in a sandbox of its own. */
export async function valueOf(source: string, more: Partial<SandboxJob> = {}): Promise<unknown> {
  const sandbox = open();
  try {
    const outcome = await sandbox.run(job(source, more));
    return outcome.kind === "value" ? outcome.value : outcome.what;
  } finally {
    sandbox.close();
  }
}

/** How a run failed. */
export function failure(run: Promise<unknown>): Promise<Record<string, unknown>> {
  return run.then(
    (value) => ({ value }),
    (error: unknown) => {
      const { name, message, code, line, column } = error as Record<string, unknown>;
      return { name, message, code, line, column };
    },
  );
}

export async function heard(): Promise<Heard> {
  return (await (await fetch("/@canary")).json()) as Heard;
}

/** The longest time that the page could not do anything, until stopped. */
export function longestPause(): () => number {
  let [last, longest] = [performance.now(), 0];
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 5);
  return () => {
    clearInterval(timer);
    return longest;
  };
}
