import type { Picture } from "../../publish/picture/index.ts";

/** What browsers can draw on: no side longer, and no more pixels in all. */
const MOST_SIDE = 16_384;
const MOST_PIXELS = 120_000_000;

/** The largest whole scale at which a picture still fits. */
export function mostScale({ width, height }: Pick<Picture, "width" | "height">): number {
  const side = MOST_SIDE / Math.max(width, height);
  return Math.floor(Math.min(side, Math.sqrt(MOST_PIXELS / (width * height))));
}

/** The same drawing at another size: the size in its first tag, whose view box stays. */
function sized({ svg, width, height }: Picture, scale: number): string {
  return svg.replace(
    `width="${width}" height="${height}"`,
    `width="${width * scale}" height="${height * scale}"`,
  );
}

async function loaded(svg: string, document: Document): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = document.createElement("img");
    image.src = url;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** How much of a picture is looked at from its top, in px of its own: its title stands there. */
const TOP = 100;
/** How often a picture is drawn until its words are seen, and how long is waited in between, in ms. */
const TRIES = 20;
const PAUSE = 50;

/** What stands at the top: "nothing" where all is clear, "ground" where all has one colour. */
function seenOn(context: CanvasRenderingContext2D, top: number): "nothing" | "ground" | "words" {
  const { width } = context.canvas;
  const { data } = context.getImageData(0, 0, width, top);
  const pixels = new Uint32Array(data.buffer);
  if (pixels.some((pixel) => pixel !== pixels[0])) return "words";
  return data[3] === 0 ? "nothing" : "ground";
}

/**
 * The picture as PNG, `scale` times its size. Null where the browser drew nothing: some give an
 * empty canvas rather than an error when they have no room. A picture that carries its fonts may be
 * decoded before they are: it is drawn again until its words are there.
 */
export async function pngOf(
  picture: Picture,
  scale: number,
  { document }: { readonly document: Document },
): Promise<Blob | null> {
  const image = await loaded(sized(picture, scale), document);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [picture.width * scale, picture.height * scale];
  const context = canvas.getContext("2d");
  if (!context) return null;
  const top = Math.min(canvas.height, TOP * scale);
  for (let tries = 1; ; tries++) {
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const seen = seenOn(context, top);
    if (seen === "nothing" && tries === TRIES) return null;
    if (seen === "words" || tries === TRIES) break;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
