import type { Child } from "../../dom/index.ts";
import type { Metric } from "../../domain/index.ts";
import { figureOfClaim, type Claim, type Figure, type Line } from "../../review/index.ts";
import type { ComparedRow } from "../../review/reader/index.ts";
import { formatNumber } from "../../words/index.ts";
import { combobox, type Choice } from "./combobox.ts";
import { reasonsOfRow } from "./compared-reasons.ts";
import { button, type Context } from "./context.ts";
import { findMetrics } from "./metrics.ts";
import { metricName, valueText, whereabouts } from "./say.ts";

export interface ComparedActions {
  /** The name of the file. */
  readonly origin: string;
  readonly figures: () => readonly Figure[];
  readonly onShow: (stretch: Line) => void;
  readonly onPick: (factId: string) => void;
  readonly onTake: (claim: Claim, origin: string) => void;
  /** Somebody said which metric a name means. */
  readonly onAnswer: (name: string, metricId: string) => void;
}

type Theirs = NonNullable<ComparedRow["theirs"]>;

/** One number as both read it: theirs, ours, and why they differ. */
export function comparedRow(
  context: Context,
  row: ComparedRow,
  actions: ComparedActions,
): { readonly element: HTMLElement; readonly update: () => void } {
  const { build, t } = context;
  const { html } = build;
  const doing = html("span", { class: "figure-actions" });
  let state: string | null = null;
  const update = (): void => {
    const claim = claimOf(row, actions.figures());
    const taken = claim && figureOfClaim(claim, actions.figures());
    const next = `${taken?.id ?? ""} ${taken?.state ?? ""} ${String(claim === null)}`;
    if (next === state) return;
    state = next;
    const had = doing.contains(build.document.activeElement);
    doing.replaceChildren(...(claim ? [takeOf(context, claim, taken, actions)] : []));
    if (had) doing.querySelector<HTMLElement>("button")?.focus();
  };
  const reasons = reasonsOfRow(context, row, actions.figures());
  const element = html(
    "li",
    { class: "compared-row" },
    html(
      "div",
      { class: "sides" },
      side(context, t("others.theirs"), row.theirs && theirSide(context, row.theirs, actions)),
      side(context, t("others.ours"), ourSide(context, row, actions)),
    ),
    reasons.length > 0
      ? html("p", { class: "why" }, reasons.join(context.language === "zh" ? "" : " "))
      : null,
    row.theirs && row.theirs.metric.route === "asked"
      ? askedOf(context, row.theirs, actions)
      : null,
    doing,
  );
  update();
  return { element, update };
}

function side({ build: { html }, t }: Context, name: string, content: Child): HTMLElement {
  const said = content ?? html("span", { class: "held" }, t("others.none"));
  return html("div", {}, html("span", { class: "held" }, name), " ", said);
}

function theirSide(context: Context, theirs: Theirs, { onShow }: ComparedActions): Child {
  const { build, archive, language } = context;
  const { html } = build;
  const { annotation, place, metric } = theirs;
  const known = archive.metrics.get(metric.metricId ?? "");
  const { value, unit } = annotation;
  const written = value === null ? "" : `${formatNumber(value, language)}${unit ? ` ${unit}` : ""}`;
  const quote = annotation.quote ?? "";
  return [
    html("span", { class: "metric" }, known?.[language] ?? annotation.metric ?? ""),
    " ",
    html("span", { class: "value" }, written),
    " ",
    quote === ""
      ? null
      : place.kind === "refused"
        ? html("q", { lang: "zh-CN" }, shortened(quote))
        : button(context, `“${shortened(quote)}”`, () => onShow(place), {
            class: "plain",
            lang: "zh-CN",
          }),
  ];
}

/** A model may quote a whole paragraph. */
const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

function ourSide(
  context: Context,
  { ours }: ComparedRow,
  { figures, onPick }: ComparedActions,
): Child {
  const figure = figures().find(({ fact }) => fact.fact_id === ours);
  if (!figure) return null;
  const { fact } = figure;
  const text = `${metricName(context, fact)} ${valueText(context, fact)}`;
  return [
    button(context, text, () => onPick(fact.fact_id), { class: "plain" }),
    " ",
    context.build.html("span", { class: "held" }, whereabouts(context, fact).join(" · ")),
  ];
}

/** What can be taken over: their number is read, and our reading says something else of it. */
function claimOf({ kind, theirs, ours }: ComparedRow, figures: readonly Figure[]): Claim | null {
  const number = theirs?.reread?.number;
  if (!theirs || !number || kind === "agree") return null;
  const { start, end } = number;
  const { metricId } = theirs.metric;
  // Their value is read in the text, so of one metric it is ours but for what is said beside it.
  const own = figures.find(({ fact }) => fact.fact_id === ours)?.fact;
  const isSame = own?.metric_id === metricId && kind === "value_differs";
  return isSame ? null : { start, end, metricId, columns: theirs.stated };
}

function takeOf(
  context: Context,
  claim: Claim,
  taken: Figure | null,
  { origin, onTake, onPick }: ComparedActions,
): HTMLElement {
  const { t } = context;
  return taken
    ? button(
        context,
        t("others.taken", t(`state.${taken.state}`)),
        () => onPick(taken.fact.fact_id),
        {
          class: "plain",
          "data-do": "taken",
        },
      )
    : button(context, t("others.take"), () => onTake(claim, origin), { "data-do": "take" });
}

let asked = 0;

/** Which metric is meant by a name that nobody knows: those most alike, or any other. */
function askedOf(
  context: Context,
  { annotation, metric }: Theirs,
  actions: ComparedActions,
): Child {
  const { build, archive, language, t } = context;
  const { html } = build;
  const name = annotation.metric ?? "";
  const alike = metric.suggestions.flatMap((id): Metric[] => {
    const found = archive.metrics.get(id);
    return found ? [found] : [];
  });
  const field = combobox<Choice>(build, {
    name: `asked-${String(++asked)}`,
    label: t("others.means", name),
    placeholder: t("form.metric.find"),
    chosen: null,
    search: (query) => findMetrics(archive, language, query),
    onChoose: ({ value }) => actions.onAnswer(name, value),
  });
  return html(
    "div",
    { class: "asked figure-form" },
    html(
      "div",
      { class: "figure-actions" },
      alike.map((one) =>
        button(context, t("others.mean", one[language]), () =>
          actions.onAnswer(name, one.metric_id),
        ),
      ),
    ),
    field.element,
  );
}
