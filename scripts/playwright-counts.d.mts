/** See playwright-counts.mjs, which runs before any compiler is installed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly { readonly name: string; readonly reason: string | null }[];
  readonly again: readonly string[];
}
export function countPlaywright(report: unknown): Counts;
