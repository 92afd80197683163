import type { Leads } from "../../charts/index.ts";
import type { Builder, Child } from "../../dom/index.ts";
import {
  clause,
  derivedText,
  factHeading,
  isPage,
  quantityOf,
  resolve,
  type Archive,
  type Evidence,
} from "../../evidence/index.ts";
import type { Fact, Language, Report } from "../../domain/index.ts";
import { formatDate, formatPeriod, formatQuantity, punctuation, say } from "../../words/index.ts";
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

/** Leads marks to the clauses below a figure, and remembers what they rest on. */
export interface ClauseLinks {
  readonly leads: Leads;
  /**
   * The evidence that marks named, each once, in their order; then the figures behind them that none
   * of them names, such as the parts of a sum that is recomputed.
   */
  used(): string[];
}

export function clauseLinks(archive: Archive): ClauseLinks {
  const named = new Set<string>();
  const behind = new Set<string>();
  const isKnown = (id: string): boolean => resolve(archive, id) !== null;
  return {
    leads(evidence, facts) {
      for (const id of evidence) named.add(id);
      for (const id of facts) behind.add(id);
      const known = evidence.filter(isKnown);
      const [first] = known;
      if (first === undefined) return null;
      // Where they are the mark's own figures, it names them already.
      const isSeveral = known.length > 1 && known.join(" ") !== facts.join(" ");
      return {
        href: `#${targetOf(first)}`,
        "data-fact": facts.join(" "),
        "data-clauses": isSeveral ? known.map(targetOf).join(" ") : null,
      };
    },
    used: () => [...new Set([...named, ...behind])].filter(isKnown),
  };
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
