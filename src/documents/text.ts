import { decode, encodingOf, type FoundEncoding, type PassOptions } from "../files/index.ts";
import { limits } from "./limits.ts";
import { DocumentError, type DocumentNote, type Draft, type Place } from "./types.ts";

/** A file as text, verbatim but for its byte order mark. */
export interface Decoded {
  readonly text: string;
  readonly notes: readonly DocumentNote[];
}

/** The text of a file in the encoding that was found. */
export async function decodeWith(
  file: Blob,
  { encoding, bad, line, guess }: FoundEncoding,
  pass: PassOptions,
): Promise<Decoded> {
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of decode(file, encoding, pass)) {
    length += piece.length;
    if (length > limits.characters) throw new DocumentError("too_long", limits.characters);
    pieces.push(piece);
  }
  const notes: DocumentNote[] = [];
  if (bad > 0) notes.push({ code: "bytes_damaged", values: [bad, line] });
  if (guess !== null)
    notes.push({ code: "encoding_guessed", values: [encoding.toUpperCase(), guess] });
  return { text: pieces.join(""), notes };
}

/** Plain text, verbatim: its offsets are those of the file. */
export async function readText(file: Blob, pass: PassOptions): Promise<Draft> {
  const { text, notes } = await decodeWith(file, await encodingOf(file, pass), pass);
  if (text.trim() === "") throw new DocumentError("no_text");
  const places = placesOf(text);
  return { format: "text", text, title: null, published: null, places, notes };
}

/** Lines without their ends; an empty one has no place, but counts. */
function placesOf(text: string): Place[] {
  const places: Place[] = [];
  let [start, paragraph] = [0, 1];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r|$/g)) {
    if (index > start) places.push({ start, end: index, paragraph });
    if (places.length > limits.places) throw new DocumentError("too_many", limits.places);
    start = index + end.length;
    paragraph += 1;
  }
  return places;
}
