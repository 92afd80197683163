import type { Child } from "../../dom/index.ts";
import type { Head, Place } from "../../review/index.ts";
import { formatDate } from "../../words/index.ts";
import { placeLimit } from "../../review/reader/index.ts";
import { combobox, type Choice } from "./combobox.ts";
import { button, type Context } from "./context.ts";
import { textField } from "./fields.ts";

interface PlaceChoice extends Choice {
  readonly place: Place;
}

/** What holds of the whole report, to be read and to be corrected. */
export interface HeadView {
  readonly element: HTMLElement;
  update(head: Head): void;
}

export function headView(
  context: Context,
  first: Head,
  onChange: (changes: Partial<Head>) => void,
): HeadView {
  const { build, t } = context;
  const element = build.html("section", { class: "report-head", "aria-label": t("head.label") });
  let head = first;
  const read = (): void => {
    const edit = button(context, t("head.edit"), write, { "data-action": "head" });
    element.replaceChildren(edit, ...readView(context, head));
  };
  const write = (): void => {
    const form = headForm(context, head, {
      onSave: (changes) => {
        read();
        onChange(changes);
      },
      onCancel: read,
    });
    element.replaceChildren(form);
    form.querySelector("input")?.focus();
  };
  read();
  return {
    element,
    update(next) {
      head = next;
      if (!element.querySelector("form")) read();
    },
  };
}

function readView({ build: { html }, t, language }: Context, head: Head): HTMLElement[] {
  const { title, agency, place, published, start, end, docNumber } = head;
  const day = (iso: string | null) => (iso === null ? null : formatDate(iso, language));
  const period =
    start === null && end === null ? null : `${day(start) ?? "?"} – ${day(end) ?? "?"}`;
  const row = (name: string, value: Child): Child => [
    html("dt", {}, name),
    html("dd", {}, value ?? html("span", { class: "unknown" }, t("head.unknown"))),
  ];
  const around = place?.around.map(({ name }) => name).reverse() ?? [];
  return [
    html("h2", { lang: "zh-CN" }, title ?? t("head.unknown")),
    html(
      "dl",
      {},
      row(t("head.agency"), agency && html("span", { lang: "zh-CN" }, agency)),
      row(
        t("head.place"),
        place && html("span", { lang: "zh-CN" }, [...around, place.name].join(" ")),
      ),
      row(t("head.published"), day(published)),
      row(t("head.period"), period),
      docNumber === null ? null : row(t("head.number"), html("span", { lang: "zh-CN" }, docNumber)),
    ),
  ];
}

function headForm(
  context: Context,
  head: Head,
  { onSave, onCancel }: { onSave: (changes: Partial<Head>) => void; onCancel: () => void },
): HTMLFormElement {
  const { build, t } = context;
  const { html } = build;
  const place = combobox<PlaceChoice>(build, {
    ...{ name: "head-place", label: t("head.place"), placeholder: t("head.place.find") },
    chosen: head.place && placeChoice(head.place),
    full: { count: placeLimit, note: t("head.place.more") },
    search: async (query) => (await context.places(query)).map(placeChoice),
  });
  const title = textField(build, "head-title", t("head.title"), { value: head.title });
  const agency = textField(build, "head-agency", t("head.agency"), { value: head.agency });
  const published = textField(build, "head-published", t("head.published"), {
    value: head.published,
    kind: "date",
  });
  const start = textField(build, "head-start", t("head.start"), {
    value: head.start,
    kind: "date",
  });
  const end = textField(build, "head-end", t("head.end"), { value: head.end, kind: "date" });
  const form = html(
    "form",
    { class: "figure-form" },
    title.element,
    agency.element,
    place.element,
    html("div", { class: "triple" }, published.element, start.element, end.element),
    html("p", { class: "note" }, t("head.note")),
    html(
      "div",
      { class: "figure-actions" },
      html("button", { type: "submit" }, t("form.save")),
      button(context, t("form.cancel"), onCancel),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const now: Partial<Head> = {
      title: title.value(),
      agency: agency.value(),
      place: place.field.value.trim() === "" ? null : (place.chosen()?.place ?? head.place),
      published: published.value(),
      start: start.value(),
      end: end.value(),
    };
    onSave(changed(head, now));
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) onCancel();
  });
  return form;
}

function placeChoice(place: Place): PlaceChoice {
  const note = place.around
    .map(({ name }) => name)
    .reverse()
    .join(" ");
  return { place, value: place.region_id, label: place.name, note };
}

function changed(before: Head, now: Partial<Head>): Partial<Head> {
  const entries = Object.entries(now).filter(
    ([name, value]) => before[name as keyof Head] !== value,
  );
  return Object.fromEntries(entries) as Partial<Head>;
}
