import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { claimsIn, typedClaims } from "./claims.ts";

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const notebooks = readdirSync(new URL("notebooks/", root)).filter((name) => name.endsWith(".md"));

/** What says nothing of the data, whatever they become, and why. */
const allowed: readonly (readonly [RegExp, string])[] = [
  [
    /只读了开头|[Oo]nly (the|its) opening|which only the opening/,
    "what `opening` in `coverage` means",
  ],
  [
    /每个数字都|每个数字连同|[Ee]very (number|figure) (comes|opens|of both|with)|behind every number/,
    "what the product promises; evidence has tests of its own",
  ],
  [
    /任何一个数字，都能|Every rule in full|都按固定的规则|all follow fixed rules/,
    "what the pages promise of themselves",
  ],
  [/^#? ?All figures$/, "the name of a page, which has a test that it lists them"],
  [/只在.*才算|[Cc]omputed only where/, "the rule of derivation"],
  [/只收这样的结果/, "what the view `derived` is defined to hold"],
  [/最短一句话/, "the rule of annotation"],
  [/核对过，但没有条文/, "what alignment `figure` means"],
  [
    /能(比|并列)的才|[Oo]nly (that shares|what may)|与谁都不能比|不连线，只写原因|才连线|one axis of years|joins figures only/,
    "how charts place figures",
  ],
  [/规则只提醒|forbid nothing/, "what a plot does with a verdict"],
  [/只有一端有数字的|at one end only/, "what a slope draws"],
  [
    /read( whole)? and states none|nobody knows|why there is none|标为“未报告”|never drawn as zero/,
    "what a mark means",
  ],
  [
    /一个记号只说两件事|says two things only|提示和数据表里都写明/,
    "what a mark says, and where the rest stands",
  ],
  [/Every figure with its clause: the table/, "what a table shows"],
  [
    /every source stands|来源就一直跟着|never pasted|for every region and measure|每一步都|Every step/,
    "what the editor and the runtime do",
  ],
  [/cutting off gives it|只是提议|只是碰巧|只是又说了一遍/, "how an audit judges"],
  [
    /都请填清楚|Only regions that count|只列数的是|that count alike/,
    "what a template asks for and its query selects",
  ],
  [
    /lead to all their figures|相差悬殊时用对数刻度|none borrows/,
    "how the page of regions is laid out",
  ],
  [
    /All regions|写了的地区都在一页上|every region that states them|list them all|Places are given only/,
    "what the page of all regions holds",
  ],
  [
    /地区最多的一组|of the most regions|留在所在各组的最上面|最近的一个画在/,
    "how its groups stand and what a row shows",
  ],
  [/只写最粗的那个来源|准到所写的最后一位/, "how a derived number is written"],
  [
    /只到九月|all of it would mean/,
    "what a period is, and what a hundred per cent of a limit would be",
  ],
];

const isAllowed = (sentence: string) => allowed.some(([pattern]) => pattern.test(sentence));

describe("a sentence about all, none, most or how much more", () => {
  it.each(notebooks)("holds a value that is computed, in %s", (name) => {
    const left = typedClaims(read(`notebooks/${name}`)).filter((one) => !isAllowed(one));
    expect(left).toEqual([]);
  });

  it.each(["zh", "en"])("is not made in the article, which computes nothing (%s)", (language) => {
    const claims = claimsIn(read(`docs/article/${language}.html`));
    expect(claims.filter((one) => !isAllowed(one))).toEqual([]);
  });

  it("has no exception that nobody needs", () => {
    const all = [
      ...notebooks.flatMap((name) => typedClaims(read(`notebooks/${name}`))),
      ...["zh", "en"].flatMap((language) => claimsIn(read(`docs/article/${language}.html`))),
    ];
    const idle = allowed.filter(([pattern]) => !all.some((one) => pattern.test(one)));
    expect(idle.map(([pattern]) => pattern.source)).toEqual([]);
  });
});

const lookUp = "```sql id=top\nSELECT 'a' AS key, f.* FROM facts f WHERE fact_id = 'ws-16'\n```\n";
const chart = (title: string) =>
  `---\ntitle: 题\n---\n\n${lookUp}\n\`\`\`chart id=c data=top\ntitle: ${JSON.stringify(title)}\n\`\`\`\n`;
const text = (words: string) => `---\ntitle: 题\n---\n\n${lookUp}\n${words}\n`;

/** Sentences that stood here and were false, or became so. */
const old = [
  "万盛一个局罚了${top.a.value}，在写明全年数的局里最多",
  "Wansheng’s bureau fined ${top.a.value}, the most of those that state a full year",
  "四个局里万盛第一，第一名罚了${top.a.value}",
  "万盛的罚款比汕尾市局多三成以上，株洲没有写",
  "荣昌两年许可相差不大，但2020年没有读到",
  "Rongchang’s two years differ little, and 2020 was not read",
  "写明处罚案件数的，都在这些省份",
  "广西的罚款里，事故罚款${top.a.value}，是事前罚款的两倍多",
  "In Guangxi, fines after accidents (${top.a.value}) are more than twice those before",
  "案子多的地方罚款也多，每件罚多少却相差很大",
  "More cases mean more fines, but the fine per case varies widely",
  "多数省份只在一两年里有数字",
  "Most provinces have figures for one or two years only",
  "最常见的处罚案件数是十到三十件",
  "Ten to thirty penalty cases are stated most often",
  "全辖区的案件数比一个局的高一个数量级",
  "Whole jurisdictions count ten times as many cases as single bureaus",
  "A square a figure: single bureaus state the most",
  "五份报告里，写了审批提速的只有两份",
  "Zhangzhou states only a floor, ${top.a.value}",
  "下面的规则只看这些列。",
  "The rules below look at nothing but these columns.",
  "三个全辖区里，每百家次检查的处罚案件相差不到四成，每家次检查的罚款最多的是最少的八倍多。",
  "Cases per hundred visits differ by a third, fines per visit by a factor of eight.",
  "Penalty cases per hundred visits are much alike: ${top.a.value} in Shanwei.",
  "前一项相差不大，差别主要在后一项：一件案子罚多少。",
  "下表里，大多数地方只写了其中一个数，除不出来。",
  "In the table below most places state only one of the two numbers.",
  "三份报告完全没有提到。",
  "Three of the reports do not mention it.",
  "街镇受委托执法的${top.a.value}另记。",
  "In Wansheng the bureau’s own ${top.a.value} stands apart from those of townships.",
  "漳州的${top.a.value}看上去遥遥领先。",
  "It would seem to lead by far.",
];

describe("a claim that was typed", () => {
  it.each(old)("is found: %s", (sentence) => {
    expect(typedClaims(chart(sentence))).toHaveLength(1);
    expect(typedClaims(text(sentence))).toHaveLength(1);
    expect(isAllowed(sentence)).toBe(false);
  });

  it.each([
    ["SELECT count(*) AS n FROM facts", "最多的一年有${q.n}个数字。"],
    ["SELECT * FROM facts ORDER BY value DESC LIMIT 1", "The largest figure is ${q.value}."],
    ["SELECT 100 * a.value / b.value AS value FROM a, b", "It is twice as much: ${q.value}."],
  ])("is proven by a query that computes: %s", (sql, sentence) => {
    const notebook = `---\ntitle: 题\n---\n\n\`\`\`sql id=q\n${sql}\n\`\`\`\n\n${sentence}\n`;
    expect(typedClaims(notebook)).toEqual([]);
  });

  it("is not proven by a computed value in another sentence, or by a word in a comment", () => {
    const notebook = (sql: string, words: string) =>
      `---\ntitle: 题\n---\n\n\`\`\`sql id=q\n${sql}\n\`\`\`\n\n${words}\n`;
    const counted = "SELECT count(*) AS n FROM facts";
    expect(
      typedClaims(notebook(counted, "There are ${q.n} figures. Most are of bureaus.")),
    ).toEqual(["Most are of bureaus."]);
    const commented = "-- count(*)\nSELECT value AS n FROM facts WHERE note = 'max(value)'";
    expect(typedClaims(notebook(commented, "最多的有${q.n}。"))).toEqual(["最多的有${q.n}。"]);
  });
});
