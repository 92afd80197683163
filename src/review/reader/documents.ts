import { readDocument, type DocumentText } from "../../documents/index.ts";
import { readCMap } from "../../documents/cmaps.ts";

/** The one place where files become text. Rejects with a DocumentError that names the file. */
export function documentOf(file: Blob, name: string): Promise<DocumentText> {
  return readDocument(file, name, { readCMap });
}
