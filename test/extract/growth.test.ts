import { describe, expect, it } from "vitest";
import { figuresOf, read, reportOf } from "./world.ts";

/** Against what the last number of a sentence is a change. */
function baseOf(sentence: string) {
  const { numbers } = read(reportOf(`${sentence}。`));
  const number = numbers.filter(({ fate }) => fate === "other_figure").at(-1);
  const { kind, start, end } = number?.base ?? {};
  return [kind, start, end, number?.why];
}

describe("a change", () => {
  it.each([
    ["1-9月，处罚件数同比上升17.4%", "2022-01-01", "2022-09-30"],
    ["全年处罚件数比上年减少8%", "2022-01-01", "2022-12-31"],
    ["2月份处罚件数同比上升4%", "2022-02-01", "2022-02-28"],
    ["第二季度事故起数、死亡人数同比分别下降21.4%和25%", "2022-04-01", "2022-06-30"],
    ["2020年处罚件数较上年增加6件", "2019-01-01", "2019-12-31"],
  ])("on the year is of the same period: %s", (sentence, start, end) => {
    expect(baseOf(sentence)).toEqual(["last_year", start, end, null]);
  });

  it.each([
    ["3月份罚款7万元，环比增长12%", "2023-02-01", "2023-02-28"],
    ["1月罚款7万元，环比增长12%", "2022-12-01", "2022-12-31"],
    ["三季度罚款7万元，环比下降3.1%", "2023-04-01", "2023-06-30"],
    ["一季度罚款7万元，环比下降3.1%", "2022-10-01", "2022-12-31"],
    ["下半年检查企业165家次，环比增长45.8%", "2023-01-01", "2023-06-30"],
    ["上半年检查企业165家次，环比增长45.8%", "2022-07-01", "2022-12-31"],
    ["全年罚款7万元，环比增长5%", "2022-01-01", "2022-12-31"],
    ["三季度罚款7万元。检查企业16家次，环比增长5%", "2023-04-01", "2023-06-30"],
    ["三季度罚款7万元，环比一季度增长5%", "2023-01-01", "2023-03-31"],
    ["下半年罚款7万元，较上半年增长5%", "2023-01-01", "2023-06-30"],
    ["3月份立案12件，环比增加2件", "2023-02-01", "2023-02-28"],
  ])("on the period before is of one as long: %s", (sentence, start, end) => {
    expect(baseOf(sentence)).toEqual(["previous_period", start, end, null]);
  });

  it.each([
    ["罚款7万元，环比增长12%", "previous_period"],
    ["1-10月罚款7万元，环比增长12%", "previous_period"],
    ["2-4月罚款7万元，环比增长12%", "previous_period"],
    ["罚款7万元，同比增长12%", "last_year"],
    ["全年罚款7万元，增长12%", null],
  ])("says where nobody can tell its base: %s", (sentence, kind) => {
    expect(baseOf(sentence)).toEqual([kind, null, null, "base_unknown"]);
  });

  it("on the period before is no figure of a metric on the year", () => {
    const share = "事前处罚5万元以上案件数83件，占事前处罚案件数20%";
    const metrics = (text: string) => figuresOf(text).map(({ metric_id }) => metric_id);
    const metric = "penalty_cases_pre_accident_over_50k_yoy";
    expect(metrics(`${share}，同比上升54.5%`)).toContain(metric);
    expect(metrics(`${share}，环比上升54.5%`)).not.toContain(metric);
  });
});
