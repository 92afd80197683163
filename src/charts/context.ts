import type { Attributes, Builder } from "../dom/index.ts";
import type { FigureContext, FigureModel } from "../figures/index.ts";

/**
 * Where a mark leads that rests on some evidence; null where that is not known there.
 * @param evidence a fact or an operation over facts; several where one mark stands for several
 * @param facts all that they rest on
 */
export type Leads = (evidence: readonly string[], facts: readonly string[]) => Attributes | null;

/** All that a drawing needs besides its figure; nothing is looked up from globals. */
export interface ChartContext extends FigureContext {
  readonly build: Builder;
  /**
   * Takes what may be made after the first part of a long element, piece by piece, before the
   * element is shown; absent where all is made at once.
   */
  readonly later?: (piece: () => void) => void;
  /** True where a page runs that can make what is folded when it is opened; absent elsewhere. */
  readonly isLive?: boolean;
  /** Set where a figure stands on a page of its own, its clauses below it; absent in a notebook. */
  readonly leads?: Leads;
  /**
   * Hears of an error in what is drawn after the element is shown, as a further page is; absent
   * where nothing is.
   */
  readonly failed?: (error: unknown) => void;
  /**
   * Hears which region the reader pins, or no longer; "waiting" where a page will hear it, whose
   * controls keep their place until then; absent where nobody ever does.
   */
  readonly onPin?: ((region_id: string, isPinned: boolean) => void) | "waiting";
}

/** The context of one figure: the names that its rows give, and pins only where it has them. */
export function contextOf({ context, hasPins }: FigureModel, around: ChartContext): ChartContext {
  const { onPin, ...own } = { ...around, ...context };
  return { ...own, ...(onPin && hasPins ? { onPin } : {}) };
}

/** Draws more of what is shown. What goes wrong then is wrong with the whole, and told as that. */
export function drawMore({ failed }: ChartContext, draw: () => void): void {
  if (!failed) return draw();
  try {
    draw();
  } catch (error) {
    failed(error);
  }
}
