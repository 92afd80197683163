/**
 * The height that a figure needs in a place of some width, both in CSS px.
 * @param steps `0 980, 320 720`: from each width on, in rising order; "" gives 0
 */
export function heightAt(steps: string, width: number): number {
  let height = 0;
  for (const [, from, wanted] of steps.matchAll(/([\d.]+) ([\d.]+)/g))
    if (width >= Number(from)) height = Number(wanted);
  return height;
}
