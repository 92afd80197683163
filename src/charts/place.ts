/** A rectangle in px; `y` is its top. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function overlap(a: Box, b: Box): number {
  const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return wide > 0 && high > 0 ? wide * high : 0;
}

/** Keeps a box inside the width. */
function within(box: Box, width: number): Box {
  return { ...box, x: Math.max(0, Math.min(box.x, width - box.width)) };
}

export interface Placed {
  readonly box: Box;
  /** How much of what was there before it hides, in square px. */
  readonly hidden: number;
}

/**
 * The first of the places that hides nothing that is already there, else the one that hides least.
 * Each is moved sideways into the width first.
 */
export function placeLabel(places: readonly Box[], taken: readonly Box[], width: number): Placed {
  const placed = places.map((place) => {
    const box = within(place, width);
    return { box, hidden: taken.reduce((sum, other) => sum + overlap(box, other), 0) };
  });
  const [first, ...others] = placed;
  if (!first) throw new Error("missing place: a label needs one");
  return others.reduce((best, next) => (next.hidden < best.hidden ? next : best), first);
}
