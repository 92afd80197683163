import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Fact } from "../../../src/domain/index.ts";
import { extract } from "../../../src/extract/index.ts";
import type { Extraction, ExtractionCatalogue } from "../../../src/extract/index.ts";

/** What the annotation calls by a metric of its own and the tables by a column. */
export const renamed: Readonly<
  Record<string, readonly [metric: string, accident: Fact["accident"]]>
> = {
  penalty_amount_pre_accident: ["penalty_amount", "before"],
  penalty_cases_pre_accident: ["penalty_cases", "before"],
  cases_filed_pre_accident: ["cases_filed", "before"],
  penalty_amount_per_case_pre_accident: ["mean_fine_per_case_filed", "before"],
  criminal_referrals_pre_accident: ["criminal_referrals", "before"],
  criminal_referrals_accident: ["criminal_referrals", "after"],
  criminal_referral_persons_accident: ["criminal_referral_persons", "after"],
};

export function readLines<T>(path: string): T[] {
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);
}

/** Reads a text under a name, as `npm run extract` does a file. */
export function readText(text: string, catalogue: ExtractionCatalogue, reportId = "r"): Extraction {
  const sha256 = createHash("sha256").update(text).digest("hex");
  return extract({ reportId, text, sha256 }, catalogue);
}
