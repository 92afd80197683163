import type { ReadReport, Review } from "../../review/index.ts";
import { Conflict, type ReviewStore } from "../../review/store/index.ts";

/** A report on the desk. */
export interface Item {
  readonly report: ReadReport;
  review: Review;
  /** The figure at which the reader stands. */
  at: string | null;
  /** Of what is kept. */
  revision: number;
}

export type KeptState = "saving" | "saved" | "conflict" | { readonly failed: string };

/** Writes what was decided, one write after the other, and says when it is on the disk. */
export interface Keeping {
  keep(item: Item): void;
}

export function createKeeping(
  store: ReviewStore,
  onState: (state: KeptState) => void,
  now: () => number = Date.now,
): Keeping {
  const waiting = new Set<Item>();
  let isWriting = false;

  const write = async (): Promise<void> => {
    isWriting = true;
    for (const item of waiting) {
      waiting.delete(item);
      const { report, review, at, revision } = item;
      const kept = { id: report.id, decisions: review.present, at, changed: now(), revision };
      item.revision = await store.putReview(kept);
    }
    isWriting = false;
    onState("saved");
  };

  return {
    keep(item) {
      waiting.add(item);
      onState("saving");
      if (isWriting) return;
      write().catch((error: unknown) => {
        isWriting = false;
        const why = error instanceof Error ? error.message : String(error);
        onState(error instanceof Conflict ? "conflict" : { failed: why });
      });
    },
  };
}
