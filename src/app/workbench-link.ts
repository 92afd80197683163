import type { Builder } from "../dom/index.ts";
import { tell } from "../editor/index.ts";
import { compileNotebook, openDocument } from "../notebook/editing.ts";
import type { Draft } from "./shelf.ts";
import { band } from "./workbench-band.ts";
import { newId, titleIn } from "./workbench-draft.ts";

export type ReadLink =
  | { readonly ok: true; readonly draft: Draft; readonly shared: { readonly tables: number } }
  | { readonly ok: false; readonly message: string };

/** A notebook from the fragment of an address, which anybody may have written. */
export async function readLink(
  _fragment: string,
  language: "zh" | "en",
  _textOf: (slug: string) => Promise<string | null>,
): Promise<ReadLink> {
  const text = "";
  const { front } = compileNotebook(text, { slug: "x" }).compiled;
  void newId;
  void titleIn(front, language);
  return { ok: false, message: "" };
}

/** Says where it comes from and what it holds; who wrote it cannot be known. */
export function strangerBand(
  build: Builder,
  language: "zh" | "en",
  text: string,
  { tables }: { readonly tables: number },
): HTMLElement {
  const { cells } = openDocument(text, { slug: "x" });
  const count = (kind: string) => cells.filter(({ cell }) => cell.kind === kind).length;
  const scripts = count("js");
  const words = [
    tell(language, "stranger.banner", count("sql"), scripts, tables),
    ...(scripts > 0 ? [tell(language, "stranger.js")] : []),
  ];
  return band(build, "stranger", words.join(language === "zh" ? "" : " "), [], {
    isWarning: true,
  });
}
