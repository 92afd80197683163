import type { Language } from "../types.ts";
import type { MissingStatus, ObservationStatus } from "./codes.ts";
import { missingStatuses, observationStatuses } from "./codes.ts";
import type { ComparabilityRule } from "./rule.ts";
import { comparabilityRules } from "./table.ts";
import { comparabilityWords, ruleWords } from "./words.ts";

/** A rule as a reader sees it: a row of the method page. */
export interface RuleEntry {
  readonly id: string;
  readonly title: string;
  readonly rule: string;
  /** The sentence shown with `A` and `B` for the two figures. */
  readonly sentence: string;
  readonly verdicts: readonly string[];
  readonly columns: readonly string[];
  /** SDMX code and Eurostat flag with their name; null where no definition fits. */
  readonly codes: string | null;
  readonly breaks: boolean;
  /** Law or convention that it rests on; null for a rule of our own. */
  readonly source: string | null;
}

/** The rule table in words, in its order. */
export function ruleEntries(language: Language): RuleEntry[] {
  return comparabilityRules.map((rule) => entryOf(rule, language));
}

function entryOf(rule: ComparabilityRule, language: Language): RuleEntry {
  const words = ruleWords[rule.id];
  return {
    id: rule.id,
    title: words.title[language],
    rule: words.rule[language],
    sentence: words.sentence[language].replaceAll("{a}", "A").replaceAll("{b}", "B"),
    verdicts: rule.verdicts.map((verdict) => comparabilityWords[verdict][language]),
    columns: rule.columns,
    codes: codesOf(rule, language),
    breaks: rule.breaks,
    source: words.source?.[language] ?? null,
  };
}

/** A kind of missing as a reader sees it. */
export interface MissingEntry {
  readonly kind: MissingStatus;
  readonly title: string;
  /** SDMX code with its name; null where no definition fits. */
  readonly status: string | null;
}

/** The kinds of missing in words, in their order. */
export function missingEntries(language: Language): MissingEntry[] {
  const kinds = Object.keys(missingStatuses) as MissingStatus[];
  return kinds.map((kind) => ({
    kind,
    title: texts[language].kinds[kind],
    status: codeText(missingStatuses[kind], language),
  }));
}

/** How the verdicts of the rules become one. */
export function ruleLead(language: Language): string {
  return texts[language].lead;
}

/** Which code lists the codes are from. */
export function codeListText(language: Language): string {
  return texts[language].codes;
}

function codeText(status: ObservationStatus | null, language: Language): string | null {
  return status && `${status} ${observationStatuses[status][language]}`;
}

/** Eurostat's flags are the same letters, small, with the same definitions. */
function codesOf({ status }: ComparabilityRule, language: Language): string | null {
  return status && `${status} / ${status.toLowerCase()} ${observationStatuses[status][language]}`;
}

const texts = {
  zh: {
    title: "可比性规则",
    lead: "两个数字之间，每条规则各看几列，说“可比”（仅作说明）、“加注可比”或“不可比”；结论取其中最重的一个。推算值与写明值用同一张表。每条规则都有一对真实数字由它决定结论（仅作说明的，由它给出说明）。“可比”取SDMX词汇表的意思：数字之间的差别来自事物本身的差别，而不是来自定义和统计方法。没有写依据的，是本项目自己的规则，全文就在这里。",
    head: ["规则", "何时", "结论", "列", "SDMX / Eurostat", "断线", "依据"],
    yes: "是",
    no: "否",
    missing: "缺失的种类",
    missingHead: ["种类", "SDMX状态"],
    kinds: {
      not_reported: "通读全文未写",
      not_read: "只读了开头",
      not_comparable: "有数但口径不同",
      planned: "计划，尚未做",
    },
    codes:
      "代码：SDMX跨域代码表CL_OBS_STATUS 2.2，与Eurostat自2025年1月27日起的观测状态标记（同一字母小写，定义相同）。只有定义相符才写：B用于同一地区前后两期之间，地区之间没有代码；D的定义是不造成序列中断的小差别，K用于缺失的数，I用于接收机构插补的数，E用于估计，F用于预测，都不合这里的情形。",
  },
  en: {
    title: "Rules of comparability",
    lead: "Each rule looks at some columns of two figures and says “comparable” (a mere note), “with a caveat” or “not comparable”; the verdict is the worst of them. Derived and stated figures go by one table. For each rule there are two real figures whose verdict it decides (or, where it only notes, whose note it gives). “Comparable” is meant as in the SDMX Glossary: figures differ because the things differ, not because definitions or methods do. A rule without a source is our own, and all of it stands here.",
    head: ["rule", "when", "verdict", "columns", "SDMX / Eurostat", "cuts a line", "source"],
    yes: "yes",
    no: "no",
    missing: "Kinds of missing",
    missingHead: ["kind", "SDMX status"],
    kinds: {
      not_reported: "the whole report was read and is silent",
      not_read: "only the opening was read",
      not_comparable: "there is a value of another definition",
      planned: "planned, not done",
    },
    codes:
      "Codes: SDMX cross-domain code list CL_OBS_STATUS 2.2 and Eurostat’s observation-status flags since 27 January 2025 (the same letters, small, for the same definitions). A code stands only where its definition fits: B from one figure of a region to the next in time, never between regions. D is for slight differences that break no series, K for missing values, I for values that a receiving agency imputed, E for estimates, F for forecasts: none of these is the case here.",
  },
} as const;

/** The rules, their codes and sources as Markdown in one language, generated from the table. */
export function ruleDocument(language: Language): string {
  const text = texts[language];
  const rows = ruleEntries(language).map((entry) => [
    `**${entry.title}** (\`${entry.id}\`)`,
    entry.rule,
    entry.verdicts.join(language === "zh" ? "、" : ", "),
    entry.columns.map((column) => `\`${column}\``).join(" "),
    entry.codes ?? "",
    entry.breaks ? text.yes : text.no,
    entry.source ?? "",
  ]);
  const missing = missingEntries(language).map(({ kind, title, status }) => [
    `${title} (\`${kind}\`)`,
    status ?? "",
  ]);
  return [
    `## ${text.title}`,
    text.lead,
    table(text.head, rows),
    text.codes,
    `### ${text.missing}`,
    table(text.missingHead, missing),
  ].join("\n\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
