import type { QueryError } from "../engine/index.ts";
import type { Language } from "../facts/index.ts";
import { say } from "../i18n/index.ts";

/** What is wrong with a statement, in the reader's language where we have words for it. */
export function queryWords({ limit, message }: QueryError, language: Language): string {
  return limit ? say(language, `query.limit.${limit}`) : message;
}
