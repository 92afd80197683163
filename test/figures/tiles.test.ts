import { describe, expect, it } from "vitest";
import { tilesOf } from "../../src/figures/tiles.ts";
import { observeAll } from "../../src/figures/index.ts";
import { row, world } from "../charts/world.ts";

describe("the tiles of provinces", () => {
  it("give what lies in no province a tile of its own, and no figure is lost", () => {
    const context = world("en");
    const rows = [row(), row({ region_id: "the-country" }), row({ region_id: "mine" })];
    const observations = observeAll(rows, context.catalogue);
    const tiles = tilesOf(observations, context);
    expect(tiles.flatMap((tile) => tile.observations)).toHaveLength(3);
    const place = (id: string) =>
      tiles.flatMap((tile) => (tile.region_id === id ? [`${tile.row}/${tile.column}`] : []));
    expect(place("mine")).toHaveLength(1);
    expect(place("the-country")).not.toEqual(place("mine"));
  });
});
