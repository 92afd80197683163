import type { Language } from "../../domain/index.ts";
import { FONTS, type Picture } from "../../publish/picture/index.ts";
import { missingGlyphs } from "./glyphs.ts";

/** A picture that can become pixels, and the characters that no font here has. */
export interface Lettered {
  readonly drawn: Picture;
  readonly missing: readonly string[];
  /** Whether our own font could not be fetched; the page may be offline. */
  readonly isFontLost: boolean;
}

/**
 * The picture with our font in it where the reader's system lacks a character.
 * @param again draws the same picture with an `@font-face` rule
 */
export async function withOwnFont(
  plain: Picture,
  again: (fontFace: string) => Picture,
  { document, language }: { readonly document: Document; readonly language: Language },
): Promise<Lettered> {
  const text = plain.svg.replace(/<[^>]*>/g, "");
  const lacking = () => missingGlyphs(text, FONTS[language], { document });
  const missing = lacking();
  if (missing.length === 0) return { drawn: plain, missing, isFontLost: false };
  const { loadOwnFont } = await import("./own-font.ts");
  try {
    const rule = await loadOwnFont(document);
    return { drawn: again(rule), missing: lacking(), isFontLost: false };
  } catch {
    return { drawn: plain, missing, isFontLost: true };
  }
}
