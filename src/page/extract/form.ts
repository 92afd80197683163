import {
  accidents,
  authorities,
  baselines,
  channels,
  confiscations,
  countBases,
  countedAs,
  parseSubset,
  partNames,
  periodBases,
  qualifiers,
  scopes,
  statuses,
} from "../../domain/index.ts";
import type { Entry, EntryFault } from "../../review/index.ts";
import { formatSubset } from "../../words/index.ts";
import { combobox, type Choice, type Combobox } from "./combobox.ts";
import { button, type Context } from "./context.ts";
import { choiceField, textField, type Field } from "./fields.ts";
import { choiceOf, findMetrics } from "./metrics.ts";
import { columnValue } from "./say.ts";

/** The form of a figure: to correct one, or to add one. */
export interface FigureForm {
  readonly element: HTMLFormElement;
  /** Takes a stretch of the text over: the number where it is one, else the clause. */
  take(stretch: { readonly text: string; readonly clause: string | null }): void;
  focus(): void;
}

export interface FormOptions {
  readonly entry: Entry;
  readonly isNew: boolean;
  /** What is wrong with it; nothing where it was taken. */
  readonly onSave: (entry: Entry) => readonly EntryFault[];
  readonly onCancel: () => void;
}

/** Columns with a closed list of values, which only some figures have. */
const further = {
  qualifier: qualifiers,
  count_basis: countBases,
  status: statuses,
  accident: accidents,
  confiscations,
  counted_as: countedAs,
  baseline: baselines,
  authority: authorities,
  channel: channels,
} as const;
type Further = keyof typeof further;
/** Those of which every figure has one. */
const always: readonly Further[] = ["qualifier", "status"];

const furtherNames = Object.keys(further) as Further[];

export function figureForm(context: Context, options: FormOptions): FigureForm {
  const { build, t } = context;
  const { html } = build;
  const { entry, isNew, onSave, onCancel } = options;
  const metric = metricField(context, entry.metric_id);
  const fields = fieldsOf(context, entry);
  const fault = html("p", { class: "problem", role: "alert", hidden: true });
  const save = html("button", { type: "submit" }, t(isNew ? "form.add" : "form.save"));
  const element = html(
    "form",
    { class: "figure-form", "aria-label": t(isNew ? "form.new" : "do.correct") },
    metric.element,
    html("div", { class: "pair" }, fields.number.element, fields.scope.element),
    fields.clause.element,
    html("p", { class: "note" }, t("form.select")),
    html(
      "div",
      { class: "triple" },
      fields.start.element,
      fields.end.element,
      fields.basis.element,
    ),
    html(
      "div",
      { class: "triple" },
      fields.sector.element,
      fields.campaign.element,
      fields.part.element,
    ),
    html(
      "details",
      {},
      html("summary", {}, t("form.more")),
      html(
        "div",
        { class: "triple" },
        furtherNames.map((name) => fields.further[name].element),
      ),
    ),
    fault,
    html("div", { class: "figure-actions" }, save, button(context, t("form.cancel"), onCancel)),
  );
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    const faults = onSave(entryOf(entry, metric, fields));
    fault.hidden = faults.length === 0;
    fault.textContent = faults.map((one) => t(`form.fault.${one}`)).join(" ");
  });
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) onCancel();
    const isSave = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (isSave) element.requestSubmit();
    if (event.key === "Escape" || isSave) event.preventDefault();
  });
  return {
    element,
    take({ text, clause }) {
      if (clause === null) fields.clause.set(text);
      else {
        fields.number.set(text);
        fields.clause.set(clause);
      }
    },
    focus() {
      metric.field.focus();
      metric.field.select();
    },
  };
}

function metricField(context: Context, metric_id: string): Combobox<Choice> {
  const { build, archive, language, t } = context;
  const metric = archive.metrics.get(metric_id);
  return combobox<Choice>(build, {
    name: "figure-metric",
    label: t("form.metric"),
    placeholder: t("form.metric.find"),
    chosen: metric ? choiceOf(metric, language) : null,
    search: (query) => findMetrics(archive, language, query),
  });
}

