import type { Archive } from "../../evidence/index.ts";
import type { Language } from "../../domain/index.ts";
import { contentOf } from "../../publish/package/index.ts";
import type { DrawnChart } from "../../runtime/index.ts";
import { hostedPage } from "./hosted.ts";

/** A chart as it stands, to be named in a citation. */
export interface CitedChart {
  readonly document: Document;
  readonly chart: DrawnChart;
  readonly archive: Archive;
  readonly language: Language;
  /** Address of the site. */
  readonly root: URL;
}

/** What tells one state of a figure from another. */
export interface Cited {
  readonly version: string;
  /** The day from which the published version holds, as an ISO date; null where it is not published. */
  readonly since: string | null;
  /** The page that shows just this version for ever; null where the site has none. */
  readonly page: string | null;
}

/** The version of the chart as it is now, and where the site keeps it. */
export async function citedAs(options: CitedChart): Promise<Cited> {
  const { document, chart, archive, language, root } = options;
  // How it looks is no part of the version.
  const { version } = contentOf({ chart, archive, document, style: "" });
  const base = new URL("embed/", root).href;
  const hosted = await hostedPage(base, chart.id);
  if (hosted?.version !== version || hosted.since === null)
    return { version, since: null, page: null };
  const folder = `${encodeURIComponent(chart.id)}/${version}/${language === "en" ? "en/" : ""}`;
  return { version, since: hosted.since, page: base + folder };
}
