import { punctuation } from "./punctuation.ts";
import { parseSubset, subsetPattern } from "../domain/index.ts";
import type { Language, PartName, SubsetTerm } from "../domain/index.ts";

/** English names of the sectors and campaigns that the reports name in Chinese. */
const english: Readonly<Record<string, string>> = {
  "campaign:安全隐患大排查大整治": "mass hazard campaign, all departments",
  "sector:危险化学品、烟花爆竹": "hazardous chemicals and fireworks",
  "sector:危险化学品": "hazardous chemicals",
  "sector:烟花爆竹": "fireworks",
  "sector:有限空间工贸": "confined-space industry",
  "sector:工贸": "industry and trade",
  "sector:化工": "chemical industry",
  "sector:煤矿": "coal mines",
  "sector:非煤矿山": "non-coal mines",
  "sector:金属非金属矿山": "metal and non-metal mines",
  "sector:其他": "other sectors",
  "campaign:应急安全宣传进电梯": "safety messages in lifts",
  "campaign:6·16安全咨询宣传": "16 June safety advice day",
  "campaign:互联网+执法系统": "“Internet + enforcement” system",
  "campaign:打非治违": "crackdown on illegal operation",
  "campaign:安全生产专项整治三年行动": "three-year rectification campaign",
  "campaign:安全生产月": "work-safety month",
  "campaign:重大事故隐患专项排查整治": "campaign against major hazards, all departments",
  "campaign:“百团进百万企业”宣讲": "talks to enterprises",
  "campaign:五一假期安全检查": "May Day holiday inspections",
  "campaign:“利剑”行动": "“Sharp Sword” drive",
  "campaign:冬季和隐患排查行动": "winter and hazard drives",
};

const notes: Readonly<Record<string, string>> = {
  "campaign:安全隐患大排查大整治": "安全隐患大排查大整治（各部门）",
  "campaign:重大事故隐患专项排查整治": "重大事故隐患专项排查整治（各部门）",
  "sector:其他": "其他行业",
};

const parts: Readonly<Record<PartName, Readonly<Record<Language, string>>>> = {
  units: { zh: "对单位", en: "on units" },
  individuals: { zh: "对个人", en: "on individuals" },
  ex_ante: { zh: "事前（非事故）", en: "before any accident" },
  accident: { zh: "事故", en: "after accidents" },
  major: { zh: "重大隐患", en: "major hazards" },
  key_units: { zh: "重点检查单位", en: "key units" },
  general_units: { zh: "一般检查单位", en: "general units" },
};

/** A subset in words: 重大事故隐患专项排查整治（各部门），重大隐患. Text of no known shape stays. */
export function formatSubset(subset: string, language: Language): string {
  if (!subsetPattern.test(subset)) return subset;
  const names = parseSubset(subset).map((term) => nameOf(term, language));
  return names.join(punctuation[language].comma);
}

function nameOf({ kind, name }: SubsetTerm, language: Language): string {
  if (kind === "part") return isKnown(name) ? parts[name][language] : name;
  const names = language === "zh" ? notes : english;
  return names[`${kind}:${name}`] ?? name;
}

function isKnown(name: string): name is PartName {
  return Object.hasOwn(parts, name);
}
