import type { Builder } from "../dom/index.ts";
import { tell } from "../editor/index.ts";
import { say } from "../i18n/index.ts";
import { openDocument } from "../notebook/editing.ts";
import { decodeLink, linkOrigin, type SharedNotebook } from "../share/link.ts";
import { band } from "./workbench-band.ts";

export type ReadLink =
  | { readonly ok: true; readonly shared: SharedNotebook }
  | { readonly ok: false; readonly message: string };

/** A notebook from the fragment of an address, which anybody may have written. */
export async function readLink(
  fragment: string,
  language: "zh" | "en",
  textOf: (slug: string) => Promise<string | null>,
): Promise<ReadLink> {
  const slug = linkOrigin(fragment);
  const text = slug === null ? null : await textOf(slug);
  const decoded = decodeLink(fragment, { originOf: () => text });
  if (decoded.ok) return decoded;
  const { reason, detail } = decoded;
  const word = reason === "none" ? "link.unknown" : `link.${reason}`;
  return { ok: false, message: say(language, word as "link.newer", detail) };
}

/** Says where it comes from and what it holds; who wrote it cannot be known. */
export function strangerBand(
  build: Builder,
  language: "zh" | "en",
  { text, slug, tables }: SharedNotebook,
  actions: { readonly onKeep: () => void },
): HTMLElement {
  const { cells } = openDocument(text, { slug });
  const count = (kind: string) => cells.filter(({ cell }) => cell.kind === kind).length;
  const scripts = count("js");
  const words = [
    tell(language, "stranger.banner", count("sql"), scripts, tables.length),
    ...(scripts > 0 ? [tell(language, "stranger.js")] : []),
  ];
  return band(
    build,
    "stranger",
    words.join(language === "zh" ? "" : " "),
    [{ label: tell(language, "stranger.keep"), name: "keep", act: actions.onKeep }],
    { isWarning: true },
  );
}
