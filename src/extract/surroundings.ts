import type { Fact } from "../domain/index.ts";
import type { LexiconRule } from "./lexicon.ts";
import { anyOf, contextWords } from "./words.ts";

/** What the words before a number say of it, besides what it counts. */
export interface Surroundings {
  readonly scope: Fact["scope"] | null;
  readonly authority: Fact["authority"];
  readonly channel: Fact["channel"];
  readonly accident: "before" | "after" | null;
  readonly sector: string | null;
  readonly status: Fact["status"];
  readonly baseline: Fact["baseline"];
}

const subjects = contextWords.subjects.flatMap(({ words, scope, authority }) =>
  words.map((word) => ({
    word,
    scope: scope as Fact["scope"],
    authority: authority as Fact["authority"],
  })),
);

const isOurPlace = /^我[市区县省]$/;

/** 我市 begins a statement about the place; within one it is an object (推荐我市优秀稿件). */
function isSubject(text: string, at: number): boolean {
  return at === 0 || /[,:()、。;\s]/.test(text[at - 1] ?? "");
}

const allDepartments = anyOf(
  subjects.filter(({ authority }) => authority === "all_departments").map(({ word }) => word),
);
const subjectOf = new Map(subjects.map((subject) => [subject.word, subject]));
const subjectPattern = new RegExp(anyOf(subjects.map(({ word }) => word)).source, "g");

/** Whose work a stretch speaks of: the last word of its kind, of those at one place the longest. */
export function subjectIn(
  text: string,
): { scope: Fact["scope"]; authority: Fact["authority"] } | null {
  let found: { scope: Fact["scope"]; authority: Fact["authority"] } | null = null;
  for (const { 0: word, index } of text.matchAll(subjectPattern)) {
    const subject = subjectOf.get(word);
    if (!subject || (isOurPlace.test(word) && !isSubject(text, index))) continue;
    found = { scope: subject.scope, authority: subject.authority };
  }
  return found;
}

/** 全市各级各部门 counts all departments, also where another word stands nearer to the number. */
export function countsAllDepartments(text: string): boolean {
  return allDepartments.test(text);
}

const sectorWord = anyOf(contextWords.sectors).source;
const sectorPattern = new RegExp(
  `(?:${sectorWord})(?:(?:[、和及与]|以及)?(?:${sectorWord}))*(?=(?:等)?(?:行业|领域|类|企业|单位|生产经营单位)|\\d|开展|实施|检查|发生|共|案件|处罚)`,
  "g",
);

/** The industry of which a stretch speaks, as it is written; null for none, or a list that is open. */
export function sectorIn(text: string): string | null {
  const found = [...text.matchAll(sectorPattern)].at(-1);
  if (!found) return null;
  const rest = text.slice(found.index + found[0].length, found.index + found[0].length + 2);
  const before = text.slice(Math.max(0, found.index - 1), found.index);
  return rest.startsWith("等") || before === "、" ? null : found[0].replace(/以及|[和及与]/g, "、");
}

/** What names of campaigns end in. */
const campaignEnd =
  /专项整治|专项行动|专项执法|大检查|大排查大整治|大排查|攻坚行动|百日攻坚|三年行动|整治行动|执法行动|专项检查|集中整治|除险保安|打非治违/g;
/** What a name may have before that, and what leads to it without being its part. */
const campaignName = /[一-龥A-Za-z\d·]{2,14}$/;
const campaignLead = /^.*(?:开展|推进|部署|实施|组织|加强|持续|的|在|了|对|和|以|为期)/;

/** The campaign that a stretch speaks of last, by its name alone. */
export function campaignIn(text: string): string | null {
  const last = [...text.matchAll(campaignEnd)].at(-1);
  if (!last) return null;
  const name = campaignName.exec(text.slice(Math.max(0, last.index - 14), last.index))?.[0];
  if (name === undefined) return null;
  return (name + last[0]).replace(campaignLead, "") || null;
}

const before = anyOf(contextWords.before_accident, "g");
const after = /事故类|事故(?:处罚|罚款|立案)|事后|移送.{0,4}|涉及生产安全事故|生产安全事故移送/g;

/** Whether a penalty was for a breach found before an accident or for the accident. */
export function accidentIn(text: string): "before" | "after" | null {
  const [early, late] = [lastOf(text, before), lastOf(text, after)];
  if (/事前/.test(text)) return "before";
  if (/事故/.test(text) && late >= 0 && late > early) return "after";
  if (/事故$/.test(text.replace(/[、和与及,共计为\s]+$/, ""))) return "after";
  return early >= 0 ? "before" : null;
}

function lastOf(text: string, pattern: RegExp): number {
  let last = -1;
  for (const { index } of text.matchAll(pattern)) last = index;
  return last;
}

const proposed = anyOf(contextWords.proposed);
const planned = anyOf(contextWords.planned);

/** What is intended is not done; 将 before an object (将时限压缩至) is no future. */
export function statusIn(text: string): Fact["status"] {
  if (proposed.test(text) || /拟[一-龥]{2}/.test(text)) return "proposed";
  return planned.test(text) ? "planned" : "actual";
}

const statutory = anyOf(contextWords.statutory);
const promisedBefore = anyOf(contextWords.promised_before);
const lastYear = anyOf(contextWords.last_year);

/** What a cut is measured against. */
export function baselineIn(text: string): Fact["baseline"] {
  if (statutory.test(text) && !/法定期限内|法定时限内/.test(text)) return "statutory";
  if (promisedBefore.test(text)) return "promised_before";
  return lastYear.test(text) ? "last_year" : "unstated";
}

export function channelIn(text: string): Fact["channel"] {
  const found = contextWords.channels.find(({ words }) =>
    words.some((word) => text.includes(word)),
  );
  return (found?.channel ?? null) as Fact["channel"];
}

/** Parts of a whole that penalties have besides industries; none is a column of its own. */
export function partIn(text: string, { group }: LexiconRule): string | null {
  if (group !== "penalty" && group !== "filing") return null;
  if (/对(?:生产经营)?单位|生产经营单位罚|单位罚款/.test(text)) return "part:units";
  return /对个人|个人罚款|从业人员罚/.test(text) ? "part:individuals" : null;
}
