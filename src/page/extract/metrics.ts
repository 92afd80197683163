import type { Language, Metric } from "../../domain/index.ts";
import type { Archive } from "../../evidence/index.ts";
import type { Choice } from "./combobox.ts";

/** Measures by a part of their names, or the first letters of their pinyin; what is compared first. */
export function findMetrics({ metrics }: Archive, language: Language, query: string): Choice[] {
  const wanted = query.trim().toLowerCase();
  return [...metrics.values()]
    .filter((metric) => isNamed(metric, wanted))
    .toSorted((a, b) => rankOf(a, wanted) - rankOf(b, wanted))
    .map((metric) => choiceOf(metric, language));
}

/** A measure as something to choose. */
export function choiceOf(metric: Metric, language: Language): Choice {
  const { metric_id: value, unit } = metric;
  return { value, label: metric[language], note: unit };
}

function isNamed({ zh, en, pinyin }: Metric, wanted: string): boolean {
  const syllables = pinyin.split(" ");
  return (
    zh.includes(wanted) ||
    en.toLowerCase().includes(wanted) ||
    syllables.join("").includes(wanted) ||
    syllables
      .map((syllable) => syllable.charAt(0))
      .join("")
      .includes(wanted)
  );
}

function rankOf({ zh, en, headline }: Metric, wanted: string): number {
  const begins = zh.startsWith(wanted) || en.toLowerCase().startsWith(wanted);
  return (begins ? 0 : 2) + (headline ? 0 : 1);
}
