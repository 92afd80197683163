import type { Language } from "../facts/index.ts";

/** What the compiler says of a notebook file, in the reader's language. */
export function problemText(message: string, _language: Language): string {
  return message;
}
