import { readCMap } from "./cmaps.ts";
import type { Request } from "./protocol.ts";
import { serveDocuments } from "./serve.ts";

const scope = self as unknown as Pick<Worker, "postMessage" | "onmessage">;
const serve = serveDocuments(
  (answer, transfer = []) => scope.postMessage(answer, transfer),
  readCMap,
);
scope.onmessage = ({ data }: MessageEvent<Request>) => serve(data);
