import type { Row } from "../../../figures/index.ts";
import { placing } from "../placing.ts";
import type { Plan } from "./plan.ts";

/** A group of rows that are summed up, and how many of them have no value to sum. */
export interface Loss {
  /** The group by all that parts it, and by its place alone, where series are stacked. */
  readonly group: string;
  readonly place: string;
  /** A row that says where the group stands. */
  readonly row: Row;
  readonly stated: number;
  readonly lost: number;
}

/** What of a group's key is its place; a running sum has lost at every place what it lost at one. */
export function keyNames({ keys, bins, isCumulative }: Plan) {
  const all = isCumulative ? keys : [...keys, ...bins];
  return { all, placed: all.filter((name) => placing.includes(name)) };
}

/** A group's two keys, from what it has for each of their names. */
export function lossKeys(of: (name: string) => unknown, plan: Plan): Pick<Loss, "group" | "place"> {
  const { all, placed } = keyNames(plan);
  const keyOf = (names: readonly string[]) => JSON.stringify(names.map((name) => of(name) ?? null));
  return { group: keyOf(all), place: keyOf(placed) };
}
