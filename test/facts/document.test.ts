import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { rulesFile, rulesPage } from "../../bin/rules.ts";
import { derivedDefinitions, ruleDocument, ruleEntries, ruleIds } from "../../src/facts/index.ts";

it("docs/comparability.md is that of the rule table", async () => {
  expect(readFileSync(rulesFile, "utf8")).toBe(await rulesPage());
});

it("the document names every rule, its codes and its source, and every derived metric", async () => {
  const page = await rulesPage();
  for (const id of ruleIds) expect(page).toContain(`(\`${id}\`)`);
  for (const { id } of derivedDefinitions) expect(page).toContain(`(\`${id}\`)`);
  for (const entry of ruleEntries("en")) {
    expect(page.replace(/\s+/g, " ")).toContain(entry.source);
    expect(entry.sentence).not.toMatch(/[{}]/);
    expect(entry.verdicts.length).toBeGreaterThan(0);
  }
});

it("the English document has no Chinese but the units it quotes", () => {
  const text = ruleDocument("en").replaceAll("家 vs 家次 vs 案件", "");
  expect(text).not.toMatch(/\p{Script=Han}/u);
});
