/** Elements that may be drawn; whatever else a cell has drawn stands as nothing. */
const html: ReadonlySet<string> = new Set(
  `a abbr article aside b bdi bdo blockquote body br button caption cite code col colgroup data
  datalist dd del details dfn div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
  header hgroup hr i img input ins kbd label legend li main mark menu meter nav ol optgroup option
  output p pre progress q rp rt ruby s samp search section select small span strong style sub
  summary sup table tbody td textarea tfoot th thead time tr u ul var wbr`.split(/\s+/),
);

const svgNames =
  `svg a circle clipPath defs desc ellipse g image line linearGradient marker mask path
  pattern polygon polyline radialGradient rect stop style symbol text textPath title tspan`.split(
    /\s+/,
  );
/** SVG has capitals in its names, and a parser of HTML does not keep them. */
const svg: ReadonlyMap<string, string> = new Map(
  svgNames.map((name) => [name.toLowerCase(), name]),
);

/** Elements whose insides are drawn again wherever somebody names them. */
export const repeated: ReadonlySet<string> = new Set([
  "pattern",
  "mask",
  "clipPath",
  "marker",
  "symbol",
]);

export interface ElementKind {
  readonly isSvg: boolean;
  readonly name: string;
}

/** What is made for an element of a cell; null where nothing is. */
export function elementKind(tag: string, isSvg: boolean): ElementKind | null {
  const lower = tag.toLowerCase();
  if (isSvg) {
    const name = svg.get(lower);
    return name === undefined ? null : { isSvg, name };
  }
  // Painted by the worker; here it is a picture.
  if (lower === "canvas") return { isSvg, name: "img" };
  // The worker's body is an element of ours.
  if (lower === "body") return { isSvg, name: "div" };
  return html.has(lower) ? { isSvg, name: lower } : null;
}
