import { annotate } from "./annotate.ts";
import { common } from "./domain.ts";
import { boolean, choice, column, either, list, may, must, number, object, text } from "./shape.ts";
import type { ObjectShape, Property, Shape, Variant } from "./shape.ts";

/**
 * The most of what is written one by one. Far more than can be read in a drawing; what rows make of
 * the rest is counted where they are drawn (`charts/plot/room.ts`).
 */
const most = {
  ticks: 200,
  limits: 200,
  domain: 1000,
  colors: 100,
  transforms: 10,
  tips: 20,
} as const;

/** Steps of zero or less lead nowhere. */
const step = number(1e-9);

/** Colours by name, which follow the page's theme; any other is `#rgb` or `#rrggbb`. */
export const colors = ["accent", "ink", "quiet", "line", "paper", "warning", "none"] as const;

const constant = (size: Shape): Shape =>
  object("constant", {
    const: must(
      either("constant", { kind: "string", of: "constant" }, size),
      "一个不变的值：颜色、文字或数",
      "A value that is the same for all: a colour, a text or a number",
    ),
  });

const named: Shape = object("channel", {
  value: must(column, "列名", "A column"),
  label: may(text, "轴上或图例上的名字", "Its name on the axis or in the legend"),
  as: may(
    choice("reading", "date", "text", "number"),
    "当作日期、文字或数来读",
    "Read it as a date, a text or a number",
  ),
});

/** A column by its name, a number for all rows, a column with a label, or a constant. */
const channelOf = (size: Shape): Shape => either("channel", column, size, named, constant(size));
export const channel: Shape = channelOf(number());

/** Channels whose numbers are pixels: what covers the whole drawing many times is long in painting. */
const sizes: Readonly<Record<string, Shape>> = {
  r: channelOf(number(0, 80)),
  strokeWidth: channelOf(number(0, 40)),
};

const docs: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  x: ["横向位置", "Horizontal position"],
  y: ["纵向位置", "Vertical position"],
  x1: ["横向起点", "Horizontal start"],
  x2: ["横向终点", "Horizontal end"],
  y1: ["纵向起点", "Vertical start"],
  y2: ["纵向终点", "Vertical end"],
  r: ["半径", "Radius"],
  text: ["写什么", "What is written"],
  symbol: ["形状", "Shape"],
  z: ["按哪一列分成多条", "The column that makes several series"],
  fill: ["填色", "Fill"],
  stroke: ["线色", "Stroke"],
  opacity: ["不透明度", "Opacity"],
  fillOpacity: ["填色的不透明度", "Opacity of the fill"],
  strokeOpacity: ["线的不透明度", "Opacity of the stroke"],
  strokeWidth: ["线宽", "Width of the stroke"],
  fx: ["横向分面", "Horizontal facet"],
  fy: ["纵向分面", "Vertical facet"],
};

function channels(...names: readonly string[]): Record<string, Property> {
  return Object.fromEntries(
    names.map((name) => {
      const [zh, en] = docs[name] ?? [name, name];
      return [name, may(sizes[name] ?? channel, zh, en)];
    }),
  );
}

