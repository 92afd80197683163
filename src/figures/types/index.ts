import { type ChartSpec, choice } from "../spec.ts";
import { audit } from "./audit.ts";
import { groups } from "./groups.ts";
import { matrix } from "./matrix.ts";
import { bars, dots, dumbbell, ranking } from "./panels.ts";
import { legend, table, tiles } from "./plain.ts";
import { slope } from "./slope.ts";
import { trend } from "./trend.ts";

/** Every chart type of the domain by its name: a new one is one entry here and one drawing. */
export const figureTypes = {
  dots,
  dumbbell,
  bars,
  slope,
  ranking,
  groups,
  legend,
  matrix,
  table,
  tiles,
  trend,
  audit,
} as const;

export type ChartType = keyof typeof figureTypes;
export const chartTypes = Object.keys(figureTypes) as readonly ChartType[];

/** What a type arranges its rows into. */
export type BodyOf<T extends ChartType> = ReturnType<(typeof figureTypes)[T]["arrange"]>["body"];

/** The type that a spec names; dots where it names none. Throws on one that is not known. */
export function typeOf(spec: ChartSpec): ChartType {
  return choice(spec, "type", chartTypes, "dots");
}
