import type { Language } from "../domain/index.ts";

/** What the compiler says of a file in Chinese, where a reader may meet it; `$1` is the value. */
const chinese: readonly (readonly [RegExp, string])[] = [
  [/^unknown cell: (.+) \(did you mean (.+)\?\)$/, "没有名为“$1”的单元，是不是“$2”？"],
  [/^unknown cell: (.+)$/, "没有名为“$1”的单元"],
  [/^unknown (chart|input) type: (.+) \(did you mean (.+)\?\)$/, "没有“$2”这种类型，是不是“$3”？"],
  [/^unknown (chart|input) type: (.+)$/, "没有“$2”这种类型"],
  [/^unknown attribute: (.+) \(did you mean (.+)\?\)$/, "不认识属性“$1”，是不是“$2”？"],
  [/^unknown attribute: (.+)$/, "不认识属性“$1”"],
  [/^invalid cycle: (.+)$/, "单元互相等待：$1"],
  [/^invalid id: (.+) \(also on line (\d+)\)$/, "名称“$1”重复，第$2行已经用过"],
  [/^invalid id: (.+?)(?: \(.+\))?$/, "“$1”不能作名称"],
  [/^invalid reference: (.+)$/, "引用写法有误：$1"],
  [/^unsupported parameter: (\S+) .*$/, "不支持参数“$1”，请写成 ${name}"],
  [/^unsupported reference: (\S+) is a cell of kind (\S+) .*$/, "“$1”是$2单元，此处不能引用"],
  [/^missing code$/, "没有代码"],
  [/^unknown name: (.+) \(did you mean (.+)\?\)$/, "没有“$1”这个名称，是不是“$2”？"],
  [/^unknown name: (.+)$/, "没有“$1”这个名称"],
  [/^unsupported name: (.+) \((.+)\)$/, "隔离框里没有“$1”（$2）"],
  [/^unsupported assignment: (\S+) .*$/, "“$1”来自单元之外，不能赋值"],
  [/^unsupported statement: (\S+) .*$/, "不能用 $1：Plot、d3、aq、Inputs、html、svg 已经备好"],
  [/^unsupported reference: cells .*$/, '请写成 cells["名称"]'],
  [/^invalid JavaScript: (.+)$/s, "JavaScript 有误：$1"],
  [/^invalid deadline: (\S+) .*$/, "deadline 应是 0 到 600 之间的秒数，不是“$1”"],
  [/^missing statement$/, "没有语句"],
  [/^missing end of cell: .*$/, "单元没有结束：缺少 ```"],
  [/^missing end of fence: (.+)$/, "代码块没有结束：缺少 $1"],
  [/^invalid value: (.+) \(at least (\S+), at most (\S+)\)$/s, "“$1”不行：应在$2到$3之间"],
  [/^invalid value: (.+) \(at least (\S+)\)$/s, "“$1”不行：至少是$2"],
  [/^invalid value: (.+) \(at most (\S+)\)$/s, "“$1”不行：至多是$2"],
  [/^invalid max: (\S+) \(more than min, (\S+)\)$/, "max 应大于 min（$2），不是“$1”"],
  [/^invalid (min|max|step|value): ([^(]+)$/s, "$1 的值“$2”不行"],
  [/^invalid list: (\d+) values \(at most (\d+)\)$/, "列表有$1个值，至多$2个"],
  [/^invalid list: (\d+) values \((\d+) or more\)$/, "列表有$1个值，至少$2个"],
  [/^invalid list: (\d+) values \((\d+)\)$/, "列表有$1个值，应是$2个"],
  [/^missing type.*$/, "缺少 type"],
  [/^invalid YAML: (.+)$/s, "YAML 有误：$1"],
  [/^too deep: .*$/, "嵌套太深，这个单元读不了"],
  [/^too slow: the cell .*$/, "这个单元读得太久，已经停下；源码还在，改短些再试"],
  [/^too slow: .*$/, "读得太久，已经停下；文字还在，改短些再试"],
  [/^unsupported YAML: \? .*$/, "不支持以“?”开头的键，请写成“键: 值”"],
  [/^unsupported link: (.+)$/, "不支持此链接：$1"],
  [/^unsupported image: (.+)$/, "不支持此图片：$1"],
];

/** What there can be too many of, with the word that counts it. */
const things: Readonly<Record<string, readonly [thing: string, counter: string]>> = {
  "characters in the notebook": ["笔记的字符", "个"],
  "lines in the notebook": ["笔记的行", "行"],
  "characters in front matter": ["开头说明的字符", "个"],
  characters: ["字符", "个"],
  cells: ["单元", "个"],
  problems: ["问题", "处"],
  references: ["引用", "处"],
  aliases: ["别名", "个"],
  "elements of text": ["文字里的段落、格子等", "个"],
  "lines without a blank one": ["不空行的行", "行"],
  "levels of nesting": ["嵌套的层", "层"],
  "words in YAML": ["YAML的词", "个"],
  "values in YAML": ["YAML的值", "个"],
};

function tooManyText(message: string): string | null {
  const [, what = "", count, limit] =
    /^too many ([^:(]+?)(?:: (\d+))? \(at most (\d+)\)$/.exec(message) ?? [];
  const [thing, counter] = things[what] ?? [];
  if (thing === undefined || counter === undefined) return null;
  return `${thing}太多${count === undefined ? "" : `：${count}${counter}`}（至多${limit}${counter}）`;
}

/** What the compiler says of a notebook file, in the reader's language. */
export function problemText(message: string, language: Language): string {
  if (language === "en") return message;
  const many = tooManyText(message);
  if (many !== null) return many;
  const found = chinese.find(([pattern]) => pattern.test(message));
  return found ? message.replace(found[0], found[1]) : message;
}
