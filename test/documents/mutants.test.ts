import { expect, test } from "vitest";
import { judge, mutantsOf, seeds } from "./mutants.ts";

/** `bench/fuzz-documents.ts` takes thousands. */
const count = 60;

test.each(seeds)("$name is read or refused with a reason, however it is damaged", async (seed) => {
  expect(await judge(seed.name, seed.wrap?.(seed.bytes) ?? seed.bytes)).toBe("read");
  const broken: string[] = [];
  for (const bytes of mutantsOf(seed, count)) {
    const word = await judge(seed.name, bytes);
    if (word.startsWith("broke")) broken.push(word);
  }
  expect(broken).toEqual([]);
});
