import type { Spot } from "../../drawing.ts";
import { library } from "./library.ts";
import { boxOf, fontOf, textWidth } from "./measure.ts";

/** Where elements were when the reader last did something; told with the event. */
const spots = new WeakMap<object, Spot>();
let pageWidth = 640;

export function setSpot(element: object, spot: Spot): void {
  spots.set(element, spot);
}

export function setPageWidth(width: number): void {
  pageWidth = width;
}

function matrixOf(element: object): DOMMatrix {
  const { matrix } = spots.get(element) ?? {};
  return new DOMMatrix(matrix ? [...matrix] : [1, 0, 0, 1, 0, 0]);
}

/** What was told of an element; else what its attributes say, at the place of the frame. */
function rectOf(element: Element): DOMRect {
  const spot = spots.get(element);
  if (spot) return new DOMRect(...spot.box);
  const size = (name: string, missing: number) =>
    Number.parseFloat(element.getAttribute(name) ?? "") || missing;
  return new DOMRect(0, 0, size("width", pageWidth), size("height", 0));
}

type Rule = (this: Element) => unknown;

const getters: Readonly<Record<string, Rule>> = {
  clientWidth() {
    return Math.round(rectOf(this).width);
  },
  clientHeight() {
    return Math.round(rectOf(this).height);
  },
  clientLeft: () => 0,
  clientTop: () => 0,
  offsetWidth() {
    return Math.round(rectOf(this).width);
  },
  offsetHeight() {
    return Math.round(rectOf(this).height);
  },
  offsetLeft: () => 0,
  offsetTop: () => 0,
  offsetParent() {
    return this.parentElement;
  },
  scrollWidth() {
    return Math.round(rectOf(this).width);
  },
};

const methods: Readonly<Record<string, Rule>> = {
  getBoundingClientRect() {
    return rectOf(this);
  },
  getClientRects() {
    return [rectOf(this)];
  },
  scrollIntoView() {},
  scrollTo() {},
  setPointerCapture() {},
  releasePointerCapture() {},
  hasPointerCapture: () => false,
};

const drawn: Readonly<Record<string, Rule>> = {
  getBBox() {
    const { x, y, width, height } = boxOf(this);
    return new DOMRect(x, y, width, height);
  },
  getScreenCTM() {
    return matrixOf(this);
  },
  getCTM() {
    return matrixOf(this);
  },
  createSVGPoint: () => new DOMPoint(),
  getComputedTextLength() {
    return textWidth(this.textContent, fontOf(this));
  },
};

/** What cells ask of the screen, as far as it is known. */
export function installGeometry(): void {
  const { prototype } = library.Element;
  for (const [name, get] of Object.entries(getters))
    Object.defineProperty(prototype, name, { configurable: true, get });
  // Told by events of scrolling, and kept as any field.
  for (const name of ["scrollTop", "scrollLeft", "scrollHeight"])
    Object.defineProperty(prototype, name, { configurable: true, writable: true, value: 0 });
  Object.assign(prototype, methods);
  Object.assign(library.SVGElement.prototype, drawn);
  installSvgProperties();
}

const svgProperties: Readonly<Record<string, Rule>> = {
  ownerSVGElement() {
    return this.parentElement?.closest("svg") ?? null;
  },
  viewBox() {
    const [x = 0, y = 0, width = 0, height = 0] =
      this.getAttribute("viewBox")
        ?.split(/[\s,]+/)
        .map(Number) ?? [];
    return { baseVal: new DOMRect(x, y, width, height) };
  },
  width() {
    return { baseVal: { value: rectOf(this).width } };
  },
  height() {
    return { baseVal: { value: rectOf(this).height } };
  },
};

/** As D3's zoom and brush ask a drawing for its extent. The library sets some itself, in vain. */
function installSvgProperties(): void {
  for (const [name, get] of Object.entries(svgProperties))
    Object.defineProperty(library.SVGElement.prototype, name, {
      configurable: true,
      get,
      set() {},
    });
}
