import approval from "./lexicon/approval.json" with { type: "json" };
import capacity from "./lexicon/capacity.json" with { type: "json" };
import lists from "./lexicon/lists.json" with { type: "json" };
import inspections from "./lexicon/inspections.json" with { type: "json" };
import neighbours from "./lexicon/neighbours.json" with { type: "json" };
import norms from "./lexicon/norms.json" with { type: "json" };
import penalties from "./lexicon/penalties.json" with { type: "json" };
import powers from "./lexicon/powers.json" with { type: "json" };
import publicity from "./lexicon/publicity.json" with { type: "json" };
import type { Fact } from "../domain/index.ts";
import { countersOf } from "./counters.ts";
import { LiteralMatcher } from "./trie.ts";
import type { Hit } from "./trie.ts";

/** Columns of a figure that a rule decides by itself. */
export type RuleColumns = Partial<
  Pick<Fact, "accident" | "baseline" | "confiscations" | "count_basis" | "counted_as" | "subset">
>;

/** A rule as the files in `lexicon/` write it; docs/extraction.md says what each member means. */
interface WrittenRule {
  readonly rule: string;
  readonly metric?: string;
  readonly group?: string;
  readonly counters: readonly string[];
  readonly left?: readonly string[];
  readonly right?: readonly string[];
  readonly needs?: readonly string[];
  readonly near?: readonly string[];
  readonly by_counter?: boolean;
  readonly not?: readonly string[];
  readonly after?: readonly string[];
  readonly carry?: boolean;
  readonly parallel?: boolean;
  readonly general?: boolean;
  readonly tight?: readonly string[];
  readonly set?: Readonly<Record<string, string>>;
  readonly part_of?: string;
  readonly point?: boolean;
  readonly remainder?: boolean;
  readonly numerals?: string;
  readonly scope?: string;
  readonly example: string | readonly (string | number)[];
  readonly counter_example?: string;
  /** The same metric by other words in another context, by the end of its name. */
  readonly also?: Readonly<Record<string, WrittenContext>>;
}

/** What counts stays as the rule has it; how it is told is told anew. */
type WrittenContext = Omit<WrittenRule, "rule" | "also" | "counters"> &
  Partial<Pick<WrittenRule, "counters">>;

/** How figures of a metric, or of none of ours, are told in a text. */
export interface LexiconRule {
  readonly id: string;
  /** Null for a figure that is known and of no metric of ours. */
  readonly metric: string | null;
  /** Rules of one group continue each other: 检查93家、197次. */
  readonly group: string;
  readonly counters: ReadonlySet<string>;
  /** One of these stands before the number, or in its clause. */
  readonly needs: readonly string[];
  /** One of these stands anywhere in the sentence. */
  readonly near: readonly string[];
  /** The counter says enough without any word: 家次. */
  readonly isByCounter: boolean;
  /** None of these stands with the number, from the one before it on. */
  readonly not: readonly string[];
  /** Words that count only right before the number: 查处 has many objects. */
  readonly tight: readonly string[];
  /** The figure before it is of one of these metrics or rules. */
  readonly after: readonly string[];
  /** A number without a word of its own may go on with this metric. */
  readonly carries: boolean;
  /** So may one behind the name of another item: 企业开办1天、财产登记2天. */
  readonly isParallel: boolean;
  /** Its words name other things too, so it is less sure. */
  readonly isGeneral: boolean;
  readonly set: RuleColumns;
  /** The metric whose total this is a part of. */
  readonly partOf: string | null;
  /** A stock at one moment, whatever period the report is of. */
  readonly isPoint: boolean;
  /** What is stated is what is left, 100 minus the metric. */
  readonly isRemainder: boolean;
  /** A Chinese numeral counts too: 两道审查. */
  readonly takesChinese: boolean;
  readonly scope: Fact["scope"] | null;
}

/** One way of telling: a text, or several in order with anything between (审核…规范性文件). */
export interface SurfaceForm {
  readonly rule: LexiconRule;
  /** Before the number, or behind it. */
  readonly side: "left" | "right";
  readonly parts: readonly string[];
  /** Anything may stand between number and form (…生产安全事故). */
  readonly isLoose: boolean;
}

const files: readonly (readonly WrittenRule[])[] = [
  penalties,
  inspections,
  approval,
  powers,
  norms,
  publicity,
  capacity,
  neighbours,
];

/** Further contexts come behind the rules of their file: of words alike the first rule wins. */
const written: readonly WrittenRule[] = files.flatMap((rules) => [
  ...rules,
  ...rules.flatMap((rule) =>
    Object.entries(rule.also ?? {}).map(([name, context]) => contextOf(rule, name, context)),
  ),
]);

