import type { Child } from "../dom/index.ts";
import {
  computeLineage,
  definitionOf,
  formulaOf,
  rangeOf,
  roundDerived,
  type Fact,
  type FigureRange,
  type LineageOperation,
  type RangeEnd,
} from "../domain/index.ts";
import { formatNumber, formatQuantity, say } from "../words/index.ts";
import { quantityOf, type Archive, type Evidence } from "./record.ts";
import type { ViewContext } from "./view.ts";

/** Operations that put a rate beside the number 100: a sign of per cent there would be wrong. */
const bare: readonly LineageOperation[] = ["complement", "speed_gain"];

/** The calculation over the figures as they are read: `105.91万元 ÷ 22件`. */
function formula(
  operation: LineageOperation,
  facts: readonly Fact[],
  { archive, language }: Pick<ViewContext, "archive" | "language">,
): string {
  const figures = facts.map((fact) =>
    bare.includes(operation)
      ? formatNumber(fact.value, language)
      : formatQuantity(quantityOf(archive, fact), language),
  );
  return formulaOf(operation, figures);
}

/** Where a derived number lies if the report leaves open what it holds; null where it does not. */
export function rangeIn({ lineage, facts }: Evidence, archive: Archive): FigureRange | null {
  return lineage.operation && rangeOf(lineage.operation, facts, archive.facts);
}

/** What a lineage gives: `(105.91万元 − 8.51万元) ÷ (22件 − 12件) = 9.74万元/件`. */
function calculation(
  operation: LineageOperation,
  facts: readonly Fact[],
  context: Pick<ViewContext, "archive" | "language">,
): { readonly value: string; readonly formula: string } {
  const { value: exact, unit } = computeLineage(operation, facts);
  const value = roundDerived(exact);
  const shown = formatQuantity({ value, unit }, context.language);
  const equals = value === exact ? "=" : "≈";
  return { value: shown, formula: `${formula(operation, facts, context)} ${equals} ${shown}` };
}

/** A derived number in words. */
export interface DerivedText {
  /** What it is; null where the calculation has no name of its own. */
  readonly name: string | null;
  readonly value: string;
  /** `105.91万元 ÷ 22件 ≈ 4.8141万元` */
  readonly formula: string;
}

/** What a derived number is, its value and the formula over its parents; null for a stated one. */
export function derivedText(
  { lineage, facts }: Evidence,
  context: Pick<ViewContext, "archive" | "language">,
): DerivedText | null {
  const { operation } = lineage;
  if (!operation) return null;
  const { language } = context;
  const name = definitionOf(operation, facts)?.[language] ?? null;
  return { name, ...calculation(operation, facts, context) };
}

/** Both ends of a range with their formulas, each for one way to read the report. */
function rangeView(context: ViewContext, { low, high }: FigureRange): Child {
  const { build, language } = context;
  const end = ({ operation, facts, fact_id }: RangeEnd) => {
    const word =
      operation === "quotient_of_differences" ? "evidence.range.inside" : "evidence.range.outside";
    const text = calculation(operation, facts, context).formula;
    return build.html("li", { "data-lineage": fact_id }, say(language, word, text));
  };
  // The calculation as stated may itself be an end: it stands above already.
  const ends = [low, high].filter(({ facts }) => facts.length > 2);
  return [
    build.html("p", { class: "note" }, say(language, "evidence.range")),
    build.html("ul", { class: "range" }, ends.map(end)),
  ];
}

/** The figures of both ends that are not operands of the number itself. */
export function besides({ facts }: Evidence, range: FigureRange | null): Fact[] {
  const all = range ? [...range.low.facts, ...range.high.facts] : [];
  return [...new Set(all)].filter((fact) => !facts.includes(fact));
}

export function derivedView(
  context: ViewContext,
  evidence: Evidence,
  range: FigureRange | null,
): Child {
  const derived = derivedText(evidence, context);
  if (!derived) return null;
  const { build, language } = context;
  return build.html(
    "section",
    { class: "derived" },
    derived.name === null ? null : build.html("h3", {}, derived.name),
    build.html("p", { class: "value" }, derived.value),
    build.html("p", { class: "formula" }, derived.formula),
    range && rangeView(context, range),
    build.html("p", { class: "note" }, say(language, "evidence.derived")),
  );
}
