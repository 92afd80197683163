import { parentPort } from "node:worker_threads";
import { judge } from "../test/documents/mutants.ts";

parentPort?.on("message", ({ name, bytes }: { name: string; bytes: Uint8Array }) => {
  void judge(name, bytes).then((word) => parentPort?.postMessage(word));
});
parentPort?.postMessage("ready");
