type Names = readonly string[];

function numbers(element: Element, names: Names): number[] | null {
  const found = names.map((name) => Number(element.getAttribute(name) ?? NaN));
  const isPlain = element.attributes.length === names.length && found.every(Number.isFinite);
  return isPlain ? found : null;
}

/** A line of a grid as a stroke of a path; null for what is more than a plain line. */
function lineStroke(line: Element): string | null {
  const ends = numbers(line, ["x1", "x2", "y1", "y2"]);
  if (line.localName !== "line" || !ends) return null;
  const [x1, x2, y1, y2] = ends;
  if (y1 === y2) return `M${x1},${y1}H${x2}`;
  return x1 === x2 ? `M${x1},${y1}V${y2}` : null;
}

/** A tick at its place, by the form in which Plot draws it. */
function tickStroke(tick: Element): string | null {
  const place = /^translate\((-?[\d.]+,-?[\d.]+)\)$/.exec(tick.getAttribute("transform") ?? "");
  const stroke = /^M0,0L(-?[\d.]+,-?[\d.]+)$/.exec(tick.getAttribute("d") ?? "");
  return place && stroke && tick.attributes.length === 2 ? `M${place[1]}l${stroke[1]}` : null;
}

/** One path instead of a line for each tick and each step of a grid: they look the same. */
function join(group: Element, strokeOf: (element: Element) => string | null): void {
  const strokes = [...group.children].map(strokeOf);
  if (strokes.length < 2 || strokes.includes(null)) return;
  const path = group.ownerDocument.createElementNS(group.namespaceURI, "path");
  path.setAttribute("d", strokes.join(""));
  group.replaceChildren(path);
}

/** Draws grids and ticks with fewer elements, and leaves out labels that say nothing. */
export function joinAxes(drawing: Element): void {
  for (const grid of drawing.querySelectorAll("g[aria-label$='-grid']")) join(grid, lineStroke);
  for (const ticks of drawing.querySelectorAll("g[aria-label$='-axis tick']"))
    join(ticks, tickStroke);
  for (const label of drawing.querySelectorAll("g[aria-label$='tick label'] > text"))
    if (label.textContent === "") label.remove();
}
