import { readDocument, type DocumentText, type ReadOptions } from "../../documents/index.ts";
import { readCMap } from "../../documents/cmaps.ts";

/** Who waits for a document hears how far it is. */
export type Steps = Pick<ReadOptions, "onProgress" | "onBegin">;

/** The one place where files become text. Rejects with a DocumentError that names the file. */
export function documentOf(file: Blob, name: string, steps: Steps): Promise<DocumentText> {
  return readDocument(file, name, {
    ...steps,
    // A table of characters comes over the network, as code does.
    readCMap: (map) => readCMap(map).finally(() => steps.onBegin?.()),
  });
}
