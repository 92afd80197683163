/**
 * What notebooks often say, the commonest last: the compression of version 1 of the link looks back
 * into it, so a short notebook need not spell it out. **Never change it**: links of version 1 could
 * not be read any more. A better one makes a version 2.
 */
export const dictionary1 = [
  'Plot.plot({marks: [Plot.barX(data, {x: "value", y: "name", sort: {y: "-x"}}), Plot.ruleX([0])]})',
  "Plot.dot(Plot.lineY(Plot.areaY(Inputs.table(d3.rollup(aq.from(html`<svg`return const => ",
  "disposal_rate complaint_count license_count accident_deaths accident_count rectification_rate",
  "hazards_rectified hazards_found inspection_cases major_hazards cases_concluded cases_filed",
  "mean_fine_per_case penalties_per_100_inspections derived comparability headline comparisons",
  "checks reports regions metrics figures report_id parent province level tile_row tile_column",
  "evidence_start evidence_end value_start value_end alignment unit_inferred note same_as",
  "breakdown_of baseline statutory last_year unstated count_basis imposed filed concluded",
  "subset subordinate_units delegated_townships bureau jurisdiction_total scope status planned",
  "proposed actual qualifier approx over at_least nearly exact period_basis full_year ytd quarter",
  "month campaign point_in_time unspecified period_start period_end value_text unit published title",
  "count(*) AS count, sum(value) AS total, avg(value) AS mean, min(value), max(value), list(fact_id)",
  "strftime(period_end, '%Y') AS year CAST(NULL AS DOUBLE) coalesce(CASE WHEN THEN ELSE END)",
  "WITH AS ( UNION ALL SELECT DISTINCT LEFT JOIN USING (report_id) HAVING LIMIT 100 DESC NULLS LAST",
  "row_number() OVER (PARTITION BY ORDER BY list_contains(string_split(${years}, ',')",
  "万元 亿元 件 家次 项 处罚金额 罚款 执法检查 立案 审批时限压缩 安全生产 行政处罚 应急管理局 漳州 苏州 汕尾 株洲 万盛 全市 报告",
  "penalty amounts inspections against approval time compression report states region year measure",
  "::: {lang=zh}\n:::\n\n::: {lang=en}\n:::\n\n## ",
  "- value: all\n    zh: 全部\n    en: All\n  - value: ",
  "scale: log\ndomain: [0, 100]\nsection: metric_id\ngroup: \nmark: dot\nx: value\ny: region\n",
  "type: dumbbell\ntype: matrix\ntype: trend\ntype: tiles\ntype: table\ntype: bars\ntype: slope\n",
  "type: ranking\ntype: search\ntype: toggle\ntype: date\ntype: range\ntype: checkbox\ntype: select\n",
  "label:\n  zh: \n  en: \noptions:\nvalue: \nfrom: \nnote:\n  zh: \n  en: \n",
  "type: dots\ntitle:\n  zh: \n  en: \nsubtitle:\n  zh: \n  en: \n",
  "'approval_time_compression_rate' 'inspected_entities' 'inspection_visits' 'penalty_cases'",
  "---\ntitle: \ntitle_en: \ndescription: \ndescription_en: \norder: 1000\n---\n\n",
  "```\n\n```js id=\n```\n\n```input id=\n```\n\n```chart id= data=\n```\n\n```sql id=",
  "\nSELECT fact_ids, operation, region_id, metric_id, scope, value, fact_id\nFROM facts\n",
  "WHERE metric_id = 'penalty_amount' AND scope = ${scope}\nGROUP BY region_id\nORDER BY value DESC\n```\n\n",
].join("");
