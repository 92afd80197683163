/** Another's work on the same cores takes time too; what a thing costs, it costs each time. */
const TRIES = 3;

/**
 * What takes longer than the limit is made again, up to three times; the one that took least counts.
 * One without a time went wrong otherwise, and stays so.
 * @param limit in the unit of `time`
 */
export async function leastOf<T>(
  limit: number,
  time: (made: T) => number | undefined,
  make: () => Promise<T>,
): Promise<T> {
  let least = await make();
  for (let turn = 1; turn < TRIES && (time(least) ?? 0) > limit; turn++) {
    const again = await make();
    const taken = time(again);
    if (taken === undefined) return again;
    if (taken < (time(least) ?? Infinity)) least = again;
  }
  return least;
}
