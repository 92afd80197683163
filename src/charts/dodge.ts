/** Something of a height that would like to stand with its middle at `y`, in px. */
export interface Wish {
  readonly y: number;
  readonly height: number;
}

/**
 * Middles of boxes on one line, as near to their wishes as they can be without one covering
 * another, between `top` and `bottom`. In the order of the wishes given; where all of them are
 * higher than the room, they go on below it.
 */
export function dodge(wishes: readonly Wish[], top: number, bottom: number): number[] {
  const order = wishes.map((wish, index) => ({ wish, index })).sort((a, b) => a.wish.y - b.wish.y);
  const placed: { low: number; height: number; index: number }[] = [];
  let edge = top;
  for (const { wish, index } of order) {
    const low = Math.max(edge, wish.y - wish.height / 2);
    placed.push({ low, height: wish.height, index });
    edge = low + wish.height;
  }
  let floor = Math.max(bottom, top + wishes.reduce((sum, { height }) => sum + height, 0));
  for (const box of placed.toReversed()) {
    box.low = Math.min(box.low, floor - box.height);
    floor = box.low;
  }
  const middles = wishes.map(() => 0);
  for (const { low, height, index } of placed) middles[index] = low + height / 2;
  return middles;
}
