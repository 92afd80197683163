import "./band.css";
import { builder } from "../../dom/index.ts";
import type { LoadedTable } from "../../engine/index.ts";
import type { Region, Report } from "../../domain/index.ts";
import { myRows, type MyRows } from "../../review/index.ts";
import { createReader } from "../../review/reader/index.ts";
import { openReviews } from "../../review/store/index.ts";
import { extractText } from "../../words/extract.ts";
import { languageOf } from "../../words/index.ts";
import { extractSlug, pagePath } from "../shell/page-address.ts";
import { leaveMine } from "./mine.ts";

/** How the reader's own places are named, so that nobody takes them for the site's. */
const marking = {
  zh: (name: string) => extractText("zh", "mine.zh", name),
  en: (name: string) => extractText("en", "mine.en", name),
};

/**
 * The tables with the reader's confirmed figures, their reports and places behind the rows that are
 * shipped. Where the browser gives none, they are as shipped.
 */
export async function withOwn(tables: readonly LoadedTable[]): Promise<LoadedTable[]> {
  const regions = tables.find(({ name }) => name === "regions")?.rows as unknown as Region[];
  const own = await ownRows(regions);
  const shipped = tables.find(({ name }) => name === "reports")?.rows as unknown as Report[];
  const whole = shipped.filter(({ coverage }) => coverage === "full").length;
  showBand(document, { facts: own.facts.length, reports: own.reports.length, whole });
  // Written in a worker: what writes Arrow would else come to every page with what reads it.
  const writer = createReader({ metrics: [], themes: [], regions: [] });
  try {
    return await Promise.all(
      tables.map(async (table) => {
        const added = own[table.name as keyof MyRows] as unknown as LoadedTable["rows"] | undefined;
        if (!added || added.length === 0) return table;
        const rows = [...table.rows, ...added];
        return { ...table, rows, stream: await writer.stream({ columns: table.columns, rows }) };
      }),
    );
  } finally {
    writer.close();
  }
}

async function ownRows(regions: readonly Region[]): Promise<MyRows> {
  try {
    const store = await openReviews();
    const kept = await store.all();
    store.close();
    const reviewed = kept.flatMap(({ report, review }) =>
      review ? [{ report, decisions: review.decisions }] : [],
    );
    return myRows(reviewed, regions, marking);
  } catch {
    return { facts: [], reports: [], regions: [] };
  }
}

/** Says at the top of the page that the charts hold more than the site ships, and takes it away again. */
function showBand(
  document: Document,
  { facts, reports, whole }: Readonly<Record<"facts" | "reports" | "whole", number>>,
): void {
  const language = languageOf(document.documentElement.lang);
  const { html } = builder(document);
  const root = new URL(document.documentElement.dataset["root"] ?? "./", document.location.href);
  const remove = html(
    "button",
    { type: "button", "data-do": "remove-mine" },
    extractText(language, "mine.remove"),
  );
  remove.addEventListener("click", () => {
    leaveMine();
    document.defaultView?.location.reload();
  });
  const back = html(
    "a",
    { href: new URL(pagePath({ language, slug: extractSlug }), root).href },
    extractText(language, "mine.back"),
  );
  const band = html(
    "p",
    { class: "mine-band", role: "status" },
    extractText(language, "mine.band", facts, reports, whole),
    " ",
    back,
    " ",
    remove,
  );
  document.querySelector(".notices")?.append(band);
}
