const NAME = "fadu:first-figure";

/**
 * Marks the moment at which the page's first chart was painted, and settles then. The browser
 * tells it for the line below the chart (Element Timing); where it cannot, the frame after the
 * next one is taken.
 */
export function firstFigure(): Promise<void> {
  return new Promise((resolve) => {
    const mark = (startTime: number): void => {
      if (performance.getEntriesByName(NAME).length === 0) performance.mark(NAME, { startTime });
      resolve();
    };
    const late = (): void => {
      requestAnimationFrame(() => requestAnimationFrame(() => mark(performance.now())));
    };
    if (!PerformanceObserver.supportedEntryTypes.includes("element")) return late();
    new PerformanceObserver((list, observer) => {
      const [entry] = list.getEntries();
      if (!entry) return;
      observer.disconnect();
      mark((entry as PerformanceEntry & { renderTime?: number }).renderTime || entry.startTime);
    }).observe({ type: "element", buffered: true });
    // Below the fold nothing is painted, so nothing is told.
    setTimeout(() => mark(performance.now()), 3000);
  });
}
