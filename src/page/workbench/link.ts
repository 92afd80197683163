import type { Compiler } from "../../drafts/compiler/index.ts";
import type { Language } from "../../domain/index.ts";
import { say } from "../../words/index.ts";
import { codeHash } from "../../notebook/editing.ts";
import { linkOrigin, type SharedNotebook } from "../../drafts/link/link.ts";
import type { Grant } from "../../drafts/store/index.ts";
import { recall, remember } from "../shell/remember.ts";

export type ReadLink =
  | { readonly ok: true; readonly shared: SharedNotebook }
  | { readonly ok: false; readonly message: string };

/** A notebook from the fragment of an address, which anybody may have written. */
export async function readLink(
  fragment: string,
  language: Language,
  {
    textOf,
    compiler,
  }: { readonly textOf: (slug: string) => Promise<string | null>; readonly compiler: Compiler },
): Promise<ReadLink> {
  const slug = linkOrigin(fragment);
  const text = slug === null ? null : await textOf(slug);
  const decoded = await compiler.link(fragment, text);
  if (decoded.ok) return decoded;
  const { reason, detail } = decoded;
  const word = reason === "none" ? "link.unknown" : `link.${reason}`;
  return { ok: false, message: say(language, word as "link.newer", detail) };
}

const GIVEN = "fadu:given";

/** What the reader let run of a link, by the hash of its fragment. */
interface Given {
  readonly link: string;
  readonly grants: readonly Grant[];
}

/** Consent to a link that is not kept lasts as long as the tab, for exactly this link. */
export function rememberGrants(fragment: string, grants: readonly Grant[]): void {
  const given: Given = { link: codeHash(fragment), grants };
  remember(GIVEN, JSON.stringify(given), "sessionStorage");
}

export function recallGrants(fragment: string): readonly Grant[] {
  const given = JSON.parse(recall(GIVEN, "sessionStorage") ?? "null") as Given | null;
  return given?.link === codeHash(fragment) ? given.grants : [];
}
