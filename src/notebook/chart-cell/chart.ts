import { checkAnnotations } from "./annotate.ts";
import { check, isMapping, wrong, type Fault, type Path } from "./check.ts";
import { domainCharts } from "./domain.ts";
import { marks, plotChart } from "./plot.ts";
import type { MarkDefinition } from "./plot.ts";
import type { TaggedShape } from "./shape.ts";

/** A chart cell: its type, and what the type knows. One source for check, schema and completion. */
export const chartShape: TaggedShape = {
  kind: "tagged",
  tag: "type",
  thing: "chart type",
  fallback: "dots",
  variants: { ...domainCharts, plot: plotChart },
};

/** What `type:` of a chart may be; a test holds it against what `src/charts` draws. */
export const chartKinds: readonly string[] = Object.keys(chartShape.variants);

function definitionOf(name: unknown): MarkDefinition | null {
  return typeof name === "string" && Object.hasOwn(marks, name)
    ? marks[name as keyof typeof marks]
    : null;
}

/** A transform makes channels: what it gives need not be written. */
function isGiven(mark: Readonly<Record<string, unknown>>, channel: string): boolean {
  if (mark[channel] !== undefined) return true;
  const list = Array.isArray(mark["transform"]) ? mark["transform"] : [mark["transform"]];
  return list.some(
    (transform: unknown) =>
      isMapping(transform) &&
      Object.values(transform).some((options) => isMapping(options) && channel in options),
  );
}

/** Lengths on a logarithm lie, and a mark without its channels draws nothing. */
function checkMark(mark: unknown, spec: Readonly<Record<string, unknown>>, path: Path): Fault[] {
  if (!isMapping(mark)) return [];
  const definition = definitionOf(mark["mark"]);
  if (!definition) return [];
  const missing = definition.needs
    .filter((names) => !names.some((name) => isGiven(mark, name)))
    .map((names) =>
      wrong(path, `missing channel: ${names.join(" or ")} (${String(mark["mark"])})`, "key"),
    );
  const { length } = definition;
  const scale = length ? spec[length] : null;
  const isLog = isMapping(scale) && (scale["type"] === "log" || scale["type"] === "sqrt");
  if (!isLog || !length) return missing;
  const message = `unsupported scale type: ${String(scale["type"])} (the length of ${String(mark["mark"])} is read from zero)`;
  return [...missing, wrong([length, "type"], message)];
}

/** Every fault of a chart cell's spec: words, values, and what does not go together. */
export function checkChart(spec: unknown): Fault[] {
  const found = check(chartShape, spec);
  if (!isMapping(spec)) return found;
  const faults = [...found, ...checkAnnotations(spec)];
  if (spec["type"] !== "plot" || !Array.isArray(spec["marks"])) return faults;
  const more = spec["marks"].flatMap((mark: unknown, i) => checkMark(mark, spec, ["marks", i]));
  const seen = new Set<string>();
  return [...faults, ...more].filter((fault) => {
    const key = JSON.stringify([fault.path, fault.kind === "wrong" ? fault.message : fault.name]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Ids of the queries that the marks of a spec read besides the cell's own. */
export function dataOf(spec: unknown): readonly { readonly id: string; readonly path: Path }[] {
  if (!isMapping(spec) || spec["type"] !== "plot" || !Array.isArray(spec["marks"])) return [];
  return spec["marks"].flatMap((mark: unknown, i) =>
    isMapping(mark) && typeof mark["data"] === "string"
      ? [{ id: mark["data"], path: ["marks", i, "data"] }]
      : [],
  );
}
