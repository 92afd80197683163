import type { QueryError } from "../engine/index.ts";
import type { Language } from "../domain/index.ts";
import { say } from "../words/index.ts";
import { tokenizeSql } from "../notebook/index.ts";

/** What begins a statement of another kind; the parser only says that it did not expect it. */
const others = new Set(
  (
    "alter analyze attach begin call checkpoint comment commit copy create deallocate delete detach " +
    "drop execute explain export force import insert install load merge pragma prepare reset " +
    "rollback set start truncate update use vacuum"
  ).split(" "),
);

/** What is wrong with a statement, in the reader's language where we have words for it. */
export function queryWords(error: QueryError, language: Language): string {
  const { limit, message, sql } = error;
  if (limit) return say(language, `query.limit.${limit}`);
  if (/multiple statements/.test(message)) return say(language, "query.several");
  const first = tokenizeSql(sql).find(({ kind }) => kind !== "space");
  if (message.startsWith("Parser Error") && others.has(first?.text.toLowerCase() ?? ""))
    return say(language, "query.limit.kind");
  return missing(message, language) ?? message;
}

/** Words for what this engine has not, in place of the advice to install it. */
function missing(message: string, language: Language): string | null {
  const [, name = ""] = /with name "?([^"\s]+?)"? (?:is|does) not/.exec(message) ?? [];
  const [, first, second] =
    /(?:exists in the|required extension) '?(\w+)'?(?: extension)?/.exec(message) ?? [];
  const extension = first ?? second;
  if (extension === "json" && !name.startsWith("read_"))
    return say(language, "query.no.json", name);
  if (extension === "icu" || isZoned(message)) return say(language, "query.no.icu");
  if (
    ["json", "parquet", "httpfs"].includes(extension ?? "") ||
    /file system operations/.test(message)
  )
    return say(language, "query.no.file", name || (/"([^"]+)"/.exec(message)?.[1] ?? ""));
  return extension === undefined ? null : say(language, "query.no.other", extension);
}

/** A function or a cast that only time zones would give. */
function isZoned(message: string): boolean {
  return (
    /Unimplemented type for cast \(TIMESTAMP WITH TIME ZONE/.test(message) ||
    /No function matches[^\n]*TIMESTAMP WITH TIME ZONE/.test(message)
  );
}
