interface Timers {
  setTimeout(callback: () => void, delay?: number): number;
  clearTimeout(id: number): void;
  setInterval(callback: () => void, delay?: number): number;
  clearInterval(id: number): void;
}

export interface TrackedTimers {
  /** The browser's own, for us. */
  readonly own: Timers;
  /** For the code of cells, by name. */
  readonly given: Readonly<Record<string, unknown>>;
  /** Ends whatever code has started. */
  clear(): void;
  /** Called after each turn of a timer of the code. */
  onTurn(listener: () => void): void;
}

type Callback = (...values: unknown[]) => unknown;

/** A screen shows a picture so often, in ms; a worker has none. */
const frame = 16;

/**
 * Timers that remember what code starts, so that a new run ends those of the one before.
 */
export function trackTimers(global: Timers): TrackedTimers {
  const own: Timers = {
    setTimeout: global.setTimeout.bind(global),
    clearTimeout: global.clearTimeout.bind(global),
    setInterval: global.setInterval.bind(global),
    clearInterval: global.clearInterval.bind(global),
  };
  const started = new Set<number>();
  let tellTurn = (): void => {};
  const turn = (callback: unknown, values: readonly unknown[]) => (): void => {
    try {
      if (typeof callback === "function") (callback as Callback)(...values);
    } finally {
      tellTurn();
    }
  };
  const remember = (id: number): number => {
    started.add(id);
    return id;
  };
  const once = (callback: unknown, delay: unknown, values: readonly unknown[]): number => {
    const run = turn(callback, values);
    const id = own.setTimeout(
      () => {
        started.delete(id);
        run();
      },
      Number(delay) || 0,
    );
    return remember(id);
  };
  const end = (id: unknown): void => {
    started.delete(Number(id));
    own.clearTimeout(Number(id));
  };
  const given = {
    setTimeout: (callback: unknown, delay?: unknown, ...values: unknown[]) =>
      once(callback, delay, values),
    setInterval: (callback: unknown, delay?: unknown, ...values: unknown[]) =>
      remember(own.setInterval(turn(callback, values), Number(delay) || 0)),
    clearTimeout: end,
    clearInterval: end,
    requestAnimationFrame: (callback: Callback) =>
      once(() => callback(performance.now()), frame, []),
    cancelAnimationFrame: end,
    requestIdleCallback: (callback: Callback) =>
      once(() => callback({ didTimeout: false, timeRemaining: () => 10 }), 1, []),
    cancelIdleCallback: end,
  };
  return {
    own,
    given,
    clear() {
      // Timers and intervals share their numbers.
      for (const id of started) own.clearTimeout(id);
      started.clear();
    },
    onTurn: (listener) => (tellTurn = listener),
  };
}
