import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { methodFile } from "../../scripts/method.ts";
import { methodNotebook, rulesFile, rulesPage } from "../../scripts/rules.ts";
import {
  comparabilityRules,
  derivedDefinitions,
  groupOfRule,
  languages,
  missingStatuses,
  ruleDocument,
  ruleEntries,
  ruleGroups,
  ruleIds,
  verdicts,
} from "../../src/domain/index.ts";

it("docs/comparability.md is that of the rule table", async () => {
  expect(readFileSync(rulesFile, "utf8")).toBe(await rulesPage());
});

it("the rules in notebooks/method.md are those of the tables", async () => {
  expect(readFileSync(methodFile, "utf8")).toBe(await methodNotebook());
});

it("the method notebook has a place to link to for every rule, kind, formula and verdict", () => {
  const page = readFileSync(methodFile, "utf8");
  const ids = [
    ...ruleIds.map((id) => `rule-${id}`),
    ...Object.keys(missingStatuses).map((kind) => `missing-${kind}`),
    ...derivedDefinitions.map(({ id }) => `derived-${id}`),
    ...verdicts.map((verdict) => `verdict-${verdict}`),
  ];
  expect(ids.filter((id) => !page.includes(`{#${id} .rule}`))).toEqual([]);
});

it("the groups of rules follow the order in which reasons are given", () => {
  const groups = ruleIds.map((id) => ruleGroups.indexOf(groupOfRule[id]));
  expect(groups).toEqual(groups.toSorted((a, b) => a - b));
  expect(new Set(groups).size).toBe(ruleGroups.length);
});

it("the document names every rule, its codes and its source, and every derived metric", async () => {
  const page = await rulesPage();
  for (const id of ruleIds) expect(page).toContain(`(\`${id}\`)`);
  for (const { id } of derivedDefinitions) expect(page).toContain(`(\`${id}\`)`);
  for (const entry of ruleEntries("en")) {
    if (entry.source !== null) expect(page.replace(/\s+/g, " ")).toContain(entry.source);
    expect(entry.sentence).not.toMatch(/[{}]/);
    expect(entry.verdicts.length).toBeGreaterThan(0);
  }
});

it("the English document has no Chinese", () => {
  expect(ruleDocument("en")).not.toMatch(/\p{Script=Han}/u);
});

it("rests on nothing that a reader cannot open", () => {
  const texts = languages.flatMap((language) => [
    ruleDocument(language),
    ...ruleEntries(language).map(({ source }) => source ?? ""),
  ]);
  for (const text of texts)
    expect(text).not.toMatch(/decision A\d|决定A|section \d|第\d节|annotation rules/);
});

it("gives a public code only where its definition is that of the difference", () => {
  // CL_OBS_STATUS 2.2: a break of a series by other content, and a value of low quality.
  const codes = ruleEntries("en").flatMap(({ id, codes }) => (codes === null ? [] : [[id, codes]]));
  expect(codes.filter(([, code]) => !code?.startsWith("B / b"))).toEqual([
    ["audit", "U / u low reliability"],
  ]);
  for (const [id] of codes.filter(([, code]) => code?.startsWith("B")))
    expect(comparabilityRules.find((rule) => rule.id === id)?.breaks).toBe(true);
  expect(missingStatuses).toEqual({
    not_reported: "O",
    not_read: "O",
    not_comparable: null,
    planned: null,
  });
});
