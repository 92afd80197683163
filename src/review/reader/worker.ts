import type { Request } from "./protocol.ts";
import { documentOf } from "./documents.ts";
import { serveReader } from "./serve.ts";

const scope = self as unknown as Pick<Worker, "postMessage" | "onmessage">;
const serve = serveReader((answer) => scope.postMessage(answer), documentOf);
scope.onmessage = ({ data }: MessageEvent<Request>) => serve(data);
