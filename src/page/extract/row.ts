import type { Child } from "../../dom/index.ts";
import type { Figure } from "../../review/index.ts";
import { punctuation } from "../../words/index.ts";
import { button, type Context } from "./context.ts";
import { classesOf, metricName, reasonsOf, valueText, whereabouts } from "./say.ts";

/** What can be done with the figure of a row. */
export interface RowActions {
  readonly confirm: (id: string) => void;
  readonly correct: (id: string) => void;
  readonly reject: (id: string) => void;
  readonly reopen: (id: string) => void;
}

/** A figure's line: what it is, its value, what decides whether it may be compared, where it stands. */
export function rowHead(context: Context, figure: Figure, isOpen: boolean): HTMLButtonElement {
  const { build, t, language } = context;
  const { html } = build;
  const { fact, proposal, state } = figure;
  const grade = proposal && state === "proposed" ? t(`grade.${proposal.grade}`) : null;
  const parts = [t(`state.${state}`), ...(grade === null ? [] : [grade])];
  return html(
    "button",
    {
      ...{ type: "button", class: `figure-head ${classesOf(figure)}`, "data-figure": figure.id },
      ...{ "aria-expanded": String(isOpen), tabindex: isOpen ? 0 : -1 },
    },
    html("span", { class: "metric" }, metricName(context, fact)),
    html("span", { class: "value" }, valueText(context, fact)),
    html("span", { class: "where" }, whereabouts(context, fact).join(" · ")),
    html("span", { class: "state" }, parts.join(punctuation[language].comma)),
  );
}

/** What a figure rests on, and what can be done with it. */
export function rowBody(
  context: Context,
  figure: Figure,
  {
    others,
    objections,
    actions,
  }: {
    /** Names of the figures it is linked to. */
    readonly others: { readonly part: string | null; readonly same: string | null };
    readonly objections: readonly string[];
    readonly actions: RowActions;
  },
): HTMLElement {
  const { build, t } = context;
  const { html } = build;
  const { proposal } = figure;
  const relations = [
    others.part === null ? null : t("figure.part", others.part),
    others.same === null ? null : t("figure.same", others.same),
  ].filter((one) => one !== null);
  return html(
    "div",
    { class: "figure-body" },
    clauseQuote(context, figure),
    html(
      "dl",
      {},
      relations.length > 0
        ? [html("dt", {}, t("figure.links")), html("dd", {}, relations.join(" "))]
        : null,
      proposal ? term(context, t("figure.reasons"), reasonsOf(context, figure)) : null,
      ruleOf(context, figure),
      figure.origin === null
        ? null
        : term(context, t("others.source"), [t("others.from", figure.origin)]),
      objections.length > 0 ? term(context, t("figure.rules"), objections) : null,
    ),
    actionsOf(context, figure, actions),
  );
}

function term(
  { build: { html }, language }: Context,
  name: string,
  values: readonly string[],
): Child {
  return [html("dt", {}, name), html("dd", {}, values.join(punctuation[language].semicolon))];
}

/** Examples of the rules come with the report. */
function ruleOf({ build: { html }, t, rules }: Context, { proposal }: Figure): Child {
  if (!proposal) return null;
  const example = rules[proposal.rule];
  const text = example ? t("figure.rule.like", proposal.rule, example) : proposal.rule;
  return [html("dt", {}, t("figure.rule")), html("dd", {}, text)];
}

/** The clause of a figure with its number marked. */
export function clauseQuote({ build: { html } }: Context, { fact }: Figure): Child {
  const { evidence, evidence_start, value_start, value_end } = fact;
  if (evidence === null || evidence_start === null || value_start === null || value_end === null)
    return null;
  const [from, to] = [value_start - evidence_start, value_end - evidence_start];
  return html(
    "blockquote",
    { lang: "zh-CN" },
    evidence.slice(0, from),
    html("mark", {}, evidence.slice(from, to)),
    evidence.slice(to),
  );
}

function actionsOf(
  context: Context,
  { id, state, origin }: Figure,
  actions: RowActions,
): HTMLElement {
  const { build, t } = context;
  // What somebody added here was never proposed.
  const isSettled = state !== "proposed" && (state !== "added" || origin !== null);
  const one = (word: "confirm" | "correct" | "reject" | "reopen", key: string) =>
    button(context, t(`do.${word}`), () => actions[word](id), {
      "data-do": word,
      "aria-keyshortcuts": key,
      title: `${t(`do.${word}`)} (${key})`,
    });
  return build.html(
    "div",
    { class: "figure-actions" },
    state === "proposed" || state === "rejected" ? one("confirm", "Enter") : null,
    one("correct", "e"),
    state === "rejected" ? null : one("reject", "x"),
    isSettled ? one("reopen", "r") : null,
  );
}
