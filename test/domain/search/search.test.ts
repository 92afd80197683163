import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readData } from "../../../scripts/data.ts";
import { tablesOf } from "../../../src/domain/index.ts";
import type { Region } from "../../../src/domain/index.ts";
import { createIndex, hitKinds, search } from "../../../src/domain/search/index.ts";
import type { Hit, SearchOptions } from "../../../src/domain/search/index.ts";

const { dataset } = await readData(fileURLToPath(new URL("../../../data", import.meta.url)));
const data = tablesOf(dataset);
const index = createIndex(data);
const find = (query: string, options?: SearchOptions) => search(index, query, options);
const ids = (query: string, options?: SearchOptions) => find(query, options).map(({ id }) => id);
const marked = ({ text, ranges }: Hit) => ranges.map(([start, end]) => text.slice(start, end));
const bureau = (zh: string) => `${zh}应急管理局`;

/** Query and the first hit: its kind, its id and what of its text is marked. */
type Case = readonly [query: string, kind: Hit["kind"], id: string, marks: readonly string[]];

const chinese: readonly Case[] = [
  ["漳州", "region", "zhangzhou", ["漳州"]],
  ["漳州市", "region", "zhangzhou", ["漳州市"]],
  ["重庆", "region", "chongqing", ["重庆"]],
  ["鄠邑", "region", "huyi", ["鄠邑"]],
  ["克孜", "region", "kezilesu", ["克孜"]],
  ["克州", "region", "kezilesu", ["克", "州"]],
  ["湘西自治州", "region", "xiangxi", ["湘西", "自治州"]],
  ["深汕", "region", "shenshan", ["深汕"]],
  ["湾", "region", "taiwan", ["湾"]],
  ["罚款金额", "metric", "penalty_amount", ["罚款金额"]],
  ["罚款", "metric", "penalty_amount", ["罚款"]],
  ["检查家次", "metric", "inspection_visits", ["检查家次"]],
  ["审批时限", "metric", "approval_time_compression_rate", ["审批时限"]],
  ["审批压缩率", "metric", "approval_time_compression_rate", ["审批", "压缩率"]],
  ["整改率", "metric", "hazard_rectification_rate", ["整改率"]],
  ["５万元", "metric", "penalty_cases_pre_accident_over_50k", ["5万元"]],
  ["统计局", "agency", "厦门市统计局", ["统计局"]],
  ["株洲市应急管理局", "agency", bureau("株洲市"), ["株洲市应急管理局"]],
  ["77.48万元", "clause", "sw-51", ["77.48万元"]],
  ["新闻发言人", "clause", "zz-36", ["新闻发言人"]],
  ["漳州 罚款", "clause", "zz-29", ["罚款"]],
  ["漳州罚款", "clause", "zz-29", ["罚款"]],
];

const pinyin: readonly Case[] = [
  ["zzs", "region", "zhangzhou", ["漳州市"]],
  ["sw", "region", "shanwei", ["汕尾"]],
  ["cq", "region", "chongqing", ["重庆"]],
  ["xm", "region", "xiamen", ["厦门"]],
  ["zhangzhou", "region", "zhangzhou", ["漳州"]],
  ["zhangzhoushi", "region", "zhangzhou", ["漳州市"]],
  ["zhang zhou", "region", "zhangzhou", ["漳州"]],
  ["zhangz", "region", "zhangzhou", ["漳州"]],
  ["zhzhs", "region", "zhangzhou", ["漳州市"]],
  ["xiamen", "region", "xiamen", ["厦门"]],
  ["huyi", "region", "huyi", ["鄠邑"]],
  ["kezilesu", "region", "kezilesu", ["克孜勒苏"]],
  ["xian", "region", "xian", ["西安"]],
  ["luan", "region", "luan", ["六安"]],
  ["neimenggu", "region", "inner_mongolia", ["内蒙古"]],
  ["fkje", "metric", "penalty_amount", ["罚款金额"]],
  ["fakuan", "metric", "penalty_amount", ["罚款"]],
  ["jiancha jiaci", "metric", "inspection_visits", ["检查家次"]],
  ["yhzgl", "metric", "hazard_rectification_rate", ["隐患整改率"]],
  ["yhzglü", "metric", "hazard_rectification_rate", ["隐患整改率"]],
  ["xmstjj", "agency", "厦门市统计局", ["厦门市统计局"]],
  ["zhangzuo", "region", "zhangzhou", ["漳州"]],
  ["zhongqingshi", "region", "chongqing", ["重庆"]],
];

