import type { Browser, BrowserContext } from "playwright";
import type { Served } from "../../scripts/serve.ts";
import type { Canary } from "./canary.ts";

/** `short` is part of `npm test`; `full` is `npm run attack`. */
export type Size = "short" | "full";

/** What an attack has to do with: the built site, a real browser, and listeners that must stay silent. */
export interface World {
  readonly browser: Browser;
  readonly site: Served;
  readonly canary: Canary;
  readonly size: Size;
  /** Whether an attempt of this name is to be made; all are by default. */
  readonly wants?: (name: string) => boolean;
  /**
   * A context of a regular profile, opened when it is first asked for: only there a Chromium with
   * windows looks names up ahead of time, as for `<link rel="dns-prefetch">`.
   */
  regular(): Promise<BrowserContext>;
  /** Names of hosts that were looked up so far; the browser's own errands are among them. */
  lookups(): Promise<readonly string[]>;
}

/** One thing tried. */
export interface Attempt {
  readonly name: string;
  /** What got through, in words; null where the defence held. */
  readonly broke: string | null;
  /** How long it held the page, in ms, where that was measured. */
  readonly held?: number;
}

/** How long an attempt held the page, in ms; undefined where it broke otherwise. */
export const heldBy = ({ held }: Attempt): number | undefined => held;

/** Attempts of one kind, at one surface of the product. */
export interface Family {
  readonly name: string;
  /** Where the attack comes in: a link, a file, a cell, a message … */
  readonly surface: string;
  attempts(world: World): AsyncIterable<Attempt>;
}

/** A line of the table that `npm run attack` prints. */
export interface Tally {
  readonly family: string;
  readonly surface: string;
  readonly tried: number;
  readonly broke: readonly Attempt[];
  /** The attempt that held the page longest; null where none was measured. */
  readonly longest: Attempt | null;
}

/** Runs a family to its end; an attempt that throws has broken something, and a family of none too. */
export async function tally(family: Family, world: World): Promise<Tally> {
  const broke: Attempt[] = [];
  let tried = 0;
  let longest: Attempt | null = null;
  try {
    for await (const attempt of family.attempts(world)) {
      tried += 1;
      if (attempt.broke !== null) broke.push(attempt);
      if (attempt.held !== undefined && attempt.held > (longest?.held ?? 0)) longest = attempt;
    }
    if (tried === 0) broke.push({ name: family.name, broke: "nothing was tried" });
  } catch (error) {
    broke.push({ name: family.name, broke: `the attack itself failed: ${String(error)}` });
  }
  return { family: family.name, surface: family.surface, tried, broke, longest };
}
