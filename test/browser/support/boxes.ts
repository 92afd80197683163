/** A text of a chart, or a symbol, with the box of its ink in px of the window. */
export interface Box {
  readonly svg: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Drawn {
  readonly chart: string;
  readonly frame: Omit<Box, "svg" | "text">;
  readonly boxes: readonly Box[];
}

/** Runs in the page: what each visible drawing of the figures shows. */
export function measure(svgs: Element[]): Drawn[] {
  return svgs.map((svg, index) => {
    const { left, right, top, bottom } = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text, tspan")].filter(
      (element) => !element.querySelector("tspan") && element.textContent,
    );
    const boxes = texts.map((element) => {
      const box = element.getBoundingClientRect();
      // A line box is taller than its ink: of Chinese glyphs, some 0.9 em about its middle.
      const size = parseFloat(getComputedStyle(element).fontSize);
      const scale = box.height / ((element as SVGGraphicsElement).getBBox?.().height || box.height);
      const half = Math.min(box.height, 0.9 * size * scale) / 2;
      const middle = (box.top + box.bottom) / 2;
      return {
        svg: index,
        text: element.textContent ?? "",
        left: box.left,
        right: box.right,
        top: middle - half,
        bottom: middle + half,
      };
    });
    const symbols = [...svg.querySelectorAll(".glyph")].map((element) => {
      const box = element.getBoundingClientRect();
      const text = `● ${element.closest("[aria-label]")?.getAttribute("aria-label") ?? ""}`;
      const { left, right, top, bottom } = box;
      return { svg: index, text, left, right, top, bottom };
    });
    return {
      chart: svg.closest("figure")?.id ?? "",
      frame: { left, right, top, bottom },
      boxes: [...boxes, ...symbols],
    };
  });
}

const SLACK = 1;

function overlap(a: Box, b: Box): boolean {
  return (
    a.left < b.right - SLACK &&
    b.left < a.right - SLACK &&
    a.top < b.bottom - SLACK &&
    b.top < a.bottom - SLACK
  );
}

/** Texts that lie on another text or on a symbol, or leave their drawing, one sentence each. */
export function collisions(drawings: readonly Drawn[]): string[] {
  return drawings.flatMap(({ chart, frame, boxes }) => [
    ...boxes
      .filter(
        ({ left, right, top, bottom }) =>
          left < frame.left - SLACK ||
          right > frame.right + SLACK ||
          top < frame.top - SLACK ||
          bottom > frame.bottom + SLACK,
      )
      .map(({ text }) => `${chart}: “${text}” leaves the drawing`),
    ...boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter((b) => overlap(a, b))
        .map((b) => `${chart}: “${a.text}” lies on “${b.text}”`),
    ),
  ]);
}
