import type { DocumentNote, DocumentNoteCode } from "./types.ts";

/** Characters that a reader does not see and that change what they see. */
const kinds: readonly (readonly [code: DocumentNoteCode, kind: RegExp])[] = [
  // Tabs, line ends and form feeds are none.
  ["controls", /[^\P{Cc}\t\n\v\f\r]/gu],
  ["bidi", /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g],
  [
    "invisible",
    /[\u00AD\u115F\u1160\u180E\u200B-\u200D\u2060-\u2064\u3164\uFEFF\u{E0000}-\u{E007F}]/gu,
  ],
  ["unmapped", /[\uE000-\uF8FF]/g],
];

/** What of a text cannot be seen; it stays in it, so that offsets hold. */
export function characterNotes(text: string): DocumentNote[] {
  return kinds.flatMap(([code, kind]) => {
    const first = text.search(kind);
    if (first === -1) return [];
    let count = 0;
    for (const _ of text.matchAll(kind)) count += 1;
    return [{ code, values: [count, first] }];
  });
}
