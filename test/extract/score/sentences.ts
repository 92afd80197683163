/**
 * Sentences with known answers, put together at random: other places, counters, orders, ways of
 * writing numbers, times and parts than any text we have. The words are the genre's own, listed
 * here apart from the lexicon, so that a word which is missing there is found to be missing.
 */
import { randomFrom } from "../../notebook/random.ts";
import type { Fact } from "../../../src/domain/index.ts";

/** What a reader of the sentence would write down of one number. */
export interface Answer {
  readonly metric: string;
  readonly value: number;
  readonly qualifier: Fact["qualifier"];
  readonly accident?: "before" | "after";
  readonly period?: readonly [
    start: string | null,
    end: string | null,
    basis: Fact["period_basis"],
  ];
  readonly scope?: Fact["scope"];
}

export interface Sentence {
  readonly text: string;
  readonly answers: readonly Answer[];
}

class Writer {
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.#random() * items.length)] as T;
  }

  chance(share: number): boolean {
    return this.#random() < share;
  }

  whole(least: number, most: number): number {
    return least + Math.floor(this.#random() * (most - least + 1));
  }
}

interface Written {
  readonly text: string;
  readonly value: number;
  readonly qualifier: Fact["qualifier"];
  /** A word before the digits that belongs to the qualifier. */
  readonly lead: string;
}