export const reducers = [
  "count",
  "distinct",
  "sum",
  "proportion",
  "proportion-facet",
  "mean",
  "median",
  "min",
  "max",
  "mode",
  "first",
  "last",
  "deviation",
  "variance",
  "p10",
  "p25",
  "p75",
  "p90",
  "x",
  "y",
  "x1",
  "x2",
  "y1",
  "y2",
] as const;
export const reducer = choice("reducer", ...reducers);
const outputNames = [
  "x",
  "y",
  "x1",
  "x2",
  "y1",
  "y2",
  "r",
  "fill",
  "stroke",
  "opacity",
  "text",
  "title",
  "z",
  "strokeWidth",
];
const outputs: Readonly<Record<string, Property>> = Object.fromEntries(
  outputNames
    .filter((name) => name !== "title")
    .map((name) => [name, may(reducer, `汇总到 ${name}`, `What ${name} becomes`)]),
);
const bins: Readonly<Record<string, Property>> = {
  ...outputs,
  thresholds: may(
    either(
      "thresholds",
      number(1, most.limits),
      list(number(), 1, most.limits),
      choice("thresholds", "freedman-diaconis", "scott", "sturges"),
    ),
    "分成几段，或各段的界限",
    "How many bins, or their limits",
  ),
  interval: may(
    either("interval", step, choice("interval", "year", "quarter", "month", "day")),
    "每段多长",
    "Length of a bin",
  ),
  cumulative: may(boolean, "累计", "Cumulative"),
};
const stacks: Readonly<Record<string, Property>> = {
  offset: may(
    choice("offset", "normalize", "center", "wiggle"),
    "怎样摆放",
    "Where the stack begins",
  ),
  order: may(
    choice("order", "value", "x", "y", "z", "sum", "appearance", "inside-out"),
    "先后",
    "Order of the layers",
  ),
  reverse: may(boolean, "倒序", "Reversed"),
};
const windows: Readonly<Record<string, Property>> = {
  k: may(number(1, 1000), "窗口里有几个值", "Values in a window"),
  anchor: may(
    choice("anchor", "start", "middle", "end"),
    "窗口对齐哪里",
    "Where the window stands",
  ),
  reduce: may(
    choice(
      "reducer",
      "mean",
      "median",
      "min",
      "max",
      "sum",
      "difference",
      "ratio",
      "first",
      "last",
    ),
    "怎样汇总",
    "How it is summed up",
  ),
  strict: may(boolean, "窗口不满不出值", "No value where the window is not full"),
};
const normals: Readonly<Record<string, Property>> = {
  basis: may(
    choice("basis", "first", "last", "max", "mean", "median", "min", "sum", "extent", "deviation"),
    "以什么为一",
    "What counts as one",
  ),
};
const maps = (name: string): Readonly<Record<string, Property>> => ({
  [name]: may(choice("map", "cumsum", "rank", "quantile"), "怎样变换", "How it is mapped"),
});
const dodges: Readonly<Record<string, Property>> = {
  anchor: may(
    choice("anchor", "top", "middle", "bottom", "left", "right"),
    "靠哪边",
    "Which side they stand on",
  ),
  padding: may(number(0, 50), "点与点的间隔", "Room between dots"),
};
const selects: Readonly<Record<string, Property>> = {
  take: may(
    choice("selection", "first", "last", "minX", "minY", "maxX", "maxY"),
    "每组取哪一个",
    "Which of a series",
  ),
};

type Named = readonly [zh: string, en: string, properties: Readonly<Record<string, Property>>];

/** Transforms by name, with their options; in a list they apply in order. */
export const transforms = {
  groupX: ["按横轴分组汇总", "Group by x and sum up", outputs],
  groupY: ["按纵轴分组汇总", "Group by y and sum up", outputs],
  groupZ: ["按系列汇总", "Sum up a series", outputs],
  group: ["按横轴与纵轴分组汇总", "Group by x and y and sum up", outputs],
  binX: ["横轴分段汇总", "Bin x and sum up", bins],
  binY: ["纵轴分段汇总", "Bin y and sum up", bins],
  bin: ["横轴与纵轴分段汇总", "Bin x and y and sum up", bins],
  stackX: ["横向堆叠", "Stack along x", stacks],
  stackY: ["纵向堆叠", "Stack along y", stacks],
  normalizeX: ["横向归一", "Normalise x", normals],
  normalizeY: ["纵向归一", "Normalise y", normals],
  windowX: ["横向移动窗口", "Moving window over x", windows],
  windowY: ["纵向移动窗口", "Moving window over y", windows],
  mapX: ["变换横轴的值", "Map the values of x", maps("x")],
  mapY: ["变换纵轴的值", "Map the values of y", maps("y")],
  dodgeX: ["横向避让", "Dots beside each other along x", dodges],
  dodgeY: ["纵向避让", "Dots beside each other along y", dodges],
  hexbin: [
    "六边形分箱",
    "Hexagonal bins",
    { ...outputs, binWidth: may(number(4, 100), "六边形宽，px", "Width of a hexagon, px") },
  ],
  select: ["每组取一个", "One of each series", selects],
} as const satisfies Readonly<Record<string, Named>>;
export type TransformName = keyof typeof transforms;

