export interface Debounced {
  /** Calls a while after the last of several calls. */
  later(): void;
  /** Calls now, once, where a call waits or not. */
  now(): void;
}

/** Spares what follows each keystroke or pixel; `wait` in ms. */
export function debounce(call: () => void, wait: number): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    clearTimeout(timer);
    call();
  };
  return {
    later() {
      clearTimeout(timer);
      timer = setTimeout(call, wait);
    },
    now,
  };
}
