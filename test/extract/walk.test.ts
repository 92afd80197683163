import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openCatalogue } from "../../scripts/extract/reading.ts";
import { readText } from "./score/gold.ts";

const notebook = readFileSync(
  fileURLToPath(new URL("../../notebooks/template.md", import.meta.url)),
  "utf8",
);

test("the example of the notebook “add your region” gives the figures that it names", async () => {
  const report = /```text\n([^]*?)```/.exec(notebook)?.[1] ?? "";
  const { facts, region } = readText(report, await openCatalogue());
  expect(region?.region?.region_id).toBe("shanwei");
  for (const told of [/找出(\d+)个数字/, /finds (\d+) figures/])
    expect(Number(told.exec(notebook)?.[1])).toBe(facts.length);
  const own = facts.filter(({ fact }) => fact.scope === "bureau" && fact.breakdown_of !== null);
  expect(own.length).toBe(4);
  for (const { fact } of own)
    expect(notebook).toContain(
      `('${fact.metric_id}', ${String(fact.value)}, '${fact.unit}', '${fact.value_text}', '${fact.scope}', '2022-01-01', '2022-12-31',`,
    );
});
