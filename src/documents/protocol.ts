import type { DocumentErrorCode, DocumentText, Place } from "./types.ts";

/** From the page to the worker. */
export interface Request {
  readonly kind: "read";
  readonly file: Blob;
  readonly name: string;
}

/** From the worker to the page. */
export type Answer =
  /** The code that reads this format is there. */
  | { readonly kind: "begun" }
  | { readonly kind: "progress"; readonly share: number }
  | {
      readonly kind: "read";
      readonly document: Omit<DocumentText, "places">;
      readonly places: Int32Array;
    }
  | { readonly kind: "error"; readonly code: DocumentErrorCode; readonly value: string };

const columns = ["start", "end", "page", "paragraph", "table", "row", "cell"] as const;

/** Places as numbers side by side, which cross to the page without being copied; 0 is for none. */
export function packPlaces(places: readonly Place[]): Int32Array<ArrayBuffer> {
  const packed = new Int32Array(places.length * columns.length);
  places.forEach((place, index) =>
    columns.forEach((column, at) => (packed[index * columns.length + at] = place[column] ?? 0)),
  );
  return packed;
}

/** Places made at a time: a few ms. */
const slice = 3_000;

/** The way back, a slice at a time: a page of many places stays free. */
export async function unpackPlaces(packed: Int32Array): Promise<Place[]> {
  const places: Place[] = [];
  const count = packed.length / columns.length;
  for (let index = 0; index < count; index++) {
    if (index % slice === slice - 1) await new Promise((resolve) => setTimeout(resolve));
    const place: Record<string, number> = {};
    columns.forEach((column, at) => {
      const value = packed[index * columns.length + at] ?? 0;
      if (value > 0 || at < 2) place[column] = value;
    });
    places.push(place as unknown as Place);
  }
  return places;
}
