import type { Request } from "./protocol.ts";
import { serveReader } from "./serve.ts";

const scope = self as unknown as Pick<Worker, "postMessage" | "onmessage">;
const serve = serveReader((answer) => scope.postMessage(answer));
scope.onmessage = ({ data }: MessageEvent<Request>) => serve(data);
