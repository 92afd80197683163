import type { Span } from "../index.ts";
import { plainOf, plainText } from "./plain.ts";
import { CodePoints } from "./points.ts";
import { findNearest } from "./search.ts";
import type { Annotation } from "./types.ts";

/** How a quote was found in the text. */
export const alignmentKinds = [
  /** To the letter, where it is said to be. */
  "claimed",
  /** There are offsets and no quote. */
  "position",
  /** To the letter, elsewhere than is said, or where nothing is said. */
  "exact",
  /** But for white space, invisible characters and width. */
  "loose",
] as const;
export type AlignmentKind = (typeof alignmentKinds)[number];

/** Why a quote has no place in the text. */
export const misalignmentCodes = ["not_found", "outside_text"] as const;
export type MisalignmentCode = (typeof misalignmentCodes)[number];

/** The place of a quote, in UTF-16 offsets of the text. */
export interface Alignment extends Span {
  readonly kind: AlignmentKind;
  /** In how many places it stands, with what is said to stand around it; 1 where it was claimed. */
  readonly places: number;
  /** Several places and nothing to choose by: the first is taken. */
  readonly isAmbiguous: boolean;
}

export interface Misalignment {
  readonly kind: "refused";
  readonly code: MisalignmentCode;
}

type Aligned = Alignment | Misalignment;

/**
 * Finds each annotation's quote in a text: where it is said to be, else to the letter where its
 * prefix and suffix stand and nearest to the claim, else but for white space and width. What is found
 * nowhere is refused, never guessed. Linear in text and annotations.
 */
export function align(annotations: readonly Annotation[], text: string): Aligned[] {
  const points = new CodePoints(text);
  const found: (Aligned | null)[] = annotations.map((one) => atClaim(one, text, points));
  const seek = (isOpen: (index: number) => boolean, locate: Locate): void => {
    const open = annotations.flatMap((annotation, index) =>
      isOpen(index) ? [{ annotation, index }] : [],
    );
    if (open.length === 0) return;
    const places = locate(open.map(({ annotation }) => annotation));
    open.forEach(({ index }, at) => (found[index] = places[at] ?? found[index] ?? null));
  };
  const isOpen = (index: number): boolean => found[index] === null;
  seek(isOpen, (open) => located(open, text, points));
  seek(isOpen, (open) => locatedLoosely(open, text, points));
  return found.map((one) => one ?? { kind: "refused", code: "not_found" });
}

type Locate = (open: readonly Annotation[]) => (Alignment | null)[];

/** What stands where the quote is said to be, where that is the quote, in whichever way it counts. */
function atClaim({ quote, claim }: Annotation, text: string, points: CodePoints): Aligned | null {
  if (claim === null) return null;
  const other = claim.counts === "utf16" ? "code_points" : "utf16";
  const spans = [claim, { ...claim, counts: other } as const].map((one) => points.utf16(one));
  const certain = { places: 1, isAmbiguous: false };
  if (quote === null) {
    const [span] = spans;
    return span
      ? { ...span, kind: "position", ...certain }
      : { kind: "refused", code: "outside_text" };
  }
  const holds = (span: Span | null): span is Span =>
    span !== null && text.slice(span.start, span.end) === quote;
  const exact = spans.find(holds);
  if (exact) return { ...exact, kind: "claimed", ...certain };
  const plain = plainText(quote);
  const loose = spans.find(
    (span) => span && isNear(span, quote) && plainText(text.slice(span.start, span.end)) === plain,
  );
  return loose ? { ...loose, kind: "loose", ...certain } : null;
}

/** A claim much longer than its quote is another passage, and not worth reading. */
function isNear({ start, end }: Span, quote: string): boolean {
  return end - start <= 4 * quote.length + 64;
}

/** A quote and what is to stand around it, in the characters of the text that is searched. */
interface Sought {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly near: number | null;
}

function located(
  open: readonly Annotation[],
  text: string,
  points: CodePoints,
): (Alignment | null)[] {
  const sought = open.map((one) => ({ ...one, quote: one.quote ?? "", near: nearOf(one, points) }));
  return search(text, sought).map((place) => place && { ...place, kind: "exact" });
}

function locatedLoosely(
  open: readonly Annotation[],
  text: string,
  points: CodePoints,
): (Alignment | null)[] {
  const plain = plainOf(text);
  const sought = open.map((one) => {
    const near = nearOf(one, points);
    return {
      quote: plainText(one.quote ?? ""),
      prefix: plainText(one.prefix),
      suffix: plainText(one.suffix),
      near: near === null ? null : plain.plainPlace(near),
    };
  });
  return search(plain.text, sought).map(
    (place) => place && { ...place, ...plain.written(place), kind: "loose" },
  );
}

function nearOf({ claim }: Annotation, points: CodePoints): number | null {
  if (claim === null) return null;
  return claim.counts === "utf16" ? claim.start : points.unitsBefore(claim.start);
}

type Place = Omit<Alignment, "kind">;

/** How much of what stands around a quote is asked for, most first. */
const surroundings: readonly { readonly before: boolean; readonly behind: boolean }[] = [
  { before: true, behind: true },
  { before: true, behind: false },
  { before: false, behind: true },
  { before: false, behind: false },
];

/** The place of each quote with as much of its surroundings as is found; null for none. */
function search(text: string, sought: readonly Sought[]): (Place | null)[] {
  const found: (Place | null)[] = sought.map(() => null);
  for (const { before, behind } of surroundings) {
    const open = sought.flatMap((one, index) => {
      const isLeft = found[index] === null && one.quote !== "";
      const isAsked = isLeft && (!before || one.prefix !== "") && (!behind || one.suffix !== "");
      return isAsked
        ? [{ index, ...passageOf(one, before, behind), quote: one.quote, near: one.near }]
        : [];
    });
    if (open.length === 0) continue;
    const places = findNearest(
      text,
      open.map(({ passage, lead, near }) => ({ passage, near: (near ?? 0) - lead })),
    );
    open.forEach(({ index, lead, quote, near }, at) => {
      const place = places[at];
      if (!place) return;
      const start = place.start + lead;
      const isAmbiguous = place.places > 1 && near === null;
      found[index] = { start, end: start + quote.length, places: place.places, isAmbiguous };
    });
  }
  return found;
}

function passageOf(
  sought: Sought,
  before: boolean,
  behind: boolean,
): { passage: string; lead: number } {
  const prefix = before ? sought.prefix : "";
  return { passage: prefix + sought.quote + (behind ? sought.suffix : ""), lead: prefix.length };
}