interface Fields {
  readonly number: Field;
  readonly clause: Field;
  readonly scope: Field;
  readonly start: Field;
  readonly end: Field;
  readonly basis: Field;
  readonly sector: Field;
  readonly campaign: Field;
  readonly part: Field;
  readonly further: Readonly<Record<Further, Field>>;
}

function termOf(subset: string | null, kind: string): string | null {
  return parseSubset(subset).find((term) => term.kind === kind)?.name ?? null;
}

function fieldsOf(context: Context, entry: Entry): Fields {
  const { build, t, language } = context;
  const named = (column: string, values: readonly string[]) =>
    values.map((value) => [value, columnValue(context, column, value)] as const);
  const parts = partNames.map((name) => [name, formatSubset(`part:${name}`, language)] as const);
  const { subset } = entry;
  return {
    number: textField(build, "figure-number", t("form.number"), { value: entry.value_text }),
    clause: textField(build, "figure-clause", t("form.clause"), {
      value: entry.evidence,
      kind: "lines",
    }),
    scope: choiceField(build, "figure-scope", t("form.scope"), {
      choices: named("scope", scopes),
      value: entry.scope,
    }),
    start: textField(build, "figure-start", t("form.start"), {
      value: entry.period_start,
      kind: "date",
    }),
    end: textField(build, "figure-end", t("form.end"), { value: entry.period_end, kind: "date" }),
    basis: choiceField(build, "figure-basis", t("form.basis"), {
      choices: named("period_basis", periodBases),
      value: entry.period_basis,
    }),
    sector: textField(build, "figure-sector", t("form.sector"), {
      value: termOf(subset, "sector"),
      suggestions: sectorsOf(context),
    }),
    campaign: textField(build, "figure-campaign", t("form.campaign"), {
      value: termOf(subset, "campaign"),
    }),
    part: choiceField(build, "figure-part", t("form.part"), {
      choices: parts,
      value: termOf(subset, "part"),
      none: t("form.none"),
    }),
    further: Object.fromEntries(
      furtherNames.map((name) => [name, furtherField(context, entry, name)]),
    ) as Fields["further"],
  };
}

function furtherField(context: Context, entry: Entry, name: Further): Field {
  const { build, t } = context;
  const choices = further[name].map((value) => [value, columnValue(context, name, value)] as const);
  const none = always.includes(name) ? {} : { none: t("form.unsaid") };
  return choiceField(build, `figure-${name}`, t(`form.${name}`), {
    choices,
    value: entry[name],
    ...none,
  });
}

/** Sectors that Fadu's own figures name: a reader's should go by the same name. */
function sectorsOf({ archive }: Context): string[] {
  const names = [...archive.facts.values()].map(({ subset }) => termOf(subset, "sector"));
  return [...new Set(names.filter((name) => name !== null))].toSorted();
}

function entryOf(before: Entry, metric: Combobox<Choice>, fields: Fields): Entry {
  const terms = [
    ["sector", fields.sector.value()],
    ["campaign", fields.campaign.value()],
    ["items", termOf(before.subset, "items")],
    ["part", fields.part.value()],
  ] as const;
  const subset = terms
    .flatMap(([kind, name]) => (name === null ? [] : [`${kind}:${name}`]))
    .join(";");
  const chosen = Object.fromEntries(
    furtherNames.map((name) => [name, fields.further[name].value()]),
  );
  return {
    ...(chosen as Pick<Entry, Further>),
    metric_id: metric.chosen()?.value ?? "",
    value_text: fields.number.value() ?? "",
    evidence: fields.clause.value() ?? "",
    scope: fields.scope.value() as Entry["scope"],
    period_start: fields.start.value(),
    period_end: fields.end.value(),
    period_basis: fields.basis.value() as Entry["period_basis"],
    subset: subset === "" ? null : subset,
  };
}
