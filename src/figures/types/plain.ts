import { say } from "../../words/index.ts";
import { rankOfForm } from "../form.ts";
import { extremesOf } from "../describe.ts";
import { isPresent, type Observation } from "../observation.ts";
import { type Tile, tilesOf } from "../tiles.ts";
import type { FigureType } from "./type.ts";

/** Types that set no value of one region beside that of another. */
const apart = {
  compares: "nothing",
  drawsEachRow: false,
  isTable: () => false,
} as const;

export interface RowsBody {
  readonly observations: readonly Observation[];
}

/** All rows in full precision. */
export const table: FigureType<RowsBody> = {
  ...apart,
  name: "table",
  isTable: () => true,
  arrange: ({ observations }) => ({ body: { observations }, arrangements: [] }),
  describe: (_body, { observations, context }) => ({
    found: extremesOf(observations.filter(isPresent), context),
    apart: [],
  }),
};

/** The forms of marks, each with a figure as its example, the most telling last. */
export const legend: FigureType<RowsBody> = {
  ...apart,
  name: "legend",
  arrange: ({ observations }) => ({
    body: { observations: observations.toSorted((a, b) => rankOfForm(a) - rankOfForm(b)) },
    arrangements: [],
  }),
  describe: () => ({ found: [], apart: [] }),
};

export interface TilesBody {
  readonly tiles: readonly Tile[];
}

/** The provinces as tiles of equal size, with every region's figures in its province's tile. */
export const tiles: FigureType<TilesBody> = {
  ...apart,
  name: "tiles",
  drawsEachRow: true,
  draws: { as: "symbols", gaps: true },
  arrange: ({ observations, context }) => ({
    body: { tiles: tilesOf(observations, context) },
    arrangements: [],
  }),
  describe(_body, { observations, context }) {
    const { catalogue, language } = context;
    const stated = observations.filter(isPresent);
    const regions = new Set(stated.map(({ region_id }) => region_id));
    const found = new Set([...regions].map((id) => catalogue.regions.get(id)?.province ?? id));
    return { found: [say(language, "describe.tiles", found.size, regions.size)], apart: [] };
  },
};
