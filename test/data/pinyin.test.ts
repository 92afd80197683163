import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Metric, Region, Report } from "../../src/domain/index.ts";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../data/${name}.json`, import.meta.url), "utf8"));
const regions = read("regions") as Region[];
const metrics = read("metrics") as Metric[];
const reports = read("reports") as Report[];
const named = [
  ...regions.map(({ zh, pinyin }) => [zh, pinyin] as const),
  ...metrics.map(({ zh, pinyin }) => [zh, pinyin] as const),
  ...reports.map(({ agency, agency_pinyin }) => [agency, agency_pinyin] as const),
];

/** Characters with several readings, as they are read in these names. */
const readings: readonly [text: string, pinyin: string][] = [
  ["重庆", "chong qing"],
  ["重大", "zhong da"],
  ["厦门", "xia men"],
  ["鄠邑", "hu yi"],
  ["六安", "lu an"],
  ["六盘水", "liu pan shui"],
  ["台州", "tai zhou"],
  ["西藏", "xi zang"],
  ["克孜勒苏柯尔克孜", "ke zi le su ke er ke zi"],
  ["阿图什", "a tu shi"],
  ["乌恰", "wu qia"],
  ["石嘴山", "shi zui shan"],
  ["巴彦淖尔", "ba yan nao er"],
  ["行政", "xing zheng"],
  ["行业", "hang ye"],
  ["率", "lv"],
  ["应急", "ying ji"],
  ["调查", "diao cha"],
  ["调研", "diao yan"],
  ["处罚", "chu fa"],
  ["参与", "can yu"],
  ["得分", "de fen"],
  ["曝光", "bao guang"],
  ["单点", "dan dian"],
  ["时长", "shi chang"],
  ["种类", "zhong lei"],
  ["还", "hai"],
  ["会", "hui"],
];

it.each(readings.filter(([text]) => named.some(([zh]) => zh.includes(text))))(
  "reads %s as %s wherever it stands",
  (text, pinyin) => {
    for (const [zh, all] of named.filter(([name]) => name.includes(text))) {
      const characters = zh.match(/\p{Script=Han}/gu) ?? [];
      const at = characters.join("").indexOf(text);
      const syllables = all.split(" ").slice(at, at + text.length);
      expect(syllables.join(" "), zh).toBe(pinyin);
    }
  },
);

it("has a syllable for each Chinese character of every name", () => {
  for (const [zh, pinyin] of named)
    expect(pinyin.split(" ")).toHaveLength(zh.match(/\p{Script=Han}/gu)?.length ?? 0);
});
