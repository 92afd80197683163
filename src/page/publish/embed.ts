import { altText, plainText } from "../../figures/index.ts";
import { builder, type Builder } from "../../dom/index.ts";
import { openDialog, type Dialog } from "../../editor/dialog.ts";
import type { Archive } from "../../evidence/index.ts";
import type { Language } from "../../domain/index.ts";
import type { DrawnChart } from "../../runtime/index.ts";
import { writeAddress, type Address } from "../../drafts/link/index.ts";
import { addressOf, snippet, ways, type Placement, type Way } from "../../publish/host/snippets.ts";
import { copyTo } from "../shell/copy.ts";
import { pagePath, type PageAddress } from "../shell/page-address.ts";
import { isAsShipped } from "./as-shipped.ts";
import { measureHeights, stepsOf } from "./measure.ts";
import { embedText, type Say } from "../../words/embed.ts";
import type { Origin } from "./package.ts";
import { packageButton } from "./package-button.ts";
import { hostedFigure, hostedPage, type Hosted } from "./hosted.ts";
import "../shell/dialog.css";
import "./embed.css";

export interface EmbedOptions {
  readonly document: Document;
  readonly language: Language;
  readonly chart: DrawnChart;
  readonly archive: Archive;
  /** Address of the site. */
  readonly root: URL;
  /** The chart is a repository notebook's, as it was shipped: only then it has a page. */
  readonly isHosted: boolean;
  /** The notebook's page, and the address that shows the chart as it is now. */
  readonly origin: Origin;
}

/** What the reader chose in the dialog. */
type Choice = Pick<Placement, "language" | "theme" | "version">;

/** What a picture of the chart says, in one language. */
function textsOf({ chart, archive }: EmbedOptions, language: Language) {
  const context = { language, catalogue: archive };
  const { model } = chart.drawable(context);
  const title = plainText(model.texts.title, context);
  const caption = [title, model.sources?.full].filter(Boolean).join(language === "zh" ? "　" : " ");
  return { title, alt: altText(model), caption };
}

/** The button for the package, whose code is loaded when it is pressed. */
function packageOf(options: EmbedOptions, build: Builder, say: Say): HTMLElement {
  const { root, chart, isHosted } = options;
  const base = new URL("embed/", root).href;
  return packageButton({
    build,
    say,
    make: async (onProgress) => {
      const [{ makePackage }, hosted] = await Promise.all([
        import("./package.ts"),
        isHosted ? hostedPage(base, chart.id) : null,
      ]);
      return makePackage({ ...options, published: hosted, onProgress });
    },
  });
}

/** A figure of a page as it is now. */
export interface EmbedRequest {
  readonly document: Document;
  /** Address of the site. */
  readonly root: URL;
  readonly place: PageAddress;
  readonly address: Address;
  readonly archive: Archive;
  /** Null before the engine has answered. */
  readonly chart: DrawnChart | null;
  /** It stands in a notebook of the reader's own, which has no page that others could open. */
  readonly isOwn: boolean;
}

/** Opens what another page needs to hold a figure; where nothing can be drawn yet, its own page. */
export function embedFigure(id: string, request: EmbedRequest): void {
  const { document, root, place, address, archive, chart, isOwn } = request;
  const { language } = place;
  const own = `embed/${id}/${language === "en" ? "en/" : ""}`;
  if (!chart) return document.defaultView?.location.assign(new URL(own, root));
  openEmbed({
    ...{ document, language, chart, archive, root },
    isHosted: !isOwn && isAsShipped(id, address),
    origin: {
      notebook: {
        zh: pagePath({ ...place, language: "zh" }),
        en: pagePath({ ...place, language: "en" }),
      },
      address: isOwn ? null : writeAddress({ ...address, fact: null, anchor: id }),
    },
  });
}

/** Opens what a page needs to hold this chart: its package, and four snippets where it is hosted. */
function openEmbed(options: EmbedOptions): Dialog {
  const { document, language, isHosted } = options;
  const build = builder(document);
  const say: Say = (key, ...values) => embedText(language, key, ...values);
  const content = build.html("div", { class: "embed", "aria-busy": isHosted ? "true" : null });
  if (!isHosted) content.append(build.html("p", { class: "note" }, say("own")));
  const dialog = openDialog(build, {
    language,
    title: say("title"),
    name: "embed",
    content: [content, packageOf(options, build, say)],
  });
  if (isHosted) void fill(content, options, build, say);
  return dialog;
}

