import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Fact, Region, Report } from "../../../src/domain/index.ts";
import { dist } from "./test.ts";

function rows<T>(name: string): readonly T[] {
  return JSON.parse(readFileSync(join(dist, "data", `${name}.json`), "utf8")) as readonly T[];
}

/** The curated numbers as the site publishes them. */
export function facts(): readonly Fact[] {
  return rows<Fact>("facts");
}

export function reports(): readonly Report[] {
  return rows<Report>("reports");
}

export function regions(): readonly Region[] {
  return rows<Region>("regions");
}

export function factById(id: string): Fact {
  const fact = facts().find(({ fact_id }) => fact_id === id);
  if (!fact) throw new Error(`unknown fact: ${id}`);
  return fact;
}
