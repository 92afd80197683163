import { builder, type Builder, type Child } from "../../dom/index.ts";
import type { ChartContext } from "../../charts/index.ts";
import { sourceList, type Archive } from "../../evidence/index.ts";
import type { RegionPage } from "../../figures/region/index.ts";
import type { Language, Region } from "../../domain/index.ts";
import { list, punctuation } from "../../words/index.ts";
import { sayOfRegion } from "../../words/region.ts";
import { countsOf } from "../shell/archive.ts";
import type { Entry, PageFrame } from "../shell/chrome.ts";
import { pagePath, regionSlug, rootPath, type PageAddress } from "../shell/page-address.ts";
import { regionHref, regionsSlug } from "./region-index.ts";
import { shownFacts } from "../shell/shown-facts.ts";
import { datasetOf } from "./dataset.ts";
import { bodyOf, frameOf, type Page } from "./frame.ts";
import { derivedTable, headlineList, themeTables } from "./region-figures.ts";
import { checkList, missingList, reportList, trendFigure } from "./region-rest.ts";

export interface RegionOptions {
  readonly page: RegionPage;
  readonly entries: readonly Entry[];
  readonly language: Language;
  readonly archive: Archive;
  /** A document of the build's DOM. */
  readonly document: Document;
}

/** What the parts of a region's page are built with. */
export interface RegionContext extends ChartContext {
  readonly place: PageAddress;
}

export const fullName = ({ zh, en }: Region, language: Language): string =>
  language === "zh" ? zh : en;

/** Level, code and where it lies: 地级，GB/T 2260代码320500. */
function kindOf({ level, gb_code, ...names }: Region, language: Language): string {
  const { gb_code_reason: en, gb_code_reason_zh: zh } = names;
  const code = gb_code === null ? (language === "zh" ? zh : en) : null;
  const parts = [
    sayOfRegion(language, `level.${level}`),
    gb_code === null ? null : sayOfRegion(language, "code", gb_code),
  ];
  const { comma, stop } = punctuation[language];
  const sentence = parts.filter(Boolean).join(comma);
  const first = sentence.charAt(0).toUpperCase() + sentence.slice(1) + stop;
  return first + (code === null ? "" : code + (language === "zh" ? "" : " "));
}

/** A name that leads to the region's page. */
function linkTo(region: Region, { build, language, place }: RegionContext): Child {
  const href = regionHref(place, region.region_id);
  return build.html("a", { href }, fullName(region, language));
}

/** The way down to the region, from the list of all: 更多地区 / 江苏省. */
function trail({ around }: RegionPage, entries: readonly Entry[], context: RegionContext): Child {
  const { build, language, place } = context;
  const front = entries.find(({ slug }) => slug === regionsSlug)?.front;
  const title = language === "zh" ? front?.title : front?.title_en;
  const all = { href: rootPath(place) + pagePath({ ...place, slug: regionsSlug }) };
  return build.html(
    "nav",
    { class: "trail", "aria-label": sayOfRegion(language, "trail") },
    build.html(
      "ol",
      {},
      build.html("li", {}, build.html("a", all, title ?? regionsSlug)),
      around
        .toReversed()
        .map(({ region, hasPage }) =>
          build.html("li", {}, hasPage ? linkTo(region, context) : fullName(region, language)),
        ),
    ),
  );
}

function lead(page: RegionPage, context: RegionContext): Child {
  const { build, language, place } = context;
  const { region, counts, within, reports } = page;
  const explore = `${rootPath(place)}${pagePath({ ...place, slug: "figures" })}?region=${region.region_id}`;
  const text = sayOfRegion(language, "counts", counts.figures, counts.measures, reports.length);
  const links = within.flatMap((one, i) => [
    i === 0 ? null : punctuation[language].member,
    linkTo(one, context),
  ]);
  return [
    build.html("p", { class: "lead" }, kindOf(region, language), text),
    within.length === 0
      ? null
      : build.html("p", {}, sayOfRegion(language, "within"), punctuation[language].colon, links),
    build.html("p", {}, build.html("a", { href: explore }, sayOfRegion(language, "explore"))),
  ];
}

/** A part of the page under its name; nothing where there is nothing in it. */
function section(id: string, title: string, content: Child, build: Builder): Child {
  if (content === null || (Array.isArray(content) && content.length === 0)) return null;
  return build.html("section", { id }, build.html("h2", {}, title), content);
}

function sections(page: RegionPage, context: RegionContext): Child[] {
  const { build, language } = context;
  const parts = {
    headlines: headlineList(page, context),
    more: themeTables(page, context),
    derived: derivedTable(page, context),
    trends: trendFigure(page, context),
    missing: missingList(page, context),
    checks: checkList(page, context),
    reports: reportList(page, context),
  } as const;
  return Object.entries(parts).map(([id, content]) =>
    section(id, sayOfRegion(language, id as keyof typeof parts), content, build),
  );
}

/**
 * The page of a region as HTML, from the tables alone: it needs no engine, neither to be built nor
 * to be read. Its numbers lead to their clauses as on every page.
 */
export function prerenderRegion({
  page,
  entries,
  language,
  archive,
  document,
}: RegionOptions): Page {
  const { region, counts, reports } = page;
  const build = builder(document);
  const place: PageAddress = { language, slug: regionSlug(region.region_id) };
  const context: RegionContext = { build, language, catalogue: archive, place };
  const name = fullName(region, language);
  const around = list(
    language,
    page.around.map((one) => fullName(one.region, language)),
  );
  const title = sayOfRegion(language, "title", name);
  const where = around || sayOfRegion(language, `level.${region.level}`);
  const description = sayOfRegion(
    language,
    "description",
    ...[name, where, counts.figures, counts.measures, reports.length],
  );
  const main = build.html(
    "main",
    { id: "main", tabindex: -1, class: "region-page" },
    trail(page, entries, context),
    build.html("h1", {}, name),
    lead(page, context),
    sections(page, context),
  );
  const facts = shownFacts(main);
  const frame: PageFrame = { place, entries, counts: countsOf(archive) };
  return {
    ...frameOf(place),
    title,
    description,
    body: bodyOf(frame, build, [main, sourceList({ build, language, archive }, facts)]),
    dataset: datasetOf({ title, description, language, facts, archive }),
    charts: [],
    problems: [],
  };
}