function contextOf(rule: WrittenRule, name: string, context: WrittenContext): WrittenRule {
  const { metric, group, counters, set, part_of, point, remainder, scope, numerals } = rule;
  const counted = { metric, group, counters, set, part_of, point, remainder, scope, numerals };
  return { ...definedOf(counted), ...context, rule: `${rule.rule}-${name}` } as WrittenRule;
}

function definedOf<T extends object>(members: T): Partial<T> {
  const entries = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<T>;
}

/** Words, of which one with @ names a list of `lexicon/lists.json`. */
function wordsOf(words: readonly string[] = []): readonly string[] {
  const named: Readonly<Record<string, readonly string[]>> = lists;
  return words.flatMap((word) =>
    word.startsWith("@") ? (named[word.slice(1)] ?? [word]) : [word],
  );
}

function ruleOf(rule: WrittenRule): LexiconRule {
  return {
    id: rule.rule,
    metric: rule.metric ?? null,
    group: rule.group ?? rule.rule,
    counters: countersOf(rule.counters),
    needs: wordsOf(rule.needs),
    near: wordsOf(rule.near),
    isByCounter: rule.by_counter ?? false,
    not: wordsOf(rule.not),
    tight: rule.tight ?? [],
    after: rule.after ?? [],
    carries: rule.carry ?? false,
    isGeneral: rule.general ?? rule.by_counter ?? false,
    isParallel: rule.parallel ?? false,
    set: (rule.set ?? {}) as RuleColumns,
    partOf: rule.part_of ?? null,
    isPoint: rule.point ?? false,
    isRemainder: rule.remainder ?? false,
    takesChinese: rule.numerals === "any",
    scope: (rule.scope ?? null) as Fact["scope"] | null,
  };
}

/** All rules, in the order of the files. */
export const lexicon: readonly LexiconRule[] = written.map(ruleOf);

/** What each rule gives as its examples; every one is a test. */
export const lexiconExamples = written.map(({ rule, metric, example, counter_example }) => ({
  rule,
  metric: metric ?? null,
  example: typeof example === "string" ? example : String(example[0]),
  value: typeof example === "string" ? null : Number(example[1]),
  counterExample: counter_example ?? null,
}));

const forms: readonly SurfaceForm[] = written.flatMap((rule, index) =>
  (["left", "right"] as const).flatMap((side) =>
    (rule[side] ?? []).map((form) => ({
      rule: lexicon[index] as LexiconRule,
      side,
      parts: form.split("…").filter((part) => part !== ""),
      isLoose: form.startsWith("…"),
    })),
  ),
);

/** The part of a form next to its number: by it the form is found. */
function anchorOf({ side, parts }: SurfaceForm): string {
  return (side === "left" ? parts.at(-1) : parts[0]) ?? "";
}

const byAnchor = new Map<string, SurfaceForm[]>();
for (const form of forms)
  byAnchor.set(anchorOf(form), [...(byAnchor.get(anchorOf(form)) ?? []), form]);
const matcher = new LiteralMatcher([...byAnchor.keys()]);
const formsByLiteral = [...byAnchor.values()];

/** The forms that a word found in a text may complete. */
export function formsOf({ literal }: Hit): readonly SurfaceForm[] {
  return formsByLiteral[literal] ?? [];
}

/**
 * The rule whose words a short stretch has, whatever number they belong to: of a cell of a table,
 * its row and column. The longest words win, a sure rule before a general one.
 */
export function ruleOfWords(text: string, counter: string): LexiconRule | null {
  let best: { rule: LexiconRule; length: number } | null = null;
  for (const hit of anchorsIn(text))
    for (const { rule, side, parts } of formsOf(hit)) {
      if (side !== "left" || !rule.counters.has(counter) || !isWhole(text, parts)) continue;
      if (rule.needs.length > 0 && !rule.needs.some((word) => text.includes(word))) continue;
      if (rule.after.length > 0 || rule.not.some((word) => text.includes(word))) continue;
      const length = parts.join("").length - (rule.isGeneral ? 100 : 0);
      if (!best || length > best.length) best = { rule, length };
    }
  return best?.rule ?? null;
}

function isWhole(text: string, parts: readonly string[]): boolean {
  let at = 0;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}

/** Where words of the lexicon stand in a folded text, in the order of their ends. */
export function anchorsIn(text: string): Hit[] {
  return matcher.find(text);
}
