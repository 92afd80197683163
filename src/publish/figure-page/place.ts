/** What a host gives a figure in its page: rights for its frame, and room. */

/** What a frame may do on its host: run its script, and open the pages that it links to. */
export const frameSandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/** From a width of its place on, the height that a figure needs there, both in CSS px. */
export type Step = readonly [width: number, height: number];

/** `0 980, 320 720`, as the attribute `heights` has it: in rising order. */
export function stepsText(steps: readonly Step[]): string {
  return steps.map((step) => step.join(" ")).join(", ");
}

/** The height of the last step that a width has reached; 0 of none. */
export function heightAt(steps: string, width: number): number {
  let height = 0;
  for (const [, from, wanted] of steps.matchAll(/([\d.]+) ([\d.]+)/g))
    if (width >= Number(from)) height = Number(wanted);
  return height;
}
