declare module "subset-font" {
  /** The font with the glyphs of a text only. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options?: {
      readonly targetFormat?: "truetype" | "woff" | "woff2" | "sfnt";
      readonly preserveNameIds?: readonly number[];
    },
  ): Promise<Uint8Array>;
}
