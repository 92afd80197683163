import { expect } from "vitest";
import { readDocument, type DocumentText, type ReadOptions } from "../../src/documents/index.ts";

export const utf8 = (text: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;

/** UTF-16 of either order, without a mark. */
export function utf16(text: string, isLittle = true): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
}

/** Every character of GB2312 with its bytes, by asking the decoder. */
const gb = new Map<string, readonly [number, number]>();

export function gb18030(text: string): Uint8Array<ArrayBuffer> {
  if (gb.size === 0) {
    const decoder = new TextDecoder("gb18030");
    for (let high = 0xa1; high <= 0xf7; high++)
      for (let low = 0xa1; low <= 0xfe; low++)
        gb.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  }
  const bytes = [...text].flatMap((character) => {
    if (character < "\x80") return [character.charCodeAt(0)];
    const pair = gb.get(character);
    if (pair === undefined) throw new Error(`missing in GB2312: ${character}`);
    return pair;
  });
  return Uint8Array.from(bytes);
}

export function read(
  file: Blob | Uint8Array | string,
  name: string,
  options?: ReadOptions,
): Promise<DocumentText> {
  return readDocument(typeof file === "string" ? utf8(file) : file, name, options);
}

/** The error that a file is refused with. */
export function failure(file: Blob | Uint8Array | string, name: string): Promise<unknown> {
  return read(file, name).then(
    ({ text }) => `read as ${JSON.stringify(text.slice(0, 80))}`,
    (error: unknown) => error,
  );
}

/** Whether the places stand in order within the text, and nothing but ends and tabs between them. */
export function expectPlaces({ text, places }: DocumentText): void {
  let end = 0;
  for (const place of places) {
    if (!(place.start >= end && place.end > place.start && place.end <= text.length))
      expect.fail(`place out of order: ${JSON.stringify(place)} after ${end} of ${text.length}`);
    if (!/^[\r\n\t ]*$/.test(text.slice(end, place.start)))
      expect.fail(`text in no place: ${JSON.stringify(text.slice(end, place.start))}`);
    end = place.end;
  }
  expect(text.slice(end)).toMatch(/^[\r\n]*$/);
}
