import type { Request } from "./protocol.ts";
import { serveCompiler } from "./serve.ts";

const scope = self as unknown as Pick<Worker, "postMessage" | "onmessage">;
const serve = serveCompiler((answer) => scope.postMessage(answer));
scope.onmessage = ({ data }: MessageEvent<Request>) => serve(data);
scope.postMessage({ kind: "ready" });
