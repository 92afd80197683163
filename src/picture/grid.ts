import type { Child } from "../dom/index.ts";
import { baseline, body, rule, type Box, type Placed, type Press } from "./block.ts";
import { cellLines, drawCell } from "./cells.ts";
import { breakLines, drawLine, measure, runsOf } from "./inline.ts";

const STYLE = { ...body, size: 12 } as const;
const HEAD = { ...body, size: 11, color: "quiet" } as const;
const ROW = 24;

interface Columns {
  readonly left: number;
  readonly each: number;
}

/** Heads stand upright where the columns are narrower than their words. */
function heads(cells: readonly Element[], { left, each }: Columns, box: Box, press: Press): Placed {
  const texts = cells.map((cell) => ({
    name: runsOf(
      [...cell.childNodes].filter((n) => n.nodeName !== "small" && n.nodeName !== "SMALL"),
      HEAD,
      [],
    )
      .map((run) => ("text" in run ? run.text : ""))
      .join("")
      .trim(),
    count: cell.querySelector("small")?.textContent ?? "",
  }));
  const longest = Math.min(150, Math.max(...texts.map(({ name }) => measure(name, HEAD))));
  const height = longest + 26;
  const nodes = texts.map(({ name, count }, i) => {
    const middle = box.x + left + (i + 0.5) * each;
    const lines = breakLines([{ text: name, style: HEAD }], longest + 4).slice(0, 2);
    return [
      press.build.svg(
        "g",
        {
          transform: `translate(${middle.toFixed(1)},${(box.y + height - 22).toFixed(1)}) rotate(-90)`,
        },
        lines.map((line, j) => drawLine(line, 0, 4 + (j - (lines.length - 1) / 2) * 12, press)),
      ),
      breakLines([{ text: count, style: HEAD }], 60).map((line) =>
        drawLine(line, middle, box.y + height - 7, press, "middle"),
      ),
    ];
  });
  return { nodes, height };
}

function symbolCell(cell: Element, middle: number, y: number, press: Press): Child {
  const mark = cell.querySelector(".mark");
  const svg = mark?.querySelector("svg");
  if (!mark || !svg) return null;
  const count = mark.querySelector("span")?.textContent ?? "";
  const left = middle - 8 - (count === "" ? 0 : 5);
  const name = mark.getAttribute("aria-label");
  const style = { ...STYLE, weight: 600 } as const;
  return press.build.svg(
    "g",
    {
      role: "img",
      "aria-label": name,
      "data-fact": mark.getAttribute("data-fact"),
      "data-missing": mark.getAttribute("data-missing"),
    },
    name ? press.build.svg("title", {}, name) : null,
    press.redraw(svg, { x: Number(left.toFixed(1)), y: y + (ROW - 16) / 2 }),
    breakLines([{ text: count, style }], 60).map((line) =>
      drawLine(line, left + 18, baseline(y, ROW, 12), press),
    ),
  );
}

/** Some columns of the matrix with all its rows. */
function part(
  table: Element,
  from: number,
  to: number,
  columns: Columns,
  box: Box,
  press: Press,
): Placed {
  const [, ...all] = [...table.querySelectorAll("thead th")];
  const head = heads(all.slice(from, to), columns, box, press);
  const nodes: Child[] = [
    head.nodes,
    rule(box.x, box.y + head.height - 0.5, box.width, "line", press),
  ];
  let y = box.y + head.height;
  for (const row of table.querySelectorAll("tbody tr")) {
    const [name, ...cells] = [...row.children];
    const lines = name ? cellLines(name, columns.left - 6, STYLE) : [];
    const height = Math.max(ROW, lines.length * 15 + 4);
    const top = y + (height - lines.length * 15) / 2;
    if (row.matches(".begins")) nodes.push(rule(box.x, y - 0.5, box.width, "line", press));
    nodes.push(
      drawCell(lines, { x: box.x, y: top, leading: 15, size: 12 }, press),
      cells
        .slice(from, to)
        .map((cell, i) =>
          symbolCell(
            cell,
            box.x + columns.left + (i + 0.5) * columns.each,
            y + (height - ROW) / 2,
            press,
          ),
        ),
    );
    y += height;
    nodes.push(rule(box.x, y - 0.5, box.width, "grid", press));
  }
  return { nodes, height: y - box.y };
}

/** A dense matrix of symbols, in as many parts as its columns need to stay apart. */
export function setGrid(element: Element, box: Box, press: Press): Placed {
  const table = element.querySelector("table");
  if (!table) return { nodes: [], height: 0 };
  const count = table.querySelectorAll("thead th").length - 1;
  const left = press.isNarrow ? 92 : 132;
  const most = Math.max(1, Math.floor((box.width - left) / 30));
  const parts = Math.ceil(count / most);
  const size = Math.ceil(count / parts);
  const each = (box.width - left) / size;
  const nodes: Child[] = [];
  let { y } = box;
  for (let i = 0; i < parts; i++) {
    const to = Math.min(count, (i + 1) * size);
    const placed = part(table, i * size, to, { left, each }, { ...box, y }, press);
    nodes.push(placed.nodes);
    y += placed.height + (i + 1 < parts ? 22 : 0);
  }
  return { nodes, height: y - box.y };
}
