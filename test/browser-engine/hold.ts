import { leastOf } from "../least.ts";

/**
 * The longest time in which the page could do nothing while the work went on, in ms; of up to three
 * tries the least, where one is above the limit.
 */
export async function longestHold(work: () => Promise<unknown>, limit: number): Promise<number> {
  const least = await leastOf(
    limit,
    (held) => held,
    () => holdOf(work),
  );
  console.log(`longest hold of the page: ${Math.round(least)} ms`);
  return least;
}

async function holdOf(work: () => Promise<unknown>): Promise<number> {
  let [last, longest, isOver] = [performance.now(), 0, false];
  const channel = new MessageChannel();
  const beat = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    // A timer in between: a page that only beats would itself take the processor.
    if (!isOver) setTimeout(() => channel.port2.postMessage(null));
  };
  channel.port1.onmessage = beat;
  beat();
  await work();
  isOver = true;
  return longest;
}
