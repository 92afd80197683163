import type { Page } from "playwright";

/** Runs in the page before all else: tells the longest time in which nothing of it ran. */
export function beat(): void {
  let last = performance.now();
  const seen = { longest: 0 };
  Object.assign(window, { heartbeat: seen });
  setInterval(() => {
    const now = performance.now();
    seen.longest = Math.max(seen.longest, now - last);
    last = now;
  }, 10);
}

/** In ms, up to now. */
export async function longest(page: Page): Promise<number> {
  return page.evaluate(
    () => (window as unknown as { heartbeat: { longest: number } }).heartbeat.longest,
  );
}
