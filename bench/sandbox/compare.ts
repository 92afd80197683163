import type { Page } from "playwright";

export interface Comparison {
  /** Points whose color differs by more than a shade. */
  readonly points: number;
  readonly isOtherSize: boolean;
  /** Both beside each other, as PNG. */
  readonly together: Buffer;
}

/** Compares two pictures, by the browser that drew them. */
export async function compare(page: Page, before: Buffer, after: Buffer): Promise<Comparison> {
  const addresses = [before, after].map((png) => `data:image/png;base64,${png.toString("base64")}`);
  const { points, isOtherSize, url } = await page.evaluate(async (urls) => {
    const images = await Promise.all(
      urls.map(async (src) => {
        const image = new Image();
        image.src = src;
        await image.decode();
        return image;
      }),
    );
    const width = Math.max(...images.map((image) => image.width));
    const height = Math.max(...images.map((image) => image.height));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width * 2 + 4, height];
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (!context) throw new Error("missing canvas");
    images.forEach((image, i) => context.drawImage(image, i * (width + 4), 0));
    const [a, b] = [0, width + 4].map((x) => context.getImageData(x, 0, width, height).data);
    let differing = 0;
    for (let i = 0; i < width * height * 4; i += 4)
      if ([0, 1, 2].some((c) => Math.abs((a?.[i + c] ?? 0) - (b?.[i + c] ?? 0)) > 24)) differing++;
    const [one, other] = images;
    return {
      points: differing,
      isOtherSize: one?.width !== other?.width || one?.height !== other?.height,
      url: canvas.toDataURL(),
    };
  }, addresses);
  return { points, isOtherSize, together: Buffer.from(url.split(",")[1] ?? "", "base64") };
}
