import { areaList } from "@vant/area-data";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readData } from "../../../scripts/data.ts";
import {
  checkAnnotations,
  compareAnnotations,
  importAnnotations,
  toAnnotationCsv,
  toLangExtract,
  toWebAnnotations,
} from "../../../src/extract/annotations/index.ts";
import { extract, registryOf } from "../../../src/extract/index.ts";
import { records } from "./fixture.ts";

const { dataset } = await readData(
  join(fileURLToPath(new URL("../../..", import.meta.url)), "data"),
);
const catalogue = { ...dataset, divisions: registryOf(areaList) };
const text =
  "汕尾市应急管理局2023年执法情况报告\n2023年，全市共检查企业1262家次，立案查处93件，罚款281.48万元。罚款5万元以上案件8件。审批时限压缩至11.44%。\n";
const ours = extract({ reportId: "t", text, sha256: "0".repeat(64) }, catalogue);
const compare = (...all: readonly object[]) =>
  compareAnnotations(
    checkAnnotations(all.length > 0 ? records(...all) : [], text, catalogue),
    ours,
  );
const kind = (record: object) => compare(record).rows[0]?.kind;

describe("beside our own reading", () => {
  it("both agree, or differ in value or metric", () => {
    const fine = { quote: "281.48万元", value: 2814800, unit: "元", metric: "罚款" };
    expect(kind(fine)).toBe("agree");
    expect(kind({ ...fine, unit: "万元" })).toBe("value_differs");
    expect(kind({ ...fine, metric: "立案数" })).toBe("metric_differs");
    expect(kind({ ...fine, metric: "罚了多少" })).toBe("metric_asked");
    expect(kind({ quote: "93件", metric: "cases_filed" })).toBe("agree");
  });

  it("what a text states the other way round agrees where both turn it", () => {
    const record = { quote: "11.44%", metric: "压缩率", value: 88.56, unit: "%" };
    expect(kind(record)).toBe("agree");
    expect(kind({ ...record, value: 11.44 })).toBe("value_differs");
  });

  it("period and scope count where the other states them", () => {
    const fine = { quote: "93件", value: 93, metric: "cases_filed" };
    expect(kind({ ...fine, scope: "全市", period: "2023年" })).toBe("agree");
    const other = compare({ ...fine, 统计范围: "局本级", period: "2022", status: "半成" }).rows[0];
    expect(other?.kind).toBe("place_differs");
    expect(other?.columns.toSorted()).toEqual(["period_end", "period_start", "scope"]);
    expect(other?.unread).toEqual(["status"]);
  });

  it("only theirs comes with what we take the number for, only ours with its number", () => {
    const theirs = compare({ quote: "2023年", value: 2023, metric: "年份" }).rows[0];
    expect(theirs).toMatchObject({ kind: "only_theirs", number: { fate: "non_metric" } });
    expect(kind({ quote: "94件", value: 94 })).toBe("unaligned");
    const { counts, rows } = compare();
    expect(counts.only_ours).toBe(ours.facts.length);
    expect(rows.every(({ number }) => number !== null)).toBe(true);
  });

  it("a passage with several numbers is compared by its metric", () => {
    const record = {
      quote: "检查企业1262家次，立案查处93件，罚款281.48万元",
      metric: "罚款",
      value: 1,
    };
    const [row] = compare(record).rows;
    expect(row).toMatchObject({ kind: "value_differs", ours: { fact: { value: 281.48 } } });
  });
});

it.each([
  ["LangExtract", toLangExtract(ours.facts, { document: "t", text })],
  ["Web Annotation", toWebAnnotations(ours.facts, { document: "t", text })],
  ["CSV", toAnnotationCsv(ours.facts)],
])("our own figures, out as %s and in again, agree with themselves", (_format, file) => {
  const { annotations, refused } = importAnnotations(file);
  expect(refused).toEqual([]);
  const { counts, rows } = compareAnnotations(checkAnnotations(annotations, text, catalogue), ours);
  expect(ours.facts.length).toBeGreaterThan(4);
  expect([counts.agree, rows.length]).toEqual([ours.facts.length, ours.facts.length]);
  expect(rows.every(({ unread }) => unread.length === 0)).toBe(true);
});
