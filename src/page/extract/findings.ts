import type { Child } from "../../dom/index.ts";
import type { Check } from "../../domain/index.ts";
import type { Figure, OpenNumber } from "../../review/index.ts";
import { formatNumber } from "../../words/index.ts";
import { button, type Context } from "./context.ts";
import { metricName, valueText, whereabouts } from "./say.ts";

/** What is to be seen below the list: numbers that are not understood, sums, contradictions. */
export interface Findings {
  readonly open: readonly OpenNumber[];
  readonly checks: readonly Check[];
  /** Lists of figures that state several values of one thing. */
  readonly contradictions: readonly (readonly Figure[])[];
}

export interface FindingsOptions {
  readonly text: string;
  readonly onShow: (number: OpenNumber) => void;
  readonly onAdd: (number: OpenNumber) => void;
  readonly onDismiss: (number: OpenNumber) => void;
  readonly onPick: (factId: string) => void;
}

/** How many open numbers are listed at once. */
const SHOWN = 50;

export function findingsView(
  context: Context,
  { open, checks, contradictions }: Findings,
  options: FindingsOptions,
): HTMLElement[] {
  const { build, t } = context;
  const { html } = build;
  const section = (name: string, title: string, ...content: Child[]): HTMLElement =>
    html("section", { class: name, "aria-labelledby": `${name}-title` }, [
      html("h3", { id: `${name}-title`, tabindex: -1 }, title),
      ...content,
    ]);
  return [
    open.length === 0
      ? section("open-numbers", t("open.none"))
      : section("open-numbers", t("open.title", open.length), openList(context, open, options)),
    ...(contradictions.length === 0
      ? []
      : [
          section(
            "contradictions",
            t("contradictions.title"),
            html("p", { class: "note" }, t("contradictions.note")),
            html(
              "ul",
              {},
              contradictions.map((group) => contradiction(context, group, options)),
            ),
          ),
        ]),
    checks.length === 0
      ? section("identities", t("checks.none"))
      : section(
          "identities",
          t("checks.title"),
          html(
            "ul",
            {},
            checks.map((check) => checkLine(context, check, options)),
          ),
        ),
  ];
}

function openList(
  context: Context,
  open: readonly OpenNumber[],
  { text, onShow, onAdd, onDismiss }: FindingsOptions,
): Child {
  const { build, t } = context;
  const { html } = build;
  const items = open.slice(0, SHOWN).map((number) => {
    const { start, end, clauseStart, clauseEnd, why } = number;
    const [from, to] = [Math.max(clauseStart, start - 24), Math.min(clauseEnd, end + 24)];
    const show = html(
      "button",
      { type: "button", class: "open-number", "data-open": start, lang: "zh-CN" },
      from > clauseStart ? "…" : "",
      text.slice(from, start),
      html("mark", {}, text.slice(start, end)),
      text.slice(end, to),
      to < clauseEnd ? "…" : "",
    );
    show.addEventListener("click", () => onShow(number));
    show.addEventListener("focus", () => onShow(number));
    return html("li", {}, [
      show,
      why === "range" ? html("span", { class: "note" }, t("open.why.range")) : null,
      html("span", { class: "figure-actions" }, [
        button(context, t("open.add"), () => onAdd(number), { "data-do": "add" }),
        button(context, t("open.dismiss"), () => onDismiss(number), { "data-do": "dismiss" }),
      ]),
    ]);
  });
  const rest = open.length - items.length;
  return [
    html("ul", {}, items),
    rest > 0 ? html("p", { class: "note" }, t("open.more", rest)) : null,
  ];
}

/** A figure that one can go to, named by what it measures. */
function link({ build: { html } }: Context, text: string, onClick: () => void): HTMLElement {
  const element = html("button", { type: "button", class: "plain" }, text);
  element.addEventListener("click", onClick);
  return element;
}

function contradiction(
  context: Context,
  group: readonly Figure[],
  { onPick }: FindingsOptions,
): HTMLElement {
  const { build, language } = context;
  const { html } = build;
  const [first] = group;
  if (!first) return html("li");
  const name = `${metricName(context, first.fact)} · ${whereabouts(context, first.fact).join(" · ")}`;
  const values = group.map(({ fact }) =>
    link(context, valueText(context, fact), () => onPick(fact.fact_id)),
  );
  return html(
    "li",
    {},
    name,
    language === "zh" ? "：" : ": ",
    html("span", { class: "values" }, values),
  );
}

function checkLine(context: Context, check: Check, { onPick }: FindingsOptions): HTMLElement {
  const { build, t, language } = context;
  const { html } = build;
  const { identity, recomputed, stated, verdict, stated_fact } = check;
  const shown = (value: number) => formatNumber(Number(value.toPrecision(5)), language);
  const line = t("checks.line", identity, shown(recomputed), stated === null ? "–" : shown(stated));
  return html(
    "li",
    { class: `verdict ${verdict}` },
    html("strong", {}, t(`checks.${verdict}`)),
    " ",
    stated_fact === null ? line : link(context, line, () => onPick(stated_fact)),
  );
}
