import { identities } from "virtual:fadu-checks";
import { zipSync, strToU8 } from "fflate";
import { pinyin } from "pinyin-pro";
import { saveAs } from "../../dom/index.ts";
import { openDialog } from "../../editor/dialog.ts";
import {
  agencyInEnglish,
  confirmedFacts,
  exportReports,
  figuresOf,
  headOf,
  lacksOf,
  titleInEnglish,
  type Completion,
  type Romanize,
} from "../../review/index.ts";
import { list } from "../../words/index.ts";
import type { Context } from "./context.ts";
import { textField, type Field } from "./fields.ts";
import type { Item } from "./keeping.ts";

/** Syllables without tones, ü as v, as the data write them. */
const romanize: Romanize = (text) =>
  pinyin(text, { toneType: "none", type: "array", v: true, nonZh: "removed" });

interface Asked {
  readonly item: Item;
  readonly element: HTMLElement;
  readonly completion: () => Completion;
}

/** Asks for what only a person knows, and saves the files of `data/` as one ZIP. */
export function openExport(context: Context, items: readonly Item[]): void {
  const { build, language, t } = context;
  const { html } = build;
  const ready = items.filter((item) => lacksOf(reviewed(item)).length === 0);
  const asked = ready.map((item, index) => ask(context, item, index));
  const skipped = items.filter((item) => !ready.includes(item)).map((item) => skip(context, item));
  const said = html("div", { role: "status", class: "said" });
  const save = html("button", { type: "submit" }, t("export.save"));
  const form = html(
    "form",
    { class: "figure-form" },
    html("p", {}, t("export.lead")),
    asked.map(({ element }) => element),
    asked.length > 0 ? html("p", { class: "note" }, t("export.check")) : null,
    skipped,
    asked.length > 0 ? html("div", { class: "actions" }, save) : html("p", {}, t("export.nothing")),
    said,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    said.textContent = t("export.working");
    // The sentence is painted before the work begins.
    setTimeout(() => said.replaceChildren(...saveZip(context, asked)));
  });
  openDialog(build, { language, title: t("export.title"), name: "export", content: form });
}

const reviewed = ({ report, review }: Item) => ({ report, decisions: review.present });

function ask(context: Context, item: Item, index: number): Asked {
  const { build, t, archive } = context;
  const { html } = build;
  const { report, decisions } = reviewed(item);
  const head = headOf(report, decisions);
  const nameOf = (place: { readonly region_id: string }) =>
    archive.regions.get(place.region_id)?.en_short ?? null;
  const agency = agencyInEnglish(head, nameOf, romanize);
  const id = (name: string) => `export-${String(index)}-${name}`;
  const fields: Readonly<Record<keyof Completion, Field>> = {
    title_en: textField(build, id("title"), t("export.title_en"), {
      value: titleInEnglish(head, agency),
    }),
    agency_en: textField(build, id("agency"), t("export.agency_en"), { value: agency }),
    url: textField(build, id("url"), t("export.url"), { value: null, kind: "url" }),
  };
  const count = confirmedFacts(figuresOf(report, decisions)).length;
  const element = html(
    "fieldset",
    {},
    html("legend", { lang: "zh-CN" }, head.title ?? report.name),
    html("p", { class: "note" }, t("export.figures", count)),
    Object.values(fields).map((field) => field.element),
  );
  const completion = (): Completion => ({
    title_en: fields.title_en.value() ?? titleInEnglish(head, agency),
    agency_en: fields.agency_en.value() ?? agency,
    url: fields.url.value(),
  });
  return { item, element, completion };
}

function skip({ build: { html }, t, language }: Context, item: Item): HTMLElement {
  const { report, decisions } = reviewed(item);
  const why = lacksOf({ report, decisions }).map((lack) => t(`lack.${lack}`));
  const name = headOf(report, decisions).title ?? report.name;
  return html(
    "p",
    { class: "problem" },
    html("strong", {}, name),
    " ",
    t("export.skipped", list(language, why)),
  );
}

function saveZip({ build, t, archive, themes }: Context, asked: readonly Asked[]): HTMLElement[] {
  const { html, document } = build;
  const given = asked.map(({ item, completion }) => ({
    ...reviewed(item),
    completion: completion(),
  }));
  const { files, problems, facts, checks, checksLeft } = exportReports(
    given,
    {
      reports: [...archive.reports.values()],
      regions: [...archive.regions.values()],
      metrics: [...archive.metrics.values()],
      themes,
      identities,
    },
    romanize,
  );
  const entries = [...files].map(([path, text]) => [path, strToU8(text)] as const);
  const zip = zipSync(Object.fromEntries(entries), { level: 6 });
  saveAs(document)(
    new Blob([zip as Uint8Array<ArrayBuffer>], { type: "application/zip" }),
    "fadu-data.zip",
  );
  const done = html("p", {}, t("export.done", given.length, facts), " ", checksSaid(t, checks));
  if (problems.length === 0) return [done];
  const lines = problems.map(({ id, message }) => html("li", {}, `${id}: ${message}`));
  return [
    done,
    html("p", {}, t("export.left", problems.length)),
    html("ul", { class: "note" }, lines),
    checksLeft > 0 ? html("p", {}, t("export.checks_left", checksLeft)) : null,
  ].filter((one) => one !== null);
}

const checksSaid = (t: Context["t"], checks: number): string =>
  checks === 0 ? t("export.checks_none") : t("export.checks", checks);
