import type { Fact, Metric, Region, Report } from "../index.ts";
import { fold } from "./fold.ts";
import type { Folded, Span } from "./fold.ts";

export const hitKinds = ["region", "metric", "agency", "clause"] as const;
export type HitKind = (typeof hitKinds)[number];

/** A text that an entry may be found by. */
export interface Field {
  readonly original: string;
  readonly folded: Folded;
  /** `names` in the two languages; `note`: beside a clause; `around`: region and metric of a clause. */
  readonly role: "zh" | "en" | "code" | "note" | "around";
}

/** A Chinese name as it is spoken: its syllables, and which characters they stand for. */
export interface Spoken {
  readonly syllables: readonly string[];
  readonly spans: readonly Span[];
  /** Syllables of the short name, with which the name begins; all of them where there is none. */
  readonly short: number;
}

export interface Entry {
  readonly kind: HitKind;
  readonly id: string;
  readonly text: { readonly zh: string; readonly en: string };
  readonly fields: readonly Field[];
  readonly spoken: Spoken | null;
  /** 0 to 9: what is drawn first among equals. */
  readonly weight: number;
}

export interface Searchable {
  readonly regions: readonly Region[];
  readonly metrics: readonly Metric[];
  readonly reports: readonly Report[];
  readonly facts: readonly Fact[];
}

/** Everything that can be found, regions first. */
export function entriesOf(data: Searchable): Entry[] {
  return [
    ...data.regions.map((region) => regionEntry(region, data)),
    ...data.metrics.map((metric) => metricEntry(metric)),
    ...agencyEntries(data.reports),
    ...clauseEntries(data),
  ];
}

function regionEntry(region: Region, { facts }: Searchable): Entry {
  const { region_id: id, zh, en, zh_short, en_short, gb_code, pinyin } = region;
  const count = facts.filter(({ region_id }) => region_id === id).length;
  const short = zh.startsWith(zh_short) ? zh_short.length : zh.length;
  return {
    kind: "region",
    id,
    text: { zh, en },
    fields: [
      field(zh, "zh"),
      field(zh_short, "zh"),
      field(en, "en"),
      field(en_short, "en"),
      ...(gb_code === null ? [] : [field(gb_code, "code")]),
    ],
    spoken: spokenOf(zh, pinyin, short),
    weight: Math.min(count, 9),
  };
}

function metricEntry({ metric_id: id, zh, en, pinyin, headline }: Metric): Entry {
  return {
    kind: "metric",
    id,
    text: { zh, en },
    fields: [field(zh, "zh"), field(en, "en"), field(id.replaceAll("_", " "), "code")],
    spoken: spokenOf(zh, pinyin, zh.length),
    weight: headline ? 9 : 0,
  };
}

/** Agencies by their Chinese name, which is what `reports.agency` holds; each once. */
function agencyEntries(reports: readonly Report[]): Entry[] {
  const agencies = new Map(reports.map((report) => [report.agency, report]));
  return [...agencies].map(([id, { agency_en: en, agency_pinyin }]) => ({
    kind: "agency",
    id,
    text: { zh: id, en },
    fields: [field(id, "zh"), field(en, "en")],
    spoken: spokenOf(id, agency_pinyin, id.length),
    weight: 0,
  }));
}

/** Figures by their clause and note; by region and metric only together with another word. */
function clauseEntries({ facts, regions, metrics }: Searchable): Entry[] {
  const places = new Map(regions.map((region) => [region.region_id, region]));
  const names = new Map(metrics.map((metric) => [metric.metric_id, metric]));
  return facts.map((fact) => {
    const place = places.get(fact.region_id);
    const name = names.get(fact.metric_id);
    const above = ancestors(place, places);
    const zh = `${place?.zh ?? ""} ${name?.zh ?? ""}`;
    const en = `${place?.en ?? ""} ${name?.en ?? ""}`;
    return {
      kind: "clause",
      id: fact.fact_id,
      text: {
        zh: fact.evidence ?? `${zh} ${fact.value_text}`,
        en: fact.evidence ?? `${en} ${fact.value_text}`,
      },
      fields: [
        field(fact.evidence ?? fact.value_text, "zh"),
        ...[fact.note_zh, fact.note].flatMap((note) =>
          note === null ? [] : [field(note, "note")],
        ),
        field([zh, ...above.map((region) => region.zh)].join(" "), "around"),
        field([en, ...above.map((region) => region.en)].join(" "), "around"),
      ],
      spoken: null,
      weight: 0,
    };
  });
}

/** The units that a region lies in, nearest first. */
function ancestors(region: Region | undefined, places: ReadonlyMap<string, Region>): Region[] {
  const found: Region[] = [];
  for (let at = places.get(region?.parent ?? ""); at; at = places.get(at.parent ?? "")) {
    if (found.includes(at)) break;
    found.push(at);
  }
  return found;
}

function field(original: string, role: Field["role"]): Field {
  return { original, folded: fold(original), role };
}

/** `characters`: UTF-16 length of the short name within `zh`. */
function spokenOf(zh: string, pinyin: string, characters: number): Spoken | null {
  const syllables = pinyin.split(" ").filter(Boolean);
  const spans = [...zh.matchAll(/\p{Script=Han}/gu)].map((match): Span => [
    match.index,
    match.index + match[0].length,
  ]);
  if (syllables.length === 0 || syllables.length !== spans.length) return null;
  const short = spans.filter(([start]) => start < characters).length;
  return { syllables, spans, short };
}
