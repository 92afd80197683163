import type { CheckOperation, Language, Vacuity, Verdict } from "./types.ts";

type Words = Readonly<Record<Language, string>>;

/** What the verdicts of `recompute` (audit.ts) mean, and when each is given. */
export const verdictWords: Readonly<
  Record<Verdict, { readonly title: Words; readonly rule: Words }>
> = {
  ok: {
    title: { zh: "吻合", en: "agrees" },
    rule: {
      zh: "写的与算的相差不超过写明数字末位的半个单位；有“超过”“不少于”“近”，或列举未尽（“等”）时按不等式判断：两边有共同的可能值",
      en: "stated and recomputed differ by no more than half a unit of the stated figure’s last place; bounds (“more than”, “at least”, “nearly”) and lists that go on (等) make an inequality, which holds where some value fits both sides",
    },
  },
  rounding: {
    title: { zh: "舍入或口径", en: "rounding or basis" },
    rule: {
      zh: "在末位截断后相同，或人工核对过差异的原因：可比口径等，原因一并写明",
      en: "the same once cut off at the last place, or the difference has a reason that was read in the report, such as an adjusted basis, and the reason is stated",
    },
  },
  mismatch: {
    title: { zh: "不符", en: "does not agree" },
    rule: {
      zh: "其余的差异；写的与算的都保留，不改，凡画这个数的图都注明",
      en: "any other difference; both values are kept, neither is corrected, and charts with the figure say so",
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
  partial_sum: {
    title: { zh: "部分之和", en: "sum of some parts" },
    formula: "A + B + … ≤",
    note: {
      zh: "列举未尽（“等”）：写明的总数不小于所列之和",
      en: "the list goes on (等): the stated total is no smaller than the parts listed",
    },
  },
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
  reduction: { title: { zh: "压缩", en: "cut" }, formula: "100 − A ÷ B × 100" },
  count: {
    title: { zh: "个数", en: "count" },
    formula: "1 + 1 + …",
    note: { zh: "数报告列出的项目", en: "counts what the report lists" },
  },
};

/** Why the agreement of an identity proves nothing; such identities are not counted. */
export const vacuityWords: Readonly<Record<Vacuity, Words>> = {
  restated: {
    zh: "同一个数在报告里说了两遍，放在一起必然相等",
    en: "one figure is set beside another telling of it",
  },
  repeated: {
    zh: "与前面一条核算的数字完全相同",
    en: "its numbers are those of an identity before it",
  },
  implied: {
    zh: "报告没有写出的那个数可以任取，总有一个整数合得上",
    en: "the report leaves a number out, and some whole number always fits",
  },
  unbounded: {
    zh: "两边都只有下限（或都只有上限），怎样都合得上",
    en: "both sides are open to the same end, so that any numbers fit",
  },
};
