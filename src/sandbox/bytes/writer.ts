import { CopyError, mostBytes } from "./format.ts";

const encoder = new TextEncoder();

/** Bytes that grow while they are written. */
export interface Writer {
  byte(value: number): void;
  count(value: number): void;
  number(value: number): void;
  /** As UTF-8, its length in bytes first. */
  text(value: string): void;
  /** As UTF-16, where a surrogate may stand alone. */
  units(value: string): void;
  bytes(value: Uint8Array): void;
  finish(): ArrayBuffer;
}

/** @throws CopyError `large` above `most` bytes */
export function createWriter(most = mostBytes): Writer {
  let bytes = new Uint8Array(1024);
  let view = new DataView(bytes.buffer);
  let at = 0;
  const reserve = (length: number): void => {
    const wanted = at + length;
    if (wanted > most) throw new CopyError("large");
    if (wanted <= bytes.length) return;
    const grown = new Uint8Array(Math.max(wanted, bytes.length * 2));
    grown.set(bytes);
    bytes = grown;
    view = new DataView(bytes.buffer);
  };
  const count = (value: number): void => {
    reserve(4);
    view.setUint32(at, value);
    at += 4;
  };
  const put = (value: Uint8Array): void => {
    count(value.length);
    reserve(value.length);
    bytes.set(value, at);
    at += value.length;
  };
  return {
    byte(value) {
      reserve(1);
      bytes[at++] = value;
    },
    count,
    number(value) {
      reserve(8);
      view.setFloat64(at, value);
      at += 8;
    },
    text: (value) => put(encoder.encode(value)),
    units(value) {
      count(value.length);
      reserve(value.length * 2);
      for (let i = 0; i < value.length; i++, at += 2) view.setUint16(at, value.charCodeAt(i), true);
    },
    bytes: put,
    finish: () => bytes.buffer.slice(0, at),
  };
}