const oneTransform: ObjectShape = object(
  "transform",
  Object.fromEntries(
    Object.entries(transforms).map(([name, [zh, en, properties]]) => [
      name,
      may(object(`option of ${name}`, properties), zh, en),
    ]),
  ),
);

/** One transform by its name, or several that apply in order. */
export const transform: Shape = either(
  "transform",
  oneTransform,
  list(oneTransform, 0, most.transforms),
);

const sortKeys = ["x", "y", "fx", "fy", "color", "r"] as const;
export const sort: Shape = either(
  "sort",
  column,
  object("sort", {
    ...Object.fromEntries(
      sortKeys.map((name) => [
        name,
        may(
          { kind: "string", of: "sort" },
          "按哪个通道排；加 - 倒序",
          "By which channel; a - reverses",
        ),
      ]),
    ),
    reverse: may(boolean, "倒序", "Reversed"),
    limit: may(number(1, 1000), "只留前几个", "Only so many"),
    reduce: may(reducer, "同一处多行时怎样汇总", "How several rows of one place are summed up"),
  }),
);

const every: Readonly<Record<string, Property>> = {
  mark: must({ kind: "string" }, "画什么", "What is drawn"),
  data: may(
    { kind: "string", of: "cell" },
    "另一个查询的 id；默认用本单元的 data",
    "Another query's id; the cell's own by default",
  ),
  transform: may(transform, "一个或依次几个变换", "One transform or several in order"),
  sort: may(sort, "排序", "Order"),
  tip: may(
    either("tip", boolean, list(column, 0, most.tips)),
    "名称里再说哪些列",
    "Further columns that its name says",
  ),
  dx: may(number(-200, 200), "右移 px", "To the right, px"),
  dy: may(number(-200, 200), "下移 px", "Down, px"),
  clip: may(boolean, "不画到框外", "Nothing outside of the frame"),
  ...channels(
    "fill",
    "stroke",
    "opacity",
    "fillOpacity",
    "strokeOpacity",
    "strokeWidth",
    "z",
    "fx",
    "fy",
  ),
  strokeDasharray: may({ kind: "string", of: "dashes" }, "虚线，如 2 3", "Dashes, such as 2 3"),
};
const curve = {
  curve: may(
    choice(
      "curve",
      "linear",
      "step",
      "step-after",
      "step-before",
      "monotone-x",
      "catmull-rom",
      "basis",
    ),
    "线怎样弯",
    "How the line bends",
    "linear",
  ),
};
const inset = {
  inset: may(number(0, 20), "四边缩进 px", "Room on each side, px"),
};
const marker = {
  marker: may(
    choice("marker", "none", "dot", "circle", "arrow", "tick"),
    "端点的形状",
    "What its points carry",
    "none",
  ),
};
const wording = {
  textAnchor: may(choice("anchor", "start", "middle", "end"), "文字对齐", "Alignment of the text"),
  lineAnchor: may(choice("anchor", "top", "middle", "bottom"), "行对齐", "Alignment of the line"),
  fontSize: may(number(8, 40), "字号 px", "Size of the letters, px"),
  fontWeight: may(choice("weight", "normal", "bold"), "粗细", "Weight"),
  rotate: may(number(-180, 180), "转多少度", "Turned by degrees"),
};

/** Channels whose value is a length or a sum: a row without it cannot be drawn, and is not 0. */
export interface MarkDefinition extends Variant {
  /** Of each list, one channel at least must be given. */
  readonly needs: readonly (readonly string[])[];
  /** The axis on which lengths are read, so that zero must be on it. */
  readonly length: "x" | "y" | null;
}

function mark(
  zh: string,
  en: string,
  names: readonly string[],
  needs: MarkDefinition["needs"],
  {
    length = null,
    ...more
  }: { length?: "x" | "y" | null; options?: Readonly<Record<string, Property>> } = {},
): MarkDefinition {
  const shape = object("mark option", { ...every, ...channels(...names), ...more.options });
  return { zh, en, shape, needs, length };
}

