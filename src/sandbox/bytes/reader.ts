const utf8 = new TextDecoder();

/** Bytes that somebody else wrote: what they do not hold is an error. */
export interface Reader {
  readonly left: number;
  byte(): number;
  count(): number;
  number(): number;
  text(): string;
  units(): string;
  /** A copy. */
  bytes(): ArrayBuffer;
}

/** @throws RangeError `invalid bytes`, from each function */
export function createReader(buffer: ArrayBuffer): Reader {
  const view = new DataView(buffer);
  let at = 0;
  const take = (length: number): number => {
    if (length > view.byteLength - at) throw new RangeError("invalid bytes: too short");
    at += length;
    return at - length;
  };
  const count = (): number => view.getUint32(take(4));
  return {
    get left() {
      return view.byteLength - at;
    },
    byte: () => view.getUint8(take(1)),
    count,
    number: () => view.getFloat64(take(8)),
    text() {
      const length = count();
      return utf8.decode(new Uint8Array(buffer, take(length), length));
    },
    units() {
      const length = count();
      const start = take(length * 2);
      return fromUnits(new Uint16Array(buffer.slice(start, start + length * 2)));
    },
    bytes() {
      const length = count();
      const start = take(length);
      return buffer.slice(start, start + length);
    },
  };
}

/** As many as one call takes at a time. */
function fromUnits(units: Uint16Array): string {
  let text = "";
  for (let at = 0; at < units.length; at += 8192)
    text += String.fromCharCode(...units.subarray(at, at + 8192));
  return text;
}
