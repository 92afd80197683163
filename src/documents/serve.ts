import { packPlaces, type Answer, type Request } from "./protocol.ts";
import { readDocument } from "./read.ts";
import { DocumentError, type ReadCMap } from "./types.ts";

/** Where answers go, with what is given away. */
export type Tell = (answer: Answer, transfer?: Transferable[]) => void;

/** What the worker does with each request. */
export function serveDocuments(tell: Tell, readCMap: ReadCMap): (request: Request) => void {
  /** Not more often than a bar can show. */
  const progress = (): ((share: number) => void) => {
    let last = 0;
    return (share) => {
      const now = performance.now();
      if (now - last < 50) return;
      last = now;
      tell({ kind: "progress", share });
    };
  };

  const read = async ({ file, name }: Request): Promise<void> => {
    const { places, ...document } = await readDocument(file, name, {
      // It comes over the network, as code does.
      readCMap: (map) => readCMap(map).finally(() => tell({ kind: "begun" })),
      onProgress: progress(),
      onBegin: () => tell({ kind: "begun" }),
    });
    const packed = packPlaces(places);
    tell({ kind: "read", document, places: packed }, [packed.buffer]);
  };

  return (request) => {
    // The library of PDF speaks through the same door to a part of its own.
    if (request.kind !== "read") return;
    read(request).catch((cause: unknown) => {
      const error =
        cause instanceof DocumentError ? cause : new DocumentError("failed", String(cause));
      tell({ kind: "error", code: error.code, value: error.value });
    });
  };
}
