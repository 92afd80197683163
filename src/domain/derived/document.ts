import { formulaOf } from "../lineage.ts";
import type { Language } from "../types.ts";
import {
  derivedDefinitions,
  operandAccidents,
  operandParts,
  operandScopes,
} from "./definitions/index.ts";
import type { DerivedDefinition, Join } from "./definitions/index.ts";

const texts = {
  zh: {
    title: "推算指标",
    lead: "只在报告、地区、范围、部分、期间都对得上时才算；每个结果都带着来源数字、算式和提示，状态为“推算”，保留十二位有效数字，显示五位。第二次出现的数字、计划和拟定的数字不参加推算。",
    head: ["指标", "算式", "单位", "来源数字"],
  },
  en: {
    title: "Derived metrics",
    lead: "Computed only where report, region, scope, part and period agree; each result carries its parents, formula and caveats, has the status “derived”, is kept to twelve significant digits and shown to those that its weakest operand bears. Second mentions, plans and proposals are left out.",
    head: ["metric", "formula", "unit", "operands"],
  },
} as const;

/** How the operands of a derived metric belong together. */
export const derivedJoinWords: Readonly<Record<Join, Readonly<Record<Language, string>>>> = {
  same: { zh: "同一范围、同一期间", en: "one scope and period" },
  parts: { zh: "全辖区与本局，同一期间", en: "whole jurisdiction and bureau, one period" },
  years: { zh: "同一范围，本年与上年", en: "one scope, this year and the year before" },
  limits: {
    zh: "同一事项，现时限与所比时限",
    en: "one set of items, the time and what it is against",
  },
  accidents: { zh: "全部处罚与事前处罚", en: "all penalties and those before accidents" },
};

/** The formula of a definition over its operands' ids, with their scopes where these differ. */
export function formulaOfDefinition(definition: DerivedDefinition): string {
  const scopes = operandScopes(definition);
  const years = definition.join === "years" ? ["now", "before"] : null;
  const accidents = operandAccidents(definition)?.map(([first]) =>
    first === "before" ? "before_accident" : "all",
  );
  const parts = operandParts(definition)?.map(([first]) => first ?? null);
  const labels = scopes ?? years ?? accidents ?? parts;
  return formulaOf(
    definition.operation,
    definition.operands.map((metric, index) =>
      labels?.[index] ? `${metric}[${labels[index]}]` : metric,
    ),
  );
}

/** The table of derived metrics as Markdown in one language. */
export function derivedDocument(language: Language): string {
  const { title, lead, head } = texts[language];
  const rows = derivedDefinitions.map((definition) => [
    `${definition[language]} (\`${definition.id}\`)`,
    `\`${formulaOfDefinition(definition)}\``,
    definition.unit,
    derivedJoinWords[definition.join][language],
  ]);
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const lines = [line(head), line(head.map(() => "---")), ...rows.map(line)];
  return [`## ${title}`, lead, lines.join("\n")].join("\n\n");
}
