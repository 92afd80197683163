/** How long work may hold a thread, in ms: half a frame of the screen. */
const slice = 8;

/** Work in steps too small for a promise each, which is how `breather` of the engine pauses. */
export interface Steps {
  step(isTime: () => boolean): boolean;
}

/** Does all steps, with a pause after each slice of time. */
export async function inSlices(work: Steps): Promise<void> {
  for (;;) {
    const end = performance.now() + slice;
    if (work.step(() => performance.now() >= end)) return;
    await new Promise((resolve) => setTimeout(resolve));
  }
}
