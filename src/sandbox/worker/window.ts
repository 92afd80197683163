import type { Surroundings } from "../protocol.ts";
import { CellEvent } from "./document/index.ts";

/** What code asks a window for, as far as a worker can know it. */
export interface CellWindow {
  readonly names: Readonly<Record<string, unknown>>;
  setWidth(width: number): void;
  setSurroundings(surroundings: Surroundings): void;
}

export function createWindow(
  document: Document,
  timers: Readonly<Record<string, unknown>>,
): CellWindow {
  let isDark = false;
  const target = document as unknown as EventTarget;
  const matchMedia = (query: string) => ({
    media: query,
    matches: /prefers-color-scheme:\s*dark/.test(query) && isDark,
    addEventListener() {},
    removeEventListener() {},
    addListener() {},
    removeListener() {},
  });
  const names: Record<string, unknown> = {
    navigator: Object.freeze({
      language: "zh-CN",
      languages: ["zh-CN"],
      userAgent: "Fadu",
      maxTouchPoints: 0,
    }),
    innerWidth: 640,
    innerHeight: 480,
    matchMedia,
    // What belongs to the window is told to the document: nobody clicks beside it.
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    dispatchEvent: (event: CellEvent) => target.dispatchEvent(event as unknown as Event),
    CSS: Object.freeze({ escape, supports: () => true }),
    ...timers,
  };
  return {
    names,
    setWidth: (width) => void Object.assign(globalThis, { innerWidth: width }),
    setSurroundings({ theme, language }) {
      isDark = theme === "dark";
      document.documentElement.setAttribute("data-theme", theme);
      document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    },
  };
}

/** A text as an identifier of CSS. */
function escape(text: string): string {
  return text.replaceAll(/^-?\d|[^\w\u0080-\uffff-]/g, (found) =>
    [...found]
      .map((unit) =>
        /[\w-]/.test(unit) && !/\d/.test(unit) ? unit : `\\${unit.charCodeAt(0).toString(16)} `,
      )
      .join(""),
  );
}
