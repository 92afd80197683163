import { library } from "./library.ts";
import { pngAddress } from "./png.ts";

/** Pixels on a side: what is larger shows nothing. */
const largest = 4096;
const surfaces = new WeakMap<object, OffscreenCanvas>();

function sizeOf(element: Element, name: "width" | "height"): number {
  const value = Number.parseInt(element.getAttribute(name) ?? "", 10);
  const missing = name === "width" ? 300 : 150;
  return Math.min(Number.isNaN(value) ? missing : Math.max(value, 0), largest);
}

function surfaceOf(element: HTMLCanvasElement): OffscreenCanvas {
  const [width, height] = [sizeOf(element, "width"), sizeOf(element, "height")];
  const known = surfaces.get(element);
  if (known) {
    if (known.width !== width) known.width = width;
    if (known.height !== height) known.height = height;
    return known;
  }
  const made = new OffscreenCanvas(width, height);
  surfaces.set(element, made);
  return made;
}

/** What is painted on a canvas, as the address of a picture; null where nothing ever was. */
export function pictureOf(element: Element): string | null {
  const surface = surfaces.get(element);
  const context = surface?.getContext("2d");
  if (!surface || !context || surface.width === 0 || surface.height === 0) return null;
  return pngAddress(context.getImageData(0, 0, surface.width, surface.height));
}

/** A canvas that paints in the worker; what it shows crosses as a picture. */
export function installCanvas(): void {
  const { prototype } = library.HTMLCanvasElement;
  for (const name of ["width", "height"] as const)
    Object.defineProperty(prototype, name, {
      configurable: true,
      get(this: HTMLCanvasElement) {
        return sizeOf(this, name);
      },
      set(this: HTMLCanvasElement, value: unknown) {
        this.setAttribute(name, String(Math.trunc(Number(value)) || 0));
        if (surfaces.has(this)) surfaceOf(this)[name] = sizeOf(this, name);
      },
    });
  Object.assign(prototype, {
    getContext(this: HTMLCanvasElement, kind: string, options?: object) {
      return kind === "2d" ? surfaceOf(this).getContext("2d", options) : null;
    },
    toDataURL(this: HTMLCanvasElement) {
      surfaceOf(this).getContext("2d");
      return pictureOf(this) ?? "data:,";
    },
  });
}
