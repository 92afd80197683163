import type { Language } from "../facts/index.ts";

/** English names of the sectors and campaigns that the reports name in Chinese. */
const english: Readonly<Record<string, string>> = {
  "campaign:安全隐患大排查大整治": "mass hazard campaign, all departments",
  "sector:危险化学品、烟花爆竹": "hazardous chemicals and fireworks",
  "sector:有限空间工贸": "confined-space industry",
  "sector:非煤矿山": "non-coal mines",
  "campaign:应急安全宣传进电梯": "safety messages in lifts",
  "campaign:6·16安全咨询宣传": "16 June safety advice day",
  "campaign:互联网+执法系统": "“Internet + enforcement” system",
  "campaign:打非治违": "crackdown on illegal operation",
  "campaign:安全生产专项整治三年行动": "three-year rectification campaign",
  "campaign:安全生产月": "work-safety month",
};

const notes: Readonly<Record<string, string>> = {
  "campaign:安全隐患大排查大整治": "安全隐患大排查大整治（各部门）",
};

/** `sector:…` or `campaign:…` in words, without its prefix. */
export function formatSubset(subset: string, language: Language): string {
  const bare = subset.slice(subset.indexOf(":") + 1);
  return language === "zh" ? (notes[subset] ?? bare) : (english[subset] ?? bare);
}
