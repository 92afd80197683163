import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";

/** A row of a figure's `data.csv`, as far as another library draws it. */
export interface Row {
  readonly group: string;
  readonly region: string;
  readonly label: string;
  /** null where it is missing. */
  readonly value: number | null;
  readonly unit: string;
  /** What is said of a missing value, such as 未报告; else "". */
  readonly missing: string;
  readonly report: string;
  /** Beginning of the clause that states it, or "". */
  readonly clause: string;
}

type Field = "region_zh" | "metric_zh" | "per" | "period_start" | "scope" | "subset" | "unit";
type Cells = Readonly<
  Record<Field | "value" | "missing_zh" | "report_zh" | "clause" | "detail_zh", string>
>;

/** The rows of a built figure, in their order. */
export function figureRows(dist: string, id: string): readonly Row[] {
  const text = readFileSync(join(dist, "embed", id, "data.csv"), "utf8").replace(/^\uFEFF/, "");
  return Papa.parse<Cells>(text, { header: true, skipEmptyLines: true }).data.map(toRow);
}

/** Chinese words for the keys that the other charts show. */
const words: Readonly<Record<string, string>> = {
  bureau: "本局",
  jurisdiction_total: "全辖区",
  delegated_townships: "受委托镇街园区",
  penalty_cases: "按处罚案件数",
  cases_filed: "按立案数",
};

function toRow(cells: Cells): Row {
  const { region_zh: region, metric_zh: metric, per, period_start: start, scope, subset } = cells;
  const detail = [start.slice(0, 4), words[scope] ?? scope, subset.split(":")[1]];
  return {
    group: [metric, words[per] ?? per].filter(Boolean).join("，"),
    region,
    label: [region, ...detail].filter(Boolean).join(" "),
    value: cells.value === "" ? null : Number(cells.value),
    unit: cells.unit,
    missing: cells.missing_zh,
    report: cells.report_zh,
    clause: cells.clause.split(" | ")[0] ?? "",
  };
}
