import { JSDOM } from "jsdom";
import { expect, it } from "vitest";
import { joinAxes } from "../../../src/publish/package/axes.ts";

function joined(markup: string): string {
  const { document } = new JSDOM(`<svg>${markup}</svg>`).window;
  const svg = document.querySelector("svg") as Element;
  joinAxes(svg);
  return svg.innerHTML;
}

it("draws the lines of a grid as one path", () => {
  const grid = (name: string, lines: string) => `<g aria-label="${name}">${lines}</g>`;
  const across =
    '<line x1="46" x2="684" y1="324" y2="324"></line><line x1="46" x2="684" y1="3.5" y2="3.5"></line>';
  expect(joined(grid("y-grid", across))).toBe(
    grid("y-grid", '<path d="M46,324H684M46,3.5H684"></path>'),
  );
  const up = '<line x1="4" x2="4" y1="0" y2="9"></line><line x1="5" x2="5" y1="0" y2="9"></line>';
  expect(joined(grid("x-grid", up))).toBe(grid("x-grid", '<path d="M4,0V9M5,0V9"></path>'));
});

it("draws ticks as one path, and no label without words", () => {
  const ticks =
    '<g aria-label="x-axis tick"><path transform="translate(46,324)" d="M0,0L0,6"></path><path transform="translate(-9.5,324)" d="M0,0L0,6"></path></g>';
  expect(joined(ticks)).toBe(
    '<g aria-label="x-axis tick"><path d="M46,324l0,6M-9.5,324l0,6"></path></g>',
  );
  const labels = '<g aria-label="y-axis tick label"><text></text><text>10</text></g>';
  expect(joined(labels)).toBe('<g aria-label="y-axis tick label"><text>10</text></g>');
});

it.each([
  '<line x1="0" x2="9" y1="0" y2="0"></line><line x1="0" x2="9" y1="1" y2="2"></line>',
  '<line x1="0" x2="9" y1="0" y2="0"></line><line class="zero" x1="0" x2="9" y1="1" y2="1"></line>',
  '<line x1="0" x2="9" y1="0" y2="0"></line><a></a>',
])("leaves alone what is more than plain lines: %s", (lines) => {
  const grid = `<g aria-label="y-grid">${lines}</g>`;
  expect(joined(grid)).toBe(grid);
});
