import * as Plot from "@observablehq/plot";
import { say } from "../../words/index.ts";
import type { FigureContext } from "../../figures/index.ts";
import type { ReadyMark } from "./marks.ts";
import { channelValue } from "./whole/index.ts";

type FacetKey = readonly [fx: unknown, fy: unknown];

function facetsOf({ rows, channels }: ReadyMark): FacetKey[] {
  const [fx, fy] = [channels.get("fx"), channels.get("fy")];
  if (fx?.kind !== "column" || fy?.kind !== "column") return [];
  return rows.map((row) => [channelValue(row, "fx", fx), channelValue(row, "fy", fy)]);
}

/** Words where a facet of rows and columns has nothing to draw: an empty frame might read as zero. */
export function emptyFacets(
  marks: readonly ReadyMark[],
  { language }: FigureContext,
): Plot.Markish[] {
  const places = marks.flatMap(facetsOf);
  const taken = new Set(places.map((place) => JSON.stringify(place)));
  const [across, down] = [0, 1].map((i) => [
    ...new Map(places.map((place) => [JSON.stringify(place[i]), place[i]])).values(),
  ]);
  const empty = (across ?? []).flatMap((fx) =>
    (down ?? []).flatMap((fy) => (taken.has(JSON.stringify([fx, fy])) ? [] : [{ fx, fy }])),
  );
  if (empty.length === 0) return [];
  const text = say(language, "plot.no_rows");
  return [
    Plot.text(empty, {
      ...{ fx: "fx", fy: "fy", frameAnchor: "middle", text: () => text },
      ...{ fill: "var(--quiet)", fontSize: 11, className: "blank" },
    } as never),
  ];
}
