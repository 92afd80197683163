import { evidenceAttributes, missingAttributes, symbol } from "../../charts/index.ts";
import { isAbsent, type Observation } from "../../figures/index.ts";
import type { LayoutContext } from "./block.ts";
import { symbolRun, type Run, type Told } from "./inline.ts";

/** What a mark is called and stands for: the same as in the page. */
export function toldOf(observation: Observation, { context }: LayoutContext): Told {
  return isAbsent(observation)
    ? missingAttributes(observation, context)
    : evidenceAttributes(observation, context);
}

/** The symbol in a line of text, under a name of its own where it has one. */
export function markRun(observation: Observation, layout: LayoutContext, name?: string): Run {
  const told = toldOf(observation, layout);
  return symbolRun(
    symbol(observation, layout.context),
    name === undefined ? told : { ...told, "aria-label": name },
  );
}
