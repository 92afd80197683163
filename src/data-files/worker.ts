import type { Request } from "./protocol.ts";
import { serveFiles } from "./serve.ts";

const scope = self as unknown as Pick<Worker, "postMessage" | "onmessage">;
const serve = serveFiles((answer, transfer = []) => scope.postMessage(answer, transfer));
scope.onmessage = ({ data }: MessageEvent<Request>) => serve(data);
