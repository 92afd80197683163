import { recomputeAll } from "./audit.ts";
import { byId } from "./catalogue.ts";
import type { TableName, TableRows } from "./columns.ts";
import { proposeIdentities } from "./proposals/index.ts";
import type { Check, Fact, Identity, Metric, ProposalRow, Region, Report, Theme } from "./types.ts";

/** The figures of one file, `facts/<report_id>.json`. */
export interface FactFile {
  readonly file: string;
  readonly facts: readonly Fact[];
}

/** Everything that is curated in `data/`, as read from its files. */
export interface Dataset {
  readonly reports: readonly Report[];
  readonly metrics: readonly Metric[];
  readonly themes: readonly Theme[];
  readonly regions: readonly Region[];
  readonly identities: readonly Identity[];
  readonly factFiles: readonly FactFile[];
}

/** A fault in the curated data: which file, which row (its id, or `[index]`), and what. */
export interface DataProblem {
  readonly file: string;
  readonly id: string;
  readonly message: string;
}

/** All figures, report after report in the order of the files. */
export function factsOf(dataset: Dataset): Fact[] {
  return dataset.factFiles.flatMap(({ facts }) => facts);
}

/** The identities recomputed. Throws where an operand is unknown: validate first. */
export function checksOf(dataset: Dataset): Check[] {
  const facts = byId(factsOf(dataset), "fact_id");
  return recomputeAll(dataset.identities, facts);
}

/** The rows of the tables. Expects a valid data set. */
export function tablesOf(dataset: Dataset): { readonly [T in TableName]: readonly TableRows[T][] } {
  return {
    facts: factsOf(dataset),
    reports: dataset.reports,
    metrics: dataset.metrics,
    themes: dataset.themes,
    regions: dataset.regions,
    checks: checksOf(dataset),
    proposals: proposalRows(dataset),
  };
}

function proposalRows(dataset: Dataset): ProposalRow[] {
  const { identities } = dataset;
  return proposeIdentities(factsOf(dataset), { identities }).map(({ kind, check, score }) => ({
    proposal_id: check.check_id,
    report_id: check.report_id,
    kind,
    identity: check.identity,
    operation: check.operation,
    operands: check.operands,
    stated_fact: check.stated_fact ?? "",
    stated: check.stated ?? NaN,
    recomputed: check.recomputed,
    difference: check.difference ?? NaN,
    verdict: check.verdict,
    allowed_low: check.allowed_low,
    allowed_high: check.allowed_high,
    score,
  }));
}
