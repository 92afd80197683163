import type { Archive } from "../evidence/index.ts";
import { resolve } from "../evidence/index.ts";
import { joinAxes } from "./axes.ts";
import { rebased, type Stand } from "./address.ts";
import { targetOf } from "./target.ts";

/** Attributes of SVG that hold coordinates. */
const coordinates = "d,x,y,x1,x2,y1,y2,cx,cy,r,dx,dy,width,height,transform,points".split(",");

/** A tenth of a pixel is more than anybody sees. */
function rounded(text: string): string {
  return text.replace(/-?\d*\.\d{3,}(?:e-?\d+)?/g, (number) =>
    String(Number(Number(number).toFixed(1))),
  );
}

/** What a drawing says again that the page's style says, and digits that nobody sees. */
function slimDrawing(svg: Element): void {
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

/** A number leads to its clause in this page; one whose evidence is not known says so by itself. */
function leadToClause(mark: Element, archive: Archive): void {
  const evidence = mark.getAttribute("data-evidence") ?? "";
  // The address says the same.
  mark.removeAttribute("data-evidence");
  if (resolve(archive, evidence)) return mark.setAttribute("href", `#${targetOf(evidence)}`);
  for (const name of ["href", "data-fact"]) mark.removeAttribute(name);
  mark.setAttribute("data-unsourced", "");
  mark.setAttribute("role", "img");
}

/** A group of a drawing as a link. */
function linkIn(group: Element): Element {
  const link = group.ownerDocument.createElementNS(group.namespaceURI, "a");
  for (const { name, value } of group.attributes)
    if (name !== "role" && name !== "tabindex") link.setAttribute(name, value);
  link.append(...group.childNodes);
  group.replaceWith(link);
  return link;
}

/** Several numbers in one mark: it leads to the first one's clause, and its panel shows them all. */
function leadToClauses(mark: Element, archive: Archive): void {
  const several = (mark.getAttribute("data-several") ?? "").split(" ");
  const known = several.filter((id) => resolve(archive, id));
  const link = mark.localName === "a" ? mark : linkIn(mark);
  link.removeAttribute("data-several");
  link.setAttribute("data-evidence", known[0] ?? several[0] ?? "");
  leadToClause(link, archive);
  // Where they are the mark's own figures, it names them already.
  if (known.length > 1 && known.join(" ") !== mark.getAttribute("data-fact"))
    link.setAttribute("data-clauses", known.map(targetOf).join(" "));
}

/** The clauses stand below the table, where each value leads. */
function dropClauses(table: Element): void {
  const cells = [...table.querySelectorAll("td.clause")];
  const [first] = cells;
  if (!first) return;
  const column = [...(first.parentElement?.children ?? [])].indexOf(first);
  for (const cell of [...cells, table.querySelector("thead tr")?.children[column]]) cell?.remove();
}

/** The title of a figure is the title of its page. */
function promote(heading: Element): void {
  const title = heading.ownerDocument.createElement("h1");
  for (const { name, value } of heading.attributes) title.setAttribute(name, value);
  title.append(...heading.childNodes);
  heading.replaceWith(title);
}

/**
 * Makes of a figure, in place, what its own page needs: marks that lead to the clauses below, and
 * nothing that only the live page uses.
 */
export function slim(figure: Element, archive: Archive): void {
  for (const svg of figure.querySelectorAll("svg")) slimDrawing(svg);
  for (const mark of figure.querySelectorAll("[data-evidence]")) leadToClause(mark, archive);
  for (const mark of figure.querySelectorAll("[data-several]")) leadToClauses(mark, archive);
  for (const table of figure.querySelectorAll(".rows table")) dropClauses(table);
  const heading = figure.querySelector(":scope > figcaption > h3");
  if (heading) promote(heading);
}

/** Links of the notebook made right from where the page stands. */
export function rebaseLinks(figure: Element, stand: Stand): void {
  for (const link of figure.querySelectorAll("[href]"))
    link.setAttribute("href", rebased(link.getAttribute("href") ?? "", stand));
}
