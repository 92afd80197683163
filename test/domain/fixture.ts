import {
  derivedDefinitions,
  deriveFrom,
  type Dataset,
  type Fact,
  type Identity,
} from "../../src/domain/index.ts";

/** A figure of the smallest valid data set, "共检查企业12家" at offset 10, with changes. */
export function fact(changes: Partial<Fact> = {}): Fact {
  return {
    fact_id: "a-01",
    report_id: "a-2022",
    metric_id: "inspected_entities",
    region_id: "a",
    value: 12,
    unit: "家",
    value_text: "12家",
    qualifier: "exact",
    period_start: "2022-01-01",
    period_end: "2022-12-31",
    period_basis: "full_year",
    scope: "bureau",
    subset: null,
    count_basis: null,
    baseline: null,
    status: "actual",
    breakdown_of: null,
    same_as: null,
    authority: null,
    channel: null,
    accident: null,
    confiscations: null,
    counted_as: null,
    source_kind: "report",
    unit_inferred: false,
    note: null,
    note_zh: null,
    evidence: "共检查企业12家",
    evidence_start: 10,
    evidence_end: 18,
    value_start: 15,
    value_end: 18,
    alignment: "exact",
    ...changes,
  };
}

/** The same figure in other words: the clause is "共" and the value as written. */
export function written(value: number, text: string, changes: Partial<Fact> = {}): Fact {
  const end = 11 + text.length;
  return fact({
    value,
    value_text: text,
    evidence: `共${text}`,
    evidence_end: end,
    value_start: 11,
    value_end: end,
    ...changes,
  });
}

export function identity(changes: Partial<Identity> = {}): Identity {
  return {
    check_id: "a-sum",
    report_id: "a-2022",
    operation: "sum",
    operands: ["a-01"],
    stated: null,
    soft_reason: null,
    soft_reason_zh: null,
    note: null,
    note_zh: null,
    ...changes,
  };
}

const names = { zh: "甲", en: "A", zh_short: "甲", en_short: "A", pinyin: "jia" };
const metric = {
  zh: "甲",
  en: "A",
  theme: "t",
  definition: "A",
  definition_zh: "甲",
  family: null,
  dimensions: null,
  widens: null,
  better_when: null,
  headline: false,
  pinyin: "jia",
} as const;

/** A valid data set: one report, one province with one city, four metrics. */
export function dataset(
  facts: readonly Fact[] = [fact()],
  changes: Partial<Dataset> = {},
): Dataset {
  return {
    reports: [
      {
        report_id: "a-2022",
        title: "甲",
        title_en: "A",
        agency: "甲",
        agency_en: "A",
        region_id: "a",
        doc_number: null,
        published: "2023-01-05",
        period: "2022-01-01/2022-12-31",
        url: null,
        sha256: "0".repeat(64),
        chars: 1000,
        coverage: "full",
        note: null,
        note_zh: null,
        agency_pinyin: "jia",
      },
    ],
    metrics: [
      { ...metric, metric_id: "inspected_entities", unit: "家", counting_object: "firm" },
      { ...metric, metric_id: "penalty_amount", unit: "万元", counting_object: "money" },
      { ...metric, metric_id: "rate", unit: "%", counting_object: "rate" },
      { ...metric, metric_id: "growth", unit: "%", counting_object: "growth" },
    ],
    themes: [{ theme: "t", zh: "甲", en: "A" }],
    regions: [
      {
        ...names,
        region_id: "p",
        gb_code: "350000",
        gb_code_reason: null,
        gb_code_reason_zh: null,
        level: "province",
        parent: null,
        province: "p",
        tile_row: 0,
        tile_column: 0,
      },
      {
        ...names,
        region_id: "a",
        gb_code: "350600",
        gb_code_reason: null,
        gb_code_reason_zh: null,
        level: "prefecture",
        parent: "p",
        province: "p",
        tile_row: null,
        tile_column: null,
      },
    ],
    identities: [],
    factFiles: [{ file: "facts/a-2022.json", facts }],
    ...changes,
  };
}

/** Mean fine of a case: per penalty, or per case filed, after what `cases` counts. */
export function meanFine(amount: Fact, cases: Fact) {
  const fitting = derivedDefinitions.find(
    ({ counting_object, join, operands: [numerator, denominator] }) =>
      counting_object === "money_per_case" &&
      join === "same" &&
      numerator === amount.metric_id &&
      denominator === cases.metric_id,
  );
  return deriveFrom(fitting?.id ?? "mean_fine_per_case", [amount, cases]);
}
