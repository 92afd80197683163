import { annotate } from "./annotate.ts";
import { choice, column, either, list, may, number, object, text } from "./shape.ts";
import type { Property, Shape, Variant } from "./shape.ts";

const link: Shape = { kind: "string", of: "link" };
const domain: Shape = list(number(), 2, 2);

/** What every chart cell may say. */
export const common: Readonly<Record<string, Property>> = {
  title: may(
    text,
    "标题：写出发现，可含 ${查询.列}",
    "Title: states the finding, may hold ${query.column}",
  ),
  subtitle: may(text, "副标题：单位、时期、口径", "Subtitle: unit, period and scope"),
  note: may(text, "图下的说明", "A note below the chart"),
  caption: may(text, "图注，紧接图下", "A caption, directly below the chart"),
  code: may(
    { kind: "boolean" },
    "图下展示本单元的源码",
    "Shows the source of the cell below the chart",
    "false",
  ),
  alt: may(
    text,
    "给看不见图的人的话，代替由数据生成的描述；缺什么仍会说明",
    "For those who cannot see the chart, instead of the description made from the data; what is missing is still said",
  ),
};

const section = may(
  column,
  "一列；它的每个值单独成段，各有标题",
  "A column; each of its values is a section with a title",
);
const group = may(
  column,
  "一列；同一幅内按它的值分组",
  "A column; rows of a panel stand in groups by its values",
);
const scale = may(
  choice("scale", "linear", "log", "auto"),
  "数轴：线性、对数，或值相差三十倍以上时取对数",
  "Axis: linear, log, or a log where values differ thirtyfold",
  "linear",
);
const range = may(
  domain,
  "数轴两端；有值在外则自动放宽",
  "Ends of the axis, widened where values lie beyond",
);
const axis = { section, group, scale, domain: range, annotate };

function variant(zh: string, en: string, properties: Readonly<Record<string, Property>>): Variant {
  return { zh, en, shape: object("chart option", { ...common, ...properties }) };
}

/** The chart types that know the rules of comparability. */
export const domainCharts = {
  dots: variant(
    "点图：一行一个数字，可比的共用一轴",
    "Dot plot: a row a figure; what may be compared shares an axis",
    axis,
  ),
  dumbbell: variant(
    "变化图：同一地区的数字连在一行",
    "Change plot: the figures of one region joined in one row",
    axis,
  ),
  bars: variant("条形图：从零画起，不能用对数轴", "Bars: drawn from zero, never on a log axis", {
    section,
    group,
    scale: may(choice("scale", "linear"), "只有线性", "Linear only", "linear"),
    domain: range,
    annotate,
  }),
  slope: variant(
    "坡度图：两个时期或两组，规则允许才连线",
    "Slope: two periods or groups, joined only where the rules allow it",
    {
      section,
      scale,
      domain: range,
      by: may(
        column,
        "两端按哪一列分；默认按年份",
        "The column that makes the two ends; the year by default",
      ),
      ends: may(
        list(either("end", { kind: "string" }, number()), 2, 2),
        "两端各是哪个值；默认最早与最晚",
        "The two ends; the first and the last by default",
      ),
    },
  ),
  ranking: variant(
    "排名：规则允许才有名次，并列同名次",
    "Ranking: numbered only where the rules allow it; ties share a number",
    {
      section,
      scale,
      domain: range,
      order: may(
        choice("order", "descending", "ascending"),
        "从大到小或从小到大",
        "From the largest or from the smallest",
        "descending",
      ),
    },
  ),
  groups: variant(
    "各地对照：每个地区一行，可比的为一组，最大的一组展开，其余折叠并注明数目",
    "All regions: a row each, in groups of what may be compared; the largest open, the others folded with their count",
    {
      domain: range,
      order: may(
        choice("order", "value", "rows"),
        "按数值，或按查询给出的次序",
        "By value, or as the query gives them",
        "value",
      ),
    },
  ),
  legend: variant("图例：每种形状一例", "Legend: one example of each form", {}),
  matrix: variant("覆盖矩阵：谁写了什么", "Coverage matrix: who states what", {
    rows: may(
      choice("rows", "metric_id", "region_id"),
      "行是什么",
      "What the rows are",
      "metric_id",
    ),
    columns: may(
      choice("columns", "metric_id", "region_id"),
      "列是什么",
      "What the columns are",
      "region_id",
    ),
    cells: may(
      choice("cells", "values", "symbols"),
      "格子里写数值还是只画形状",
      "Values in the cells, or their forms only",
      "values",
    ),
    rowLink: may(link, "行名的链接，{} 处填 id", "Where a row's name leads; {} is its id"),
    columnLink: may(link, "列名的链接", "Where a column's name leads"),
    cellLink: may(
      link,
      "格子的链接，可用 {region} 与 {metric}",
      "Where a cell leads; {region}, {metric}",
    ),
  }),
  table: variant(
    "表格：全部数字，连同条文与报告",
    "Table: all rows in full, with clause and report",
    {},
  ),
  tiles: variant("省份方格图", "Tile grid of provinces", {
    regionLink: may(link, "地区名的链接，{} 处填 id", "Where a region's name leads; {} is its id"),
  }),
  trend: variant(
    "趋势图：规则允许才连线，缺的年份画方框",
    "Trend: a line only where the rules allow it, missing years as squares",
    { annotate },
  ),
  audit: variant(
    "核算图：所写的数与重算的数",
    "Audit: the stated figure beside the recomputed one",
    {},
  ),
} as const satisfies Readonly<Record<string, Variant>>;
