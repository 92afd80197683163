import { parentPort } from "node:worker_threads";
import { judge } from "../test/mutants/judge.ts";

/** One damaged file after another; the thread is ended where one takes too long. */
interface Work {
  readonly name: string;
  readonly sound: Uint8Array;
  readonly damaged: Uint8Array;
}

parentPort?.on("message", ({ name, sound, damaged }: Work) => {
  judge(name, sound, damaged).then(
    (verdict) => parentPort?.postMessage(verdict),
    (error: unknown) => parentPort?.postMessage(`broke ${String(error)}`),
  );
});
parentPort?.postMessage("ready");
