import { evidenceAttributes, missingAttributes, symbol } from "../../charts/index.ts";
import { isAbsent, type Observation } from "../../figures/index.ts";
import type { Press } from "./block.ts";
import { symbolRun, type Run, type Told } from "./inline.ts";

/** What a mark is called and stands for: the same as in the page. */
export function toldOf(observation: Observation, { context }: Press): Told {
  return isAbsent(observation)
    ? missingAttributes(observation, context)
    : evidenceAttributes(observation, context);
}

/** The symbol in a line of text, under a name of its own where it has one. */
export function markRun(observation: Observation, press: Press, name?: string): Run {
  const told = toldOf(observation, press);
  return symbolRun(
    symbol(observation, press.context),
    name === undefined ? told : { ...told, "aria-label": name },
  );
}
