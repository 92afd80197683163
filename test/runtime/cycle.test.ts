import { expect, it } from "vitest";
import type { CompiledCell } from "../../src/notebook/index.ts";
import { withCycles } from "../../src/runtime/cycle.ts";

const cell = (id: string, line: number, reads: string[]) =>
  ({ id, line, reads }) as unknown as CompiledCell;

it("tells each cell of a cycle once, as it is seen from there", () => {
  const found = withCycles([cell("a", 1, ["b"]), cell("b", 5, ["a"]), cell("c", 9, ["a"])], []);
  expect(found.map(({ cell: id, message, line }) => [id, message, line])).toEqual([
    ["a", "invalid cycle: a → b → a", 1],
    ["b", "invalid cycle: b → a → b", 5],
  ]);
});

it("tells a cell of many cycles once, and names of a long one its beginning and its end", () => {
  const ring = Array.from({ length: 300 }, (_, i) => cell(`a${i}`, i, [`a${(i + 1) % 300}`, "a0"]));
  const found = withCycles(ring, []);
  expect(found.map((problem) => problem.cell)).toEqual(ring.map(({ id }) => id));
  for (const { message } of found) expect(message.length).toBeLessThan(80);
  expect(found[0]?.message).toBe("invalid cycle: a0 → a1 → a2 → a3 → … 294 … → a298 → a299 → a0");
});

it("adds nothing to a cell that has a fault of its own", () => {
  const own = { message: "invalid YAML", cell: "a", line: 1, column: 1 };
  expect(withCycles([cell("a", 1, ["a"])], [own])).toEqual([own]);
});
