import { expect, it } from "vitest";
import { createTextNumbers } from "../../src/runtime/text-numbers.ts";

type SqlCell = Parameters<ReturnType<typeof createTextNumbers>["of"]>[0];
const query = (sql: string, ...parameters: string[]) =>
  ({ kind: "sql", sql, parameters }) as unknown as SqlCell;

it("gives a text the same number as long as some cell has it", () => {
  const texts = createTextNumbers();
  const one = texts.of(query("SELECT 1"));
  expect(texts.of(query("SELECT 1"))).toBe(one);
  expect(texts.of(query("SELECT 2"))).not.toBe(one);
  texts.turn();
  expect(texts.of(query("SELECT 1"))).toBe(one);
  texts.turn();
  expect(texts.of(query("SELECT 1"))).toBe(one);
});

it("tells texts with other parameters apart", () => {
  const texts = createTextNumbers();
  const numbers = [query("SELECT $1"), query("SELECT $1", "a"), query("SELECT $1", "b")].map(
    texts.of,
  );
  expect(new Set(numbers).size).toBe(3);
});

it("never gives the number of a text that is gone to another", () => {
  const texts = createTextNumbers();
  const gone = texts.of(query("SELECT 1"));
  texts.turn();
  texts.turn();
  expect([texts.of(query("SELECT 2")), texts.of(query("SELECT 1"))]).not.toContain(gone);
});

it("knows a cell that stays the same object after a turn too", () => {
  const texts = createTextNumbers();
  const cell = query("SELECT 1");
  const one = texts.of(cell);
  for (let i = 0; i < 3; i++) {
    texts.turn();
    expect(texts.of(cell)).toBe(one);
  }
  texts.turn();
  expect(texts.of(query("SELECT 1"))).toBe(one);
});
