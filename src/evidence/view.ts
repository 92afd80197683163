import type { Builder, Child } from "../dom/index.ts";
import type { Check, Fact, Language, Report } from "../domain/index.ts";
import {
  formatDate,
  formatNumber,
  formatPeriod,
  formatQuantity,
  formatSubset,
  isWord,
  punctuation,
  say,
  type Word,
} from "../words/index.ts";
import { clause } from "./clause.ts";
import { besides, derivedView, rangeIn } from "./derived.ts";
import { checksOf, otherMentions, quantityOf, type Archive, type Evidence } from "./record.ts";

/** All that the view needs; `filePicker` is left out where no script runs. */
export interface ViewContext {
  readonly build: Builder;
  readonly language: Language;
  readonly archive: Archive;
  /** The control that takes a reader's own copy of the report, per fact. */
  readonly filePicker?: ((fact: Fact, report: Report) => Child) | undefined;
  /** Where the page of a region stands; left out where there are no such pages. */
  readonly regionHref?: ((region_id: string) => string) | undefined;
}

/** Columns that say of what a figure is made, in the words of their own names. */
export const composition = [
  "authority",
  "channel",
  "accident",
  "confiscations",
  "counted_as",
  "source_kind",
] as const;

function pick(language: Language, zh: string | null, en: string | null): string | null {
  return language === "zh" ? (zh ?? en) : (en ?? zh);
}

function row({ build, language }: ViewContext, word: Word, value: Child): Child {
  if (value === null || value === undefined || value === "") return null;
  return [build.html("dt", {}, say(language, word)), build.html("dd", {}, value)];
}

function place({ language }: ViewContext, fact: Fact, report: Report): string | null {
  const { evidence_start, evidence_end } = fact;
  if (evidence_start === null || evidence_end === null || report.chars === null) return null;
  return say(
    language,
    "evidence.place.value",
    formatNumber(evidence_start + 1, language),
    formatNumber(evidence_end, language),
    Math.round((evidence_start / report.chars) * 100),
    formatNumber(report.chars, language),
  );
}

/** Any other scheme, `javascript:` above all, is no link. */
export function isPage(url: string): boolean {
  return /^https?:/i.test(url);
}

/** Where the report says it: title, agency, number, date, place. */
function reportRows(context: ViewContext, fact: Fact, report: Report): Child {
  const { language, build } = context;
  const title = build.html("cite", {}, pick(language, report.title, report.title_en));
  return [
    row(
      context,
      "evidence.report",
      report.url && isPage(report.url)
        ? build.html("a", { href: report.url, rel: "noopener" }, title)
        : title,
    ),
    language === "en"
      ? row(context, "evidence.report", build.html("span", { lang: "zh-CN" }, report.title))
      : null,
    row(context, "evidence.agency", pick(language, report.agency, report.agency_en)),
    row(context, "evidence.number", report.doc_number ?? say(language, "evidence.no_number")),
    row(context, "evidence.date", report.published && formatDate(report.published, language)),
    row(context, "evidence.place", place(context, fact, report)),
  ];
}

function linkTo(context: ViewContext, fact: Fact): Child {
  const { build, language, archive } = context;
  const metric = archive.metrics.get(fact.metric_id);
  return build.html(
    "a",
    { href: `#fact-${fact.fact_id}`, "data-fact": fact.fact_id, "data-evidence": fact.fact_id },
    `${metric?.[language] ?? fact.metric_id} ${formatQuantity(quantityOf(archive, fact), language)}`,
  );
}

/** Leads to everything else that is known of the region. */
function regionLink({ build, language, archive, regionHref }: ViewContext, fact: Fact): Child {
  const region = archive.regions.get(fact.region_id);
  if (!region || !regionHref) return null;
  return build.html(
    "a",
    { href: regionHref(fact.region_id) },
    pick(language, region.zh, region.en),
  );
}

