import { inputTypes, type InputType, type Spec } from "../notebook/index.ts";
import type { Option } from "./option.ts";

/** What an input holds; binds as a SQL parameter. */
export type InputValue = string | number | boolean | readonly (string | number)[];

export function typeOf(spec: Spec): InputType {
  const type = inputTypes.find((name) => name === spec["type"]);
  if (!type)
    throw new Error(`unknown input: ${String(spec["type"])} (one of ${inputTypes.join(", ")})`);
  return type;
}

/** What a type of input takes: the value it begins with, and what a text of an address means. */
interface ValueKind {
  readonly initial: (spec: Spec, options: readonly Option[]) => InputValue;
  /** Null for what is no value of this input. */
  readonly parse: (spec: Spec, options: readonly Option[], text: string) => InputValue | null;
}

const one: ValueKind = {
  initial: ({ value }, options) =>
    value === undefined ? (options[0]?.value ?? "") : String(value),
  parse: (_spec, options, text) => (options.some(({ value }) => value === text) ? text : null),
};

/** The values of choices; a number stays one where it came as one. */
function valuesOf(options: readonly Option[]): readonly (string | number)[] {
  return options.map(({ value, number }) => number ?? value);
}

/** @param isWhole at least one choice, as strings: a chart of nothing answers no question */
function many(isWhole: boolean): ValueKind {
  const read = (options: readonly Option[]) =>
    isWhole ? options.map(({ value }) => value) : valuesOf(options);
  const chosen = (options: readonly Option[], wanted: readonly string[]) => {
    const all = new Set(wanted);
    return options.filter(({ value }) => all.has(value));
  };
  return {
    initial: ({ value }, options) => {
      if (!Array.isArray(value)) return read(options);
      return isWhole ? value.map(String) : read(chosen(options, value.map(String)));
    },
    parse: (_spec, options, text) => {
      const wanted = splitList(text);
      const known = new Set(options.map(({ value }) => value));
      const fits = wanted.every((value) => known.has(value)) && (wanted.length > 0 || !isWhole);
      if (!fits) return null;
      return isWhole ? wanted : read(chosen(options, wanted));
    },
  };
}

export interface Interval {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

function finite(spec: Spec, key: string, fallback?: number): number {
  const value = spec[key] ?? fallback;
  if (value === undefined) throw new Error(`missing ${key}: range`);
  if (typeof value !== "number" || !Number.isFinite(value))
    throw new Error(`invalid ${key}: ${String(value)}`);
  return value;
}

/** Ends and step of a range. Throws `missing min`, `invalid step` … */
export function intervalOf(spec: Spec): Interval {
  const interval = {
    min: finite(spec, "min"),
    max: finite(spec, "max"),
    step: finite(spec, "step", 1),
  };
  if (interval.max <= interval.min)
    throw new Error(`invalid max: ${interval.max} (more than min, ${interval.min})`);
  if (interval.step <= 0) throw new Error(`invalid step: ${interval.step}`);
  return interval;
}

/** True for a value between the ends that the steps from the lower end reach. */
function isOn(value: number, { min, max, step }: Interval): boolean {
  const steps = (value - min) / step;
  return value >= min && value <= max && Math.abs(steps - Math.round(steps)) < 1e-6;
}

const range: ValueKind = {
  initial: (spec) => {
    const interval = intervalOf(spec);
    const value = finite(spec, "value", interval.min);
    if (!isOn(value, interval)) throw new Error(`invalid value: ${value}`);
    return value;
  },
  parse: (spec, _options, text) => {
    const value = text.trim() === "" ? NaN : Number(text);
    return Number.isFinite(value) && isOn(value, intervalOf(spec)) ? value : null;
  },
};

/** Longer searches find no more, and an address has no place for them. */
export const LONGEST_SEARCH = 200;

const search: ValueKind = {
  initial: ({ value }) => (value === undefined ? "" : String(value)),
  parse: (_spec, _options, text) =>
    // eslint-disable-next-line no-control-regex -- an address may hold anything
    text.length <= LONGEST_SEARCH && !/[\u0000-\u001f]/.test(text) ? text : null,
};

const toggle: ValueKind = {
  initial: ({ value }) => value === true,
  parse: (_spec, _options, text) => (text === "true" ? true : text === "false" ? false : null),
};

/** A day that exists, as `YYYY-MM-DD`. */
function isDay(text: unknown): text is string {
  if (typeof text !== "string" || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}

/** The first and the last day that may be chosen; null where there is no end. */
export function daysOf(spec: Spec): { readonly min: string | null; readonly max: string | null } {
  const day = (key: string): string | null => {
    const value = spec[key];
    if (value !== undefined && !isDay(value)) throw new Error(`invalid ${key}: ${String(value)}`);
    return value ?? null;
  };
  return { min: day("min"), max: day("max") };
}

const date: ValueKind = {
  initial: (spec) => {
    const { min, max } = daysOf(spec);
    const value = spec["value"] ?? max ?? min;
    if (value === null) throw new Error("missing value: date");
    if (!isDay(value)) throw new Error(`invalid value: ${String(value)}`);
    return value;
  },
  parse: (spec, _options, text) => {
    const { min, max } = daysOf(spec);
    return isDay(text) && text >= (min ?? text) && text <= (max ?? text) ? text : null;
  },
};

const kinds: Readonly<Record<InputType, ValueKind>> = {
  select: one,
  tiles: one,
  checkbox: many(true),
  multiselect: many(false),
  table: many(false),
  range,
  search,
  toggle,
  date,
};

/** The value an input has before anybody touches it. Throws where its spec allows none. */
export function defaultValue(spec: Spec, options: readonly Option[]): InputValue {
  return kinds[typeOf(spec)].initial(spec, options);
}

/** A value from an address; null where it is none of this input. */
export function parseValue(
  spec: Spec,
  options: readonly Option[],
  text: string,
): InputValue | null {
  return kinds[typeOf(spec)].parse(spec, options, text);
}

/** Within a list `,` and `%` are escaped, and an empty text is `%`, so that `""` is no choice. */
function splitList(text: string): string[] {
  if (text === "") return [];
  return text
    .split(",")
    .map((item) => (item === "%" ? "" : item.replaceAll("%2C", ",").replaceAll("%25", "%")));
}

function joinList(values: readonly (string | number)[]): string {
  const escaped = values.map((value) =>
    value === "" ? "%" : String(value).replaceAll("%", "%25").replaceAll(",", "%2C"),
  );
  return escaped.join(",");
}

/** The text that `parseValue` reads. */
export function formatValue(value: InputValue): string {
  return Array.isArray(value) ? joinList(value) : String(value);
}
