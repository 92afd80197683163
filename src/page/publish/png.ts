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

/** How much of a picture is looked at from its top, in px: its title stands there. */
const TOP = 200;

/** Whether anything was drawn: a picture may be transparent, but never where its title stands. */
function isDrawnOn(
  context: CanvasRenderingContext2D,
  { width, height }: { readonly width: number; readonly height: number },
): boolean {
  const { data } = context.getImageData(0, 0, width, Math.min(height, TOP));
  for (let i = 3; i < data.length; i += 4) if (data[i] === 255) return true;
  return false;
}

/**
 * The picture as PNG, `scale` times its size. Null where the browser drew nothing: some give an
 * empty canvas rather than an error when they have no room.
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
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  if (!isDrawnOn(context, canvas)) return null;
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