const english: readonly Case[] = [
  ["Zhangzhou", "region", "zhangzhou", ["Zhangzhou"]],
  ["zhang", "region", "zhangzhou", ["Zhang"]],
  ["Xi'an", "region", "xian", ["Xi’an"]],
  ["inner mongolia", "region", "inner_mongolia", ["Inner Mongolia"]],
  ["mongolia", "region", "inner_mongolia", ["Mongolia"]],
  ["jinnan district", "region", "jinnan", ["Jinnan District"]],
  ["Tibet", "region", "xizang", ["Tibet"]],
  ["hong kong", "region", "hong_kong", ["Hong Kong"]],
  ["fines", "metric", "penalty_amount", ["fines"]],
  ["fin", "metric", "penalty_amount", ["fin"]],
  ["inspection visits", "metric", "inspection_visits", ["Inspection visits"]],
  ["visits inspection", "metric", "inspection_visits", ["Inspection", "visits"]],
  ["approval time", "metric", "approval_time_compression_rate", []],
  ["statistics", "agency", "厦门市统计局", ["Statistics"]],
  ["zhuzhou emergency", "agency", bureau("株洲市"), ["Zhuzhou Emergency"]],
  ["zhangzhuo", "region", "zhangzhou", ["Zhangzhou"]],
  ["kizlsu", "region", "kezilesu", ["Kizilsu"]],
  ["ispection visits", "metric", "inspection_visits", ["Inspection", "visits"]],
  ["350200", "region", "xiamen", []],
];

describe("a Chinese query finds", () => {
  it.each(chinese)("%s → %s %s", (query, kind, id, marks) => {
    const [first] = find(query);
    expect(first).toMatchObject({ kind, id });
    if (first && marks.length > 0) expect(marked(first)).toEqual(marks);
  });
});

describe("a query in pinyin finds", () => {
  it.each(pinyin)("%s → %s %s", (query, kind, id, marks) => {
    const [first] = find(query);
    expect(first).toMatchObject({ kind, id });
    expect(first && marked(first)).toEqual(marks);
  });
});

describe("an English query finds", () => {
  it.each(english)("%s → %s %s", (query, kind, id, marks) => {
    const [first] = find(query, { language: "en" });
    expect(first).toMatchObject({ kind, id });
    expect(first && marked(first)).toEqual(marks);
  });
});

