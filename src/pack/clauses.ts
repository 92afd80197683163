import type { Builder, Child } from "../dom/index.ts";
import {
  clause,
  derivedText,
  factHeading,
  isPage,
  quantityOf,
  resolve,
  type Archive,
  type Evidence,
} from "../evidence/index.ts";
import type { Fact, Language, Report } from "../facts/index.ts";
import { formatDate, formatPeriod, formatQuantity, punctuation, say } from "../i18n/index.ts";
import { targetOf } from "./target.ts";

/** What the list of clauses is made with. */
export interface ClauseContext {
  readonly build: Builder;
  readonly language: Language;
  readonly archive: Archive;
}

/** Title, as a link where it has a page, and date. */
function reportLine(report: Report, { build, language }: ClauseContext): Child {
  const title = language === "zh" ? report.title : report.title_en;
  const { url, published } = report;
  return [
    // In a frame without scripts, too, a report opens beside the host.
    url && isPage(url)
      ? build.html("a", { href: url, target: "_blank", rel: "noopener" }, title)
      : title,
    published === null ? null : ` · ${formatDate(published, language)}`,
  ];
}

function factItem(fact: Fact, context: ClauseContext): Child {
  const { build, language, archive } = context;
  const report = archive.reports.get(fact.report_id);
  const quote = report ? clause(build, fact, report) : null;
  return build.html(
    "li",
    { id: targetOf(fact.fact_id) },
    factHeading(context, fact) + punctuation[language].colon,
    build.html("b", {}, formatQuantity(quantityOf(archive, fact), language)),
    ` · ${formatPeriod(fact, language)}`,
    quote ?? build.html("p", {}, say(language, "pack.no_clause")),
    report ? build.html("p", { class: "source" }, reportLine(report, context)) : null,
  );
}

/** A derived number: its formula, and a way to the clause of each figure that it rests on. */
function derivedItem(id: string, evidence: Evidence, context: ClauseContext): Child {
  const { build, language, archive } = context;
  const derived = derivedText(evidence, context);
  if (!derived) return null;
  const parents = evidence.facts.map((fact, index) => [
    index === 0 ? null : punctuation[language].member,
    build.html(
      "a",
      { href: `#${targetOf(fact.fact_id)}` },
      `${factHeading(context, fact)} ${formatQuantity(quantityOf(archive, fact), language)}`,
    ),
  ]);
  return build.html(
    "li",
    { id: targetOf(id) },
    derived.name === null ? null : [derived.name, punctuation[language].colon],
    build.html("b", {}, derived.formula),
    build.html("p", {}, say(language, "pack.from"), punctuation[language].colon, parents),
  );
}

/**
 * The evidence that the numbers of an element name, each once, in order of appearance; then the
 * figures behind them that none of them names, such as the parts of a sum that is recomputed.
 */
export function evidenceIn(root: Element, archive: Archive): string[] {
  const named = [...root.querySelectorAll("[data-evidence], [data-several]")].flatMap(
    (mark) =>
      mark.getAttribute("data-evidence") ?? (mark.getAttribute("data-several") ?? "").split(" "),
  );
  const behind = [...root.querySelectorAll("[data-fact]")].flatMap((mark) =>
    (mark.getAttribute("data-fact") ?? "").split(" "),
  );
  return [...new Set([...named, ...behind])].filter((id) => resolve(archive, id) !== null);
}

/** Every figure that the evidence rests on, each once. */
export function factsBehind(ids: readonly string[], archive: Archive): Fact[] {
  return [...new Set(ids.flatMap((id) => resolve(archive, id)?.facts ?? []))];
}

/** The clause of every number behind a disclosure; null where no number has one. */
export function clauseList(ids: readonly string[], context: ClauseContext): HTMLElement | null {
  const { build, language, archive } = context;
  const derived = ids.flatMap((id) => {
    const evidence = resolve(archive, id);
    return evidence?.lineage.operation ? [{ id, evidence }] : [];
  });
  const facts = factsBehind(ids, archive);
  if (facts.length === 0) return null;
  return build.html(
    "details",
    { class: "clauses" },
    build.html("summary", {}, say(language, "pack.clauses", facts.length + derived.length)),
    build.html(
      "ol",
      {},
      derived.map(({ id, evidence }) => derivedItem(id, evidence, context)),
      facts.map((fact) => factItem(fact, context)),
    ),
  );
}
