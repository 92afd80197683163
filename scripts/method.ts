/** Writes the rules into notebooks/method.md from the tables of the domain; see scripts/rules.ts. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import {
  caveats,
  caveatWords,
  codeListText,
  derivedDefinitions,
  formulaOf,
  groupOfRule,
  identityWords,
  languages,
  missingEntries,
  operandScopes,
  refusals,
  refusalWords,
  ruleEntries,
  ruleGroups,
  ruleGroupWords,
  ruleIds,
  ruleLead,
  verdictWords,
  derivedJoinWords,
} from "../src/domain/index.ts";
import type { DerivedDefinition, Language, Metric, RuleEntry } from "../src/domain/index.ts";
import { formatQuantity, say } from "../src/words/index.ts";

export const methodFile = fileURLToPath(new URL("../notebooks/method.md", import.meta.url));

/** What is generated stands in divs of five colons with a name: `::::: {#rules .generated}`. */
const section = (name: string) =>
  new RegExp(`(?<=^::::: \\{#${name} \\.generated\\}\\n)[\\s\\S]*?(?=^:::::$)`, "m");

type Text = (language: Language) => string;

/** The same in both languages, each in a div of its own. */
function both(text: Text): string {
  return languages.map((language) => `::: {lang=${language}}\n${text(language)}\n:::`).join("\n\n");
}

/** A section that others can link to, whatever the page's language. */
function anchored(id: string, text: Text): string {
  return `:::: {#${id} .rule}\n${both(text)}\n::::`;
}

const pick = <T>(language: Language, zh: T, en: T): T => (language === "zh" ? zh : en);
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const stop = (language: Language, text: string) => text + pick(language, "。", ".");
const listed = (language: Language, items: readonly string[]) =>
  items.join(pick(language, "、", ", "));
const detail = (language: Language, parts: readonly string[]) =>
  `::: {.detail}\n${parts.filter(Boolean).join(pick(language, "", " "))}\n:::`;

/** Names of columns in a sentence as code. */
function codeMarked(text: string, columns: readonly string[]): string {
  const names = columns.filter((name) => name.includes("_"));
  return names.reduce((marked, name) => marked.replaceAll(name, `\`${name}\``), text);
}

function ruleText(entry: RuleEntry, language: Language): string {
  const t = (zh: string, en: string) => pick(language, zh, en);
  const sentence = t(`图上写：“${entry.sentence}。”`, `On the page: “${upper(entry.sentence)}.”`);
  const columns = listed(
    language,
    entry.columns.map((column) => `\`${column}\``),
  );
  const cut = entry.breaks ? t("折线在此断开。", "A line over time is cut there.") : "";
  return [
    `#### ${upper(entry.title)}`,
    stop(language, upper(codeMarked(entry.rule, entry.columns))),
    sentence,
    detail(language, [
      stop(language, `${t("结论：", "Verdict: ")}**${listed(language, entry.verdicts)}**`),
      stop(language, t("列：", "Columns: ") + columns),
      entry.codes === null
        ? ""
        : stop(language, t("SDMX / Eurostat：", "SDMX / Eurostat: ") + entry.codes),
      cut,
      entry.source === null ? "" : stop(language, t("依据：", "Source: ") + entry.source),
    ]),
  ].join("\n\n");
}

/** The rules of comparability by what they ask, with a list of all before them. */
export function rulesSection(): string {
  const entries = Object.fromEntries(languages.map((l) => [l, ruleEntries(l)]));
  const entryOf = (id: string, language: Language) =>
    entries[language]?.find((entry) => entry.id === id) as RuleEntry;
  const idsOf = (group: string) => ruleIds.filter((id) => groupOfRule[id] === group);
  const contents: Text = (language) =>
    ruleGroups
      .map((group) => {
        const links = idsOf(group).map((id) => `[${entryOf(id, language).title}](#rule-${id})`);
        const name = ruleGroupWords[group][language];
        return `- **${name}** ${listed(language, links)}`;
      })
      .join("\n");
  return [
    both((language) => `${ruleLead(language)}\n\n${contents(language)}`),
    ...ruleGroups.flatMap((group) => [
      both((language) => `### ${ruleGroupWords[group][language]}`),
      ...idsOf(group).map((id) =>
        anchored(`rule-${id}`, (language) => ruleText(entryOf(id, language), language)),
      ),
    ]),
    both(codeListText),
  ].join("\n\n");
}

