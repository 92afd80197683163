import { groups } from "d3-array";
import type { Child } from "../dom/index.ts";
import { list, say, softHyphens } from "../words/index.ts";
import type { ChartContext } from "./context.ts";
import { type Observation, regionName, type Tile } from "../figures/index.ts";
import { symbolMark } from "./symbol.ts";

/** The marks of one region behind its name; a province's own figures need no second name. */
function region(id: string, members: readonly Observation[], tile: Tile, context: ChartContext) {
  const { build } = context;
  const name = id === tile.region_id ? null : regionName(context, id);
  return build.html(
    "span",
    { class: "region" },
    name === null ? null : build.html("span", { class: "region-name" }, name),
    members.map((observation) => symbolMark(observation, context)),
  );
}

function tile(entry: Tile, context: ChartContext): Child {
  const { name, row, column, observations } = entry;
  const { build, language } = context;
  const regions = [...new Set(observations.map(({ region_id }) => regionName(context, region_id)))];
  return build.html(
    "li",
    {
      class: observations.length > 0 ? "tile" : "tile blank",
      style: `grid-row:${row + 1};grid-column:${column + 1}`,
      title: regions.length > 0 ? `${name}: ${list(language, regions)}` : name,
    },
    build.html("span", { class: "name" }, softHyphens(name)),
    build.html(
      "span",
      { class: "marks" },
      groups(observations, ({ region_id }) => region_id).map(([id, members]) =>
        region(id, members, entry, context),
      ),
    ),
  );
}

/**
 * The provinces as tiles of equal size in about their places, with every region's figures in its
 * province's tile. A grid of names draws no border, and size says nothing where area would mislead.
 * Values of unlike regions are not coloured into one scale: a tile shows who states something.
 */
export function tileGrid(tiles: readonly Tile[], context: ChartContext): HTMLElement {
  const { build, language } = context;
  return build.html(
    "ul",
    { class: "tiles", "aria-label": say(language, "chart.kind.tiles") },
    tiles.map((entry) => tile(entry, context)),
  );
}
