import { packDrawing, type ReaderEvent } from "../drawing.ts";
import { listenedKinds, onState, readerEvent, setSpot, takeFocus } from "./document/index.ts";
import { createSight } from "./sight.ts";

export interface DrawerOptions {
  readonly document: Document;
  readonly timers: Pick<Window, "setTimeout">;
  readonly MutationObserver: typeof MutationObserver;
  readonly post: (drawing: readonly unknown[]) => void;
}

/** Shows what the document holds, by telling the frame what has changed in it. */
export interface Drawer {
  /** Draws soon: at once where nothing was drawn for a while. */
  schedule(): void;
  /** Draws what is to be drawn, now. */
  flush(): void;
  /** The frame has drawn what it was told. */
  drawn(): void;
  /** Does to the document what the reader did. */
  tell(event: ReaderEvent): void;
}

/** Milliseconds between two drawings. */
const pace = 16;

export function createDrawer({ document, timers, MutationObserver, post }: DrawerOptions): Drawer {
  const root = document.body;
  const sight = createSight(root);
  let [isDirty, isWaiting, isPlanned] = [false, false, false];

  const flush = (): void => {
    isDirty = false;
    const focused = takeFocus();
    const nodes = sight.look();
    const focus = focused === null ? null : sight.idOf(focused);
    if (nodes.length === 0 && focus === null) return;
    isWaiting = true;
    post(packDrawing({ nodes, root: sight.root, listens: [...listenedKinds], focus }));
  };

  const schedule = (): void => {
    isDirty = true;
    if (isPlanned || isWaiting) return;
    isPlanned = true;
    timers.setTimeout(() => {
      isPlanned = false;
      if (isDirty && !isWaiting) flush();
    }, pace);
  };

  new MutationObserver(schedule).observe(root, {
    attributes: true,
    childList: true,
    characterData: true,
    subtree: true,
  });
  onState(schedule);
  return {
    schedule,
    flush,
    drawn() {
      isWaiting = false;
      if (isDirty) schedule();
    },
    tell({ kind, target, fields, states, spots }) {
      sight.learn(states);
      for (const spot of spots) {
        const node = sight.nodeOf(spot.id);
        if (node) setSpot(node, spot);
      }
      const node = sight.nodeOf(target);
      if (!node) return;
      const { scrollTop, scrollLeft, scrollHeight } = fields;
      if (kind === "scroll") Object.assign(node, { scrollTop, scrollLeft, scrollHeight });
      node.dispatchEvent(readerEvent(kind, fields) as unknown as Event);
      schedule();
    },
  };
}
