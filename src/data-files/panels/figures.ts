import { builder } from "../../dom/index.ts";
import type { Row } from "../../engine/index.ts";
import {
  columnsOf,
  withoutFaulty,
  type DataProblem,
  type Dataset,
  type Fact,
  type Language,
} from "../../domain/index.ts";
import { excerpt, formatNumber, isRest } from "../../words/index.ts";
import { tableText } from "../../words/data-files.ts";

/** What a figure cannot be without. */
const needed = ["fact_id", "report_id", "metric_id", "region_id", "value", "unit", "period_start"];

/** Whether a table's columns are those of `facts`, so that its rows can be checked as figures. */
export function looksLikeFacts(columns: readonly string[]): boolean {
  return needed.every((name) => columns.includes(name));
}

export interface CheckedFigures {
  /** The rows without a problem, with the columns of `facts`. */
  readonly facts: readonly Fact[];
  readonly problems: readonly DataProblem[];
}

/**
 * Rows checked as `data/facts` is: shape by the schema, meaning by the rules, against the
 * reports, metrics and regions of `base`. A column that is not there is null; others are ignored.
 */
export async function checkFigures(
  rows: readonly Row[],
  base: Pick<Dataset, "reports" | "metrics" | "themes" | "regions">,
): Promise<CheckedFigures> {
  const { parseDataset } = await import("../../domain/parse.ts");
  const { dataset, problems } = parseDataset(filesOf(rows));
  const own = problems.filter(({ file }) => file.startsWith("facts/"));
  const sifted = withoutFaulty({ ...base, identities: [], factFiles: dataset.factFiles });
  return {
    facts: sifted.dataset.factFiles.flatMap(({ facts }) => facts),
    problems: [...own, ...sifted.problems.filter(({ file }) => file.startsWith("facts/"))],
  };
}

/** As the files of `data/`: one for each report. */
function filesOf(rows: readonly Row[]): Map<string, string> {
  const columns = columnsOf("facts");
  const files = new Map<string, Row[]>();
  for (const row of rows) {
    const file = `facts/${String(row["report_id"] ?? "")}.json`;
    const fact = Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null]));
    const list = files.get(file);
    if (list) list.push(fact);
    else files.set(file, [fact]);
  }
  return new Map([...files].map(([file, facts]) => [file, JSON.stringify(facts)]));
}

export interface CheckOptions {
  readonly document: Document;
  readonly language: Language;
  /** The rows of the table. */
  readonly rows: () => Promise<readonly Row[]>;
  readonly base: () => Promise<Parameters<typeof checkFigures>[1]>;
  /** Replaces the table by its faultless rows. */
  readonly onKeep: (facts: readonly Fact[]) => Promise<void>;
}

/** Problems listed at once. */
const most = 50;

/** The offer to check an imported table by the rules for figures, and what came of it. */
export function figureCheck({ document, language, rows, base, onKeep }: CheckOptions): HTMLElement {
  const { html } = builder(document);
  const button = html(
    "button",
    { type: "button", "data-check": "" },
    tableText(language, "own.check"),
  );
  const result = html("div", { role: "status" });
  const count = (value: number): string => formatNumber(value, language);
  const check = async (): Promise<void> => {
    button.disabled = true;
    const all = await rows();
    const { facts, problems } = await checkFigures(all, await base());
    if (problems.length === 0)
      return result.replaceChildren(
        html("p", {}, tableText(language, "own.check.fine", count(all.length))),
      );
    const keep = html(
      "button",
      { type: "button" },
      tableText(language, "own.check.keep", count(facts.length)),
    );
    keep.addEventListener("click", () => {
      keep.disabled = true;
      void onKeep(facts).then(() =>
        result.replaceChildren(
          html("p", {}, tableText(language, "own.check.kept", count(facts.length))),
        ),
      );
    });
    result.replaceChildren(
      html("p", {}, tableText(language, "own.check.found", count(all.length), count(facts.length))),
      html(
        "ul",
        { class: "own-problems" },
        excerpt(problems, most).map((one) =>
          isRest(one)
            ? html("li", {}, tableText(language, "own.more", one.left))
            : html("li", {}, html("code", {}, one.id), ` ${one.message}`),
        ),
      ),
      ...(facts.length > 0 ? [keep] : []),
    );
  };
  button.addEventListener("click", () => {
    check().catch((error: unknown) => {
      button.disabled = false;
      result.textContent = tableText(language, "file.error.failed", "", String(error));
    });
  });
  return html(
    "div",
    { class: "own-figures" },
    html("p", {}, tableText(language, "own.check.why")),
    button,
    result,
  );
}
