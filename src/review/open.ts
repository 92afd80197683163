import { isAsRead } from "./figures.ts";
import type { Decisions, Figure, OpenNumber, ReadReport } from "./types.ts";

/** The numbers that are still not understood: neither a figure by now, nor said to count nothing. */
export function openNumbers(
  { open }: Pick<ReadReport, "open">,
  { dismissed }: Pick<Decisions, "dismissed">,
  figures: readonly Figure[],
): OpenNumber[] {
  const gone = new Set(dismissed);
  // Only what somebody did can take one: our proposals stand on numbers that are understood.
  const taken = figures.filter((figure) => !isAsRead(figure));
  return open.filter(
    ({ start, end }) => !gone.has(start) && !taken.some(({ fact }) => overlaps(fact, start, end)),
  );
}

/** Share of a text's numbers of which is known what they are, 0 to 1; 1 where there are none. */
export function accountedFor({ numbers }: Pick<ReadReport, "numbers">, left: number): number {
  return numbers === 0 ? 1 : 1 - left / numbers;
}

function overlaps({ value_start, value_end }: Figure["fact"], start: number, end: number): boolean {
  return value_start !== null && value_end !== null && value_start < end && start < value_end;
}
