import type { Child } from "../dom/index.ts";
import { formatQuantity, isWord, punctuation, say } from "../i18n/index.ts";
import { roundDerived } from "../facts/index.ts";
import { auditOf, distance, placeOver, strip, type Audit, type Place } from "./audit-strip.ts";
import { metricName, regionName, thingOf, type ChartContext } from "./context.ts";
import { flagName, flagsOf } from "./flags.ts";
import { accessibleName, evidenceAttributes, fullValue } from "./name.ts";
import { isPresent, isAbsent, type Observation } from "./observation.ts";

function quantity(value: number, { observation }: Audit, context: ChartContext): string {
  const { unit, metric_id } = observation;
  return formatQuantity(
    { value, unit, qualifier: "exact", thing: thingOf(context, metric_id) },
    context.language,
  );
}

/** What the parts give, with no more digits than show the difference. */
function recomputedText(audit: Audit, context: ChartContext): string {
  const { recomputed } = audit;
  if (recomputed === null) return say(context.language, "audit.none");
  const text = quantity(roundDerived(recomputed), audit, context);
  return audit.behind ? text : say(context.language, "audit.unsourced", text);
}

function allowedText(audit: Audit, context: ChartContext): string | null {
  const { low, high } = audit;
  const { language } = context;
  const text = (value: number) => quantity(value, audit, context);
  if (low !== null && high !== null) return say(language, "audit.allowed", text(low), text(high));
  if (low !== null) return say(language, "audit.allowed.above", text(low));
  return high === null ? null : say(language, "audit.allowed.below", text(high));
}

function verdictText(verdict: string, { language }: ChartContext): string | null {
  const word = `audit.verdict.${verdict}`;
  return isWord(word) ? say(language, word) : null;
}

/** All that the row shows, for who cannot see it. */
function nameOf(audit: Audit, context: ChartContext): string {
  const { language } = context;
  return [
    accessibleName(audit.observation, context),
    say(language, "audit.gives", recomputedText(audit, context)),
    allowedText(audit, context),
    verdictText(audit.verdict, context),
  ]
    .filter(Boolean)
    .join(punctuation[language].semicolon);
}

function linked(audit: Audit, kind: string, context: ChartContext, ...children: Child[]): Child {
  const own = evidenceAttributes(audit.observation, context);
  const { behind } = audit;
  const parts =
    "data-fact" in own && behind ? { "data-fact": [own["data-fact"], ...behind].join(" ") } : {};
  const attributes = { ...own, ...parts };
  return context.build.html(
    "li",
    {},
    context.build.html(
      "a",
      { class: `mark ${kind}`, ...attributes, "aria-label": nameOf(audit, context) },
      ...children,
    ),
  );
}

function what({ observation }: Audit, context: ChartContext): Child[] {
  const { html } = context.build;
  const flags = flagsOf(observation, context).filter((flag) => flag === "companion");
  const parts = [
    observation.metric_id && metricName(context, observation.metric_id),
    ...flags.map((flag) => flagName(flag, observation, context)),
  ];
  return [
    html("strong", {}, regionName(context, observation.region_id)),
    " ",
    parts.filter(Boolean).join(" · "),
  ];
}

function row(audit: Audit, x: Place, most: number, context: ChartContext): Child {
  const { build, language } = context;
  const cell = (kind: string, ...children: Child[]) =>
    build.html("span", { class: kind }, ...children);
  return linked(
    audit,
    "audited",
    context,
    cell("what", what(audit, context)),
    cell(
      "number",
      cell("key", say(language, "audit.stated")),
      fullValue(audit.observation, context),
    ),
    cell("number", cell("key", say(language, "audit.recomputed")), recomputedText(audit, context)),
    strip(audit, x, most, context),
    cell("allowed", allowedText(audit, context)),
  );
}

/** In the order of how much they ask of the reader. */
const order = ["mismatch", "rounding", "ok"];

function section(title: string, count: number, list: Child, { build }: ChartContext): Child {
  return [build.html("h4", {}, title, build.html("small", {}, ` ${count}`)), list];
}

function missingItem(observation: Observation, context: ChartContext): Child {
  const { build, language } = context;
  return build.html(
    "li",
    {
      class: "mark missing",
      role: "img",
      tabindex: -1,
      "data-missing": observation.missing,
      "aria-label": accessibleName(observation, context),
    },
    [
      regionName(context, observation.region_id),
      say(language, `missing.${observation.missing ?? "not_reported"}`),
    ].join(punctuation[language].colon),
  );
}

/**
 * Stated figures beside what their own parts give, by verdict: each row a strip whose band is what
 * rounding and truncation allow, on a scale of units of the last place stated, so that a count, a
 * rate and a sum of money can stand below each other. Rows carry `recomputed`, `allowed_low`,
 * `allowed_high` and `verdict`, as the table `checks` has them.
 */
export function audit(observations: readonly Observation[], context: ChartContext): HTMLElement {
  const { build, language } = context;
  const audits = observations.filter(isPresent).map((one) => auditOf(one, context));
  const missing = observations.filter(isAbsent);
  const isEqual = (one: Audit) => one.recomputed === one.observation.value;
  const unequal = audits.filter((one) => !isEqual(one));
  const equal = audits.filter(isEqual);
  const { x, most } = placeOver(unequal);
  const verdicts = [...order, ...new Set(unequal.map(({ verdict }) => verdict))];
  const groups = [...new Set(verdicts)].map((verdict) => ({
    title: verdictText(verdict, context) ?? say(language, "audit.none"),
    members: unequal.filter((one) => one.verdict === verdict),
  }));
  const list = (kind: string, ...items: Child[]) => build.html("ul", { class: kind }, ...items);
  return build.html(
    "div",
    { class: "audit" },
    unequal.length > 0 ? build.html("p", { class: "key" }, say(language, "audit.key")) : null,
    groups
      .filter(({ members }) => members.length > 0)
      .map(({ title, members }) => {
        const rows = members
          .toSorted((a, b) => far(b) - far(a))
          .map((one) => row(one, x, most, context));
        return section(title, members.length, list("rows", rows), context);
      }),
    equal.length > 0
      ? section(
          say(language, "audit.equal"),
          equal.length,
          list(
            "equal",
            equal.map((one) =>
              linked(
                one,
                "plain",
                context,
                what(one, context),
                " ",
                fullValue(one.observation, context),
              ),
            ),
          ),
          context,
        )
      : null,
    missing.length > 0
      ? section(
          say(language, "missing.group"),
          missing.length,
          list(
            "equal",
            missing.map((one) => missingItem(one, context)),
          ),
          context,
        )
      : null,
  );
}

function far(one: Audit): number {
  return one.recomputed === null ? 0 : Math.abs(distance(one, one.recomputed));
}
