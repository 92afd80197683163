import { chartShape } from "./chart.ts";
import { channel, colors, reducer, sort, transform } from "./plot.ts";
import type { ObjectShape, Property, Shape, TaggedShape } from "./shape.ts";

type Json = Readonly<Record<string, unknown>>;

const strings: Readonly<Record<string, Json>> = {
  column: { minLength: 1 },
  cell: { pattern: "^[A-Za-z_][\\w-]*$" },
  link: { format: "uri-reference" },
  color: { anyOf: [{ enum: colors }, { pattern: "^#(?:[0-9A-Fa-f]{3}){1,2}$" }] },
  sort: { pattern: "^-?(?:x|y|x1|x2|y1|y2|r|fill|stroke|text|z|data)$" },
};

function propertyJson({ shape, zh, en, fallback }: Property): Json {
  return {
    ...shapeJson(shape),
    description: `${en} / ${zh}`,
    default: fallback === undefined ? undefined : literal(shape, fallback),
  };
}

function literal(shape: Shape, text: string): unknown {
  return shape.kind === "boolean" ? text === "true" : text;
}

function objectJson({ properties }: ObjectShape): Json {
  const required = Object.keys(properties).filter((name) => properties[name]?.required);
  return {
    type: "object",
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, propertyJson(property)]),
    ),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

function taggedJson({ tag, variants, fallback }: TaggedShape): Json {
  return {
    anyOf: Object.entries(variants).map(([name, { zh, en, shape }]) => {
      const { [tag]: _, ...properties } = shape.properties;
      const json = objectJson({ ...shape, properties });
      const required = [
        ...(name === fallback ? [] : [tag]),
        ...((json["required"] as string[] | undefined) ?? []),
      ];
      return {
        ...json,
        title: name,
        description: `${en} / ${zh}`,
        properties: { [tag]: { const: name }, ...(json["properties"] as Json) },
        required: required.length > 0 ? required : undefined,
      };
    }),
  };
}

/** Shapes that stand in many places, and the names that they are given once. */
const shared: ReadonlyMap<Shape, string> = new Map([
  [channel, "channel"],
  [transform, "transform"],
  [reducer, "reducer"],
  [sort, "sort"],
]);

/** A shape as JSON Schema, draft 2020-12; what many share is a reference to `$defs`. */
function shapeJson(shape: Shape): Json {
  const name = shared.get(shape);
  return name === undefined ? wholeJson(shape) : { $ref: `#/$defs/${name}` };
}

function wholeJson(shape: Shape): Json {
  switch (shape.kind) {
    case "string":
      return { type: "string", ...(shape.of ? strings[shape.of] : {}) };
    case "number":
      return { type: "number", minimum: shape.least, maximum: shape.most };
    case "boolean":
      return { type: "boolean" };
    case "nothing":
      return { type: "null" };
    case "choice":
      return { enum: shape.of };
    case "text":
      return { anyOf: [{ type: "string" }, bilingual] };
    case "list":
      return {
        type: "array",
        items: shapeJson(shape.of),
        minItems: shape.least,
        maxItems: shape.most,
      };
    case "object":
      return objectJson(shape);
    case "tagged":
      return taggedJson(shape);
    case "either":
      return { anyOf: shape.of.map(shapeJson) };
  }
}

const bilingual: Json = {
  type: "object",
  properties: { zh: { type: "string" }, en: { type: "string" } },
  additionalProperties: false,
};

/** The JSON Schema of a chart cell's YAML. */
export const chartSchema: Json = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Fadu chart cell",
  description: "The YAML of a chart cell of a Fadu notebook / 法度笔记本图表单元的 YAML",
  ...shapeJson(chartShape),
  $defs: Object.fromEntries([...shared].map(([shape, name]) => [name, wholeJson(shape)])),
};
