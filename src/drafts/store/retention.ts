import type { Version } from "./types.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Versions of a draft that are kept at most. */
export const versionLimit = 100;

/**
 * The versions that need not be kept: of those made by themselves all of the last hour stay, then
 * one an hour for a day, then one a day; those that a person asked for or that hold the other side
 * of a conflict stay. Beyond the limit the oldest go, those made by themselves first. The newest
 * always stays.
 * @param now ms since the epoch
 */
export function versionsToDrop(versions: readonly Version[], now: number): Version[] {
  const newestFirst = versions.toSorted((a, b) => b.version - a.version);
  const seen = new Set<string>();
  const dropped: Version[] = [];
  const kept = newestFirst.filter((version, i) => {
    const slot = slotOf(version, now);
    const stays = i === 0 || isWanted(version) || slot === null || !seen.has(slot);
    if (slot !== null) seen.add(slot);
    if (!stays) dropped.push(version);
    return stays;
  });
  const over = Math.max(0, kept.length - versionLimit);
  const oldestFirst = kept.slice(1).reverse();
  const order = [
    ...oldestFirst.filter((version) => !isWanted(version)),
    ...oldestFirst.filter(isWanted),
  ];
  return [...dropped, ...order.slice(0, over)];
}

function isWanted({ reason }: Version): boolean {
  return reason === "saved" || reason === "conflict" || reason === "restored";
}

/** The stretch of time of which one version is enough; null where every one counts. */
function slotOf({ at }: Version, now: number): string | null {
  const age = now - at;
  if (age < hour) return null;
  return age < day ? `h${Math.floor(at / hour)}` : `d${Math.floor(at / day)}`;
}