/** The marks that may be drawn. */
export const marks = {
  barX: mark("横条", "Horizontal bars", ["x", "x1", "x2", "y"], [["x", "x1"]], {
    length: "x",
    options: inset,
  }),
  barY: mark("竖条", "Vertical bars", ["x", "y", "y1", "y2"], [["y", "y1"]], {
    length: "y",
    options: inset,
  }),
  rectX: mark(
    "横向矩形",
    "Horizontal rectangles",
    ["x", "x1", "x2", "y", "y1", "y2"],
    [["x", "x1"]],
    { length: "x", options: inset },
  ),
  rectY: mark(
    "竖向矩形，直方图用",
    "Vertical rectangles, for histograms",
    ["x", "x1", "x2", "y", "y1", "y2"],
    [["x", "x1"]],
    { length: "y", options: inset },
  ),
  rect: mark("矩形", "Rectangles", ["x", "x1", "x2", "y", "y1", "y2"], [], { options: inset }),
  cell: mark("格子，热力图用", "Cells, for heat maps", ["x", "y"], [], { options: inset }),
  dot: mark("点", "Dots", ["x", "y", "r", "symbol"], [["x", "y"]]),
  line: mark("折线，按行的先后", "A line in the order of the rows", ["x", "y"], [["x"], ["y"]], {
    options: { ...curve, ...marker },
  }),
  lineY: mark("折线，沿横轴", "A line along x", ["x", "y"], [["y"]], {
    options: { ...curve, ...marker },
  }),
  lineX: mark("折线，沿纵轴", "A line along y", ["x", "y"], [["x"]], {
    options: { ...curve, ...marker },
  }),
  areaY: mark("面积，沿横轴", "An area along x", ["x", "y", "y1", "y2"], [["y", "y1"]], {
    length: "y",
    options: curve,
  }),
  areaX: mark("面积，沿纵轴", "An area along y", ["x", "y", "x1", "x2"], [["x", "x1"]], {
    length: "x",
    options: curve,
  }),
  ruleX: mark("竖线", "Vertical rules", ["x", "y1", "y2"], []),
  ruleY: mark("横线", "Horizontal rules", ["y", "x1", "x2"], []),
  tickX: mark("短竖线", "Vertical ticks", ["x", "y"], [["x"]]),
  tickY: mark("短横线", "Horizontal ticks", ["x", "y"], [["y"]]),
  text: mark("文字", "Text", ["x", "y", "text"], [["text"]], { options: wording }),
  link: mark(
    "两点间的线",
    "A line between two points",
    ["x", "y", "x1", "x2", "y1", "y2"],
    [
      ["x1", "x"],
      ["y1", "y"],
    ],
    { options: { ...curve, ...marker } },
  ),
  arrow: mark(
    "箭头",
    "Arrows",
    ["x", "y", "x1", "x2", "y1", "y2"],
    [
      ["x1", "x"],
      ["y1", "y"],
    ],
  ),
  boxX: mark("横向箱线图", "Horizontal box plot", ["x", "y"], [["x"]]),
  boxY: mark("竖向箱线图", "Vertical box plot", ["x", "y"], [["y"]]),
  linearRegressionX: mark("回归线，x 随 y", "Regression of x on y", ["x", "y"], [["x"], ["y"]]),
  linearRegressionY: mark("回归线，y 随 x", "Regression of y on x", ["x", "y"], [["x"], ["y"]]),
  waffleX: mark("横向华夫图", "Horizontal waffles", ["x", "x1", "x2", "y"], [["x", "x1"]], {
    length: "x",
    options: { unit: may(number(0), "一格是多少", "What a square stands for") },
  }),
  waffleY: mark("竖向华夫图", "Vertical waffles", ["x", "y", "y1", "y2"], [["y", "y1"]], {
    length: "y",
    options: { unit: may(number(0), "一格是多少", "What a square stands for") },
  }),
  frame: mark("边框", "A frame", [], []),
} as const satisfies Readonly<Record<string, MarkDefinition>>;
export type MarkName = keyof typeof marks;

