import fc from "fast-check";

/** What a message may carry and still be nearly right, or right from the wrong window. */
const nearly = fc.record(
  {
    type: fc.constantFrom("fadu:height", "fadu:theme", "fadu:height?", "FADU:HEIGHT", "__proto__"),
    version: fc.constantFrom(1, "1", 2, 1.5, true, null),
    figure: fc.constantFrom("fines-by-region", "fines-by-region ", "other", 7),
    height: fc.oneof(fc.integer({ min: 41, max: 9000 }), fc.constantFrom("7777", null, NaN, -1)),
    theme: fc.constantFrom("dark", "light", "DARK", "toString", 1),
    fadu: fc.constantFrom("sandbox", "fadu"),
    run: fc.integer(),
  },
  { requiredKeys: [] },
);

/** In the forms of AMP and Medium, which a figure speaks and nobody of ours hears. */
const foreign = fc
  .integer({ min: 41, max: 9000 })
  .chain((height) =>
    fc.constantFrom<unknown>(
      { sentinel: "amp", type: "embed-size", height },
      JSON.stringify({ context: "iframe.resize", height }),
      JSON.stringify({ type: "fadu:height", version: 1, figure: "fines-by-region", height }),
    ),
  );

/** Right in every word: only whose they are is wrong. */
const right = fc.oneof(
  fc.integer({ min: 41, max: 8000 }).map((height) => heightOf(height)),
  fc.constantFrom<unknown>(
    { type: "fadu:theme", version: 1, theme: "dark" },
    { type: "fadu:height?", version: 1 },
    { fadu: "sandbox", version: 1 },
  ),
);

export function heightOf(height: number) {
  return { type: "fadu:height", version: 1, figure: "fines-by-region", height } as const;
}

/** Whether a message is what its receiver must take from the right window; told by comparing. */
export function isRight(message: unknown): boolean {
  const known = [
    { type: "fadu:height?", version: 1 },
    ...["auto", "light", "dark"].map((theme) => ({ type: "fadu:theme", version: 1, theme })),
  ];
  const text = sorted(message);
  const { height } = Object(message) as { readonly height?: unknown };
  const isHeight = Number.isFinite(height) && text === sorted(heightOf(height as number));
  return isHeight || known.some((one) => text === sorted(one));
}

function sorted(message: unknown): string {
  if (typeof message !== "object" || message === null) return String(JSON.stringify(message));
  return JSON.stringify(Object.entries(message).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Forged messages, the same in every run of a seed. */
export function forged(count: number, seed: number): unknown[] {
  const any = fc.oneof(
    { weight: 4, arbitrary: nearly },
    { weight: 3, arbitrary: right },
    { weight: 2, arbitrary: foreign },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
  return fc.sample(any, { numRuns: count, seed });
}
