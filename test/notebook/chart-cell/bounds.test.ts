import { expect, it } from "vitest";
import { check } from "../../../src/notebook/chart-cell/check.ts";
import { chartShape, type Shape } from "../../../src/notebook/chart-cell/index.ts";

type Bounded = Extract<Shape, { kind: "number" | "list" }>;

/** Every number and list of the language of charts that has a bound, with where it stands. */
function boundedIn(shape: Shape, path: string, found: Map<Bounded, string>): void {
  if (shape.kind === "either") for (const one of shape.of) boundedIn(one, path, found);
  if (shape.kind === "object")
    for (const [name, property] of Object.entries(shape.properties))
      boundedIn(property.shape, `${path}.${name}`, found);
  if (shape.kind === "tagged")
    for (const [name, variant] of Object.entries(shape.variants))
      boundedIn(variant.shape, `${path}:${name}`, found);
  if (shape.kind === "list" && !found.has(shape)) boundedIn(shape.of, `${path}[]`, found);
  if (shape.kind !== "number" && shape.kind !== "list") return;
  if (shape.least !== undefined || shape.most !== undefined) found.set(shape, path);
}

const bounded = new Map<Bounded, string>();
boundedIn(chartShape, "", bounded);

/** A value of the least kind that the shape takes. */
function exampleOf(shape: Shape): unknown {
  if (shape.kind === "number") return shape.least ?? shape.most ?? 0;
  if (shape.kind === "list")
    return Array.from({ length: shape.least ?? 1 }, () => exampleOf(shape.of));
  if (shape.kind === "either") return exampleOf(shape.of[0] ?? { kind: "nothing" });
  if (shape.kind === "choice") return shape.of[0];
  if (shape.kind === "boolean") return true;
  if (shape.kind === "nothing") return null;
  return shape.kind === "object" || shape.kind === "tagged" ? {} : "x";
}

const sized = (shape: Bounded, size: number): unknown =>
  shape.kind === "number" ? size : Array.from({ length: size }, () => exampleOf(shape.of));

/** Faults that speak of the value itself, and not of what is in a list. */
const faultsOf = (shape: Bounded, size: number) =>
  check(shape, sized(shape, size)).filter(({ path }) => path.length === 0);

it("finds bounds of numbers and of lists", () => {
  expect([...bounded.keys()].map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["number", "list"]),
  );
  expect(bounded.size).toBeGreaterThan(15);
});

it.each([...bounded].map(([shape, path]) => [path, shape] as const))(
  "%s takes its ends and nothing beyond",
  (_path, shape) => {
    for (const [end, beyond] of [
      [shape.least, -1],
      [shape.most, 1],
    ] as const) {
      if (end === undefined) continue;
      expect(faultsOf(shape, end)).toEqual([]);
      // Of no list there are fewer than none.
      if (shape.kind === "list" && end + beyond < 0) continue;
      expect(faultsOf(shape, end + beyond)).toHaveLength(1);
      if (shape.kind === "number") expect(faultsOf(shape, end + beyond / 1000)).toHaveLength(1);
    }
  },
);
