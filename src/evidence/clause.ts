import type { Builder } from "../dom/index.ts";
import type { Fact, Report } from "../domain/index.ts";
import { citation } from "./record.ts";

/** The clause cut at the figure: what stands before it, the figure, what stands after. */
export function splitClause(fact: Fact): readonly [string, string, string] | null {
  const { evidence, evidence_start, value_start, value_end } = fact;
  if (evidence === null || evidence_start === null || value_start === null || value_end === null)
    return null;
  const from = value_start - evidence_start;
  const to = value_end - evidence_start;
  return [evidence.slice(0, from), evidence.slice(from, to), evidence.slice(to)];
}

/** The clause as a quotation with the figure marked; null where no clause is held. */
export function clause({ html }: Builder, fact: Fact, report: Report): HTMLElement | null {
  const parts = splitClause(fact);
  if (!parts) return null;
  const [before, figure, after] = parts;
  return html(
    "blockquote",
    { cite: citation(report, fact), lang: "zh-CN" },
    before,
    html("mark", {}, figure),
    after,
  );
}
