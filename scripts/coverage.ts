import { byId, coverages, factsOf, yearOf } from "../src/domain/index.ts";
import type { Coverage, Dataset, Fact, Region, Report } from "../src/domain/index.ts";

const names: Readonly<Record<Coverage, string>> = {
  full: "core (read whole)",
  opening: "companion (opening read)",
};
const heads = [
  "corpus",
  "reports",
  "regions",
  "provinces",
  "figures",
  "metrics",
  "years",
  "verbatim clause",
  "page address",
  "share with a source",
];

/** A Markdown table: one row a corpus and one for both, with what each holds and can prove. */
export function coverageTable(dataset: Dataset): string[] {
  const rows = coverages.map((coverage) =>
    rowOf(
      names[coverage],
      dataset,
      dataset.reports.filter((report) => report.coverage === coverage),
    ),
  );
  const all = [heads, ...rows, rowOf("both", dataset, dataset.reports)];
  return aligned(all);
}

function rowOf(name: string, dataset: Dataset, reports: readonly Report[]): string[] {
  const known = byId(reports, "report_id");
  const regions = byId(dataset.regions, "region_id");
  const facts = factsOf(dataset).filter(({ report_id }) => known.has(report_id));
  const hasClause = (fact: Fact) => fact.alignment === "exact";
  const hasPage = (fact: Fact) => typeof known.get(fact.report_id)?.url === "string";
  const sourced = facts.filter((fact) => hasClause(fact) || hasPage(fact)).length;
  const years = facts.flatMap((fact) => yearOf(fact) ?? []);
  return [
    name,
    String(reports.length),
    distinct(facts.map(({ region_id }) => region_id)),
    distinct(facts.map((fact) => provinceOf(fact, regions))),
    String(facts.length),
    distinct(facts.map(({ metric_id }) => metric_id)),
    facts.length === 0 ? "" : `${Math.min(...years)}–${Math.max(...years)}`,
    String(facts.filter(hasClause).length),
    String(facts.filter(hasPage).length),
    facts.length === 0 ? "" : `${Math.round((sourced / facts.length) * 1000) / 10} %`,
  ];
}

function provinceOf({ region_id }: Fact, regions: ReadonlyMap<string, Region>): string {
  return regions.get(region_id)?.province ?? region_id;
}

function distinct(values: readonly string[]): string {
  return String(new Set(values).size);
}

/** Columns as wide as their widest cell and never under three, as Prettier writes them; numbers to the right. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(3, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => pad(cell, at, widths[at] ?? 0)).join(" | ")} |`;
  const rule = widths.map((width, at) =>
    at === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  const [head = "", ...body] = rows.map(line);
  return [head, `| ${rule.join(" | ")} |`, ...body];
}

function pad(cell: string, at: number, width: number): string {
  return at === 0 ? cell.padEnd(width) : cell.padStart(width);
}
