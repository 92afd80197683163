type Timers = Pick<
  Window,
  | "setTimeout"
  | "setInterval"
  | "clearTimeout"
  | "clearInterval"
  | "requestAnimationFrame"
  | "cancelAnimationFrame"
>;

/**
 * Makes a window remember the timers that code starts, so that a new run ends those of the one
 * before. Gives the untouched timers to us, and the function that ends the others.
 */
export function trackTimers(global: Timers): { readonly own: Timers; readonly clear: () => void } {
  const own: Timers = {
    setTimeout: global.setTimeout.bind(global),
    setInterval: global.setInterval.bind(global),
    clearTimeout: global.clearTimeout.bind(global),
    clearInterval: global.clearInterval.bind(global),
    requestAnimationFrame: global.requestAnimationFrame.bind(global),
    cancelAnimationFrame: global.cancelAnimationFrame.bind(global),
  };
  const timers = new Set<number>();
  const frames = new Set<number>();
  const remember =
    <A extends unknown[]>(start: (...args: A) => number, ids: Set<number>) =>
    (...args: A): number => {
      const id = start(...args);
      ids.add(id);
      return id;
    };
  Object.assign(global, {
    setTimeout: remember(own.setTimeout as (...args: unknown[]) => number, timers),
    setInterval: remember(own.setInterval as (...args: unknown[]) => number, timers),
    requestAnimationFrame: remember(own.requestAnimationFrame, frames),
  });
  return {
    own,
    clear() {
      for (const id of timers) own.clearTimeout(id);
      for (const id of frames) own.cancelAnimationFrame(id);
      timers.clear();
      frames.clear();
    },
  };
}
