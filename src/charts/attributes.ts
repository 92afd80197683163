import type { ChartContext } from "./context.ts";
import { accessibleName, evidenceId, type Observation } from "../figures/index.ts";

/** Where a mark leads when no script runs: the clause in the list below the text. */
export function evidenceHref({ source: { facts } }: Observation): string {
  return `#fact-${facts[0] ?? ""}`;
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
export function evidenceAttributes(observation: Observation, context: ChartContext) {
  const label = accessibleName(observation, context);
  const { source, value } = observation;
  // A source belongs to the number that it was judged for.
  if (source.kind !== "none" && source.value !== value)
    throw new Error(`invalid source: of ${source.value}, not of ${String(value)}`);
  // A link that leads nowhere would promise a clause.
  if (source.kind === "none")
    return {
      ...{ role: "img", tabindex: -1, "data-unsourced": true, "data-source": source.kind },
      "aria-label": label,
    };
  return {
    href: evidenceHref(observation),
    "data-fact": source.facts.join(" "),
    "data-evidence": evidenceId(observation),
    "data-source": source.kind,
    "aria-label": label,
  };
}
