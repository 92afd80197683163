import type { Table } from "apache-arrow";
import { plainText, provenanceOf } from "../../figures/index.ts";
import type { ChartContext } from "../../charts/index.ts";
import {
  bibtex,
  cslJson,
  figureWork,
  plainCitation,
  reportWork,
  type Work,
} from "../../publish/citation/index.ts";
import { builder, saveAs } from "../../dom/index.ts";
import type { Archive } from "../../evidence/index.ts";
import type { Language } from "../../domain/index.ts";
import type { About } from "../../data-files/index.ts";
import { excerptText, formatNumber, say, type Word } from "../../words/index.ts";
import {
  card,
  cardSizes,
  picture,
  pictureWidths,
  type CardShape,
  type Picture,
} from "../../publish/picture/index.ts";
import type { DrawnChart } from "../../runtime/index.ts";
import { failed, fillMenu, formatEntries, type MenuEntry } from "../../data-files/panels/index.ts";
import { mostScale, pngOf } from "./png.ts";
import { withOwnFont } from "./png-font.ts";
import { today } from "./today.ts";

export interface DownloadOptions {
  readonly document: Document;
  readonly language: Language;
  /** The figure's id, which names the files. */
  readonly id: string;
  readonly archive: Archive;
  /** The chart as it stands now; null before it was drawn. */
  readonly chart: () => DrawnChart | null;
  /** The answer that it draws. */
  readonly table: () => Promise<Table | null>;
  /** Address of the site. */
  readonly root: URL;
  /** Where the figure stands, with the state that it has. */
  readonly address: () => string;
  /** Default: the browser's download. */
  readonly save?: (blob: Blob, name: string) => void;
}

/** Why something cannot be taken, in words for the reader. */
class DownloadError extends Error {
  readonly word: Word;
  readonly values: readonly string[];
  constructor(word: Word, ...values: string[]) {
    super(word);
    this.word = word;
    this.values = values;
  }
}

/** `fadu-fines-by-region-zh-2026-11-22.svg`. */
export function downloadName(id: string, language: Language, extension: string, more = ""): string {
  const name = id
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 60);
  return `${["fadu", name, language, more, today()].filter(Boolean).join("-")}.${extension}`;
}

/** The chart as it stands now. */
function drawnOf({ chart }: DownloadOptions): DrawnChart {
  const drawn = chart();
  if (!drawn) throw new DownloadError("take.gone");
  return drawn;
}

function contextOf({ document, language, archive }: DownloadOptions): ChartContext {
  return { build: builder(document), language, catalogue: archive };
}

/** What is said of the figure as a whole, from its model. */
function aboutOf(options: DownloadOptions): About {
  const context = contextOf(options);
  const { texts, caveats, warnings, breaks, sources } = drawnOf(options).drawable(context).model;
  const pairs = [
    ["figure", plainText(texts.title, context)],
    ["subtitle", plainText(texts.subtitle, context)],
    ["filtered", plainText(texts.filtered, context)],
    ["caveats", [...new Set([...warnings, ...caveats.all, ...breaks])].join(" ")],
    ["note", plainText(texts.note, context)],
    ["source", sources?.full ?? ""],
    ["address", options.address()],
    ["exported", today()],
  ] as const;
  return pairs.filter(([, text]) => text !== "");
}

/** What a picture is placed on. */
const grounds = {
  light: { theme: "light", isTransparent: false },
  dark: { theme: "dark", isTransparent: false },
  clear: { theme: "light", isTransparent: true },
  clear_dark: { theme: "dark", isTransparent: true },
} as const;
type Ground = keyof typeof grounds;

/** Which picture: on what ground, and at a size that a place asks for or at its own. */
interface Kind {
  readonly ground: Ground;
  readonly shape?: CardShape;
}

function draw(options: DownloadOptions, { ground, shape }: Kind, fontFace?: string): Picture {
  const [drawn, context] = [drawnOf(options), contextOf(options)];
  // What is filtered says where: nobody finds the same figure otherwise.
  const isFiltered = drawn.text("filtered", context).length > 0;
  const address = isFiltered ? options.address() : undefined;
  const look = { ...grounds[ground], date: today(), address, fontFace };
  const figure = drawn.drawable(context);
  return shape ? card(figure, context, { ...look, shape }) : picture(figure, context, look);
}

async function drawPng(scale: number, kind: Kind, options: DownloadOptions): Promise<Blob> {
  const { document } = options;
  const plain = draw(options, kind);
  const most = mostScale(plain);
  if (scale > most) throw new DownloadError("take.too_large", String(most));
  const again = (font: string) => draw(options, kind, font);
  const { drawn, missing, isFontLost } = await withOwnFont(plain, again, options);
  if (isFontLost) throw new DownloadError("take.no_font");
  if (missing.length > 0)
    throw new DownloadError("take.no_glyphs", excerptText(missing, 20, options.language));
  const png = await pngOf(drawn, scale, { document });
  if (png === null) throw new DownloadError("take.no_pixels");
  return png;
}

