import type { Language } from "../types.ts";
import type { MissingStatus } from "./codes.ts";
import { missingStatuses, observationFlags, observationStatuses } from "./codes.ts";
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
  /** SDMX code and Eurostat flag with their names. */
  readonly codes: string;
  readonly breaks: boolean;
  readonly source: string;
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
    source: words.source[language],
  };
}

/** A kind of missing as a reader sees it. */
export interface MissingEntry {
  readonly kind: MissingStatus;
  readonly title: string;
  /** SDMX code with its name. */
  readonly status: string;
}

/** The kinds of missing in words, in their order. */
export function missingEntries(language: Language): MissingEntry[] {
  const kinds = Object.keys(missingStatuses) as MissingStatus[];
  return kinds.map((kind) => ({
    kind,
    title: texts[language].kinds[kind],
    status: `${missingStatuses[kind]} ${observationStatuses[missingStatuses[kind]][language]}`,
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

function codesOf({ status, flag }: ComparabilityRule, language: Language): string {
  const sdmx = `${status} ${observationStatuses[status][language]}`;
  return flag === null ? sdmx : `${sdmx} / ${flag} ${observationFlags[flag][language]}`;
}

const texts = {
  zh: {
    title: "可比性规则",
    lead: "两个数字之间，每条规则各看几列，说“可比”（仅作说明）、“加注可比”或“不可比”；结论取其中最重的一个。推算值与写明值用同一张表。",
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
      "代码：SDMX跨域代码表CL_OBS_STATUS 2.0；Eurostat自2025年1月27日起的观测状态标记（s改为i，z改为m，保密标记C、N、P另成一表）。",
  },
  en: {
    title: "Rules of comparability",
    lead: "Each rule looks at some columns of two figures and says “comparable” (a mere note), “with a caveat” or “not comparable”; the verdict is the worst of them. Derived and stated figures go by one table.",
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
      "Codes: SDMX cross-domain code list CL_OBS_STATUS 2.0; Eurostat’s observation-status flags since 27 January 2025 (s became i, z became m, and confidentiality C, N, P is a list of its own).",
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
    entry.codes,
    entry.breaks ? text.yes : text.no,
    entry.source,
  ]);
  const missing = missingEntries(language).map(({ kind, title, status }) => [
    `${title} (\`${kind}\`)`,
    status,
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
