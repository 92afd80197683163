import type { Fact } from "../types.ts";
import type { Rule } from "./context.ts";

/** Groups of metrics whose cases or records pass through stages. */
const staged: readonly string[] = ["penalties", "approval_licensing"];

/** The stage counted fits the metric: a case filed is not one imposed, and a hazard has no stage. */
export const basisRule: Rule<Fact> = function* ({ metric_id, count_basis }, { metrics }) {
  const theme = metrics.get(metric_id)?.theme;
  if (count_basis === null || theme === undefined) return;
  const isFiling = metric_id.startsWith("cases_filed");
  if (!staged.includes(theme) || (isFiling && count_basis !== "filed"))
    yield `invalid count_basis: ${count_basis} on ${metric_id}`;
};
