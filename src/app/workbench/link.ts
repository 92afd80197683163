import type { Compiler } from "../../compiler/index.ts";
import type { Builder } from "../../dom/index.ts";
import { tell } from "../../editor/index.ts";
import { say } from "../../i18n/index.ts";
import { codeHash, openDocument } from "../../notebook/editing.ts";
import { linkOrigin, type SharedNotebook } from "../../share/link.ts";
import type { Grant } from "../../store/index.ts";
import { band } from "./band.ts";

export type ReadLink =
  | { readonly ok: true; readonly shared: SharedNotebook }
  | { readonly ok: false; readonly message: string };

/** A notebook from the fragment of an address, which anybody may have written. */
export async function readLink(
  fragment: string,
  language: "zh" | "en",
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

export interface StrangerBand {
  readonly text: string;
  readonly slug: string;
  /** Tables that came with it. */
  readonly tables: number;
  /** Null where it is kept already. */
  readonly onKeep: (() => void) | null;
}

/** Says what a stranger's notebook holds; who wrote it cannot be known. */
export function strangerBand(
  build: Builder,
  language: "zh" | "en",
  { text, slug, tables, onKeep }: StrangerBand,
): HTMLElement {
  const { cells } = openDocument(text, { slug });
  const count = (kind: string) => cells.filter(({ cell }) => cell.kind === kind).length;
  const scripts = count("js");
  const words = [
    tell(language, "stranger.banner", count("sql"), scripts, tables),
    ...(scripts > 0 ? [tell(language, "stranger.js")] : []),
  ];
  return band(
    build,
    "stranger",
    words.join(language === "zh" ? "" : " "),
    onKeep ? [{ label: tell(language, "stranger.keep"), name: "keep", act: onKeep }] : [],
    { isWarning: true },
  );
}

const GIVEN = "fadu:given";

/** Consent to a link that is not kept lasts as long as the tab, for exactly this link. */
export function rememberGrants(fragment: string, grants: readonly Grant[]): void {
  try {
    sessionStorage.setItem(GIVEN, JSON.stringify({ link: codeHash(fragment), grants }));
  } catch {
    // Refused storage costs one click after a reload.
  }
}

export function recallGrants(fragment: string): readonly Grant[] {
  try {
    const kept = JSON.parse(sessionStorage.getItem(GIVEN) ?? "null") as {
      readonly link: string;
      readonly grants: readonly Grant[];
    } | null;
    return kept?.link === codeHash(fragment) ? kept.grants : [];
  } catch {
    return [];
  }
}
