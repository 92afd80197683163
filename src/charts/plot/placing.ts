/** Channels that say where a mark stands or how long it is: without them there is no mark. */
export const placing = ["x", "x1", "x2", "y", "y1", "y2", "r", "fx", "fy"];

/** Sums and the like are of numbers: what is missing would be a zero. */
export const summing = /^(?:sum|mean|median|min|max|deviation|variance|p\d\d|proportion.*)$/;
