import { describe, expect, it } from "vitest";
import { figuresOf } from "./world.ts";

/** Metric and value of each figure of a table. */
function told(...rows: readonly string[]): string[] {
  return figuresOf(...rows).map(({ metric_id, value }) => `${metric_id} ${String(value)}`);
}

describe("tables", () => {
  it("are read by row and column, each row of its place", () => {
    const rows = [
      "单位\t检查企业（家次）\t罚款金额（万元）",
      "吴中区\t1,204\t118.62",
      "相城区\t980\t90.5",
    ];
    expect(figuresOf(...rows)).toMatchObject([
      { metric_id: "inspection_visits", value: 1204, region_id: "gb-320506", unit_inferred: true },
      { metric_id: "penalty_amount", value: 118.62, region_id: "gb-320506" },
      { metric_id: "inspection_visits", value: 980, region_id: "gb-320507" },
      { metric_id: "penalty_amount", value: 90.5, region_id: "gb-320507" },
    ]);
  });

  it("of annual reports on information are read too", () => {
    const rows = [
      "信息内容 | 本年处理决定数量",
      "行政许可 | 412",
      "行政处罚 | 1058",
      "行政强制 | 0",
    ];
    expect(figuresOf(...rows)).toMatchObject([
      { metric_id: "permits_granted", value: 412, count_basis: "made" },
      { metric_id: "penalty_cases", value: 1058, count_basis: "made" },
      { metric_id: "coercive_measures", value: 0, count_basis: "made" },
    ]);
  });

  it("may have a head of two rows, of which the upper one spans columns", () => {
    const rows = [
      "地区\t行政处罚\t\t行政检查\t",
      "地区\t案件数\t罚没金额（万元）\t家数\t户次",
      "吴中区\t31\t118.62\t204\t960",
    ];
    expect(told(...rows)).toEqual([
      "penalty_cases 31",
      "penalty_amount 118.62",
      "inspected_entities 204",
      "inspection_visits 960",
    ]);
    expect(figuresOf(...rows).map(({ region_id }) => region_id)).toEqual(
      Array(4).fill("gb-320506"),
    );
  });

  it("may have a head of three rows and a caption that belongs to no column", () => {
    const rows = [
      "2023年度行政处罚案件统计表\t\t\t\t",
      "地区\t行政执法\t\t\t隐患",
      "地区\t检查\t行政处罚\t\t隐患",
      "地区\t家次\t件数\t罚款（万元）\t排查隐患（项）",
      "吴中区\t960\t31\t118.62\t412",
    ];
    expect(told(...rows)).toEqual([
      "inspection_visits 960",
      "penalty_cases 31",
      "penalty_amount 118.62",
      "hazards_found 412",
    ]);
  });

  it.each([
    ["单位：万元", 118.62],
    ["（单位：件、万元）", 118.62],
    ["单位：元", 0.011862],
    ["单位：亿元", 1186200],
  ])("may have their unit above them: %s", (caption, value) => {
    const rows = [caption, "地区\t案件数\t罚没金额", "吴中区\t31\t118.62"];
    expect(told(...rows)).toEqual(["penalty_cases 31", `penalty_amount ${String(value)}`]);
  });

  it("may have their unit in a row of its own within the head", () => {
    const rows = ["地区\t案件\t罚款", "地区\t（件）\t（万元）", "吴中区\t31\t118.62"];
    expect(told(...rows)).toEqual(["penalty_cases 31", "penalty_amount 118.62"]);
  });

  it("of amounts without any unit give none", () => {
    expect(told("地区\t案件数\t罚没金额", "吴中区\t31\t118.62")).toEqual(["penalty_cases 31"]);
  });

  it("may name their rows in two columns, of which the first spans rows", () => {
    const rows = [
      "类别\t项目\t本年",
      "行政处罚\t案件数（件）\t31",
      "行政处罚\t罚款金额（万元）\t118.62",
      "行政检查\t检查家次\t960",
    ];
    expect(told(...rows)).toEqual([
      "penalty_cases 31",
      "penalty_amount 118.62",
      "inspection_visits 960",
    ]);
  });

  it("may have names and values in turn, without a head", () => {
    expect(told("行政处罚件数\t31\t罚款金额（万元）\t118.62")).toEqual([
      "penalty_cases 31",
      "penalty_amount 118.62",
    ]);
  });

  it("take no head from another table, nor one row's words for another's", () => {
    const rows = ["地区\t罚款（万元）", "吴中区\t118.62", "其他内容。", "相城区\t31"];
    expect(told(...rows)).toEqual(["penalty_amount 118.62"]);
  });
});
