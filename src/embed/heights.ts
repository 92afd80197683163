/**
 * The height that a figure needs in a place of some width, both in CSS px.
 * @param steps `0 980, 320 720`: from each width on, in rising order; "" gives 0
 */
export function heightAt(steps: string, width: number): number {
  let height = 0;
  for (const step of steps.split(",")) {
    const [from = 0, wanted = 0] = step.trim().split(" ").map(Number);
    if (width >= from && wanted > 0) height = wanted;
  }
  return height;
}
