import { group } from "d3-array";
import type { Child } from "../dom/index.ts";
import type { Region } from "../facts/index.ts";
import { list, say } from "../i18n/index.ts";
import type { ChartContext } from "./context.ts";
import { regionName } from "./context.ts";
import { glyph, glyphStyle } from "./glyph.ts";
import { accessibleName, evidenceAttributes } from "./name.ts";
import type { Observation } from "./observation.ts";

/** A province on the grid. */
interface Tile {
  readonly province: Region;
  readonly row: number;
  readonly column: number;
  readonly observations: readonly Observation[];
}

function provinceOf({ region_id }: Observation, { catalogue }: ChartContext): string {
  return catalogue.regions.get(region_id)?.province ?? "";
}

function tilesOf(observations: readonly Observation[], context: ChartContext): Tile[] {
  const byProvince = group(observations, (observation) => provinceOf(observation, context));
  return [...context.catalogue.regions.values()].flatMap((province) => {
    const { tile_row: row, tile_column: column } = province;
    if (row === null || column === null) return [];
    return [{ province, row, column, observations: byProvince.get(province.region_id) ?? [] }];
  });
}

function mark(observation: Observation, context: ChartContext): Child {
  const { build } = context;
  const symbol = build.svg(
    "svg",
    { class: "symbol", width: 16, height: 16, viewBox: "-8 -8 16 16", "aria-hidden": "true" },
    glyph(build, glyphStyle(observation, context)),
  );
  if (observation.value === null)
    return build.html(
      "span",
      {
        class: "mark missing",
        role: "img",
        tabindex: -1,
        "data-missing": observation.missing,
        "aria-label": accessibleName(observation, context),
      },
      symbol,
    );
  return build.html("a", { class: "mark", ...evidenceAttributes(observation, context) }, symbol);
}

function tile({ province, row, column, observations }: Tile, context: ChartContext): Child {
  const { build, language } = context;
  const regions = [...new Set(observations.map(({ region_id }) => regionName(context, region_id)))];
  const name = language === "zh" ? province.zh_short : province.en_short;
  return build.html(
    "li",
    {
      class: observations.length > 0 ? "tile" : "tile blank",
      style: `grid-row:${row + 1};grid-column:${column + 1}`,
      title: regions.length > 0 ? `${name}: ${list(language, regions)}` : name,
    },
    build.html("span", { class: "name" }, name),
    build.html(
      "span",
      { class: "marks" },
      observations.map((observation) => mark(observation, context)),
    ),
  );
}

/**
 * The provinces as tiles of equal size in about their places, with every region's figures in its
 * province's tile. A grid of names draws no border, and size says nothing where area would mislead.
 * Values of unlike regions are not coloured into one scale: a tile shows who states something.
 */
export function tiles(observations: readonly Observation[], context: ChartContext): HTMLElement {
  const { build, language } = context;
  return build.html(
    "ul",
    { class: "tiles", "aria-label": say(language, "chart.kind.tiles") },
    tilesOf(observations, context).map((entry) => tile(entry, context)),
  );
}
