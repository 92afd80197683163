import type { ElementKind } from "./elements.ts";

function names(text: string): ReadonlyMap<string, string> {
  return new Map(text.split(/\s+/).map((name) => [name.toLowerCase(), name]));
}

/** Attributes that any element may have. None of them loads, leads away or is code. */
const common = names(`class id title lang dir hidden tabindex role align valign`);

const html = names(`alt height width colspan rowspan scope headers abbr span start reversed value
  datetime type min max step low high optimum for name placeholder required disabled readonly
  multiple size rows cols wrap maxlength minlength label list inputmode spellcheck selected checked
  open`);

/** What the attributes of an SVG picture say: geometry, paint and text. */
const svg =
  names(`viewBox preserveAspectRatio x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy width height
  d points transform pathLength rotate textLength lengthAdjust startOffset side method spacing
  gradientUnits gradientTransform spreadMethod offset patternUnits patternContentUnits
  patternTransform clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight refX
  refY orient fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray
  stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit opacity color display visibility
  overflow clip-path clip-rule mask marker-start marker-mid marker-end paint-order vector-effect
  shape-rendering text-rendering image-rendering color-interpolation mix-blend-mode isolation
  stop-color stop-opacity pointer-events font-family font-size font-size-adjust font-stretch
  font-style font-variant font-weight letter-spacing word-spacing text-anchor text-decoration
  dominant-baseline alignment-baseline baseline-shift writing-mode direction unicode-bidi text-overflow
  white-space`);

const inputTypes: ReadonlySet<string> = new Set(
  `text number range checkbox radio date datetime-local month week time color search email tel url
  password button submit reset`.split(/\s+/),
);

/** A picture in the address itself, of points: a drawing in it could hold more than a picture. */
const picture = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z\d+/=\s]*$/;
const fragment = /^#[^\s"'()\\]{1,100}$/;
/** What names a part of the same drawing. */
const reference = /^url\(\s*["']?#[^\s"'()\\]{1,100}["']?\s*\)/i;

/** Cells of a table, columns of a text: more of them only hold the page. */
const counts: Readonly<Record<string, number>> = {
  colspan: 1000,
  rowspan: 10_000,
  span: 1000,
  size: 1000,
  rows: 200,
  cols: 500,
};

/**
 * The attribute that is set for one of a cell: its name, and a value that neither loads nor leads
 * away. Null where it is not on the list.
 */
export function allowedAttribute(
  element: ElementKind,
  name: string,
  value: string,
  isRepeated: boolean,
): readonly [name: string, value: string] | null {
  const lower = name.toLowerCase();
  if (lower === "href" || lower === "xlink:href") return address(element, value);
  if (lower === "src") return element.name === "img" && picture.test(value) ? ["src", value] : null;
  if (/^(?:aria|data)-[\w-]{1,60}$/.test(lower)) return [lower, value];
  const known = common.get(lower) ?? (element.isSvg ? svg : html).get(lower);
  if (known === undefined) return null;
  const safe = safeValue(element, known, value, isRepeated);
  return safe === null ? null : [known, safe];
}

function address({ isSvg, name }: ElementKind, value: string): readonly [string, string] | null {
  if (name === "image") return picture.test(value) ? ["href", value] : null;
  const mayPoint =
    name === "a" || (isSvg && /^(?:linearGradient|radialGradient|textPath)$/.test(name));
  return mayPoint && fragment.test(value) ? ["href", value] : null;
}

function safeValue(
  element: ElementKind,
  name: string,
  value: string,
  isRepeated: boolean,
): string | null {
  if (name === "type" && element.name === "input")
    return inputTypes.has(value.toLowerCase()) ? value : "text";
  // Names of a form's fields would hide the form's own properties.
  if (name === "name")
    return /^(?:input|select|textarea|button|output|details)$/.test(element.name)
      ? `cell-${value}`
      : null;
  if (name === "tabindex") return Number(value) >= 0 ? "0" : "-1";
  const most = element.isSvg ? undefined : counts[name];
  if (most !== undefined)
    return String(Math.min(Math.max(Number.parseInt(value, 10) || 1, 1), most));
  return element.isSvg ? safePaint(value, isRepeated) : value;
}

/** Paint may name a part of the drawing; within what is drawn many times over it may not. */
function safePaint(value: string, isRepeated: boolean): string | null {
  if (!/url|\\|image|src\(/i.test(value)) return value;
  return reference.test(value) && !isRepeated ? value.slice(0, 200) : null;
}
