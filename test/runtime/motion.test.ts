import { JSDOM } from "jsdom";
import { expect, it } from "vitest";
import { places } from "../../src/runtime/motion.ts";

/** A chart drawn for both widths; the boxes are those of a browser that shows the wide one. */
function chart() {
  const drawing = (width: string) =>
    `<div class="${width}"><svg><a data-evidence="a-1"><g class="glyph"></g></a></svg></div>`;
  const { window } = new JSDOM(`<main>${drawing("wide")}${drawing("narrow")}</main>`);
  Object.assign(window, { matchMedia: () => ({ matches: true }) });
  const [wide, narrow] = window.document.querySelectorAll(".glyph");
  const box = (left: number, width: number) => ({ left, top: left, width, height: width });
  Object.assign(wide as Element, { getBoundingClientRect: () => box(300, 13) });
  Object.assign(narrow as Element, { getBoundingClientRect: () => box(0, 0) });
  return window.document.querySelector("main") as Element;
}

it("a mark glides from where it was seen, not from the drawing that is hidden", () => {
  expect([...places(chart())].map(([id, { left }]) => [id, left])).toEqual([["a-1", 300]]);
});
