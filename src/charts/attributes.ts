import type { Attributes } from "../dom/index.ts";
import type { Source } from "../domain/index.ts";
import { accessibleName, evidenceId, type Observation } from "../figures/index.ts";
import type { ChartContext } from "./context.ts";

/** What a mark rests on, and what it is called. */
export interface Grounds {
  /** A fact or an operation over facts; several where the mark stands for several numbers. */
  readonly evidence: readonly string[];
  readonly facts: readonly string[];
  readonly kind: Source["kind"];
  readonly label: string;
  /** The mark stands for a group of rows, be it of one; false by default. */
  readonly isGroup?: boolean;
}

/** In a notebook the list of clauses below the text has the first of its facts. */
function inNotebook({ evidence, facts, isGroup = false }: Grounds): Attributes {
  return {
    href: `#fact-${facts[0] ?? ""}`,
    "data-fact": facts.join(" "),
    [isGroup ? "data-several" : "data-evidence"]: evidence.join(" "),
  };
}

/** The attributes of a mark that leads to what it rests on; a link that leads nowhere is none. */
export function groundedAttributes(
  grounds: Grounds,
  { leads }: ChartContext,
): Attributes & { readonly "aria-label": string } {
  const { evidence, facts, kind, label } = grounds;
  const lead = leads ? leads(evidence, facts) : inNotebook(grounds);
  const none = { role: "img", "data-unsourced": true };
  return { ...(lead ?? none), "data-source": kind, "aria-label": label };
}

/** The attributes of a mark that stands for what has no value. */
export function missingAttributes(observation: Observation, context: ChartContext) {
  return {
    class: "mark missing",
    role: "img",
    tabindex: -1,
    "data-missing": observation.missing,
    "aria-label": accessibleName(observation, context),
  };
}

/** The attributes that every mark, cell and number with a value carries. */
export function evidenceAttributes(
  observation: Observation,
  context: ChartContext,
  label = accessibleName(observation, context),
): Attributes & { readonly "aria-label": string } {
  const { source, value } = observation;
  // A source belongs to the number that it was judged for.
  if (source.kind !== "none" && source.value !== value)
    throw new Error(`invalid source: of ${source.value}, not of ${String(value)}`);
  const { kind, facts } = source;
  if (kind !== "none")
    return groundedAttributes({ evidence: [evidenceId(observation)], facts, kind, label }, context);
  const plain = { role: "img", tabindex: -1, "data-unsourced": true };
  return { ...plain, "data-source": kind, "aria-label": label };
}
