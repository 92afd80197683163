import { group } from "d3-array";
import type { Region } from "../domain/index.ts";
import type { FigureContext } from "./context.ts";
import type { Observation } from "./observation.ts";

/** A province on the grid. */
export interface Tile {
  readonly province: Region;
  readonly row: number;
  readonly column: number;
  readonly observations: readonly Observation[];
}

function provinceOf({ region_id }: Observation, { catalogue }: FigureContext): string {
  return catalogue.regions.get(region_id)?.province ?? "";
}

/** The provinces with a place on the grid, each with what is known of its regions. */
export function tilesOf(observations: readonly Observation[], context: FigureContext): Tile[] {
  const byProvince = group(observations, (observation) => provinceOf(observation, context));
  return [...context.catalogue.regions.values()].flatMap((province) => {
    const { tile_row: row, tile_column: column } = province;
    if (row === null || column === null) return [];
    return [{ province, row, column, observations: byProvince.get(province.region_id) ?? [] }];
  });
}
