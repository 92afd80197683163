import { joinAxes } from "./axes.ts";
import { rebased, type RelativePaths } from "./address.ts";

/** Attributes of SVG that hold coordinates. */
const coordinates = "d,x,y,x1,x2,y1,y2,cx,cy,r,dx,dy,width,height,transform,points".split(",");

/** A tenth of a pixel is more than anybody sees. */
function rounded(text: string): string {
  return text.replace(/-?\d*\.\d{3,}(?:e-?\d+)?/g, (number) =>
    String(Number(Number(number).toFixed(1))),
  );
}

/** What a drawing says again that the page's style says, and digits that nobody sees. */
function reduceDrawing(svg: Element): void {
  for (const style of svg.querySelectorAll("style")) style.remove();
  svg.removeAttribute("font-family");
  for (const grid of svg.querySelectorAll("g[aria-label$='-grid']"))
    if (svg.classList.contains("fadu-grammar"))
      for (const name of ["stroke", "stroke-opacity"]) grid.removeAttribute(name);
  for (const element of [svg, ...svg.querySelectorAll("*")])
    for (const name of coordinates) {
      const value = element.getAttribute(name);
      if (value !== null) element.setAttribute(name, rounded(value));
    }
  joinAxes(svg);
}

/** Makes of the drawings of a figure, in place, what its own page needs. */
export function reduceDrawings(figure: Element): void {
  for (const svg of figure.querySelectorAll("svg")) reduceDrawing(svg);
}

/** Links of the notebook made right from where the page stands. */
export function rebaseLinks(figure: Element, paths: RelativePaths): void {
  for (const link of figure.querySelectorAll("[href]"))
    link.setAttribute("href", rebased(link.getAttribute("href") ?? "", paths));
}
