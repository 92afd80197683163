import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { examplesFile, examplesPage, statementsOf } from "../../scripts/examples.ts";

const text = readFileSync(examplesFile, "utf8");

describe("the SQL examples of docs/data-model.md", () => {
  it("run on the real engine and have the answers that stand below them", async () => {
    expect(await examplesPage(text)).toBe(text);
  }, 180_000);

  it.each(["derived", "headline", "figures", "comparisons", "comparability\\(", "checks"])(
    "are at least three for %s",
    (name) => {
      const asked = statementsOf(text).filter((sql) => new RegExp(`FROM ${name}`).test(sql));
      expect(asked.length).toBeGreaterThanOrEqual(3);
    },
  );
});
