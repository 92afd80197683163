import { annotations } from "./annotate.ts";
import { chartShape } from "./chart.ts";
import { isMapping, type Path } from "./check.ts";
import type { ObjectShape, Shape, Variant } from "./shape.ts";

/** A word that may stand at a place, with what it does. */
export interface Completion {
  readonly label: string;
  readonly zh: string;
  readonly en: string;
  readonly kind: "key" | "value";
}

function variantAt(shape: Shape, value: unknown): ObjectShape[] {
  if (shape.kind === "object") return [shape];
  if (shape.kind !== "tagged") return [];
  const name = isMapping(value) ? (value[shape.tag] ?? shape.fallback) : shape.fallback;
  const variant = shape.variants[String(name)]?.shape;
  const tag = {
    shape: { kind: "choice", thing: shape.thing, of: Object.keys(shape.variants) } as const,
  };
  const zh = shape.tag === "type" ? "图的类型" : "画什么";
  const en = shape.tag === "type" ? "What is drawn" : "The mark";
  const properties = { [shape.tag]: { ...tag, zh, en }, ...variant?.properties };
  return [
    {
      kind: "object",
      thing: shape.thing,
      properties: { ...properties, [shape.tag]: { ...tag, zh, en } },
    },
  ];
}

/** The alternatives of a shape, one level deep into what may be written in several ways. */
function alternatives(shape: Shape): readonly Shape[] {
  return shape.kind === "either" ? shape.of.flatMap(alternatives) : [shape];
}

/** The shapes that stand at a path of a spec, as far as the spec tells which. */
function shapesAt(shape: Shape, value: unknown, path: Path): readonly Shape[] {
  const [step, ...rest] = path;
  if (step === undefined) return alternatives(shape);
  const inner =
    isMapping(value) || Array.isArray(value) ? (value as never)[step as never] : undefined;
  return alternatives(shape).flatMap((one) => {
    if (one.kind === "list" && typeof step === "number") return shapesAt(one.of, inner, rest);
    return variantAt(one, value).flatMap(({ properties }) => {
      const property = Object.hasOwn(properties, String(step))
        ? properties[String(step)]
        : undefined;
      return property ? shapesAt(property.shape, inner, rest) : [];
    });
  });
}

function valuesOf(shape: Shape): Completion[] {
  if (shape.kind === "choice")
    return shape.of.map((label) => {
      const variant = variantWords(label, shape.thing);
      return { label, ...variant, kind: "value" };
    });
  if (shape.kind === "boolean")
    return ["true", "false"].map((label) => ({ label, zh: "", en: "", kind: "value" }));
  return [];
}

function variantWords(name: string, thing: string): { readonly zh: string; readonly en: string } {
  const { variants } = chartShape;
  const marks = variants["plot"]?.shape.properties["marks"]?.shape;
  const inMarks = marks?.kind === "list" && marks.of.kind === "tagged" ? marks.of.variants : {};
  const known: Readonly<Record<string, Readonly<Record<string, Variant>>>> = {
    "chart type": variants,
    mark: inMarks,
    annotation: annotations,
  };
  const found = known[thing]?.[name];
  return { zh: found?.zh ?? "", en: found?.en ?? "" };
}

/**
 * The words that may stand at a place of a chart's spec and begin with `prefix`: keys not yet
 * written where the place is a mapping, else values. `spec` is what is there so far.
 */
export function completions(spec: unknown, path: Path, prefix = ""): Completion[] {
  const value = path.reduce<unknown>(
    (found, step) =>
      isMapping(found) || Array.isArray(found) ? (found as never)[step as never] : undefined,
    spec,
  );
  const written = isMapping(value) ? Object.keys(value) : [];
  const found = shapesAt(chartShape, spec, path).flatMap((shape) => [
    ...valuesOf(shape),
    ...variantAt(shape, value).flatMap(({ properties }) =>
      Object.entries(properties)
        .filter(([label]) => !written.includes(label))
        .map(([label, { zh, en }]): Completion => ({ label, zh, en, kind: "key" })),
    ),
  ]);
  const byLabel = new Map(found.map((one) => [`${one.kind} ${one.label}`, one]));
  return [...byLabel.values()].filter(({ label }) => label.startsWith(prefix));
}