/** The figure itself, then the reports that its rows rest on. */
async function worksOf(options: DownloadOptions): Promise<Work[]> {
  const { id, language, archive, address } = options;
  const [[, title] = ["", id]] = aboutOf(options);
  const ids = new Set(
    drawnOf(options).rows.flatMap(({ fact_id, fact_ids, report_id }) => [
      ...[fact_id, ...(Array.isArray(fact_ids) ? (fact_ids as unknown[]) : [])].map(
        (fact) => archive.facts.get(String(fact))?.report_id,
      ),
      typeof report_id === "string" ? report_id : undefined,
    ]),
  );
  const reports = [...archive.reports.values()].filter(({ report_id }) => ids.has(report_id));
  const { citedAs } = await import("./cite.ts");
  const { version, since, page } = await citedAs({ ...options, chart: drawnOf(options) });
  const day = today();
  // What the site does not keep is as it was seen on this day.
  const state = { version, issued: since ?? day, url: page ?? address(), accessed: day };
  return [
    figureWork({ id, title, language, ...state }),
    ...reports.map((report) => reportWork(report, language, today())),
  ];
}

const citations = {
  plain: {
    extension: "txt",
    type: "text/plain;charset=utf-8",
    write: (works: readonly Work[]) => `${works.map(plainCitation).join("\n")}\n`,
  },
  bibtex: { extension: "bib", type: "application/x-bibtex;charset=utf-8", write: bibtex },
  csl: { extension: "json", type: "application/vnd.citationstyles.csl+json", write: cslJson },
} as const;

const SCALES = [1, 2, 3, 4];

function pictureEntries(
  options: DownloadOptions,
  ground: () => Ground,
  handOver: HandOver,
): MenuEntry[] {
  const { language } = options;
  const t = (word: Word, ...values: (string | number)[]) => say(language, word, ...values);
  const pixels = (scale: number) => formatNumber(pictureWidths.wide * scale, language);
  const svg: MenuEntry = {
    key: "svg",
    text: t("take.svg"),
    run: async () => {
      const { svg: code } = draw(options, { ground: ground() });
      return handOver(new Blob([code], { type: "image/svg+xml" }), "svg");
    },
  };
  const png = SCALES.map((scale): MenuEntry => ({
    key: `png-${scale}`,
    text: t("take.png", scale, pixels(scale)),
    run: async () =>
      handOver(await drawPng(scale, { ground: ground() }, options), "png", `${scale}x`),
  }));
  const cards = (["wide", "square", "tall"] as const).map((shape): MenuEntry => {
    const { width, height } = cardSizes[shape];
    return {
      key: `card-${shape}`,
      text: t("take.card", width, height),
      run: async () =>
        handOver(
          await drawPng(1, { ground: ground(), shape }, options),
          "png",
          `${width}x${height}`,
        ),
    };
  });
  return [svg, ...png, ...cards];
}

/** A choice of grounds, which all pictures of the menu follow. */
function groundChoice({ document, language }: DownloadOptions) {
  const { html } = builder(document);
  const options = (Object.keys(grounds) as Ground[]).map((key) =>
    html("option", { value: key }, say(language, `take.ground_${key}`)),
  );
  const select = html("select", { "data-action": "ground" }, options);
  const control = html("label", {}, say(language, "take.ground"), " ", select);
  const ground = (): Ground =>
    (Object.keys(grounds) as Ground[]).find((key) => key === select.value) ?? "light";
  return { control, ground };
}

function citationEntries(options: DownloadOptions, handOver: HandOver): MenuEntry[] {
  return (["plain", "bibtex", "csl"] as const).map((key) => ({
    key: `cite-${key}`,
    text: say(options.language, `take.cite_${key}`),
    run: async () => {
      const { extension, type, write } = citations[key];
      return handOver(new Blob([write(await worksOf(options))], { type }), extension, "citation");
    },
  }));
}

/** Gives a file to the reader and says its name. */
type HandOver = (blob: Blob, extension: string, more?: string) => string;

/** Fills the menu below a figure: as a picture, as data, as a citation. Does nothing twice. */
export function fillDownloadMenu(menu: HTMLDetailsElement, options: DownloadOptions): void {
  const { document, language, id, table, save = saveAs(document) } = options;
  if (menu.querySelector("ul")) return;
  const handOver: HandOver = (blob, extension, more) => {
    const name = downloadName(id, language, extension, more);
    save(blob, name);
    return say(language, "take.saved", name);
  };
  const context = contextOf(options);
  const data = formatEntries(["csv", "xlsx", "json", "parquet"], {
    document,
    language,
    id,
    table,
    save,
    provenance: (row) => provenanceOf(row, context),
    about: () => aboutOf(options),
    fileNameOf: (format) => downloadName(id, language, format),
  });
  const { control, ground } = groundChoice(options);
  const groups = [
    {
      title: say(language, "take.picture"),
      control,
      entries: pictureEntries(options, ground, handOver),
    },
    { title: say(language, "take.data"), entries: data },
    { title: say(language, "take.citation"), entries: citationEntries(options, handOver) },
  ];
  const { status, stop } = fillMenu(menu, groups, {
    document,
    language,
    failed: (error) =>
      error instanceof DownloadError
        ? say(language, error.word, ...error.values)
        : failed(error, { language, id }),
  });
  menu.after(status, stop);
}
