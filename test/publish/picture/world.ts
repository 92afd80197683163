import { JSDOM } from "jsdom";
import { grammar } from "../../../src/charts/plot/index.ts";
import type { ChartContext } from "../../../src/charts/index.ts";
import type { ChartSpec, Row } from "../../../src/figures/index.ts";
import { picture, type Picture, type PictureOptions } from "../../../src/publish/picture/index.ts";
import { drawnChart } from "../../../src/runtime/drawn.ts";
import type { DrawnChart } from "../../../src/runtime/index.ts";
import { gap, hostile, row, stated, world } from "../../charts/world.ts";

/** Three figures, one of a hostile region, and one that is missing. */
export const rows: readonly Row[] = [
  gap(),
  row({ region_id: "jia", value: 120 }),
  row({ region_id: "yi", value: 340, scope: "bureau" }),
  row({ region_id: "evil", value: 56 }),
];

/** What the gallery's plots are like. */
const plotMarks = [{ mark: "dot", x: "value", y: "region_id" }];

/** A chart of these rows, with hostile words of its own. */
export function chartOf(spec: ChartSpec, given: readonly Row[] = rows): DrawnChart {
  stated(given);
  const full = spec["type"] === "plot" ? { marks: plotMarks, ...spec } : spec;
  return drawnChart({
    id: "c",
    spec: full,
    rows: given,
    results: new Map([["q", given]]),
    together: false,
    grammar,
    text: (key, { language }) =>
      key === "title" ? [language === "zh" ? `题“${hostile}”` : `Title ${hostile}`] : [`${key} 词`],
  });
}

/** A picture as a document of XML; throws where it is not well formed. */
export function parsed({ svg }: Picture): Document {
  return new JSDOM(svg, { contentType: "image/svg+xml" }).window.document;
}

export function pictured(
  spec: ChartSpec,
  options: PictureOptions & {
    readonly context?: ChartContext;
    readonly rows?: readonly Row[];
  } = {},
): { readonly picture: Picture; readonly document: Document } {
  const { context = world("zh"), rows: given, ...rest } = options;
  const made = picture(chartOf(spec, given).drawable(context), context, rest);
  return { picture: made, document: parsed(made) };
}