/** What the figure counts: period, scope, qualifier, basis, notes. */
function meaningRows(context: ViewContext, fact: Fact): Child {
  const { language, archive } = context;
  const total = fact.breakdown_of ? archive.facts.get(fact.breakdown_of) : undefined;
  const metric = archive.metrics.get(fact.metric_id);
  const inferred = fact.unit_inferred ? say(language, "flag.unit_inferred") : null;
  return [
    row(context, "table.region", regionLink(context, fact)),
    row(
      context,
      "evidence.written",
      context.build.html("span", { lang: "zh-CN" }, fact.value_text),
    ),
    row(context, "evidence.unit", inferred),
    row(context, "evidence.period", formatPeriod(fact, language)),
    row(context, "evidence.scope", say(language, `scope.${fact.scope}`)),
    row(context, "evidence.subset", fact.subset && formatSubset(fact.subset, language)),
    row(
      context,
      "evidence.qualifier",
      fact.qualifier === "exact" ? null : say(language, `qualifier.${fact.qualifier}`),
    ),
    row(context, "evidence.basis", fact.count_basis && say(language, `basis.${fact.count_basis}`)),
    row(
      context,
      "evidence.baseline",
      fact.baseline && say(language, `flag.baseline_${fact.baseline}`),
    ),
    ...composition.map((name) => {
      const word = `${name}.${fact[name] ?? ""}`;
      return row(context, `evidence.${name}`, isWord(word) ? say(language, word) : null);
    }),
    row(context, "evidence.part_of", total && linkTo(context, total)),
    row(
      context,
      "evidence.definition",
      metric && pick(language, metric.definition_zh, metric.definition),
    ),
    row(context, "evidence.note", pick(language, fact.note_zh, fact.note)),
  ];
}

/** A recomputed identity with its stated figure and its verdict, as an item of a list. */
export function checkItem(context: ViewContext, check: Check): HTMLElement {
  const { build, language, archive } = context;
  const stated = check.stated_fact ? archive.facts.get(check.stated_fact) : undefined;
  const recomputed = formatNumber(check.recomputed, language, { digits: 6 });
  return build.html(
    "li",
    { class: `verdict ${check.verdict}` },
    `${check.identity} = ${recomputed}`,
    stated ? ` · ${say(language, "evidence.stated")} ` : "",
    stated ? linkTo(context, stated) : null,
    " · ",
    build.html("strong", {}, say(language, `evidence.check.${check.verdict}`)),
    pick(language, check.note_zh, check.note)
      ? ` (${pick(language, check.note_zh, check.note) ?? ""})`
      : "",
  );
}

function checks(context: ViewContext, fact: Fact): Child {
  const found = checksOf(context.archive, fact);
  if (found.length === 0) return null;
  const { build, language } = context;
  return [
    build.html("h4", {}, say(language, "evidence.checks")),
    build.html(
      "ul",
      { class: "checks" },
      found.map((check) => checkItem(context, check)),
    ),
  ];
}

/** A figure with its region and metric: the heading of its evidence. */
export function factHeading(
  { language, archive }: Pick<ViewContext, "archive" | "language">,
  fact: Fact,
): string {
  const region = archive.regions.get(fact.region_id);
  const metric = archive.metrics.get(fact.metric_id);
  const names = [pick(language, region?.zh ?? null, region?.en ?? null), metric?.[language]];
  return names.filter(Boolean).join(punctuation[language].comma);
}

/** One stated figure: heading, value, clause, meaning, report, recomputed identities. */
export function factView(context: ViewContext, fact: Fact): HTMLElement {
  const { build, language, archive } = context;
  const report = archive.reports.get(fact.report_id);
  const others = otherMentions(archive, fact);
  return build.html(
    "section",
    { class: "fact" },
    build.html("h3", {}, factHeading(context, fact)),
    build.html("p", { class: "value" }, formatQuantity(quantityOf(archive, fact), language)),
    report ? clause(build, fact, report) : null,
    others.map((other) => [
      build.html("p", { class: "also" }, say(language, "evidence.also")),
      report ? clause(build, other, report) : null,
    ]),
    build.html(
      "dl",
      {},
      meaningRows(context, fact),
      report ? reportRows(context, fact, report) : null,
    ),
    checks(context, fact),
    report && fact.evidence !== null ? context.filePicker?.(fact, report) : null,
  );
}

/** The evidence of a number: for a derived one the formula and its range first, then each parent. */
export function evidenceView(context: ViewContext, evidence: Evidence): HTMLElement {
  const range = rangeIn(evidence, context.archive);
  return context.build.html(
    "div",
    { class: "evidence" },
    derivedView(context, evidence, range),
    [...evidence.facts, ...besides(evidence, range)].map((fact) => factView(context, fact)),
  );
}
