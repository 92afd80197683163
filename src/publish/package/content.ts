import type { Archive } from "../../evidence/index.ts";
import { languages, type Language } from "../../domain/index.ts";
import type { DrawnChart } from "../../runtime/index.ts";
import { dataOf, withFilter, type Data } from "./columns.ts";
import { csvOf } from "./csv.ts";
import { pageFigure, type PageFigure } from "./page.ts";
import { digest } from "./target.ts";

/** A figure in both languages with its data: what all files of its package are made of. */
export interface Content {
  readonly id: string;
  readonly figures: Readonly<Record<Language, PageFigure>>;
  readonly data: Data;
  readonly csv: string;
  /** The first 8 hex digits of SHA-256 over rows, clauses and texts. */
  readonly version: string;
}

export interface ContentOptions {
  readonly chart: DrawnChart;
  readonly archive: Archive;
  readonly document: Document;
  /** The style of figures and of their pages. */
  readonly style: string;
  /** The whole address that shows the figure with its filters; none by default. */
  readonly address?: string | undefined;
}

/** What the figure says apart from its rows; how it looks is no part of it. */
function saidBy({ title, subtitle, filtered, caveats, note, source }: PageFigure): unknown {
  return [title, subtitle, ...(filtered ? [filtered] : []), caveats, note, source];
}

/** Draws a figure in both languages. Throws on a spec or rows that cannot be drawn. */
export function contentOf({ chart, archive, document, style, address }: ContentOptions): Content {
  const draw = (language: Language): PageFigure =>
    pageFigure({ chart, language, archive, document, style });
  const figures = { zh: draw("zh"), en: draw("en") };
  const { zh, en } = figures;
  const data = dataOf(zh.model.rows, { zh: zh.model.context, en: en.model.context });
  const said = languages.map((language) => saidBy(figures[language]));
  const rows = csvOf(data);
  // What few figures have makes no other version of the rest.
  const pins = chart.pinned?.length ? [chart.pinned] : [];
  const state = [chart.id, chart.spec, chart.together, rows, said, ...pins];
  const version = digest(JSON.stringify(state));
  const filtered = withFilter(data, { zh: figures.zh.filtered, en: figures.en.filtered, address });
  return { id: chart.id, figures, data: filtered, csv: csvOf(filtered), version };
}
