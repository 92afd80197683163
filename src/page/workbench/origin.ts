import { editorText } from "../../words/editor.ts";
import type { Language } from "../../domain/index.ts";
import { list } from "../../words/index.ts";
import type { Author } from "../../drafts/store/index.ts";
import type { Site } from "./site.ts";

/** Where a notebook comes from, and what belongs to it. */
export interface Whose {
  readonly author: Author;
  /** Slug of the repository notebook of which it is a copy; null for none. */
  readonly origin: string | null;
  /** Names of its tables, and of those among them that came with it. */
  readonly tables: readonly string[];
  readonly brought: readonly string[];
}

/** Tables that are the reader's own, of all that are kept. */
export function ownOf(tables: readonly string[], brought: readonly string[]): string[] {
  const foreign = new Set(brought.map((name) => name.toLowerCase()));
  return tables.filter((name) => !foreign.has(name.toLowerCase()));
}

/** Whose notebook it is and from where, with its tables, told apart by whose they are. */
export function originText(
  { author, origin, tables, brought }: Whose,
  language: Language,
  site: Pick<Site, "titleOf">,
): string {
  const foreign = author.kind === "own" ? [] : brought;
  const own = ownOf(tables, foreign);
  const quoted = (names: readonly string[]) => {
    const marked = names.map((name) => `“${name}”`);
    return list(language, marked);
  };
  const whose =
    author.kind === "stranger"
      ? editorText(language, `origin.${author.way}`, author.name ?? "")
      : origin === null
        ? editorText(language, "origin.own")
        : editorText(language, "origin.copy", site.titleOf(origin));
  return [
    whose,
    foreign.length > 0 && editorText(language, "origin.brought", quoted(foreign)),
    own.length > 0 && editorText(language, "origin.tables", quoted(own)),
  ]
    .filter(Boolean)
    .join(" · ");
}
