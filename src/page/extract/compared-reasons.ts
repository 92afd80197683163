import type { Figure } from "../../review/index.ts";
import type { ComparedRow } from "../../review/reader/index.ts";
import { sayAnnotation } from "../../words/annotations.ts";
import { formatDate, formatNumber, formatSubset } from "../../words/index.ts";
import type { Context } from "./context.ts";
import { columnValue } from "./say.ts";

/** Why two readings of a number differ, or how it was found, in sentences. */
export function reasonsOfRow(
  context: Context,
  row: ComparedRow,
  figures: readonly Figure[],
): string[] {
  const { t, language } = context;
  const said = [
    ...placeReasons(context, row),
    ...valueReasons(context, row),
    ...columnReasons(context, row, figures),
    ...(row.kind === "only_theirs" ? [fateOf(context, row)] : []),
    ...(row.theirs?.metric.route === "unnamed" ? [sayAnnotation(language, "metric.unnamed")] : []),
    ...(row.theirs?.metric.route === "asked" ? [sayAnnotation(language, "metric.asked")] : []),
  ];
  const end = t("others.stop");
  return said.filter((one) => one !== "").map((one) => (/[。.]$/.test(one) ? one : one + end));
}

function placeReasons({ language }: Context, { theirs }: ComparedRow): string[] {
  if (!theirs) return [];
  const { place, reread } = theirs;
  if (place.kind === "refused") return [sayAnnotation(language, `misplaced.${place.code}`)];
  return [
    ...(place.kind === "loose" ? [sayAnnotation(language, "place.loose")] : []),
    ...(place.isAmbiguous ? [sayAnnotation(language, "place.ambiguous", place.places)] : []),
    ...(reread && reread.kind !== "read" ? [sayAnnotation(language, `reread.${reread.kind}`)] : []),
  ];
}

/** Their value against ours, else against what the text says at their quote. */
function valueReasons({ language, t }: Context, { theirs, judged }: ComparedRow): string[] {
  const verdict = judged ?? theirs?.reread?.judged;
  if (!theirs || !verdict || verdict.verdict === "agrees") return [];
  const said = sayAnnotation(language, `value.${verdict.verdict}`, verdict.power ?? "");
  const number = theirs.reread?.number;
  const isOther = verdict.verdict !== "no_value" && number;
  return isOther
    ? [said, t("others.text", number.written, formatNumber(number.value, language))]
    : [said];
}

function columnReasons(
  context: Context,
  { theirs, ours, columns, unread }: ComparedRow,
  figures: readonly Figure[],
): string[] {
  const { t } = context;
  const fact = figures.find((one) => one.fact.fact_id === ours)?.fact;
  const word = (column: string, value: string | null | undefined): string =>
    value === null || value === undefined ? t("form.unsaid") : named(context, column, value);
  const differing = columns.map((column) =>
    t(
      "others.column",
      t(`column.${column}`),
      word(column, theirs?.stated[column]),
      word(column, fact?.[column]),
    ),
  );
  const left = unread.map((column) => t("others.unread", t(`column.${column}`)));
  return [...differing, ...left];
}

/** What our reading takes a number for of which it has no figure. */
function fateOf({ t }: Context, { number }: ComparedRow): string {
  if (!number) return "";
  const { fate, rule } = number;
  if (fate === "open") return t("others.fate.open");
  return t(
    fate === "non_metric" ? "others.fate.non_metric" : "others.fate.other_figure",
    rule ?? "",
  );
}

function named(context: Context, column: string, value: string): string {
  const { language } = context;
  if (column === "subset") return formatSubset(value, language);
  const isDay = column === "period_start" || column === "period_end";
  return isDay ? formatDate(value, language) : columnValue(context, column, value);
}
