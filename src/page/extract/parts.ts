import { documentNoteWords, type DocumentNote } from "../../documents/index.ts";
import type { Figure, OpenNumber, ReadReport } from "../../review/index.ts";
import type { Context } from "./context.ts";
import { classesOf } from "./say.ts";
import type { TextMark } from "./text.ts";

/** The marks of a report's text: its figures, and the numbers that nobody understands. */
export function marksOf(figures: readonly Figure[], open: readonly OpenNumber[]): TextMark[] {
  const known = figures.flatMap((figure): TextMark[] => {
    const { value_start: start, value_end: end } = figure.fact;
    if (start === null || end === null) return [];
    return [{ start, end, id: figure.id, classes: classesOf(figure) }];
  });
  const unknown = open.map(({ start, end }): TextMark => ({
    start,
    end,
    id: openId(start),
    classes: "is-open-number",
  }));
  return [...known, ...unknown];
}

/** The id of the mark of an open number. */
export function openId(start: number): string {
  return `open-${String(start)}`;
}

/** The clause before and behind its number, which has a mark of its own. */
export function clauseOf(figure: Figure | undefined): { start: number; end: number }[] {
  const { evidence_start: start = null, evidence_end: end = null } = figure?.fact ?? {};
  const { value_start = null, value_end = null } = figure?.fact ?? {};
  if (start === null || end === null || value_start === null || value_end === null) return [];
  return [
    { start, end: value_start },
    { start: value_end, end },
  ].filter((stretch) => stretch.end > stretch.start);
}

/** What is to be known of the file that the report was read from. */
export function notesOf(
  { build: { html }, t, language }: Context,
  { notes }: ReadReport,
): HTMLElement | null {
  if (notes.length === 0) return null;
  const words = notes.map((note) => documentNoteWords(language, note as DocumentNote));
  return html(
    "details",
    { class: "report-notes note" },
    html("summary", {}, t("head.notes")),
    html(
      "ul",
      {},
      words.map((one) => html("li", {}, one)),
    ),
  );
}

/** How figures are marked in the text, in words. */
export function keyOf({ build: { html }, t }: Context): HTMLElement {
  const sample = (classes: string, word: string) =>
    html("li", {}, html("mark", { class: classes, "aria-hidden": "true" }, "12"), ` ${word}`);
  return html(
    "ul",
    { class: "text-key", "aria-label": t("text.key") },
    sample("is-proposed grade-high", t("grade.high")),
    sample("is-proposed grade-medium", t("grade.medium")),
    sample("is-proposed grade-low", t("grade.low")),
    sample("is-confirmed", t("state.confirmed")),
    sample("is-rejected", t("state.rejected")),
    sample("is-open-number", t("text.open")),
  );
}
