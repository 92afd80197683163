import { describe, expect, it } from "vitest";
import { figuresOf, read, reportOf } from "./world.ts";

/** Metric and value of each figure, in the order of the text. */
function told(...sentences: readonly string[]): string[] {
  return figuresOf(...sentences).map(({ metric_id, value }) => `${metric_id} ${String(value)}`);
}

describe("numbers as written", () => {
  it.each([
    ["罚款１２．５万元", 12.5, "exact"],
    ["罚款3200元", 0.32, "exact"],
    ["罚款1.3亿元", 13000, "exact"],
    ["罚款7亿多元", 70000, "over"],
    ["罚款约9.5万元", 9.5, "approx"],
    ["罚款三十万元", 30, "exact"],
    ["罚款1,204.5万元", 1204.5, "exact"],
  ])("%s", (text, value, qualifier) => {
    expect(figuresOf(text)).toMatchObject([{ metric_id: "penalty_amount", value, qualifier }]);
  });

  it.each([
    ["检查企业1.2余万家次", 12000, "over"],
    ["检查企业近800家次", 800, "nearly"],
    ["检查企业1,262家次", 1262, "exact"],
    ["检查企业超过12000家次", 12000, "over"],
  ])("%s", (text, value, qualifier) => {
    expect(figuresOf(text)).toMatchObject([{ metric_id: "inspection_visits", value, qualifier }]);
  });

  it.each([
    ["办理时限压缩至法定时限的1/3", 66.67, "exact"],
    ["办理时限压缩至法定时限的61%以内", 39, "at_least"],
    ["审批时限压缩百分之五十以上", 50, "at_least"],
    ["审批时限压缩六成", 60, "exact"],
    ["审批时限压缩三分之二", 66.67, "exact"],
  ])("%s", (text, value, qualifier) => {
    const [fact] = figuresOf(text);
    expect(fact).toMatchObject({ metric_id: "approval_time_compression_rate", value, qualifier });
  });
});

describe("rows of numbers", () => {
  it("gives each its metric: 分别为", () => {
    expect(told("准予许可、行政处罚分别为12件、7件")).toEqual([
      "permits_granted 12",
      "penalty_cases 7",
    ]);
  });

  it("gives one to several metrics: 均达", () => {
    expect(told("参学率、及格率均达98%")).toEqual([
      "training_participation_rate 98",
      "exam_pass_rate 98",
    ]);
  });

  it("goes on with a word and another counter", () => {
    expect(told("检查生产经营单位93家、197次")).toEqual([
      "inspected_entities 93",
      "inspection_visits 197",
    ]);
  });

  it("takes the new level after a change, not the change", () => {
    expect(told("时限压缩率由去年的80.7%上升至84.2%")).toEqual([
      "approval_time_compression_rate 80.7",
      "approval_time_compression_rate 84.2",
    ]);
    expect(told("罚款12万元，同比上升17.4%")).toEqual(["penalty_amount 12"]);
  });

  it("takes no number that counts several kinds together", () => {
    expect(told("行政许可、行政处罚共188件")).toEqual([]);
  });

  it("leaves what stands behind the counter to say what is counted", () => {
    expect(told("抽查76个市级政府")).toEqual([]);
    expect(told("抽查76个经营主体")).toEqual(["inspected_entities 76"]);
  });
});

