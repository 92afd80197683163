import { tell } from "../../editor/index.ts";
import { list } from "../../i18n/index.ts";
import type { Author } from "../../store/index.ts";

export interface OriginWords {
  readonly author: Author;
  /** Title of the repository notebook of which it is a copy; null for none. */
  readonly copied: string | null;
  readonly brought: readonly string[];
  readonly own: readonly string[];
}

/** Whose notebook it is and from where, in a few words. */
export function authorText(
  language: "zh" | "en",
  { author, copied }: Pick<OriginWords, "author" | "copied">,
): string {
  if (author.kind === "own")
    return copied === null ? tell(language, "origin.own") : tell(language, "origin.copy", copied);
  return tell(language, `origin.${author.way}`, author.name ?? "");
}

/** The same with the tables that belong to it, told apart by whose they are. */
export function originText(language: "zh" | "en", words: OriginWords): string {
  const { author, brought, own } = words;
  const quoted = (names: readonly string[]) =>
    list(
      language,
      names.map((name) => `“${name}”`),
    );
  return [
    authorText(language, words),
    ...(author.kind === "stranger" && brought.length > 0
      ? [tell(language, "origin.brought", quoted(brought))]
      : []),
    ...(own.length > 0 ? [tell(language, "origin.tables", quoted(own))] : []),
  ].join(" · ");
}

/** Tables that are the reader's own, of all that are kept. */
export function ownOf(tables: readonly string[], brought: readonly string[]): string[] {
  const foreign = new Set(brought.map((name) => name.toLowerCase()));
  return tables.filter((name) => !foreign.has(name.toLowerCase()));
}
