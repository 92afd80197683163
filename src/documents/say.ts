import type { Language } from "../domain/index.ts";
import { list } from "../words/index.ts";
import { documentText } from "../words/documents.ts";
import { furnitureIds } from "./html/furniture-ids.ts";
import { DocumentError, foreignFormats, type DocumentNote } from "./types.ts";

/** Why a document cannot be read and what to do, in words; `file` is its name where the error has none. */
export function documentErrorWords(language: Language, error: unknown, file = ""): string {
  if (!(error instanceof DocumentError))
    return documentText(language, "error.failed", file, String(error));
  const { code, value } = error;
  const said = code === "foreign" ? foreignWords(language, value) : value;
  return documentText(language, `error.${code}`, error.file || file, said);
}

function foreignWords(language: Language, value: string): string {
  const format = foreignFormats.find((one) => one === value) ?? "data";
  return documentText(language, `foreign.${format}`);
}

/** What is to be known of a document that was read, in words. */
export function documentNoteWords(language: Language, { code, values }: DocumentNote): string {
  if (code !== "left_out") return documentText(language, `note.${code}`, ...values);
  const [characters = 0, ...ids] = values;
  const kinds = furnitureIds.filter((id) => ids.includes(id));
  const named = (kinds.length > 0 ? kinds : (["other"] as const)).map((id) =>
    documentText(language, `furniture.${id}`),
  );
  return documentText(language, `note.${code}`, characters, list(language, named));
}