const scaleTypes = {
  position: ["linear", "log", "sqrt", "symlog", "utc", "point", "band"],
  color: ["categorical", "ordinal", "sequential", "diverging", "threshold", "quantile", "quantize"],
} as const;

const scalar = either("value", { kind: "string" }, number());
const named_ = {
  label: may(
    either("label", text, { kind: "nothing" }),
    "名字；null 则不写",
    "Its name; null for none",
  ),
  reverse: may(boolean, "倒过来", "Reversed"),
  domain: may(list(scalar, 1, most.domain), "取值范围", "Its domain"),
};

const position: ObjectShape = object("scale option", {
  ...named_,
  type: may(choice("scale type", ...scaleTypes.position), "类型", "Its type"),
  nice: may(boolean, "两端取整", "Ends at round values"),
  zero: may(boolean, "含零", "Zero is on it"),
  percent: may(boolean, "乘以一百", "Times a hundred"),
  ticks: may(
    either("ticks", number(1, 40), list(scalar, 0, most.ticks)),
    "刻度：几个，或哪些",
    "How many ticks, or which",
  ),
  tickFormat: may(
    choice("tick format", "number", "year", "month", "day", "plain"),
    "刻度怎样写",
    "How ticks are written",
  ),
  interval: may(
    either("interval", step, choice("interval", "year", "quarter", "month", "day")),
    "间隔",
    "Its interval",
  ),
  grid: may(boolean, "网格线", "Grid lines"),
  axis: may(
    either("axis", choice("axis", "top", "bottom", "left", "right", "none"), boolean),
    "轴在哪边",
    "Where the axis stands",
  ),
  padding: may(number(0, 1), "条与条的间隔", "Room between bands"),
  inset: may(number(0, 50), "两端缩进 px", "Room at the ends, px"),
});

const color: ObjectShape = object("scale option", {
  ...named_,
  type: may(choice("scale type", ...scaleTypes.color), "类型", "Its type"),
  range: may(list({ kind: "string", of: "color" }, 1, most.colors), "颜色", "Its colours"),
  legend: may(boolean, "图例", "A legend", "true"),
  pivot: may(number(), "中间的值", "The value in the middle"),
});

const radius: ObjectShape = object("scale option", {
  ...named_,
  range: may(list(number(0, 80), 2, 2), "半径，px", "Radii, px"),
  type: may(choice("scale type", "sqrt", "linear"), "类型", "Its type"),
});

const facet: ObjectShape = object("scale option", {
  ...named_,
  padding: may(number(0, 1), "面与面的间隔", "Room between facets"),
});

const markShape: Shape = {
  kind: "tagged",
  tag: "mark",
  thing: "mark",
  fallback: null,
  variants: marks,
};

/** The general grammar: marks over rows, with scales, facets and transforms. */
export const plotChart: Variant = {
  zh: "自定义图：标记、通道、标度、变换、分面",
  en: "Plot: marks, channels, scales, transforms and facets",
  shape: object("chart option", {
    ...common,
    marks: must(list(markShape, 1, 30), "标记，先画的在下面", "Marks; the first lies lowest"),
    x: may(position, "横轴", "The horizontal scale"),
    y: may(position, "纵轴", "The vertical scale"),
    fx: may(facet, "横向分面", "Horizontal facets"),
    fy: may(facet, "纵向分面", "Vertical facets"),
    color: may(color, "颜色", "The colour scale"),
    r: may(radius, "半径", "The scale of radii"),
    annotate,
    grid: may(boolean, "两轴都有网格线", "Grid lines of both axes"),
    height: may(number(60, 1600), "高 px；默认随行数", "Height, px; by the rows by default"),
    marginLeft: may(
      number(0, 400),
      "左边留白 px；默认随文字",
      "Room at the left, px; by the text by default",
    ),
    marginRight: may(number(0, 400), "右边留白 px", "Room at the right, px"),
    marginTop: may(number(0, 400), "上边留白 px", "Room at the top, px"),
    marginBottom: may(number(0, 400), "下边留白 px", "Room at the bottom, px"),
  }),
};