describe("the order of hits", () => {
  it("is exact, prefix, substring, clause", () => {
    const hits = find("罚款", { limit: 50 });
    const kinds = hits.map(({ kind }) => kind);
    expect(kinds.lastIndexOf("metric")).toBeLessThan(kinds.indexOf("clause"));
    expect(ids("隐患").slice(0, 2)).toEqual(["hazard_rectification_rate", "hazards_rectified"]);
    expect(ids("xiamen").slice(0, 2)).toEqual(["xiamen", "厦门市统计局"]);
  });

  it("puts a region with figures before one without", () => {
    const [first] = ids("jiang", { kinds: ["region"] });
    expect(data.facts.some(({ region_id }) => region_id === first)).toBe(true);
  });

  it("falls from high scores to low, without a hit twice", () => {
    const hits = find("shi", { limit: 500 });
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(hits.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(hits.length);
  });
});

describe("a search", () => {
  it("finds figures by the province that their region lies in, with another word", () => {
    const places = new Map(data.facts.map((fact) => [fact.fact_id, fact.region_id]));
    const hits = find("浙江 处罚", { kinds: ["clause"], limit: 50 });
    const found = new Set(hits.map(({ id }) => places.get(id)));
    for (const region of ["jiangbei", "luqiao", "wuxing", "yuecheng", "xiaoshan"])
      expect(found).toContain(region);
    const provinces = data.regions.filter(({ region_id }) => found.has(region_id));
    expect(new Set(provinces.map(({ province }) => province))).toEqual(new Set(["zhejiang"]));
  });

  it("gives only the kinds and as many as asked for", () => {
    expect(find("厦门", { kinds: ["agency"] }).map(({ kind }) => kind)).toEqual([
      "agency",
      "agency",
      "agency",
    ]);
    expect(find("市", { limit: 3 })).toHaveLength(3);
    expect(find("市", { limit: 0 })).toEqual([]);
  });

  it("names each agency once, however many reports it has", () => {
    const agency = "重庆市荣昌区应急管理局";
    expect(data.reports.filter((report) => report.agency === agency)).toHaveLength(2);
    expect(ids("荣昌区应急").filter((id) => id === agency)).toHaveLength(1);
  });

  it.each(["", "  ", "，。", "!?", "vvvv", "渔业局", "(", "\\", ".*", "%"])(
    "finds nothing for %j",
    (query) => {
      expect(find(query)).toEqual([]);
    },
  );

  it("gives names in the reader's language", () => {
    expect(find("xiamen", { language: "en", limit: 1 })[0]?.text).toBe("Xiamen");
    expect(find("厦门", { language: "en", limit: 1 })[0]).toMatchObject({
      text: "Xiamen",
      ranges: [],
    });
  });
});

describe("every region", () => {
  const among = (query: string, { region_id }: Region, language: "zh" | "en" = "zh") =>
    ids(query, { language, kinds: ["region"], limit: 100 }).includes(region_id);
  const region = fc.constantFrom(...data.regions);

  it("is found by its names, its pinyin and its initials", () => {
    for (const row of data.regions) {
      const { zh, zh_short, en, en_short, pinyin: syllables } = row;
      const initials = syllables.replace(/(\w)\w*\s?/g, "$1");
      for (const query of [zh, zh_short, syllables, syllables.replaceAll(" ", ""), initials])
        expect(among(query, row), query).toBe(true);
      for (const query of [en, en_short, en.toUpperCase(), en.replaceAll("’", "'")])
        expect(among(query, row, "en"), query).toBe(true);
    }
  });

  it("is found by any run of its characters, and by its pinyin typed part way", () => {
    fc.assert(
      fc.property(region, fc.nat(), fc.nat(), (row, a, b) => {
        const start = a % row.zh.length;
        const end = start + 1 + (b % (row.zh.length - start));
        const plain = row.pinyin.replaceAll(" ", "");
        return (
          among(row.zh.slice(start, end), row) && among(plain.slice(0, 1 + (b % plain.length)), row)
        );
      }),
      { numRuns: 300 },
    );
  });

  it("is found with each syllable whole or by its initial", () => {
    fc.assert(
      fc.property(
        region,
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        (row, whole) => {
          const typed = row.pinyin.split(" ").map((s, at) => (whole[at] ? s : s.slice(0, 1)));
          return among(typed.join(""), row);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("whatever is typed", () => {
  const query = fc.oneof(
    fc.string({ unit: "binary", maxLength: 100 }),
    fc.constantFrom(...data.facts.flatMap(({ evidence }) => evidence ?? [])),
    fc.constantFrom(..."漳州罚款zzs fkje Xi’an 5万元 ㎡İﬁ".split(" ")),
  );

  it("marks lie in the text, in order, apart from each other", () => {
    fc.assert(
      fc.property(query, fc.constantFrom("zh", "en"), (text, language) => {
        for (const { text: shown, ranges, kind } of find(text, {
          language: language as "zh" | "en",
        })) {
          expect(hitKinds).toContain(kind);
          let last = -1;
          for (const [start, end] of ranges) {
            expect(start).toBeGreaterThan(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(shown.length);
            last = end;
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("the same query gives the same hits", () => {
    fc.assert(
      fc.property(query, (text) => {
        expect(find(text)).toEqual(find(text));
      }),
      { numRuns: 50 },
    );
  });

  it("a clause is found by itself", () => {
    for (const { fact_id, evidence } of data.facts)
      if (evidence !== null) expect(ids(evidence, { limit: 50 }), evidence).toContain(fact_id);
  });
});
