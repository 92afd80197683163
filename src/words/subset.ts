import { punctuation } from "./punctuation.ts";
import { parseSubset, subsetPattern } from "../domain/index.ts";
import type { Language, PartName, SubsetTerm } from "../domain/index.ts";

/** English names of the sectors and campaigns that the reports name in Chinese. */
const english: Readonly<Record<string, string>> = {
  "campaign:安全隐患大排查大整治": "mass hazard campaign",
  "sector:危险化学品、烟花爆竹": "hazardous chemicals and fireworks",
  "sector:危险化学品": "hazardous chemicals",
  "sector:烟花爆竹": "fireworks",
  "sector:有限空间工贸": "industry and trade firms with confined spaces",
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
  "campaign:重大事故隐患专项排查整治": "campaign against major hazards",
  "campaign:“百团进百万企业”宣讲": "talks to enterprises",
  "campaign:“利剑”行动": "“Sharp Sword” drive",
  "campaign:冬季和隐患排查行动": "winter and hazard drives",
  "campaign:三年行动": "three-year campaign",
  "campaign:3·21响水事故后排查": "checks after the Xiangshui accident of 21 March",
  "campaign:不定时执法": "“enforcement at any hour”",
  "campaign:中秋假期": "Mid-Autumn holiday",
  "campaign:中秋国庆假期": "Mid-Autumn and National Day holiday",
  "campaign:五一假期": "May Day holiday",
  "campaign:元旦假期": "New Year’s Day holiday",
  "campaign:化学品储罐集中区专项排查": "special check of chemical tank farms",
  "campaign:危化品安全风险防控": "risk control in hazardous chemicals",
  "campaign:危险化学品安全生产大检查": "general inspection of hazardous chemicals",
  "campaign:厂中厂整治": "rectification of factories within factories",
  "campaign:古尔邦节周边重点单位专项检查": "inspection of key units around the Corban Festival",
  "campaign:四不两直突击检查": "unannounced surprise checks",
  "campaign:四大攻坚行动": "“four drives”",
  "campaign:国庆假期": "National Day holiday",
  "campaign:大快严集中行动": "“big, fast, strict” concentrated drive",
  "campaign:大排查大整治大抓落实攻坚战": "drive to find, rectify and follow up",
  "campaign:大排查大管控大整治百日行动": "hundred-day drive to find, control and rectify",
  "campaign:安全生产大检查": "general work-safety inspection",
  "campaign:安全生产打非治违": "crackdown on illegal operation",
  "campaign:安全生产执法百日攻坚": "hundred-day enforcement drive",
  "campaign:安全生产百日攻坚": "hundred-day work-safety drive",
  "campaign:安全生产隐患大排查大整治专项行动": "special drive to find and rectify hazards",
  "campaign:安全评价机构执业行为专项整治": "rectification of safety-assessment agencies",
  "campaign:小化工专项行动": "special drive against small chemical works",
  "campaign:岁末年初排险除患专项执法": "year-end enforcement against risks and hazards",
  "campaign:建筑工地安全生产专项检查": "special inspection of building sites",
  "campaign:建设工程安全生产联合专项督查": "joint supervision of construction projects",
  "campaign:异地执法互查": "cross-checks of enforcement between places",
  "campaign:护安2022": "“Guarding Safety 2022” drive",
  "campaign:排险除患": "drive to remove risks and hazards",
  "campaign:春节假期": "Spring Festival holiday",
  "campaign:查大风险、除大隐患、防大事故三大行动":
    "three drives against major risks, hazards and accidents",
  "campaign:治本攻坚三年行动": "three-year drive at the roots of work safety",
  "campaign:烟花爆竹旺季安全检查": "fireworks-season safety checks",
  "campaign:疫情期间安全指导": "safety guidance during the epidemic",
  "campaign:百日攻坚": "hundred-day drive",
  "campaign:职业健康执法年": "year of occupational-health enforcement",
  "campaign:遏重大、控较大": "drive against major and larger accidents",
  "campaign:部门联合双随机抽查": "joint random inspection by several departments",
  "campaign:重大危险源企业专项检查": "special inspection of firms with major hazard installations",
  "campaign:铸安一号专项执法行动": "“Zhu’an No. 1” enforcement drive",
  "campaign:零点夜查": "midnight checks",
  "sector:工矿商贸": "industry, mining and trade",
  "sector:烟花爆竹生产和批发": "fireworks producers and wholesalers",
  "sector:烟花爆竹零售": "fireworks retail outlets",
  "sector:规模以上生产经营单位": "production units above the designated size",
  "campaign:专项整治合计": "special rectifications added up",
  "campaign:区域水资源论证改革试点": "trial of regional water-resource assessment",
  "items:行政许可事项": "permit items",
  "items:行政许可和公共服务事项": "permit and public-service items",
  "items:承诺件": "cases with a promised limit",
  "items:工程建设项目审批": "approval of construction projects",
  "items:政府投资工程建设项目审批": "approval of government-invested construction projects",
  "items:社会投资工程建设项目审批": "approval of privately invested construction projects",
  "items:建设项目审批": "approval of building projects",
  "items:政府投资项目开工前审批": "approvals before work starts, government investment",
  "items:企业投资项目开工前审批": "approvals before work starts, firms’ investment",
  "items:政府投资项目立项": "go-ahead for government-invested projects",
  "items:工程竣工联合验收": "joint completion acceptance",
  "items:道路运输类行政许可": "road-transport permits",
  "items:65个基层高频事项": "65 frequent items at the grass roots",
  "items:一件事一次办": "“one thing, one visit” items",
  "items:高效办成一件事": "“getting one thing done efficiently” items",
  "items:高效办成一件事68项": "68 “getting one thing done efficiently” items",
  "items:88项依申请政务服务事项": "88 service items on application",
  "items:1427项政务服务事项": "1,427 government-service items",
  "items:356个子项": "356 sub-items",
  "items:40项行政许可": "40 permit items",
  "items:292项行政许可事项": "292 permit items",
  "items:160项行政许可": "160 permits",
  "items:106项人社服务": "106 human-resources and social-security services",
  "items:园区行政审批": "approvals in industrial parks",
  "items:环评审批": "approval of environmental impact assessments",
  "items:环评报告书": "environmental impact reports",
  "items:环评报告表": "environmental impact forms",
  "items:项目环评": "environmental impact assessments of projects",
  "items:建设项目环评": "environmental impact assessments of building projects",
  "items:固体废物跨省转移": "moving solid waste between provinces",
  "items:取水许可(承诺备案制)": "water-abstraction permits on written promise",
  "items:公共场所卫生许可": "hygiene licences for public places",
  "items:医疗器械生产许可证": "licences to make medical devices",
  "items:药品经营许可证": "licences to sell medicines",
  "items:企业普通注销": "ordinary company deregistration",
  "items:审批局办结审批": "approvals concluded by the approval bureau",
  "items:办结710余件": "over 710 cases concluded",
};

const notes: Readonly<Record<string, string>> = {
  "sector:其他": "其他行业",
};

const parts: Readonly<Record<PartName, Readonly<Record<Language, string>>>> = {
  units: { zh: "对单位", en: "on units" },
  individuals: { zh: "对个人", en: "on individuals" },
  general: { zh: "一般隐患", en: "general hazards" },
  promised: { zh: "按承诺时限", en: "promised limits" },
  actual: { zh: "按实际用时", en: "time really used" },
  earlier: { zh: "调整前", en: "before the change" },
  later: { zh: "调整后", en: "after the change" },
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
