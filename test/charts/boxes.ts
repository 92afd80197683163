/** Run in the page: measures the text of drawings. Serialized, so it may use nothing from outside. */
export interface Collision {
  readonly figure: string;
  readonly what: string;
}

/**
 * What is wrong with the text of every drawing below a root: texts that cover each other, that leave
 * their drawing or the page, and that are smaller than `least` px on the screen. In px of the screen.
 */
export function collisions(root: Element, least: number): Collision[] {
  const found: Collision[] = [];
  const shown = (element: Element) => element.getClientRects().length > 0;
  for (const figure of root.querySelectorAll("figure"))
    for (const chart of [...figure.querySelectorAll(".chart")].filter(shown)) {
      const say = (what: string) => found.push({ figure: figure.id, what });
      const frame = chart.getBoundingClientRect();
      for (const svg of chart.querySelectorAll("svg.fadu-plot, svg.fadu-grammar")) {
        const box = svg.getBoundingClientRect();
        const texts = [...svg.querySelectorAll("text")]
          .flatMap((text) => {
            const pieces = [...text.children].filter((one) => one.tagName === "tspan");
            const all = pieces.length > 0 ? pieces : [text];
            const size =
              (parseFloat(getComputedStyle(text).fontSize) * box.width) /
              Number(svg.getAttribute("width"));
            const isTurned =
              /rotate/.test(text.getAttribute("transform") ?? "") &&
              !/rotate\(0/.test(text.getAttribute("transform") ?? "");
            return isTurned
              ? []
              : all.map((one) => ({ text, one, size, box: one.getBoundingClientRect() }));
          })
          .filter(({ one, box: { width } }) => width > 0 && (one.textContent ?? "").trim() !== "");
        for (const { one, size, box: b } of texts) {
          const words = one.textContent ?? "";
          if (size < least) say(`${size.toFixed(1)} px: ${words}`);
          if (b.left < frame.left - 1.5 || b.right > frame.right + 1.5)
            say(`beyond the drawing: ${words}`);
          if (b.top < box.top - 3 || b.bottom > box.bottom + 3) say(`above or below: ${words}`);
        }
        for (const [i, a] of texts.entries())
          for (const b of texts.slice(i + 1)) {
            const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
            // A line's box is taller than its letters.
            const slack = (a.box.height + b.box.height) * 0.16;
            const high =
              Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) - slack;
            if (wide > 1.5 && high > 0) say(`${a.one.textContent} covers ${b.one.textContent}`);
          }
      }
      if (
        chart.scrollWidth > chart.clientWidth + 1 &&
        !chart.querySelector(".scroll, .coverage, .tiles")
      )
        say(`${chart.scrollWidth - chart.clientWidth} px wider than its place`);
    }
  return found;
}
