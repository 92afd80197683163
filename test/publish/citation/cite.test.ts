import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bibtex,
  cslJson,
  figureWork,
  plainCitation,
  reportWork,
} from "../../../src/publish/citation/index.ts";
import type { Report } from "../../../src/domain/index.ts";

const report: Report = {
  report_id: "zhangzhou-2020",
  title: "漳州市应急管理局关于2020年度法治政府建设情况的工作报告",
  title_en: "Work Report",
  agency: "漳州市应急管理局",
  agency_en: "Zhangzhou Emergency Management Bureau",
  region_id: "zhangzhou",
  doc_number: "漳应急〔2020〕91号",
  published: "2020-12-10",
  period: "2020-01-01/2020-12-10",
  url: null,
  sha256: null,
  chars: null,
  coverage: "full",
  note: null,
  note_zh: null,
  agency_pinyin: "",
};
const url = "https://a.example/embed/fines/";
const figure = { id: "fines", title: "罚款，苏州1.89亿元", url, version: "1a2b3c4d" } as const;

describe("a citation in words", () => {
  it("of a figure in Chinese follows GB/T 7714", () => {
    const issued = "2026-11-20";
    const work = figureWork({ ...figure, language: "zh", issued, accessed: "2026-11-22" });
    expect(plainCitation(work)).toBe(
      `Fadu 法度. 罚款，苏州1.89亿元[DB/OL]. 版本1a2b3c4d. (2026-11-20)[2026-11-22]. ${url}`,
    );
  });

  it("of a report that is on no page has its number and its date", () => {
    expect(plainCitation(reportWork(report, "zh"))).toBe(
      "漳州市应急管理局. 漳州市应急管理局关于2020年度法治政府建设情况的工作报告：漳应急〔2020〕91号[R]. 2020-12-10.",
    );
  });

  it("in English has the Chinese title, by which the report can be found, and what it means", () => {
    const page = { ...report, url: "https://b.example/1.html" };
    expect(plainCitation(reportWork(page, "en", "2026-11-22"))).toBe(
      "Zhangzhou Emergency Management Bureau (10 December 2020). " +
        "漳州市应急管理局关于2020年度法治政府建设情况的工作报告 [Work Report], 漳应急〔2020〕91号. " +
        "Retrieved 22 November 2026, from https://b.example/1.html",
    );
  });
});

describe("a citation for machines", () => {
  const works = [
    figureWork({ ...figure, language: "en", issued: "2026-11-20", accessed: "2026-11-22" }),
    reportWork(report, "en"),
  ];

  it("has version and date of the figure, and each work's own language", () => {
    expect(JSON.parse(cslJson(works))).toMatchObject([
      { version: "1a2b3c4d", issued: { "date-parts": [[2026, 11, 20]] }, URL: url, language: "en" },
      { title: `${report.title} [Work Report]`, language: "zh-CN" },
    ]);
    expect(bibtex(works)).toMatch(
      /note = \{version 1a2b3c4d\}[^]*language = \{english\}[^]*language = \{chinese\}/,
    );
    expect(bibtex(works)).toContain(`title = {{${report.title} [Work Report]}}`);
  });
});

const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(..."\\{}$%&#_^~\"',=@\n\r\u2028\u202e%罚a ") }),
);

/** Depth of braces as BibTeX counts them, which knows no escape. */
function depths(text: string): number[] {
  let depth = 0;
  return [...text].map((sign) => (depth += sign === "{" ? 1 : sign === "}" ? -1 : 0));
}

describe("any title and any name", () => {
  it("leaves a BibTeX entry whole: one entry, its fields at their depth", () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, id, agency) => {
        const works = [
          figureWork({ ...figure, id, title, language: "zh" }),
          reportWork({ ...report, title, agency, report_id: id }, "zh"),
        ];
        const text = bibtex(works);
        expect(text.match(/^@\w+\{[A-Za-z0-9-]+,$/gm)).toHaveLength(2);
        const counted = depths(text);
        expect(counted.at(-1)).toBe(0);
        expect(Math.min(...counted)).toBe(0);
        // Ends of lines stand between fields only.
        const ends = [...text].flatMap((sign, i) => (sign === "\n" ? [counted[i] ?? -1] : []));
        expect(ends.every((depth) => depth <= 1)).toBe(true);
        const plain = text.replaceAll(/\\(?:text\w+\{\}|[$%&#_])/g, "");
        expect(plain).not.toMatch(/[\\$%&#^~]/);
      }),
    );
  });

  it("comes back from CSL-JSON, and from a line of text is one line", () => {
    fc.assert(
      fc.property(hostile, (title) => {
        const work = figureWork({ ...figure, title, language: "en" });
        const [item] = JSON.parse(cslJson([work])) as { title: string; URL: string }[];
        expect(item?.title).toBe(work.title);
        expect(plainCitation(work)).not.toMatch(/[\n\r\u2028\u202e]/);
        expect(title.replace(/[^\p{L}]/gu, "")).toBe(work.title.replace(/[^\p{L}]/gu, ""));
      }),
    );
  });

  it("gives no address that is not a page", () => {
    for (const address of ["javascript:alert(1)", "data:text/html,x", "embed/x", "http://"])
      expect(figureWork({ ...figure, url: address, language: "zh" }).url).toBeNull();
    expect(figureWork({ ...figure, url: "https://a.example/}{", language: "zh" }).url).toBe(
      "https://a.example/%7D%7B",
    );
  });

  it("tells works of one key apart", () => {
    const work = reportWork(report, "zh");
    expect(bibtex([work, work])).toContain("@techreport{zhangzhou-2020-2,");
  });
});
