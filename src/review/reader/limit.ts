/** How many places a search gives at most. */
export const placeLimit = 30;
