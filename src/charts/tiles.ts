import { groups } from "d3-array";
import type { Child } from "../dom/index.ts";
import { heldRegions } from "../domain/index.ts";
import { list, say, softHyphens } from "../words/index.ts";
import type { ChartContext } from "./context.ts";
import { head } from "./coverage.ts";
import {
  type ChartSpec,
  linkOf,
  type Observation,
  regionName,
  type Tile,
} from "../figures/index.ts";
import { symbolMark } from "./symbol.ts";

/** Where the name of a region leads; null where nothing is held of it. */
type Leading = (id: string) => string | null;

/** The marks of one region behind its name; a province's own figures need no second name. */
function region(
  id: string,
  members: readonly Observation[],
  tile: Tile,
  leading: Leading,
  context: ChartContext,
) {
  const { build } = context;
  const name = id === tile.region_id ? null : regionName(context, id);
  return build.html(
    "span",
    { class: "region" },
    name === null
      ? null
      : build.html("span", { class: "region-name" }, head(leading(id), [name], context)),
    members.map((observation) => symbolMark(observation, context)),
  );
}

function tile(entry: Tile, leading: Leading, context: ChartContext): Child {
  const { region_id, name, row, column, observations } = entry;
  const { build, language } = context;
  const regions = [...new Set(observations.map(({ region_id }) => regionName(context, region_id)))];
  return build.html(
    "li",
    {
      class: observations.length > 0 ? "tile" : "tile blank",
      style: `grid-row:${row + 1};grid-column:${column + 1}`,
      title: regions.length > 0 ? `${name}: ${list(language, regions)}` : name,
    },
    build.html("span", { class: "name" }, head(leading(region_id), [softHyphens(name)], context)),
    build.html(
      "span",
      { class: "marks" },
      groups(observations, ({ region_id }) => region_id).map(([id, members]) =>
        region(id, members, entry, leading, context),
      ),
    ),
  );
}

/**
 * The provinces as tiles of equal size in about their places, with every region's figures in its
 * province's tile. A grid of names draws no border, and size says nothing where area would mislead.
 * Values of unlike regions are not coloured into one scale: a tile shows who states something.
 */
export function tileGrid(
  tiles: readonly Tile[],
  spec: ChartSpec,
  context: ChartContext,
): HTMLElement {
  const { build, language, catalogue } = context;
  const held = new Set(heldRegions(catalogue).map(({ region_id }) => region_id));
  const leading: Leading = (id) => (held.has(id) ? linkOf(spec, "regionLink", { id }) : null);
  return build.html(
    "ul",
    { class: "tiles", "aria-label": say(language, "chart.kind.tiles") },
    tiles.map((entry) => tile(entry, leading, context)),
  );
}
