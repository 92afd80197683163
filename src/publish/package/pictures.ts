import { builder } from "../../dom/index.ts";
import type { Archive } from "../../evidence/index.ts";
import { languages, type Language } from "../../domain/index.ts";
import { card, picture, type Picture } from "../picture/index.ts";
import type { DrawnChart } from "../../runtime/index.ts";

/** A figure as a picture; `png` has twice the pixels and is left out where nothing makes it. */
export interface PackedPicture extends Picture {
  readonly png?: Uint8Array | undefined;
  /** What previews of links show, in pixels; left out where nothing makes it. */
  readonly card?: Uint8Array | undefined;
}

export type Pictures = Readonly<Record<Language, PackedPicture>>;

/**
 * PNG of a picture, at twice its size.
 * @param again draws the same picture with an `@font-face` rule in it
 */
export type Rasterize = (
  drawn: Picture,
  again: (fontFace: string) => Picture,
  language: Language,
) => Uint8Array | undefined | Promise<Uint8Array | undefined>;

export interface PicturesOptions {
  readonly chart: DrawnChart;
  readonly archive: Archive;
  readonly document: Document;
  readonly version: string;
  /** Where the figure stands with its filters, shown at the foot; none by default. */
  readonly address?: string | undefined;
  /** Turns a picture into PNG at twice its size; undefined where it cannot. */
  readonly raster?: Rasterize | undefined;
  /** Turns a card into PNG of its own size; undefined where no card is wanted. */
  readonly rasterCard?: ((svg: string) => Promise<Uint8Array>) | undefined;
}

/** The pictures of a figure in both languages. */
export async function picturesOf(options: PicturesOptions): Promise<Pictures> {
  const { chart, archive, document, version, address, raster, rasterCard } = options;
  const draw = async (language: Language): Promise<PackedPicture> => {
    const context = { build: builder(document), language, catalogue: archive };
    const figure = chart.drawable(context);
    const again = (fontFace?: string) => picture(figure, context, { version, address, fontFace });
    const drawn = again();
    const shown = rasterCard && card(figure, context, { shape: "preview", version });
    const [png, preview] = await Promise.all([
      raster?.(drawn, again, language),
      shown && rasterCard(shown.svg),
    ]);
    return { ...drawn, png, ...(preview && { card: preview }) };
  };
  const [zh, en] = await Promise.all(languages.map(draw));
  if (!zh || !en) throw new Error("missing language: zh, en");
  return { zh, en };
}
