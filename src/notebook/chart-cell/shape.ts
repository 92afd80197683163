/**
 * What a value of a spec may be, as plain data: one source for the check of the build and of the
 * editor, for the JSON Schema and for completion.
 */
export type Shape =
  | { readonly kind: "string"; readonly of?: StringKind }
  | ({ readonly kind: "number" } & Bounds)
  | { readonly kind: "boolean" }
  /** `null`, where leaving out means something else. */
  | { readonly kind: "nothing" }
  /** One of some words. */
  | { readonly kind: "choice"; readonly of: readonly string[]; readonly thing: string }
  /** A text for people: a string for both languages, or `{zh, en}`. */
  | { readonly kind: "text" }
  | ({ readonly kind: "list"; readonly of: Shape } & Bounds)
  | ObjectShape
  /** An object whose other keys follow from one of them. */
  | TaggedShape
  | { readonly kind: "either"; readonly of: readonly Shape[]; readonly thing: string };

/** Of a number, or of how many values a list has; both ends belong to it. */
export interface Bounds {
  readonly least?: number | undefined;
  readonly most?: number | undefined;
}

/** `column` is a name in the query's result, `cell` the id of a query, `link` a relative address. */
export type StringKind = "column" | "cell" | "link" | "constant" | "color" | "dashes" | "sort";

export interface ObjectShape {
  readonly kind: "object";
  readonly properties: Readonly<Record<string, Property>>;
  /** What an unknown key is called. */
  readonly thing: string;
}

export interface TaggedShape {
  readonly kind: "tagged";
  readonly tag: string;
  /** What an unknown value of the tag is called. */
  readonly thing: string;
  /** What it is where the tag is left out; null where it must be given. */
  readonly fallback: string | null;
  readonly variants: Readonly<Record<string, Variant>>;
}

export interface Variant {
  readonly zh: string;
  readonly en: string;
  readonly shape: ObjectShape;
}

/** A key of an object with what it does, in both languages. */
export interface Property {
  readonly shape: Shape;
  readonly zh: string;
  readonly en: string;
  readonly required?: boolean;
  /** What holds where it is left out, as it would be written. */
  readonly fallback?: string | undefined;
}

export const text: Shape = { kind: "text" };
export const boolean: Shape = { kind: "boolean" };
export const column: Shape = { kind: "string", of: "column" };

export function number(least?: number, most?: number): Shape {
  return { kind: "number", least, most };
}

export function choice(thing: string, ...of: readonly string[]): Shape {
  return { kind: "choice", thing, of };
}

export function list(of: Shape, least?: number, most?: number): Shape {
  return { kind: "list", of, least, most };
}

export function either(thing: string, ...of: readonly Shape[]): Shape {
  return { kind: "either", thing, of };
}

export function object(thing: string, properties: ObjectShape["properties"]): ObjectShape {
  return { kind: "object", thing, properties };
}

/** A key that may be left out. */
export function may(shape: Shape, zh: string, en: string, fallback?: string): Property {
  return { shape, zh, en, fallback };
}

/** A key that must be there. */
export function must(shape: Shape, zh: string, en: string): Property {
  return { shape, zh, en, required: true };
}
