import { relativeAddress } from "./relative.ts";
import type { Bounds, ObjectShape, Shape, StringKind, TaggedShape } from "./shape.ts";

/** Where in a spec: keys and, in lists, indices. */
export type Path = readonly (string | number)[];

/** What is wrong with a spec. The place is the value, or the key where the key is wrong. */
export type Fault =
  | {
      readonly kind: "unknown";
      readonly path: Path;
      readonly at: "key" | "value";
      readonly thing: string;
      readonly name: string;
      readonly known: readonly string[];
    }
  | {
      readonly kind: "wrong";
      readonly path: Path;
      readonly at: "key" | "value";
      readonly message: string;
    };

export function wrong(path: Path, message: string, at: "key" | "value" = "value"): Fault {
  return { kind: "wrong", path, at, message };
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value as a message shows it: short, and on one line. */
export function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

const color = /^(?:#[0-9a-f]{3}|#[0-9a-f]{6}|accent|ink|quiet|line|paper|warning|none)$/i;

/** What a string of a kind must look like; null for any. */
const patterns: Readonly<Record<StringKind, readonly [RegExp, string] | null>> = {
  column: [/\S/, "the name of a column"],
  cell: [/^[A-Za-z_][\w-]*$/, "the id of a query"],
  link: [relativeAddress, "a relative address"],
  constant: [/^[^<>{}\\;]{0,200}$/, "a plain text"],
  color: [color, "accent, ink, quiet, line, paper, warning, none, #rgb or #rrggbb"],
  // Shorter ones are no dashes to see, and without end to paint.
  dashes: [
    /^[1-9]\d?(?:\.\d)?(?:[ ,]+[1-9]\d?(?:\.\d)?){0,7}$/,
    "lengths in px from 1 to 99, such as 2 3",
  ],
  sort: [/^-?(?:x|y|x1|x2|y1|y2|r|fill|stroke|text|z|data)$/, "a channel such as x or -y"],
};

function checkString(value: unknown, of: StringKind | undefined, path: Path): Fault[] {
  if (typeof value !== "string") return [wrong(path, `invalid value: ${shown(value)} (a text)`)];
  const [pattern, what] = (of && patterns[of]) ?? [null, ""];
  if (!pattern || pattern.test(value)) return [];
  return [wrong(path, `invalid value: ${shown(value)} (${what})`)];
}

function checkNumber(
  value: unknown,
  { least = -Infinity, most = Infinity }: Bounds,
  path: Path,
): Fault[] {
  if (typeof value !== "number") return [wrong(path, `invalid value: ${shown(value)} (a number)`)];
  if (value >= least && value <= most) return [];
  const range = [
    least === -Infinity ? null : `at least ${least}`,
    most === Infinity ? null : `at most ${most}`,
  ];
  return [wrong(path, `invalid value: ${value} (${range.filter(Boolean).join(", ")})`)];
}

function checkText(value: unknown, path: Path): Fault[] {
  if (typeof value === "string") return [];
  if (!isMapping(value))
    return [wrong(path, `invalid text: ${shown(value)} (a text, or zh and en)`)];
  return Object.entries(value).flatMap(([key, text]): Fault[] => {
    const at = [...path, key];
    if (key !== "zh" && key !== "en")
      return [
        { kind: "unknown", path: at, at: "key", thing: "language", name: key, known: ["zh", "en"] },
      ];
    return typeof text === "string" ? [] : [wrong(at, `invalid text: ${shown(text)} (a text)`)];
  });
}

function checkList(
  value: unknown,
  { of, least = 0, most = Infinity }: Bounds & { readonly of: Shape },
  path: Path,
): Fault[] {
  if (!Array.isArray(value)) return [wrong(path, `invalid value: ${shown(value)} (a list)`)];
  const count = value.length;
  if (count < least || count > most) {
    const wanted =
      least === most ? `${least}` : count < least ? `${least} or more` : `at most ${most}`;
    return [wrong(path, `invalid list: ${count} values (${wanted})`)];
  }
  return value.flatMap((item: unknown, index) => check(of, item, [...path, index]));
}

function checkObject(value: unknown, { thing, properties }: ObjectShape, path: Path): Fault[] {
  if (!isMapping(value))
    return [wrong(path, `invalid ${thing}: ${shown(value)} (keys with values)`)];
  const known = Object.keys(properties);
  const faults = Object.entries(value).flatMap(([name, item]): Fault[] => {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const at = [...path, name];
    if (property) return check(property.shape, item, at);
    return [{ kind: "unknown", path: at, at: "key", thing, name, known }];
  });
  const missing = known
    .filter((name) => properties[name]?.required && value[name] === undefined)
    .map((name) => wrong(path, `missing ${thing}: ${name}`, "key"));
  return [...faults, ...missing];
}

function checkTagged(value: unknown, shape: TaggedShape, path: Path): Fault[] {
  const { tag, thing, variants, fallback } = shape;
  if (!isMapping(value))
    return [wrong(path, `invalid ${thing}: ${shown(value)} (keys with values)`)];
  const name = value[tag] ?? (value[tag] === undefined ? fallback : null);
  if (name === null && value[tag] === undefined)
    return [wrong(path, `missing ${thing}: ${tag}`, "key")];
  const known = Object.keys(variants);
  const variant = typeof name === "string" && Object.hasOwn(variants, name) ? variants[name] : null;
  if (!variant) {
    const at = [...path, tag];
    return [{ kind: "unknown", path: at, at: "value", thing, name: shown(name), known }];
  }
  const { [tag]: _, ...rest } = value;
  const { [tag]: __, ...properties } = variant.shape.properties;
  return checkObject(rest, { ...variant.shape, properties }, path);
}

/** What kind of YAML a shape is written as. */
function formOf(shape: Shape): "text" | "number" | "boolean" | "list" | "mapping" | "nothing" {
  switch (shape.kind) {
    case "string":
    case "choice":
    case "text":
    case "either":
      return "text";
    case "number":
    case "boolean":
    case "nothing":
    case "list":
      return shape.kind;
    default:
      return "mapping";
  }
}

function formOfValue(value: unknown): ReturnType<typeof formOf> | null {
  if (typeof value === "string") return "text";
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "boolean";
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "list";
  return isMapping(value) ? "mapping" : null;
}

/** The faults of the alternative that comes nearest: one that is written alike, with the fewest. */
function checkEither(value: unknown, of: readonly Shape[], thing: string, path: Path): Fault[] {
  const form = formOfValue(value);
  // A text for people may be a mapping of languages as well.
  const alike = of.filter(
    (shape) => formOf(shape) === form || (shape.kind === "text" && form === "mapping"),
  );
  if (alike.length === 0) return [wrong(path, `invalid ${thing}: ${shown(value)}`)];
  const tried = alike.map((shape) => check(shape, value, path));
  return tried.reduce((best, next) => (next.length < best.length ? next : best));
}

/** Every fault of a value against a shape, each with its place; none where it fits. */
export function check(shape: Shape, value: unknown, path: Path = []): Fault[] {
  switch (shape.kind) {
    case "string":
      return checkString(value, shape.of, path);
    case "number":
      return checkNumber(value, shape, path);
    case "boolean":
      return typeof value === "boolean"
        ? []
        : [wrong(path, `invalid value: ${shown(value)} (true or false)`)];
    case "nothing":
      return value === null ? [] : [wrong(path, `invalid value: ${shown(value)} (null)`)];
    case "choice":
      if (typeof value === "string" && shape.of.includes(value)) return [];
      return [
        {
          kind: "unknown",
          path,
          at: "value",
          thing: shape.thing,
          name: shown(value),
          known: shape.of,
        },
      ];
    case "text":
      return checkText(value, path);
    case "list":
      return checkList(value, shape, path);
    case "object":
      return checkObject(value, shape, path);
    case "tagged":
      return checkTagged(value, shape, path);
    case "either":
      return checkEither(value, shape.of, shape.thing, path);
  }
}
