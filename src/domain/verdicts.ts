import type { CheckOperation, Language, Verdict } from "./types.ts";

type Words = Readonly<Record<Language, string>>;

/** What the verdicts of `recompute` (audit.ts) mean, and when each is given. */
export const verdictWords: Readonly<
  Record<Verdict, { readonly title: Words; readonly rule: Words }>
> = {
  ok: {
    title: { zh: "吻合", en: "agrees" },
    rule: {
      zh: "写的与算的相差不超过写明数字末位的半个单位；写明的是“超过”“不少于”时，算的不小于它，是“近”时不大于它",
      en: "stated and recomputed differ by no more than half a unit of the stated figure’s last place; of “more than” and “at least” the recomputed value is no smaller, of “nearly” no larger",
    },
  },
  rounding: {
    title: { zh: "舍入或口径", en: "rounding or basis" },
    rule: {
      zh: "在末位截断后相同，或人工核对过差异的原因：列举不全、可比口径等，原因一并写明",
      en: "the same once cut off at the last place, or the difference has a reason that was read in the report, such as an open list or an adjusted basis, and the reason is stated",
    },
  },
  mismatch: {
    title: { zh: "不符", en: "does not agree" },
    rule: {
      zh: "其余的差异；写的与算的都保留，不改，凡画这个数的图都注明",
      en: "any other difference; both values are kept, neither is mended, and charts with the figure say so",
    },
  },
  derived: {
    title: { zh: "只列推算", en: "derived only" },
    rule: {
      zh: "报告没有写出结果：列出推算，不下判断",
      en: "the report states no result: it is computed and nothing is judged",
    },
  },
};

/** What an identity recomputes, in words and over its operands A, B, … */
export const identityWords: Readonly<
  Record<CheckOperation, { readonly title: Words; readonly formula: string; readonly note?: Words }>
> = {
  sum: { title: { zh: "合计", en: "sum" }, formula: "A + B + …" },
  difference: { title: { zh: "差额", en: "difference" }, formula: "A − B − …" },
  ratio_percent: {
    title: { zh: "占比", en: "share" },
    formula: "A ÷ B × 100",
    note: {
      zh: "只写明总数时，分子取与所写比率最接近的整数",
      en: "where only the whole is stated, the part is the whole number nearest to the stated share",
    },
  },
  quotient: { title: { zh: "平均", en: "mean" }, formula: "A ÷ B" },
  growth: {
    title: { zh: "增幅", en: "growth" },
    formula: "A ÷ B × 100 − 100",
    note: {
      zh: "没有写明上年数时，取与所写增幅最接近的整数",
      en: "where the year before is not stated, it is the whole number nearest to the stated growth",
    },
  },
  count: {
    title: { zh: "个数", en: "count" },
    formula: "1 + 1 + …",
    note: { zh: "数报告列出的项目", en: "counts what the report lists" },
  },
};
