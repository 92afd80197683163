import { deepest, mostNames, mostValues, tags, viewNames } from "./format.ts";
import { createReader, type Reader } from "./reader.ts";

/** A value that is being read; `step` reads on until `isTime` says to pause. */
export interface Decoding {
  /** @returns whether it is through */
  step(isTime: () => boolean): boolean;
  value(): unknown;
}

/** Something that is being filled with so many values. */
interface Level {
  left: number;
  readonly put: (value: unknown) => void;
}

interface State {
  readonly reader: Reader;
  readonly texts: string[];
  readonly objects: unknown[];
  readonly shapes: (readonly string[])[];
  readonly levels: Level[];
}

/**
 * Reads what `encode` wrote, whoever says that it did: nothing but plain data comes out, of
 * prototypes of this realm, with no more values than bytes.
 * @throws RangeError `invalid bytes: …` from `step`
 */
export function decoding(buffer: ArrayBuffer): Decoding {
  let [result, left]: [unknown, number] = [undefined, mostValues];
  const levels: Level[] = [{ left: 1, put: (value) => (result = value) }];
  const state: State = { reader: createReader(buffer), texts: [], objects: [], shapes: [], levels };
  return {
    step(isTime) {
      let level: Level | undefined;
      while ((level = levels.at(-1)) !== undefined) {
        if (--level.left < 0) levels.pop();
        else if (--left < 0) throw new RangeError("invalid bytes: too many values");
        else level.put(read(state));
        if (isTime()) return levels.length === 0;
      }
      return true;
    },
    value: () => result,
  };
}

/** @throws RangeError `invalid bytes: …` */
export function decode(buffer: ArrayBuffer): unknown {
  const work = decoding(buffer);
  work.step(() => false);
  return work.value();
}

function read(state: State): unknown {
  const { reader, objects } = state;
  const tag = reader.byte();
  switch (tag) {
    case tags.undefined:
      return undefined;
    case tags.null:
      return null;
    case tags.false:
      return false;
    case tags.true:
      return true;
    case tags.number:
      return reader.number();
    case tags.again:
      return earlier(objects, reader.count());
    case tags.bigint:
      return bigint(text(state, reader.byte()));
    case tags.text:
    case tags.units:
    case tags.textAgain:
      return text(state, tag);
    default:
      return object(state, tag);
  }
}

function earlier<T>(list: readonly T[], number: number): T {
  if (number >= list.length) throw new RangeError("invalid bytes: unknown number");
  return list[number] as T;
}

function text({ reader, texts }: State, tag: number): string {
  if (tag === tags.textAgain) return earlier(texts, reader.count());
  if (tag !== tags.text && tag !== tags.units) throw new RangeError("invalid bytes: no text");
  const value = tag === tags.text ? reader.text() : reader.units();
  texts.push(value);
  return value;
}

function bigint(digits: string): bigint {
  // A number of many digits takes the square of their time to read.
  if (!/^-?\d{1,1000}$/.test(digits)) throw new RangeError("invalid bytes: no number");
  return BigInt(digits);
}

function object(state: State, tag: number): unknown {
  const { reader, objects } = state;
  const keep = <T>(value: T): T => {
    objects.push(value);
    return value;
  };
  switch (tag) {
    case tags.list: {
      const list: unknown[] = [];
      return filled(state, keep(list), reader.count(), (value) => list.push(value));
    }
    case tags.names:
    case tags.namesAgain:
      return fields(state, keep({}), tag);
    case tags.map:
      return map(state, keep(new Map()));
    case tags.set: {
      const set = new Set();
      return filled(state, keep(set), reader.count(), (value) => set.add(value));
    }
    case tags.date:
      return keep(new Date(reader.number()));
    case tags.expression:
      return keep(new RegExp(text(state, reader.byte()), text(state, reader.byte())));
    case tags.error:
      return keep(error(text(state, reader.byte()), text(state, reader.byte())));
    case tags.buffer:
      return keep(reader.bytes());
    case tags.view:
      return keep(view(reader.byte(), reader.bytes()));
    default:
      throw new RangeError("invalid bytes: unknown kind");
  }
}

/** Each value takes a byte at least, so that a count cannot promise more than there is. */
function filled<T>(
  { reader, levels }: State,
  value: T,
  count: number,
  put: (value: unknown) => void,
): T {
  if (count > reader.left) throw new RangeError("invalid bytes: too short");
  if (levels.length > deepest) throw new RangeError("invalid bytes: too deep");
  levels.push({ left: count, put });
  return value;
}

function fields(state: State, value: object, tag: number): object {
  const names = tag === tags.names ? newNames(state) : earlier(state.shapes, state.reader.count());
  let at = 0;
  return filled(state, value, names.length, (field) => {
    const name = names[at++] ?? "";
    // The one name that is no field wherever somebody copies it.
    if (name !== "__proto__") (value as Record<string, unknown>)[name] = field;
  });
}

function newNames(state: State): readonly string[] {
  const { reader, shapes } = state;
  const count = reader.count();
  if (count > mostNames) throw new RangeError("invalid bytes: too many names");
  const names: string[] = [];
  for (let i = 0; i < count; i++) names.push(text(state, reader.byte()));
  shapes.push(names);
  return names;
}

/** Keys and values by turns. */
function map(state: State, value: Map<unknown, unknown>): Map<unknown, unknown> {
  let [key, isKey]: [unknown, boolean] = [undefined, true];
  return filled(state, value, state.reader.count(), (item) => {
    if (isKey) key = item;
    else value.set(key, item);
    isKey = !isKey;
  });
}

function error(name: string, message: string): Error {
  const made = new Error(message);
  made.name = name;
  return made;
}

function view(number: number, buffer: ArrayBuffer): ArrayBufferView {
  const name = earlier(viewNames, number);
  return new (globalThis[name] as new (buffer: ArrayBuffer) => ArrayBufferView)(buffer);
}
