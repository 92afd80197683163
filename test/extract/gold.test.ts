import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { reportsScore } from "./score/reports.ts";
import { catalogue } from "./world.ts";

const shared = fileURLToPath(new URL("../../../shared", import.meta.url));
const held = existsSync(`${shared}/gold/facts.jsonl`);
if (!held) console.log(`skipped: the annotated reports are not beside this checkout (${shared})`);

describe.skipIf(!held)("the five annotated reports", () => {
  const score = held ? reportsScore(shared, catalogue) : null;
  const sum = (
    tallies: ReadonlyMap<
      string,
      { wanted: number; found: number; whole: number; extra: number }
    > = new Map(),
  ) =>
    [...tallies.values()].reduce(
      (all, { wanted, found, whole, extra }) => ({
        wanted: all.wanted + wanted,
        found: all.found + found,
        whole: all.whole + whole,
        extra: all.extra + extra,
      }),
      { wanted: 0, found: 0, whole: 0, extra: 0 },
    );

  it("are read figure by figure, and nothing beside them", () => {
    const core = sum(score?.core);
    expect(core.wanted).toBe(127);
    expect(core.found / core.wanted).toBeGreaterThanOrEqual(0.97);
    expect(core.found / (core.found + core.extra)).toBeGreaterThanOrEqual(0.97);
    expect(core.whole / core.wanted).toBeGreaterThanOrEqual(0.92);
    expect(score?.headline).toBe(1);
  });

  it("give no number that is no metric, and every clause at its offsets", () => {
    expect(score?.falseNumbers).toBe(0);
    expect(score?.exactOffsets).toBe(score?.offsets);
    expect(score?.accounted).toBeGreaterThanOrEqual(0.99);
  });
});