describe("what is said around a number", () => {
  it("parts link to their total, and a total of them holds both kinds", () => {
    const [total, part] = figuresOf("立案427件，其中事前立案415件");
    expect(part?.breakdown_of).toBe(total?.fact_id);
    expect(total?.accident).toBe("both");
    expect(part?.accident).toBe("before");
  });

  it("before and after accidents are told apart along a row", () => {
    const facts = figuresOf(
      "行政处罚47件，其中日常处罚38件、罚款130.5万元，事故处罚9件、罚款390万元",
    );
    expect(facts.map(({ value, accident }) => [value, accident])).toEqual([
      [47, "both"],
      [38, "before"],
      [130.5, "before"],
      [9, "after"],
      [390, "after"],
    ]);
  });

  it("whose work it is, is carried to what follows and ends with the next subject", () => {
    const facts = figuresOf("全市检查企业568家，发现隐患1744处；其中，市局检查企业93家，罚款7万元");
    expect(facts.map(({ scope }) => scope)).toEqual([
      "jurisdiction_total",
      "jurisdiction_total",
      "bureau",
      "bureau",
    ]);
  });

  it("what is in brackets ends with them", () => {
    const facts = figuresOf(
      "我局办结行政许可案件70件（其中局下属单位受理许可申请33件），行政处罚25件",
    );
    expect(facts.map(({ scope }) => scope)).toEqual(["bureau", "subordinate_units", "bureau"]);
  });

  it.each([
    ["今年以来，罚款7万元", ["2023-01-01", "2023-12-31", "full_year"]],
    ["1-9月份，罚款7万元", ["2023-01-01", "2023-09-30", "ytd"]],
    ["2020年1-2月，罚款7万元", ["2020-01-01", "2020-02-29", "ytd"]],
    ["第二季度，罚款7万元", ["2023-04-01", "2023-06-30", "quarter"]],
    ["去年罚款7万元", ["2022-01-01", "2022-12-31", "full_year"]],
    ["罚款7万元", ["2023-01-01", "2023-12-31", "unspecified"]],
    ["自2023年3月1日至2023年5月31日，罚款7万元", ["2023-03-01", "2023-05-31", "campaign"]],
    ["开展百日攻坚专项行动。截至目前，罚款7万元", [null, "2023-12-31", "campaign"]],
  ])("%s", (text, [start, end, basis]) => {
    expect(figuresOf(text)).toMatchObject([
      { period_start: start, period_end: end, period_basis: basis },
    ]);
  });

  it("what is planned or proposed is not done; 将 before an object is no future", () => {
    expect(figuresOf("计划检查企业123家")).toMatchObject([{ status: "planned" }]);
    expect(figuresOf("拟罚款12万元")).toMatchObject([{ status: "proposed" }]);
    expect(figuresOf("将审批时限压缩至5个工作日")).toMatchObject([{ status: "actual", value: 5 }]);
  });

  it("industries and places of the report's own are told", () => {
    expect(figuresOf("非煤矿山行业检查企业16家次")).toMatchObject([{ subset: "sector:非煤矿山" }]);
    expect(figuresOf("吴中区检查企业16家次")).toMatchObject([{ region_id: "gb-320506" }]);
  });

  it("a threshold, a deadline, a fine that was waived and a benefit are no figures", () => {
    const others = [
      "作出5万元以上处罚须集体讨论",
      "7个工作日内向社会公示",
      "免罚金额12万元",
      "挽回损失12万元",
    ];
    expect(told(...others)).toEqual([]);
  });
});

describe("the report as a whole", () => {
  it("names its agency, region, year and date by head and foot", () => {
    const { heading, region, frame } = read(reportOf("罚款7万元"));
    expect(heading).toMatchObject({ agency: "苏州市应急管理局", published: "2024-01-12" });
    expect(region?.region_id).toBe("suzhou");
    expect(frame).toMatchObject({ start: "2023-01-01", end: "2023-12-31", year: 2023 });
  });

  it("keeps contradictory figures, and says so", () => {
    const { facts } = read(reportOf("全年罚款7万元。", "全年罚款9万元。"));
    expect(facts.map(({ fact }) => fact.value)).toEqual([7, 9]);
    for (const { reasons } of facts)
      expect(reasons.map(({ code }) => code)).toContain("contradicted");
  });

  it("recomputes what it states", () => {
    const { facts, checks } = read(
      reportOf("全市排查重大事故隐患2212处、整改2177处，整改率98.14%。"),
    );
    expect(checks.map(({ check }) => check.verdict)).toContain("mismatch");
    expect(facts.at(-1)?.reasons.map(({ code }) => code)).toContain("check_disagrees");
  });

  it("lists what it does not understand, with the share that it does", () => {
    const { numbers, accounted } = read(reportOf("罚款7万元，另有蓝色文件夹35个。"));
    expect(numbers.filter(({ fate }) => fate === "open").map(({ text }) => text)).toEqual(["35个"]);
    expect(accounted).toBeLessThan(1);
  });
});
