import { CopyError, deepest, mostNames, mostValues, tags, viewNames } from "./format.ts";
import { createWriter, type Writer } from "./writer.ts";

/** A value that is being written; `step` writes on until `isTime` says to pause. */
export interface Encoding {
  /** @returns whether it is through */
  step(isTime: () => boolean): boolean;
  finish(): ArrayBuffer;
}

interface Level {
  readonly items: readonly unknown[];
  at: number;
}

/**
 * Writes a value as the browser's own clone would copy it: own fields, with their cycles.
 * @throws CopyError from `step`, where it is too large or has no copy
 */
export function encoding(value: unknown, limits: { bytes?: number } = {}): Encoding {
  const writer = createWriter(limits.bytes);
  const known = createKnown(writer);
  const levels: Level[] = [{ items: [value], at: 0 }];
  let left = mostValues;
  const next = (level: Level): void => {
    if (--left < 0) throw new CopyError("large");
    const inner = write(writer, known, level.items[level.at++]);
    if (inner === null) return;
    if (inner.length > left) throw new CopyError("large");
    if (levels.length >= deepest) throw new CopyError("other");
    levels.push({ items: inner, at: 0 });
  };
  return {
    step(isTime) {
      let level: Level | undefined;
      while ((level = levels.at(-1)) !== undefined) {
        if (level.at === level.items.length) levels.pop();
        else next(level);
        if (isTime()) return levels.length === 0;
      }
      return true;
    },
    finish: () => writer.finish(),
  };
}

/** The bytes of a value, without a pause. @throws CopyError */
export function encode(value: unknown, limits: { bytes?: number } = {}): ArrayBuffer {
  const work = encoding(value, limits);
  work.step(() => false);
  return work.finish();
}

/** What came before is written by its number. */
interface Known {
  /** Writes a text. */
  text(value: string): void;
  /** True where the object was known, and its number is written. */
  object(value: object): boolean;
  /** Writes a list of names. */
  names(names: readonly string[]): void;
}

function createKnown(writer: Writer): Known {
  const texts = new Map<string, number>();
  const objects = new Map<object, number>();
  const shapes = new Map<string, number>();
  const text = (value: string): void => {
    const number = texts.get(value);
    if (number !== undefined) {
      writer.byte(tags.textAgain);
      return writer.count(number);
    }
    texts.set(value, texts.size);
    const isWhole = isWellFormed(value);
    writer.byte(isWhole ? tags.text : tags.units);
    if (isWhole) writer.text(value);
    else writer.units(value);
  };
  return {
    text,
    object(value) {
      const number = objects.get(value);
      if (number === undefined) objects.set(value, objects.size);
      else {
        writer.byte(tags.again);
        writer.count(number);
      }
      return number !== undefined;
    },
    names(names) {
      const key = JSON.stringify(names);
      const number = shapes.get(key);
      writer.byte(number === undefined ? tags.names : tags.namesAgain);
      writer.count(number ?? names.length);
      if (number !== undefined) return;
      shapes.set(key, shapes.size);
      for (const name of names) text(name);
    },
  };
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** Writes one value; gives what is in it, to be written after it. */
function write(writer: Writer, known: Known, value: unknown): readonly unknown[] | null {
  if (typeof value === "string") known.text(value);
  else if (typeof value === "number") {
    writer.byte(tags.number);
    writer.number(value);
  } else if (typeof value === "boolean") writer.byte(value ? tags.true : tags.false);
  else if (value === undefined) writer.byte(tags.undefined);
  else if (value === null) writer.byte(tags.null);
  else if (typeof value === "bigint") {
    writer.byte(tags.bigint);
    known.text(String(value));
  } else if (typeof value === "object")
    return known.object(value) ? null : object(writer, known, value);
  else throw new CopyError("other");
  return null;
}

function object(writer: Writer, known: Known, value: object): readonly unknown[] | null {
  if (Array.isArray(value)) return sized(writer, tags.list, value);
  if (value instanceof Map) return sized(writer, tags.map, [...value].flat(1));
  if (value instanceof Set) return sized(writer, tags.set, [...value]);
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) bytes(writer, value);
  else if (value instanceof Date) {
    writer.byte(tags.date);
    writer.number(value.getTime());
  } else if (value instanceof RegExp)
    texts(writer, known, tags.expression, value.source, value.flags);
  else if (value instanceof Error)
    texts(writer, known, tags.error, String(value.name), String(value.message));
  else return fields(known, value);
  return null;
}

function sized(writer: Writer, tag: number, items: readonly unknown[]): readonly unknown[] {
  writer.byte(tag);
  writer.count(items.length);
  return items;
}

function texts(writer: Writer, known: Known, tag: number, ...parts: readonly string[]): void {
  writer.byte(tag);
  for (const part of parts) known.text(part);
}

function fields(known: Known, value: object): readonly unknown[] {
  if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet)
    throw new CopyError("other");
  const names = Object.keys(value);
  if (names.length > mostNames) throw new CopyError("large");
  known.names(names);
  return names.map((name) => (value as Readonly<Record<string, unknown>>)[name]);
}

function bytes(writer: Writer, value: ArrayBuffer | ArrayBufferView): void {
  const isView = ArrayBuffer.isView(value);
  writer.byte(isView ? tags.view : tags.buffer);
  if (isView) writer.byte(viewNumber(value));
  writer.bytes(
    isView
      ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
      : new Uint8Array(value),
  );
}

function viewNumber(value: ArrayBufferView): number {
  const name = Object.prototype.toString.call(value).slice("[object ".length, -1);
  const number = (viewNames as readonly string[]).indexOf(name);
  if (number < 0) throw new CopyError("other");
  return number;
}
