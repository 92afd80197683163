import { auditAttributes, type AuditScale, auditStrip } from "../../charts/index.ts";
import type { AuditRow } from "../../figures/index.ts";
import type { Child } from "../../dom/index.ts";
import { say } from "../../words/index.ts";
import { baseline, body, bold, drawLines, rule, small, stack } from "./block.ts";
import type { Box, Placed, LayoutContext } from "./block.ts";
import { flow } from "./flow.ts";
import { breakLines, drawLine, named, textRun, type Line, type Run } from "./inline.ts";

const NAME = { ...body, size: 14 } as const;
const NUMBER = { ...NAME, weight: 600 } as const;
const SMALL = small;

/** The region in bold, then what is recomputed. */
function whatRuns({ region, what }: AuditRow): Run[] {
  return [...textRun(region, { ...NAME, ...bold }), ...textRun(` ${what}`, NAME)];
}

function numbersOf(row: AuditRow, width: number, { context: { language } }: LayoutContext) {
  return [
    number(say(language, "audit.stated"), row.stated, width),
    number(say(language, "audit.recomputed"), row.computed, width),
  ] as const;
}

/** Word over number, as one column. */
function number(word: string, text: string, width: number): { key: Line[]; value: Line[] } {
  return {
    key: breakLines(textRun(word, SMALL), width),
    value: breakLines(textRun(text, NUMBER), width),
  };
}

function drawNumber(
  { key, value }: ReturnType<typeof number>,
  x: number,
  y: number,
  align: "start" | "end",
  layout: LayoutContext,
): Child[] {
  return [...key, ...value].map((line, i) =>
    drawLine(
      line,
      x,
      baseline(y + (i < key.length ? 0 : 18 + (i - key.length) * 18), 18, i < key.length ? 12 : 14),
      layout,
      align,
    ),
  );
}

function wideRow(
  row: AuditRow,
  drawn: SVGElement,
  { x, y, width }: Box,
  layout: LayoutContext,
): Placed {
  const [what, side] = [168, 126];
  const name = breakLines(whatRuns(row), what);
  const cells = numbersOf(row, side, layout);
  const left = x + what + 12 + side + 12;
  const room = width - what - 2 * side - 36;
  const allowed = breakLines(textRun(row.allowed ?? "", SMALL), width - what - 12);
  const [stated, computed] = cells;
  // Numbers with their words may need a second line, of which what is allowed keeps clear.
  const middle = x + what + 12 + (width - what - 12) / 2;
  const below = Math.max(40, ...cells.map(({ value }) => 18 + value.length * 18 + 4));
  return {
    nodes: [
      drawLines(name, { x, y, leading: 20, size: 14 }, layout),
      drawNumber(stated, left - 12, y, "end", layout),
      layout.redraw(drawn, { x: left, y: y + 5, width: room }),
      drawNumber(computed, left + room + 12, y, "start", layout),
      drawLines(
        allowed,
        { x: middle, y: y + below, leading: 17, size: 12, align: "middle" },
        layout,
      ),
    ],
    height: Math.max(name.length * 20, below + allowed.length * 17) + 10,
  };
}

function narrowRow(
  row: AuditRow,
  drawn: SVGElement,
  { x, y, width }: Box,
  layout: LayoutContext,
): Placed {
  const name = breakLines(whatRuns(row), width);
  const [stated, computed] = numbersOf(row, width / 2 - 8, layout);
  const allowed = breakLines(textRun(row.allowed ?? "", SMALL), width);
  const numbers = y + name.length * 20;
  const values = [stated, computed].map(({ value }) => value.length);
  const strip = numbers + Math.max(40, 18 + Math.max(...values) * 18 + 4);
  return {
    nodes: [
      drawLines(name, { x, y, leading: 20, size: 14 }, layout),
      drawNumber(stated, x, numbers, "start", layout),
      drawNumber(computed, x + width, numbers, "end", layout),
      layout.redraw(drawn, { x, y: strip, width }),
      drawLines(allowed, { x, y: strip + 30, leading: 17, size: 12 }, layout),
    ],
    height: strip + 30 + allowed.length * 17 + 10 - y,
  };
}

/** Stated beside recomputed, with the strip between them. */
export function setAudits(
  rows: readonly AuditRow[],
  scale: AuditScale,
  box: Box,
  layout: LayoutContext,
): Placed {
  const { context, isNarrow } = layout;
  return stack(
    rows.map((row) => (at: Box) => {
      const drawn = auditStrip(row.audit, scale, context);
      const placed = (isNarrow ? narrowRow : wideRow)(row, drawn, { ...at, y: at.y + 7 }, layout);
      const mark = named(auditAttributes(row, context), placed.nodes, layout);
      const line = rule(at.x, at.y + 0.5, at.width, "line", layout);
      return { nodes: [line, mark], height: placed.height + 7 };
    }),
    box,
  );
}

/** Figures whose parts give exactly what is stated, beside each other. */
export function setEqual(rows: readonly AuditRow[], box: Box, layout: LayoutContext): Placed {
  const style = { ...body, size: 12 };
  const items = rows.map(({ region, what, stated }) => [
    ...textRun(region, { ...style, ...bold }),
    ...textRun(` ${what} ${stated}`, style),
  ]);
  return flow(items, box, layout);
}
