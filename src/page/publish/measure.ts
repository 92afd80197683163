import { hear, readHeight, type Step } from "../../publish/figure-page/index.ts";

/** Widths of places in px: from a sidebar to a whole page. */
export const measuredWidths = [
  120, 200, 280, 320, 360, 420, 500, 560, 640, 760, 900, 1080,
] as const;

/** Fonts differ from reader to reader; a few px too many are seen by nobody. */
const SLACK = 12;

/** A figure that does not answer in this time, in ms, is not there. */
const PATIENCE = 4000;

/**
 * From heights at some widths to those that a place must keep free: within a step as much as at
 * its lower or its upper end, whichever is more, for text grows when it narrows, drawings when it
 * widens. The first step begins at 0.
 */
export function stepsOf(measured: readonly Step[]): Step[] {
  const steps = measured.map(([width, height], index): Step => {
    const next = measured[index + 1]?.[1] ?? height;
    return [index === 0 ? 0 : width, Math.max(height, next) + SLACK];
  });
  return steps.filter(([, height], index) => height !== steps[index - 1]?.[1]);
}

/** The height that a figure page says at each width, in px; [] where it says none. */
export async function measureHeights(
  document: Document,
  address: string,
  figure: string,
): Promise<Step[]> {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  // Out of sight, but not hidden: what is hidden has no height.
  frame.style.cssText =
    "position:fixed;inset-inline-start:-4000px;inset-block-start:0;height:400px;border:0;visibility:hidden";
  frame.style.width = `${measuredWidths[0]}px`;
  frame.src = address;
  // A modal dialog is above all else; within it the frame is drawn as well.
  (document.querySelector("dialog[open]") ?? document.body).append(frame);
  const measured: Step[] = [];
  try {
    for (const width of measuredWidths) {
      frame.style.width = `${width}px`;
      const height = await settledHeight(frame, figure, measured.length === 0);
      if (height === null) return [];
      measured.push([width, height]);
    }
  } finally {
    frame.remove();
  }
  return measured;
}

/** The last height said before a pause; a frame that stays as high says nothing, so it is asked. */
function settledHeight(
  frame: HTMLIFrameElement,
  figure: string,
  isFirst: boolean,
): Promise<number | null> {
  const window = frame.ownerDocument.defaultView ?? globalThis;
  return new Promise((resolve) => {
    let said: number | null = null;
    const listen = (event: MessageEvent<unknown>): void => {
      const height = hear(event, frame.contentWindow, (data) => readHeight(data, figure));
      if (height === null) return;
      said = height;
      window.clearTimeout(timer);
      timer = window.setTimeout(done, 80);
    };
    const done = (): void => {
      window.removeEventListener("message", listen);
      resolve(said);
    };
    let timer = window.setTimeout(done, PATIENCE);
    window.addEventListener("message", listen);
    if (!isFirst)
      window.requestAnimationFrame(() =>
        frame.contentWindow?.postMessage({ type: "fadu:height?", version: 1 }, "*"),
      );
  });
}
