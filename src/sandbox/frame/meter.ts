/** Messages and bytes of a worker that a frame reads in one span; nobody's reading needs more. */
export const mostMessages = 200;
export const mostSpanBytes = 100_000_000;
const span = 500;

/** Counts what comes; false once it is more than anybody reads. */
export function createMeter(now: () => number): (bytes: number) => boolean {
  let [start, messages, bytes] = [0, 0, 0];
  return (length) => {
    if (now() - start > span) [start, messages, bytes] = [now(), 0, 0];
    messages += 1;
    bytes += length;
    return messages <= mostMessages && bytes <= mostSpanBytes;
  };
}
