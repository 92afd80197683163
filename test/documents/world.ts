import { expect } from "vitest";
import { utf8 } from "./encode.ts";
import { readDocument, type DocumentText, type ReadOptions } from "../../src/documents/index.ts";

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
