/** Boxes of what is drawn, computed: a worker lays nothing out. Good to a few pixels for texts. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const none: Box = { x: 0, y: 0, width: 0, height: 0 };
let context: OffscreenCanvasRenderingContext2D | null | undefined;

/** The width of a text in px, by the browser's own fonts. */
export function textWidth(text: string, font: string): number {
  context ??= new OffscreenCanvas(1, 1).getContext("2d");
  if (!context) return text.length * 6;
  context.font = font;
  return context.measureText(text).width;
}

/** An attribute as it is inherited. */
function inherited(element: Element, name: string): string | null {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const value = at.getAttribute(name);
    if (value !== null) return value;
  }
  return null;
}

/** A length of an attribute in px; `em` of the size of its text. */
function length(text: string | null, size: number): number {
  const value = Number.parseFloat(text ?? "");
  if (Number.isNaN(value)) return 0;
  return text?.trim().endsWith("em") ? value * size : value;
}

function number(element: Element, name: string): number {
  return length(element.getAttribute(name), fontSize(element));
}

export function fontSize(element: Element): number {
  return Number.parseFloat(inherited(element, "font-size") ?? "") || 16;
}

export function fontOf(element: Element): string {
  const part = (name: string, missing: string) => inherited(element, name) ?? missing;
  const weight = part("font-weight", "normal");
  return `${weight} ${fontSize(element)}px ${part("font-family", "system-ui, sans-serif")}`;
}

/** The box of an SVG element in its own coordinates. */
export function boxOf(element: Element): Box {
  const tag = element.localName;
  if (tag === "text") return textBox(element);
  if (tag === "line") {
    const [x, y] = [number(element, "x1"), number(element, "y1")];
    return around([
      [x, y],
      [number(element, "x2"), number(element, "y2")],
    ]);
  }
  if (tag === "circle" || tag === "ellipse") return roundBox(element);
  if (tag === "path") return around(pointsOf(element.getAttribute("d") ?? ""));
  if (tag === "polygon" || tag === "polyline") return around(pairs(element.getAttribute("points")));
  if (["rect", "image", "svg"].includes(tag))
    return {
      x: number(element, "x"),
      y: number(element, "y"),
      width: number(element, "width"),
      height: number(element, "height"),
    };
  return union([...element.children].map((child) => moved(boxOf(child), shiftOf(child))));
}

function roundBox(element: Element): Box {
  const [rx, ry] = ["rx", "ry"].map((name) => number(element, name) || number(element, "r"));
  const [x = 0, y = 0] = [number(element, "cx"), number(element, "cy")];
  return around([
    [x - (rx ?? 0), y - (ry ?? 0)],
    [x + (rx ?? 0), y + (ry ?? 0)],
  ]);
}

type Point = readonly [number, number];

function around(points: readonly Point[]): Box {
  if (points.length === 0) return none;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [smallest(xs), smallest(ys)];
  return {
    x,
    y,
    width: -smallest(xs.map((v) => -v)) - x,
    height: -smallest(ys.map((v) => -v)) - y,
  };
}

function smallest(values: readonly number[]): number {
  return values.reduce((least, value) => (value < least ? value : least), Infinity);
}

function union(boxes: readonly Box[]): Box {
  const seen = boxes.filter(({ width, height }) => width > 0 || height > 0);
  return around(
    seen.flatMap(({ x, y, width, height }): Point[] => [
      [x, y],
      [x + width, y + height],
    ]),
  );
}

function moved(box: Box, [dx, dy]: Point): Box {
  return { ...box, x: box.x + dx, y: box.y + dy };
}

/** How far a transform moves; turning and scaling are passed over. */
function shiftOf(element: Element): Point {
  const [, x = "0", y = "0"] =
    /translate\(\s*([-\d.e]+)(?:[\s,]+([-\d.e]+))?/.exec(element.getAttribute("transform") ?? "") ??
    [];
  return [Number(x) || 0, Number(y) || 0];
}

function pairs(text: string | null): Point[] {
  const numbers = (text ?? "").match(/-?[\d.]+(?:e-?\d+)?/gi)?.map(Number) ?? [];
  return numbers.flatMap((x, i): Point[] => (i % 2 === 0 ? [[x, numbers[i + 1] ?? 0]] : []));
}

const sizes: Readonly<Record<string, number>> = {
  m: 2,
  l: 2,
  t: 2,
  h: 1,
  v: 1,
  c: 6,
  s: 4,
  q: 4,
  a: 7,
  z: 0,
};

/** The points of a path's commands, control points too. */
function pointsOf(path: string): Point[] {
  const points: Point[] = [];
  let at: Point = [0, 0];
  for (const [, letter = "", rest = ""] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
    const name = letter.toLowerCase();
    const numbers = rest.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi)?.map(Number) ?? [];
    const size = sizes[name] ?? 0;
    for (let i = 0; size > 0 && i + size <= numbers.length; i += size) {
      const base: Point = letter === name ? at : [0, 0];
      at = endOf(name, numbers.slice(i, i + size), at, base);
      points.push(at);
    }
  }
  return points;
}

function endOf(name: string, numbers: readonly number[], at: Point, [bx, by]: Point): Point {
  const [x = 0, y = 0] = numbers.slice(-2);
  if (name === "h") return [bx + (numbers[0] ?? 0), at[1]];
  if (name === "v") return [at[0], by + (numbers[0] ?? 0)];
  return [bx + x, by + y];
}

/** A text's lines: each `tspan` with a place of its own begins one. */
function textBox(element: Element): Box {
  const [size, font] = [fontSize(element), fontOf(element)];
  const anchor = inherited(element, "text-anchor") ?? "start";
  let [x, y] = [number(element, "x"), number(element, "y") + number(element, "dy")];
  const boxes: Box[] = [];
  let line = "";
  const end = (): void => {
    const width = line === "" ? 0 : textWidth(line, font);
    const left = anchor === "middle" ? x - width / 2 : anchor === "end" ? x - width : x;
    if (width > 0) boxes.push({ x: left, y: y - size * 0.93, width, height: size * 1.17 });
    line = "";
  };
  for (const node of element.childNodes) {
    const part = node.nodeType === 1 ? (node as Element) : null;
    if (part?.localName === "title") continue;
    if (part && (part.hasAttribute("x") || part.hasAttribute("dy") || part.hasAttribute("y"))) {
      end();
      x = part.hasAttribute("x") ? number(part, "x") : x;
      y = (part.hasAttribute("y") ? number(part, "y") : y) + number(part, "dy");
    }
    line += node.textContent ?? "";
  }
  end();
  return union(boxes);
}