async function fill(
  content: HTMLElement,
  options: EmbedOptions,
  build: Builder,
  say: Say,
): Promise<void> {
  const { root, chart } = options;
  const base = new URL("embed/", root).href;
  const hosted = await hostedFigure(base, chart.id);
  content.removeAttribute("aria-busy");
  if (!hosted) {
    content.append(build.html("p", { class: "problem" }, say("unhosted")));
    return;
  }
  const view = viewOf(options, hosted, base, build, say);
  content.append(...view.elements);
  view.update();
}

function select(
  { html }: Builder,
  name: string,
  label: string,
  choices: readonly (readonly [value: string, label: string])[],
  chosen: string,
) {
  const field = html(
    "select",
    { name },
    choices.map(([value, text]) => html("option", { value, selected: value === chosen }, text)),
  );
  return { field, element: html("label", {}, html("span", {}, label), field) };
}

function viewOf(options: EmbedOptions, hosted: Hosted, base: string, build: Builder, say: Say) {
  const { html, document } = build;
  const version = select(
    build,
    "version",
    say("version"),
    [
      ["latest", say("latest")],
      // What is in no ledger yet has no address that stays.
      ...(hosted.version === null || hosted.since === null
        ? []
        : [["frozen", say("frozen", hosted.version)] as const]),
    ],
    "latest",
  );
  const theme = select(
    build,
    "theme",
    say("theme"),
    (["auto", "light", "dark"] as const).map((one) => [one, say(one)]),
    "auto",
  );
  const inLanguage = select(
    build,
    "language",
    say("language"),
    (["zh", "en"] as const).map((one) => [one, say(one)]),
    options.language,
  );
  const preview = html("iframe", {
    class: "preview",
    sandbox: "allow-scripts",
    title: say("preview", options.chart.id),
  });
  const status = html("p", { role: "status", class: "note" });
  const fields = ways.map((way) => ({ way, ...fieldOf(way, build, say, status) }));
  const choice = (): Choice => ({
    language: inLanguage.field.value === "en" ? "en" : "zh",
    theme: theme.field.value as Choice["theme"],
    version: version.field.value === "frozen" ? hosted.version : null,
  });
  let turn = 0;
  const update = async (): Promise<void> => {
    const mine = ++turn;
    const chosen = choice();
    const { picture } = hosted;
    const texts = textsOf(options, chosen.language);
    const placement = { base, figure: options.chart.id, picture, ...chosen, ...texts };
    const { page, themed } = addressOf({ ...placement, heights: [] });
    preview.src = themed;
    status.textContent = say("measuring");
    const measured = await measureHeights(document, page, options.chart.id);
    if (mine !== turn) return;
    const heights = measured.length > 0 ? stepsOf(measured) : guess(picture);
    status.textContent = measured.length > 0 ? say("measured", measured.length) : say("unmeasured");
    for (const { way, field } of fields) field.value = snippet(way, { ...placement, heights });
  };
  for (const { field } of [version, theme, inLanguage])
    field.addEventListener("change", () => void update());
  const controls = html(
    "div",
    { class: "choices" },
    [version, theme, inLanguage].map((one) => one.element),
  );
  return {
    elements: [controls, preview, status, ...fields.map(({ element }) => element)],
    update: () => void update(),
  };
}

/** Without an answer: as high as the picture, with room for what stands below it. */
function guess({ width, height }: Hosted["picture"]): Placement["heights"] {
  return [320, 640].map((place, index) => [
    index === 0 ? 0 : place,
    Math.round((place * height) / width) + 240,
  ]);
}

function fieldOf(way: Way, build: Builder, say: Say, status: HTMLElement) {
  const { html } = build;
  const id = `embed-${way}`;
  const field = html("textarea", {
    readonly: true,
    rows: 4,
    spellcheck: "false",
    "aria-labelledby": id,
  });
  const copy = html("button", { type: "button", "aria-describedby": id }, say("copy"));
  copy.addEventListener("click", () => {
    void copyTo(field).then((isCopied) => {
      status.textContent = isCopied ? say("copied", say(way)) : say("not_copied");
    });
  });
  const element = html(
    "section",
    { "data-way": way },
    html("div", { class: "head" }, html("h3", { id }, say(way)), copy),
    html("p", {}, say(`${way}.text`)),
    field,
  );
  return { element, field };
}
