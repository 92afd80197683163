import type { FigureList } from "./list.ts";
import { clauseOf } from "./parts.ts";
import type { Standing } from "./standing.ts";
import type { TextPane } from "./text.ts";

/** How long the pointer rests before the other side scrolls, in ms. */
const REST = 150;

/** What is pointed at on one side is shown on the other. */
export interface Pointing {
  hover(id: string | null, side: "text" | "list"): void;
  end(): void;
}

export interface PointingOptions {
  readonly list: FigureList;
  readonly text: TextPane;
  readonly standing: Standing;
  /** The figure that is open; null for none. */
  readonly current: () => string | null;
  /** Whether a form is open: then nothing moves. */
  readonly isHeld: () => boolean;
}

export function createPointing({
  list,
  text,
  standing,
  current,
  isHeld,
}: PointingOptions): Pointing {
  let hovered: string | null = null;
  let resting: ReturnType<typeof setTimeout> | undefined;
  return {
    hover(id, side) {
      if (id === hovered) return;
      hovered = id;
      clearTimeout(resting);
      list.light(id);
      if (isHeld()) return;
      resting = setTimeout(() => {
        const shown = id ?? current();
        if (side === "list") text.show(shown, clauseOf(standing.figure(shown ?? null)));
        else if (id !== null) list.light(id, { isShown: true });
      }, REST);
    },
    end: () => clearTimeout(resting),
  };
}
