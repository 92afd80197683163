import { group } from "d3-array";
import { type FigureContext, regionName } from "./context.ts";
import type { Observation } from "./observation.ts";

/** A province on the grid, or a region that lies in none: the country, one of the reader's own. */
export interface Tile {
  readonly region_id: string;
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly observations: readonly Observation[];
}

const COLUMNS = 7;

function provinceOf({ region_id }: Observation, { catalogue }: FigureContext): string {
  return catalogue.regions.get(region_id)?.province ?? region_id;
}

/** The cells that no province has, from the top left, row after row. */
function* freeCells(taken: ReadonlySet<string>): Generator<readonly [row: number, column: number]> {
  for (let cell = 0; ; cell++) {
    const [row, column] = [Math.floor(cell / COLUMNS), cell % COLUMNS];
    if (!taken.has(`${row}/${column}`)) yield [row, column];
  }
}

/** The provinces with a place on the grid and what lies in none, each with what is known of it. */
export function tilesOf(observations: readonly Observation[], context: FigureContext): Tile[] {
  const byProvince = group(observations, (observation) => provinceOf(observation, context));
  const provinces = [...context.catalogue.regions.values()].flatMap((province): Tile[] => {
    const { region_id, tile_row: row, tile_column: column } = province;
    if (row === null || column === null) return [];
    const name = context.language === "zh" ? province.zh_short : province.en_short;
    return [{ region_id, name, row, column, observations: byProvince.get(region_id) ?? [] }];
  });
  const placed = new Set(provinces.map(({ region_id }) => region_id));
  const free = freeCells(new Set(provinces.map(({ row, column }) => `${row}/${column}`)));
  const others = [...byProvince].filter(([id]) => !placed.has(id));
  return [
    ...provinces,
    ...others.flatMap(([region_id, members]): Tile[] => {
      const cell = free.next();
      if (cell.done) return [];
      const [row, column] = cell.value;
      const name = regionName(context, region_id);
      return [{ region_id, name, row, column, observations: members }];
    }),
  ];
}