const wide = (text: string): string =>
  text.replace(/[0-9.%]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** A count: 1204, 1,204, １２０４, 1.2万, 3万余, 近800. */
function count(writer: Writer, least = 2, most = 60000): Written {
  const value = writer.whole(least, most);
  const exact = { value, qualifier: "exact", lead: "" } as const;
  const style = writer.whole(0, 9);
  if (style === 0 && value >= 1000) return { ...exact, text: value.toLocaleString("en-US") };
  if (style === 1) return { ...exact, text: wide(String(value)) };
  if (style === 2 && value >= 10000) {
    const myriads = Math.round(value / 1000) / 10;
    return { ...exact, text: `${String(myriads)}万`, value: Math.round(myriads * 1e4) };
  }
  if (style === 3 && value >= 20000) {
    const myriads = Math.floor(value / 10000);
    return { lead: "", text: `${String(myriads)}万余`, value: myriads * 1e4, qualifier: "over" };
  }
  if (style === 4 && value >= 100) {
    const hundreds = Math.floor(value / 100) * 100;
    return { lead: "", text: `${String(hundreds)}余`, value: hundreds, qualifier: "over" };
  }
  if (style === 5) return { ...exact, lead: "近", text: String(value), qualifier: "nearly" };
  return { ...exact, text: String(value) };
}

/** An amount of money in 万元, 元 or 亿元, as its value in 万元. */
function money(writer: Writer): Written {
  const cents = writer.whole(50, 900000);
  const style = writer.whole(0, 6);
  if (style === 0) {
    const yuan = writer.whole(2, 900) * 100;
    return { lead: "", text: `${String(yuan)}元`, value: yuan / 1e4, qualifier: "exact" };
  }
  if (style === 1) {
    const hundred = writer.whole(101, 2000) / 100;
    const value = Number((hundred * 1e4).toPrecision(10));
    return { lead: "", text: `${String(hundred)}亿元`, value, qualifier: "exact" };
  }
  const value = cents / 100;
  if (style === 2) return { lead: "约", text: `${String(value)}万元`, value, qualifier: "approx" };
  if (style === 3)
    return { lead: "", text: wide(`${String(value)}`) + "万元", value, qualifier: "exact" };
  if (style === 4) {
    const floor = Math.floor(value);
    return floor > 1
      ? { lead: "", text: `${String(floor)}余万元`, value: floor, qualifier: "over" }
      : { lead: "", text: `${String(value)}万元`, value, qualifier: "exact" };
  }
  return { lead: "", text: `${String(value)}万元`, value, qualifier: "exact" };
}

function share(writer: Writer, least = 5, most = 100): Written {
  const value = writer.whole(least * 100, most * 100) / 100;
  const style = writer.whole(0, 5);
  if (style === 0)
    return {
      lead: "",
      text: `${String(Math.floor(value))}%以上`,
      value: Math.floor(value),
      qualifier: "at_least",
    };
  if (style === 1) return { lead: "", text: wide(`${String(value)}%`), value, qualifier: "exact" };
  if (style === 2) return { lead: "超", text: `${String(value)}%`, value, qualifier: "over" };
  return { lead: "", text: `${String(value)}%`, value, qualifier: "exact" };
}

/** Part of a sentence with the figures that it states. */
interface Part {
  readonly text: string;
  readonly answers: readonly Answer[];
}

function part(
  metric: string,
  before: string,
  written: Written,
  after: string,
  more: Partial<Answer> = {},
): Part {
  const { value, qualifier, lead, text } = written;
  return {
    text: `${before}${lead}${text}${after}`,
    answers: [{ metric, value, qualifier, ...more }],
  };
}

const firms = [
  "企业",
  "生产经营单位",
  "各类企业",
  "经营主体",
  "场所",
  "重点单位",
  "各类生产经营单位",
  "工矿商贸企业",
  "餐饮单位",
  "医疗机构",
];
const inspect = [
  "检查",
  "执法检查",
  "监督检查",
  "抽查",
  "排查",
  "巡查检查",
  "共检查",
  "累计检查",
  "现场检查",
  "随机抽查",
];

const parts: readonly ((writer: Writer) => Part)[] = [
  (w) =>
    part(
      "inspected_entities",
      w.pick(inspect) + w.pick(firms),
      count(w),
      w.pick(["家", "家", "户", "个"]),
    ),
  (w) =>
    part(
      "inspection_visits",
      w.pick(inspect) + w.pick(firms),
      count(w),
      w.pick(["家次", "户次", "家次", "次"]),
    ),
  (w) =>
    part(
      "inspection_visits",
      w.pick(["开展执法检查", "开展行政检查", "实施监督检查", "组织执法检查"]),
      count(w),
      w.pick(["次", "家次"]),
    ),
  (w) =>
    part(
      "hazards_found",
      w.pick(["发现", "查出", "排查出", "排查", "查处"]) +
        w.pick(["隐患", "安全隐患", "问题隐患", "各类隐患", "事故隐患", "一般隐患"]),
      count(w),
      w.pick(["项", "处", "条", "个"]),
    ),
  (w) =>
    part(
      "major_hazards_found",
      w.pick(["发现", "排查", "查出", "查处"]) +
        w.pick(["重大事故隐患", "重大隐患", "重大安全隐患"]),
      count(w, 2, 900),
      w.pick(["项", "处", "条", "个"]),
    ),
  (w) =>
    part(
      "penalty_cases",
      w.pick([
        "实施行政处罚",
        "作出行政处罚",
        "行政处罚",
        "作出行政处罚决定",
        "下达行政处罚决定书",
        "办理行政处罚案件",
        "查处违法案件",
        "办结行政处罚案件",
        "行政处罚案件",
      ]),
      count(w, 2, 4000),
      w.pick(["起", "件", "宗", "件"]),
    ),
  (w) =>
    part(
      "penalty_amount",
      w.pick([
        "罚款",
        "处罚款",
        "罚款金额",
        "处罚金额",
        "经济处罚",
        "罚没款",
        "共处罚款",
        "罚款共计",
        "罚没金额",
        "处罚款人民币",
      ]),
      money(w),
      "",
    ),
  (w) =>
    part(
      "cases_filed",
      w.pick(["立案", "立案查处", "立案调查", "共立案", "新立案"]),
      count(w, 2, 4000),
      w.pick(["起", "件", "宗"]),
    ),
  (w) =>
    part(
      "suspension_orders",
      w.pick(["责令停产停业", "责令停产整顿", "停产停业整顿", "责令停产停业整顿"]) +
        w.pick(["", "企业"]),
      count(w, 2, 300),
      w.pick(["家", "家", "户"]),
    ),
  (w) =>
    part(
      "closures",
      w.pick(["关闭取缔", "取缔关闭", "关停取缔", "依法取缔"]) + w.pick(["", "企业"]),
      count(w, 2, 300),
      "家",
    ),
  (w) =>
    part(
      "coercive_measures",
      w.pick(["实施行政强制", "采取行政强制措施", "查封扣押", "行政强制"]),
      count(w, 2, 90),
      w.pick(["次", "起", "件"]),
    ),
  (w) =>
    part(
      "permits_granted",
      w.pick(["准予行政许可", "准予许可", "作出行政许可决定", "核发许可证", "予以许可"]),
      count(w, 2, 5000),
      w.pick(["件", "宗", "件"]),
    ),
  (w) =>
    part(
      "permit_applications_accepted",
      w.pick(["受理行政许可申请", "受理行政许可", "受理许可申请"]),
      count(w, 2, 5000),
      w.pick(["件", "宗"]),
    ),
  (w) =>
    part(
      "accidents",
      w.pick(["发生生产安全事故", "发生各类事故", "共发生生产安全事故"]),
      count(w, 2, 400),
      "起",
    ),
  (w) => part("accident_deaths", w.pick(["死亡", "造成死亡"]), count(w, 2, 90), "人"),
  (w) =>
    part(
      "criminal_referrals",
      w.pick(["移送公安机关", "移送司法机关", "移送涉嫌犯罪案件"]),
      count(w, 2, 60),
      w.pick(["件", "起"]),
    ),
  (w) =>
    part(
      "enforcement_documents_issued",
      w.pick(["下达执法文书", "制作执法文书", "开具各类执法文书"]),
      count(w),
      "份",
    ),
  (w) =>
    part(
      "publicity_materials_distributed",
      w.pick(["发放宣传资料", "发放宣传材料", "发放宣传手册"]),
      count(w),
      w.pick(["份", "册"]),
    ),
  (w) =>
    part(
      "legal_study_sessions",
      w.pick(["组织集中学法", "党组中心组学法", "开展会前学法"]),
      count(w, 2, 40),
      w.pick(["次", "场次"]),
    ),
  (w) =>
    part(
      "reconsideration_cases",
      w.pick(["办理行政复议案件", "发生行政复议"]),
      count(w, 2, 30),
      w.pick(["件", "起"]),
    ),
  (w) =>
    part(
      "litigation_cases",
      w.pick(["办理行政诉讼案件", "行政诉讼"]),
      count(w, 2, 30),
      w.pick(["件", "起"]),
    ),
  (w) =>
    part(
      "normative_docs_issued",
      w.pick(["制定规范性文件", "出台行政规范性文件", "印发规范性文件"]),
      count(w, 2, 30),
      w.pick(["件", "个"]),
    ),
  (w) =>
    part(
      "hazard_rectification_rate",
      w.pick(["隐患整改率", "整改率", "整改率达", "整改完成率为"]),
      share(w, 50),
      "",
    ),
  (w) =>
    part(
      "approval_time_compression_rate",
      w.pick([
        "审批时限压缩",
        "办理时限较法定时限压缩",
        "承诺时限比法定时限压减",
        "办结时限平均缩短",
        "审批时间缩短",
        "审批提速",
        "时限压缩率达",
      ]),
      share(w),
      "",
    ),
  (w) => {
    const left = w.whole(5, 90);
    const text = `办理时限${w.pick(["压缩至", "压减到", "缩短至"])}法定时限的${String(left)}%`;
    return {
      text,
      answers: [
        { metric: "approval_time_compression_rate", value: 100 - left, qualifier: "exact" },
      ],
    };
  },
  (w) => {
    const [long, short] = [w.whole(15, 60), w.whole(1, 14)];
    const text = `审批时限由法定的${String(long)}个工作日${w.pick(["压缩至", "缩短到", "减至"])}${String(short)}个工作日`;
    return {
      text,
      answers: [
        { metric: "approval_days_statutory", value: long, qualifier: "exact" },
        { metric: "approval_days_promised", value: short, qualifier: "exact" },
      ],
    };
  },
  (w) => {
    const total = w.whole(30, 900);
    const early = w.whole(5, total - 5);
    const counter = w.pick(["件", "起", "宗"]);
    return {
      text: `${w.pick(["立案查处", "共立案"])}${String(total)}${counter}，其中事前立案${String(early)}${counter}`,
      answers: [
        { metric: "cases_filed", value: total, qualifier: "exact" },
        { metric: "cases_filed", value: early, qualifier: "exact", accident: "before" },
      ],
    };
  },
  (w) => {
    const found = w.whole(50, 9000);
    const fixed = w.whole(20, found);
    return {
      text: `${w.pick(["排查", "发现", "查出"])}隐患${String(found)}处${w.pick(["，", "、"])}${w.pick(["已整改", "完成整改", "整改"])}${String(fixed)}处`,
      answers: [
        { metric: "hazards_found", value: found, qualifier: "exact" },
        { metric: "hazards_rectified", value: fixed, qualifier: "exact" },
      ],
    };
  },
  (w) => {
    const [firm, visit] = [w.whole(20, 900), w.whole(901, 4000)];
    return {
      text: `检查生产经营单位${String(firm)}家、${String(visit)}家次`,
      answers: [
        { metric: "inspected_entities", value: firm, qualifier: "exact" },
        { metric: "inspection_visits", value: visit, qualifier: "exact" },
      ],
    };
  },
  (w) => {
    const [a, b] = [w.whole(5, 90), w.whole(5, 90)];
    return {
      text: `准予许可、行政处罚分别为${String(a)}件、${String(b)}件`,
      answers: [
        { metric: "permits_granted", value: a, qualifier: "exact" },
        { metric: "penalty_cases", value: b, qualifier: "exact" },
      ],
    };
  },
  (w) => {
    const rate = w.whole(90, 100);
    return {
      text: `参学率、参考率、及格率均达${String(rate)}%`,
      answers: ["training_participation_rate", "exam_participation_rate", "exam_pass_rate"].map(
        (metric) => ({ metric, value: rate, qualifier: "exact" as const }),
      ),
    };
  },
];

/** Numbers that are no figure of ours, which must not be taken for one. */
const distractors: readonly ((writer: Writer) => string)[] = [
  (w) =>
    `，同比${w.pick(["上升", "下降", "增长"])}${String(w.whole(1, 80))}.${String(w.whole(1, 9))}%`,
  (w) => `，组织培训${String(w.whole(2, 30))}期`,
  (w) => `，挽回经济损失${String(w.whole(20, 900))}万元`,
  (w) => `，约谈企业${String(w.whole(2, 60))}家`,
  (w) => `，出动执法人员${String(w.whole(200, 9000))}人次`,
  (w) => `（依据《安全生产法》第${String(w.whole(20, 110))}条）`,
  (w) => `，上门服务企业${String(w.whole(20, 300))}家`,
  (w) => `，申请材料减少${String(w.whole(10, 60))}%`,
  () => `（市应急〔2023〕14号）`,
  (w) => `，责令限期整改${String(w.whole(20, 300))}处`,
];

const places = ["全市", "全区", "全县", "全省", "我局", "本局", "市局", ""];
const scopes: Readonly<Record<string, Fact["scope"]>> = {
  全市: "jurisdiction_total",
  全区: "jurisdiction_total",
  全县: "jurisdiction_total",
  全省: "jurisdiction_total",
  我局: "bureau",
  本局: "bureau",
  市局: "bureau",
  "": "bureau",
};

/** Of a report on 2023 that was written in 2024. */
const times: readonly (readonly [text: string, period: Answer["period"]])[] = [
  ["2023年，", ["2023-01-01", "2023-12-31", "full_year"]],
  ["全年", ["2023-01-01", "2023-12-31", "full_year"]],
  ["今年以来，", ["2023-01-01", "2023-12-31", "full_year"]],
  ["上半年，", ["2023-01-01", "2023-06-30", "ytd"]],
  ["1-9月，", ["2023-01-01", "2023-09-30", "ytd"]],
  ["1至11月份，", ["2023-01-01", "2023-11-30", "ytd"]],
  ["前三季度，", ["2023-01-01", "2023-09-30", "ytd"]],
  ["二季度，", ["2023-04-01", "2023-06-30", "quarter"]],
  ["8月份，", ["2023-08-01", "2023-08-31", "month"]],
  ["", ["2023-01-01", "2023-12-31", "unspecified"]],
];

const points = /^(?:approval_|service_|power_)/;

/** Head and foot of the report that the sentences are put into. */
export function reportOf(sentences: readonly Sentence[]): string {
  const body = sentences.map(({ text }) => text).join("\n");
  return `临河市应急管理局2023年度法治政府建设情况报告\n\n${body}\n\n苏州市应急管理局\n2024年1月12日\n`;
}

/** Sentences that are the same for the same seed. */
export function sentencesOf(amount: number, seed = 1): Sentence[] {
  const writer = new Writer(randomFrom(seed));
  return Array.from({ length: amount }, () => sentenceOf(writer));
}

function sentenceOf(writer: Writer): Sentence {
  const [time, period] = writer.pick(times);
  const place = writer.pick(places);
  const chosen = Array.from({ length: writer.whole(1, 4) }, () => writer.pick(parts)(writer));
  let text = `${time}${place}`;
  for (const [index, { text: own }] of chosen.entries()) {
    text += (index === 0 ? "" : writer.pick(["，", "，", "；", "、"])) + own;
    if (writer.chance(0.25)) text += writer.pick(distractors)(writer);
  }
  const answers = chosen
    .flatMap((each) => each.answers)
    .map((answer) => ({
      ...answer,
      scope: scopes[place],
      ...(points.test(answer.metric) ? {} : { period }),
    }));
  return { text: `${text}。`, answers: answers as Answer[] };
}
