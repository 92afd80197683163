import type { ChartContext } from "../../charts/index.ts";
import { metricName, regionName } from "../../figures/index.ts";
import type { Builder, Child } from "../../dom/index.ts";
import type { Archive } from "../../evidence/index.ts";
import { formatDate, formatPeriod, formatQuantity, formatSubset, say } from "../../words/index.ts";
import type { Fact } from "../../domain/index.ts";
import { joined, type Hit } from "../../domain/search/index.ts";
import { countIn, countWithin, reportsOf } from "./hits.ts";

/** Names and values in the reader's language, from the loaded tables. */
export interface HitContext extends ChartContext {
  readonly catalogue: Archive;
  /** What was typed. */
  readonly query: string;
}

/** A text with what was found in it marked. */
export function marked({ text, ranges }: Hit, { build }: ChartContext): Child[] {
  return markedAt(text, ranges, build);
}

/** `ranges` in order, none over another. */
function markedAt(
  text: string,
  ranges: readonly (readonly [start: number, end: number])[],
  build: Builder,
): Child[] {
  const pieces: Child[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    pieces.push(text.slice(at, start), build.html("mark", {}, text.slice(start, end)));
    at = end;
  }
  return [...pieces, text.slice(at)];
}

/** What an option of the list shows: a name with what the site has of it, or a clause with its place. */
export function hitView(hit: Hit, context: HitContext): Child {
  if (hit.kind === "clause") return clauseView(hit, context);
  const { html } = context.build;
  return [
    html("span", { class: "name" }, marked(hit, context)),
    html("span", { class: "held" }, summaryOf(hit, context)),
  ];
}

function summaryOf({ kind, id }: Hit, { catalogue, language }: HitContext): string {
  if (kind === "agency") {
    const [report] = reportsOf(id, catalogue);
    return (language === "zh" ? report?.title : report?.title_en) ?? "";
  }
  if (kind === "metric") {
    const own = [...catalogue.facts.values()].filter(({ metric_id }) => metric_id === id);
    return say(language, "search.figures", own.length);
  }
  const [own, within] = [countIn(id, catalogue), countWithin(id, catalogue)];
  if (own > 0) return say(language, "search.figures", own);
  return within > 0 ? say(language, "search.within", within) : say(language, "search.none");
}

/** Marks the words typed in a text that search looked at only beside the clause. */
function markedWords(text: string, { build, query }: HitContext): Child[] {
  const words = query.split(/[\s，、；。]+/).filter((word) => word.length > 1);
  const places = words.flatMap((word) => {
    const at = text.toLowerCase().indexOf(word.toLowerCase());
    return at < 0 ? [] : [[at, at + word.length] as const];
  });
  return markedAt(text, joined(places), build);
}

function clauseView(hit: Hit, context: HitContext): Child {
  const { build, language, catalogue } = context;
  const { html } = build;
  const fact = catalogue.facts.get(hit.id);
  if (!fact) return marked(hit, context);
  const heading = `${regionName(context, fact.region_id)} ${metricName(context, fact.metric_id)}`;
  const thing = catalogue.metrics.get(fact.metric_id)?.counting_object ?? null;
  const value = html("strong", {}, formatQuantity({ ...fact, thing }, language));
  const clause =
    fact.evidence === null
      ? html("span", { class: "held" }, say(language, "evidence.none"))
      : html("q", { lang: language === "zh" ? null : "zh-CN" }, marked(hit, context));
  return [
    html("span", { class: "name" }, markedWords(heading, context), " ", value),
    clause,
    html("span", { class: "held" }, placeOf(fact, context)),
  ];
}

/** Whose work, when, and who reports it. */
function placeOf(fact: Fact, { catalogue, language }: HitContext): string {
  const report = catalogue.reports.get(fact.report_id);
  return [
    say(language, `scope.${fact.scope}.short`),
    fact.subset && formatSubset(fact.subset, language),
    formatPeriod(fact, language),
    language === "zh" ? report?.agency : report?.agency_en,
    report?.published && formatDate(report.published, language),
  ]
    .filter(Boolean)
    .join(" · ");
}
