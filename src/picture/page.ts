import type { Child } from "../dom/index.ts";
import { nothing, setText, stack, styleOf, body, looks } from "./block.ts";
import type { Box, Placed, Press, SetBlock } from "./block.ts";
import { setAlone } from "./alone.ts";
import { setAudited } from "./audited.ts";
import { flow } from "./flow.ts";
import { setForms } from "./forms.ts";
import { setGrid } from "./grid.ts";
import { setRanked } from "./ranked.ts";
import { setTable } from "./table.ts";
import { setTiles } from "./tiles.ts";
import { runsOf } from "./inline.ts";

const blocks = new Set("div p ul ol li h3 h4 table figure figcaption details".split(" "));

function isBlock(element: Element): boolean {
  if (element.localName === "svg") return !element.classList.contains("symbol");
  return blocks.has(element.localName);
}

/** A drawing at its own size, a narrower one in its column. */
function setDrawing(svg: Element, { x, y }: Box, { redraw }: Press): Placed {
  const height = parseFloat(svg.getAttribute("height") ?? "0");
  return { nodes: [redraw(svg, { x, y })], height };
}

/** Two panels beside each other, the drawings of a pair at one height. */
function setPairs(element: Element, box: Box, press: Press): Placed {
  const width = (box.width - PAIR_GAP) / 2;
  const nodes: Child[] = [];
  let y = box.y;
  const children = [...element.children];
  for (let i = 0; i < children.length;) {
    const pair = children.slice(i, i + 2).filter((one) => one.matches(".panel"));
    if (pair.length === 0) {
      const last = children[i]
        ? set(children[i] as Element, { ...box, y: y + 14 }, press)
        : nothing;
      nodes.push(last.nodes);
      y += last.height + 14;
      i += 1;
      continue;
    }
    const placed = setPair(pair, { x: box.x, y, width }, press);
    nodes.push(placed.nodes);
    y += placed.height + 22;
    i += pair.length;
  }
  return { nodes, height: Math.max(0, y - box.y - 22) };
}

const PAIR_GAP = 28;

/** Row by row, as a grid with shared rows does: heads, then drawings, then reasons. */
function setPair(pair: readonly Element[], box: Box, press: Press): Placed {
  const rows: ((child: Element) => boolean)[] = [
    (child) => child.matches("h4"),
    (child) => child.matches("p"),
    (child) => child.matches("svg"),
    (child) => child.matches("ul"),
  ];
  const nodes: Child[] = [];
  let y = box.y;
  for (const belongs of rows) {
    const placed = pair.map((panel, i) => {
      const x = box.x + i * (box.width + PAIR_GAP);
      return stack([...panel.children].filter(belongs), { ...box, x, y }, press, set);
    });
    nodes.push(placed.map((one) => one.nodes));
    y += Math.max(...placed.map(({ height }) => height));
  }
  return { nodes, height: y - box.y };
}

/** Two columns of sentences, the first at least as long as the second. */
function setCaveats(element: Element, box: Box, press: Press): Placed {
  const top = { ...box, y: box.y + 12 };
  const line = press.build.svg("path", {
    d: `M${box.x},${box.y + 6.5}H${box.x + box.width}`,
    stroke: press.ink("var(--line)"),
  });
  const items = [...element.children];
  if (press.isNarrow || items.length < 2) {
    const { nodes, height } = stack(items, top, press, set);
    return { nodes: [line, nodes], height: height + 14 };
  }
  const width = (box.width - 32) / 2;
  const heights = items.map((item) => set(item, { ...top, width }, press).height);
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  const split = items.findIndex((_, i) => sum(heights.slice(0, i + 1)) >= sum(heights) / 2) + 1;
  const columns = [items.slice(0, split), items.slice(split)].map((column, i) =>
    stack(column, { x: box.x + i * (width + 32), y: top.y, width }, press, set),
  );
  return {
    nodes: [line, columns.map(({ nodes }) => nodes)],
    height: Math.max(...columns.map(({ height }) => height)) + 14,
  };
}

/** Short things beside each other, as many as a line holds. */
function setFlow(element: Element, box: Box, press: Press): Placed {
  const style = { ...body, size: 12, color: element.matches(".equal") ? "ink" : "quiet" };
  const items = [...element.children].filter((child) => child.localName !== "p");
  const heads = [...element.children].filter((child) => child.localName === "p");
  const head = stack(heads, box, press, set);
  const runs = items.map((item) => runsOf([item], style, looks));
  const { nodes, height } = flow(runs, { ...box, y: box.y + head.height }, press);
  return { nodes: [head.nodes, nodes], height: head.height + height };
}

/** Kinds of elements that are set in a way of their own, the first that matches. */
const kinds: readonly (readonly [selector: string, set: SetBlock])[] = [
  ["button, details.rows, details.code, .cut-label", () => nothing],
  [".paged > .page-at, .paged > .page:not(:has(.coverage))", () => nothing],
  [".page", (element, box, press) => stack([...element.children].slice(1), box, press, set)],
  [".caveats", setCaveats],
  [".trend.two", setPairs],
  [".ranking ol", setRanked],
  [".alone ul", setAlone],
  [".audit .rows", setAudited],
  [".forms", setForms],
  [".tiles", setTiles],
  [".coverage", setGrid],
  [".scroll, .matrix", setTable],
  [".none ul, .trend .none, .audit .equal, .swatches ul", setFlow],
  ["svg", setDrawing],
];

/** Panels keep apart what is theirs. */
const gaps: readonly (readonly [selector: string, gap: number])[] = [
  [".slope, .ranking", 14],
  [".plot", 10],
  [".trend", 20],
];

/** Sets an element by its kind: a drawing, a text, or its blocks under each other. */
export function set(element: Element, box: Box, press: Press): Placed {
  const own = kinds.find(([selector]) => element.matches(selector));
  if (own) return own[1](element, box, press);
  const children = [...element.children];
  if (!children.some(isBlock)) return setText(element, box, press);
  const gap = gaps.find(([selector]) => element.matches(selector))?.[1] ?? 0;
  const { above, rule } = styleOf(element);
  const shown = element.localName === "details" ? children.slice(0, 1) : children;
  const placed = stack(shown, { ...box, y: box.y + above }, press, set, gap);
  return { nodes: placed.nodes, height: placed.height + above + (rule ? 1 : 0) };
}
