import { expect, test } from "vitest";
import { judge, type Verdict } from "./judge.ts";
import { kinds, mutate, random } from "./mutate.ts";
import { seeds } from "./seeds.ts";

// The short form of `npx tsx bench/mutants.ts`, which takes ten thousand.
test.each((await seeds(30)).map((seed) => [seed.name, seed] as const))(
  "damage to %s is refused, told, or harmless",
  async (name, { bytes }) => {
    const next = random(20_261_129);
    const found: Record<Verdict, number> = { refused: 0, same: 0, told: 0, silent: 0, broke: 0 };
    for (let count = 0; count < 90; count++) {
      const damaged = mutate(bytes, kinds[count % kinds.length] ?? "flip", next);
      found[await judge(name, bytes, damaged)] += 1;
    }
    expect(found.broke).toBe(0);
    expect(found.refused + found.told + found.same).toBeGreaterThan(0);
    // The parts of a workbook carry checksums; other formats cannot tell a digit from another.
    if (name.endsWith(".xlsx")) expect(found.silent).toBe(0);
  },
);