/** The kinds of missing with their SDMX status. */
export function missingSection(): string {
  const kinds = missingEntries("zh").map(({ kind }) => kind);
  return kinds
    .map((kind) =>
      anchored(`missing-${kind}`, (language) => {
        const entry = missingEntries(language).find((one) => one.kind === kind);
        const name = say(language, `missing.${kind}`);
        return [
          `### ${upper(name)}`,
          stop(language, upper(entry?.title ?? "")) +
            pick(language, "", " ") +
            say(language, `key.${kind}.long`),
          detail(language, [
            stop(
              language,
              [`\`${kind}\``, entry?.status && `SDMX ${entry.status}`].filter(Boolean).join(" · "),
            ),
          ]),
        ].join("\n\n");
      }),
    )
    .join("\n\n");
}

function formulaText(
  definition: DerivedDefinition,
  metrics: ReadonlyMap<string, Metric>,
  language: Language,
): string {
  const scopes = operandScopes(definition);
  const years = [pick(language, "本年", "this year"), pick(language, "上年", "the year before")];
  const names = definition.operands.map((id, at) => {
    const scope = scopes?.[at];
    const label = scope
      ? say(language, `scope.${scope}.short`)
      : definition.join === "years"
        ? years[at]
        : null;
    const name = metrics.get(id)?.[language] ?? id;
    return label ? pick(language, `${label}${name}`, `${name} (${label})`) : name;
  });
  const formula = formulaOf(definition.operation, names);
  return pick(language, formula.replaceAll("(", "（").replaceAll(")", "）"), formula);
}

/** Each derived metric, then when none is given and what is said beside one. */
export function derivedSection(metrics: ReadonlyMap<string, Metric>): string {
  const words = (texts: readonly string[]) => texts.map((text) => `- ${upper(text)}`).join("\n");
  const unitOf = ({ unit }: DerivedDefinition, language: Language) =>
    language === "zh"
      ? `单位：${unit}。`
      : `Unit: ${unit}, as in “${formatQuantity({ value: 2, unit, qualifier: "exact", thing: null }, "en")}”.`;
  return [
    ...derivedDefinitions.map((definition) =>
      anchored(`derived-${definition.id}`, (language) =>
        [
          `### ${definition[language]}`,
          stop(language, formulaText(definition, metrics, language)),
          detail(language, [
            unitOf(definition, language),
            stop(
              language,
              pick(language, "来源：", "Operands: ") + derivedJoinWords[definition.join][language],
            ),
          ]),
        ].join("\n\n"),
      ),
    ),
    both((language) =>
      [
        pick(language, "### 何时不算", "### When none is given"),
        words(refusals.map((refusal) => refusalWords[refusal][language])),
        pick(language, "### 结果旁的提示", "### What is said beside a result"),
        words(caveats.map((caveat) => caveatWords[caveat][language])),
      ].join("\n\n"),
    ),
  ].join("\n\n");
}

/** What is recomputed, and what each verdict allows. */
export function auditSection(): string {
  const verdicts = Object.entries(verdictWords);
  return [
    ...verdicts.map(([id, { title, rule }]) =>
      anchored(`verdict-${id}`, (language) =>
        [`### ${upper(title[language])}`, stop(language, upper(rule[language]))].join("\n\n"),
      ),
    ),
    both((language) =>
      [
        pick(language, "### 重算什么", "### What is recomputed"),
        Object.values(identityWords)
          .map(({ title, formula, note }) => {
            const added = note ? pick(language, "；", "; ") + note[language] : "";
            return `- **${upper(title[language])}** ${formula}${added}`;
          })
          .join("\n"),
      ].join("\n\n"),
    ),
  ].join("\n\n");
}

/** The notebook with its generated sections as the tables have them. Throws `missing section: …`. */
export async function methodPage(metrics: ReadonlyMap<string, Metric>): Promise<string> {
  const sections = {
    rules: rulesSection(),
    missing: missingSection(),
    derived: derivedSection(metrics),
    audit: auditSection(),
  };
  let page = await readFile(methodFile, "utf8");
  for (const [name, text] of Object.entries(sections)) {
    if (!section(name).test(page)) throw new Error(`missing section: ${name}`);
    page = page.replace(section(name), () => `${text}\n`);
  }
  return page;
}
