import type { Child } from "../dom/index.ts";
import {
  baseline,
  body,
  drawLines,
  looks,
  rule,
  type Box,
  type Placed,
  type Press,
} from "./block.ts";
import { breakLines, drawLine, measure, runsOf } from "./inline.ts";

const LEADING = 21;
const VALUE = { ...body, size: 14, weight: 600 } as const;
const NAME = { ...body, size: 14 } as const;

/** Widths in px: of the place, of the name, and between columns. */
const wide = { place: 38, who: 184, gap: 8 };
const narrow = { place: 32, who: 0, gap: 8 };

interface Columns {
  readonly who: number;
  readonly whoWidth: number;
  readonly track: number;
  readonly trackWidth: number;
}

function columnsOf(
  { x, width }: Box,
  hasPlaces: boolean,
  value: number,
  isNarrow: boolean,
): Columns {
  const sizes = isNarrow ? narrow : wide;
  const who = x + (hasPlaces ? sizes.place + sizes.gap : 0);
  const track = isNarrow ? who : who + sizes.who + sizes.gap;
  const trackWidth = x + width - track - value - 20;
  return { who, whoWidth: isNarrow ? x + width - who : sizes.who, track, trackWidth };
}

const textOf = (item: Element, selector: string): string =>
  item.querySelector(selector)?.textContent ?? "";

function row(item: Element, columns: Columns, box: Box, press: Press): Placed {
  const { who, whoWidth, track, trackWidth } = columns;
  const y = box.y + 4;
  const place = runsOf(
    [item.querySelector(".place")].filter((one) => one !== null),
    { ...VALUE, color: "quiet" },
    [],
  );
  const name = breakLines(runsOf(item.querySelectorAll(".who .region"), NAME, looks), whoWidth);
  const detail = breakLines(runsOf(item.querySelectorAll(".who .detail"), NAME, looks), whoWidth);
  const names = name.length * LEADING + detail.length * 17;
  const top = press.isNarrow ? y + names : y;
  const svg = item.querySelector("svg.track");
  const value = runsOf(item.querySelectorAll("a .value, .mark > .value"), VALUE, []);
  const nodes: Child[] = [
    breakLines(place, 60).map((line) =>
      drawLine(line, who - 8, baseline(y, LEADING, 14), press, "end"),
    ),
    drawLines(name, { x: who, y, leading: LEADING, size: 14 }, press),
    drawLines(detail, { x: who, y: y + name.length * LEADING, leading: 17, size: 12 }, press),
    svg ? press.redraw(svg, { x: track + 8, y: top + 3, width: trackWidth - 16 }) : null,
    breakLines(value, 400).map((line) =>
      drawLine(line, box.x + box.width, baseline(top, 24, 14), press, "end"),
    ),
  ];
  const mark = item.querySelector("[aria-label]");
  const attributes = Object.fromEntries(
    ["data-fact", "data-evidence", "aria-label"].map((key) => [key, mark?.getAttribute(key)]),
  );
  const label = attributes["aria-label"];
  const title = label ? press.build.svg("title", {}, label) : null;
  return {
    nodes: [press.build.svg("g", { role: "img", ...attributes }, title, nodes)],
    height: (press.isNarrow ? names + 26 : Math.max(names, 26)) + 8,
  };
}

/** A ranking: place, name and its details, a symbol on a scale, the value at the right. */
export function setRanked(list: Element, box: Box, press: Press): Placed {
  const items = [...list.children];
  const hasPlaces = items.some((item) => textOf(item, ".place") !== "");
  const isNumbered = hasPlaces || list.closest(".ranked")?.matches(".not") === false;
  const values = items.map((item) => measure(textOf(item, ".mark .value"), VALUE));
  const columns = columnsOf(box, isNumbered, Math.max(88, ...values), press.isNarrow);
  const nodes: Child[] = [];
  let { y } = box;
  items.forEach((item, i) => {
    if (i > 0) nodes.push(rule(box.x, y + 0.5, box.width, "grid", press));
    const placed = row(item, columns, { ...box, y }, press);
    nodes.push(placed.nodes);
    y += placed.height;
  });
  return { nodes, height: y - box.y };
}
