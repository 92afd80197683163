import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import {
  evidenceView,
  factView,
  openPanel,
  resolve,
  sourceList,
  type Archive,
} from "../../src/evidence/index.ts";
import { languages, type Check, type Fact, type Language } from "../../src/domain/index.ts";
import { hostile } from "../charts/world.ts";
import { archive, bytesOf, hashOf, report, reportText, stated, view } from "./world.ts";

const shown = (fact: Fact, language: Language, from?: Archive) =>
  factView(view(language, from), fact);
const rows = (element: Element) =>
  [...element.querySelectorAll("dt")].map(
    (term) => `${term.textContent}=${term.nextElementSibling?.textContent ?? ""}`,
  );

describe("the evidence of a figure", () => {
  it("is its clause with the number marked and its place cited", () => {
    const quote = shown(stated(), "zh").querySelector("blockquote");
    expect(quote?.textContent).toBe("全年罚款120万元");
    expect(quote?.querySelector("mark")?.textContent).toBe("120万元");
    expect(quote?.getAttribute("cite")).toBe(`urn:sha256:${hashOf(reportText)}#char=200,209`);
    expect(quote?.lang).toBe("zh-CN");
  });

  it("says in words what it counts and where it stands", () => {
    expect(rows(shown(stated(), "zh"))).toEqual([
      "原文写法=120万元",
      "期间=2022年",
      "范围=一个局自己的执法",
      "来源=报告全文",
      "指标定义=甲",
      "报告=甲市报告",
      "机构=甲",
      "文号=未标文号",
      "日期=2023年1月5日",
      "位置=全文第201–209字，约50%处（共400字）",
    ]);
    expect(rows(shown(stated(), "en"))).toContain("Place=characters 201–209 of 400, about 50% in");
  });

  it("adds what is unusual about it", () => {
    const unusual = stated({
      qualifier: "at_least",
      count_basis: "filed",
      baseline: "statutory",
      subset: "sector:非煤矿山",
      unit_inferred: true,
      note: "Lost.",
      note_zh: "缺字。",
    });
    expect(rows(shown(unusual, "zh"))).toEqual(
      expect.arrayContaining([
        "单位=单位是补的",
        "部分=非煤矿山",
        "限定=只写了下限",
        "统计环节=立案的",
        "基准=以法定时限为基准",
        "说明=缺字。",
      ]),
    );
    expect(rows(shown(unusual, "en"))).toContain("Note=Lost.");
  });

  it("leads to the total that it is a part of, and shows the second mention", () => {
    const total = stated({ fact_id: "total", value: 500 });
    const part = stated({ fact_id: "part", breakdown_of: "total" });
    const again = stated({ fact_id: "again", same_as: "part" });
    const element = shown(part, "zh", archive([total, part, again]));
    expect(element.querySelector("dd a")?.getAttribute("data-evidence")).toBe("total");
    expect(element.querySelectorAll("blockquote")).toHaveLength(2);
    expect(element.querySelectorAll(".also")).toHaveLength(1);
  });

  it("shows a recomputation that disagrees, with both values", () => {
    const check: Check = {
      check_id: "x",
      report_id: "r",
      identity: "3 ÷ 4",
      operation: "quotient",
      operands: "r-01",
      stated_fact: "r-01",
      stated: 120,
      recomputed: 0.75,
      difference: 119.25,
      verdict: "mismatch",
      vacuous: null,
      note: "Off.",
      note_zh: "有误。",
      allowed_low: null,
      allowed_high: null,
    };
    const element = shown(stated(), "zh", archive([stated()], { checks: [check] }));
    expect(element.querySelector(".verdict.mismatch")?.textContent).toMatch(
      /^3 ÷ 4 = 0\.75 · 报告所写 甲 120万元 · 与报告所写不符.*有误。/,
    );
  });

  it("claims no clause where none is held, and asks for no file", () => {
    const bare = stated({ evidence: null, evidence_start: null, value_start: null });
    const context = { ...view("zh", archive([bare])), filePicker: () => "file" };
    const asked = factView(context, bare);
    expect(factView({ ...context, archive: archive() }, stated()).textContent).toContain("file");
    expect(asked.querySelector("blockquote")).toBeNull();
    expect(asked.textContent).not.toContain("file");
    expect(rows(asked).join()).not.toContain("位置");
  });

  it("links to the report's page by http only", () => {
    const from = (url: string) => archive([stated()], { reports: [report({ url })] });
    const link = (url: string) => shown(stated(), "zh", from(url)).querySelector("dd a");
    expect(link("https://example.org/r")?.getAttribute("href")).toBe("https://example.org/r");
    expect(link("javascript:alert(1)")).toBeNull();
    expect(link("data:text/html,x")).toBeNull();
  });
});

describe("the evidence of a derived number", () => {
  const fines = stated({ fact_id: "fines", value: 385.13 });
  const cases = stated({
    fact_id: "cases",
    metric_id: "inspected_entities",
    value: 80,
    unit: "件",
  });
  const known = archive([fines, cases]);
  const evidence = resolve(known, "quotient(fines,cases)");
  if (!evidence) throw new Error("missing evidence");

  it("is its formula, then each parent with its clause", () => {
    const element = evidenceView(view("zh", known), evidence);
    expect(element.querySelector(".derived .formula")?.textContent).toBe(
      "385.13万元 ÷ 80件 ≈ 4.8141万元/件",
    );
    expect(element.querySelectorAll(".fact blockquote")).toHaveLength(2);
    expect(element.querySelector(".derived .note")?.textContent).toContain("推算值");
  });

  it("is in English as well", () => {
    const element = evidenceView(view("en", known), evidence);
    expect(element.querySelector(".derived .formula")?.textContent).toBe(
      "CNY 3,851,300 ÷ 80 cases ≈ CNY 48,141 per case",
    );
  });
});

describe("the formula of a derived number", () => {
  const rate = stated({ value: 80, unit: "%", metric_id: "rate" });
  const cases = stated({ fact_id: "r-02", value: 22, unit: "件" });
  const visits = stated({ fact_id: "r-03", value: 125, unit: "家次" });
  const part = stated({ fact_id: "r-04", value: 20 });
  const fewer = stated({ fact_id: "r-05", value: 2, unit: "件" });
  it.each([
    ["complement(r-01)", [rate], "100 − 80 = 20%"],
    ["speed_gain(r-01)", [rate], "80 ÷ (100 − 80) × 100 = 400%"],
    ["per_hundred(r-02,r-03)", [cases, visits], "22件 ÷ 125家次 × 100 = 每百家次17.6件"],
    ["ratio_percent(r-05,r-02)", [fewer, cases], "2件 ÷ 22件 × 100 ≈ 9.0909%"],
    [
      "quotient_of_differences(r-01,r-04,r-02,r-05)",
      [stated(), part, cases, fewer],
      "(120万元 − 20万元) ÷ (22件 − 2件) = 5万元/件",
    ],
  ] as const)("%s is written out, with every parent below", (id, facts, formula) => {
    const known = archive(facts);
    const evidence = resolve(known, id);
    if (!evidence) throw new Error("missing evidence");
    const element = evidenceView(view("zh", known), evidence);
    expect(element.querySelector(".formula")?.textContent).toBe(formula);
    expect(element.querySelectorAll(".fact blockquote")).toHaveLength(facts.length);
  });
});

describe("the list of clauses", () => {
  it("has each fact once, in order, under the id that marks link to", () => {
    const facts = [stated(), stated({ fact_id: "b" })];
    const list = sourceList(view("zh", archive(facts)), ["b", "r-01", "b", "nowhere"]);
    expect([...list.querySelectorAll("li")].map(({ id }) => id)).toEqual(["fact-b", "fact-r-01"]);
    expect(list.querySelector("summary")?.textContent).toBe("本页数字的原文 (2)");
    expect(list.querySelector("li p")?.textContent).toBe("甲，甲：120万元 · 2022年");
  });
});

describe("the panel", () => {
  const open = (language: Language = "zh", from = archive()) => {
    const { window } = new JSDOM("<!doctype html><body></body>", { url: "https://example.org/" });
    let closed = 0;
    const panel = openPanel({
      document: window.document,
      language,
      archive: from,
      onClose: () => closed++,
    });
    window.document.body.append(panel.element);
    return { ...panel, window, closed: () => closed };
  };

  it("shows one number's evidence at a time", () => {
    const { element, show } = open("zh", archive([stated(), stated({ fact_id: "b", value: 7 })]));
    expect(show("r-01")).toBe(true);
    expect(show("b")).toBe(true);
    expect(element.dataset["panel"]).toBe("evidence");
    expect(element.querySelectorAll(".fact")).toHaveLength(1);
    expect(element.querySelector(".fact .value")?.textContent).toBe("7万元");
  });

  it("shows the evidence of several numbers, says how many, and names itself after them", () => {
    const known = archive([stated(), stated({ fact_id: "b", value: 7, unit: "件" })]);
    const { element, show } = open("zh", known);
    expect(show("r-01 quotient(r-01,b) b b")).toBe(true);
    expect(element.querySelector("h2")?.textContent).toBe("3个数字的出处");
    expect(element.querySelectorAll(".evidence")).toHaveLength(3);
    expect(element.querySelectorAll(".formula")).toHaveLength(1);
    expect(element.querySelector(".body > div > .note, [role=alert]")).toBeNull();
    expect(show("b")).toBe(true);
    expect(element.querySelector("h2")?.textContent).toBe("出处");
  });

  it("shows the first of very many, and says before and after them where the others are", () => {
    const many = Array.from({ length: 313 }, (_, i) => stated({ fact_id: `f-${String(i)}` }));
    const ids = many.map(({ fact_id }) => fact_id).join(" ");
    const told = {
      zh: ["313个数字的出处", "这里列出前50个，其余263个见图下的数据表。"],
      en: [
        "Evidence of 313 figures",
        "These are the first 50; the other 263 are in the table below the chart.",
      ],
    };
    for (const language of languages) {
      const { element, show } = open(language, archive(many));
      expect(show(ids)).toBe(true);
      const [title, rest] = told[language];
      expect(element.querySelector("h2")?.textContent).toBe(title);
      expect(element.querySelectorAll(".fact")).toHaveLength(50);
      const notes = [...element.querySelectorAll(".body > div > .note")];
      expect(notes.map(({ textContent }) => textContent)).toEqual([rest, rest]);
    }
  });

  it("names of several those that are unknown, and shows the others", () => {
    const { element, show } = open();
    expect(show("r-01 nothing")).toBe(false);
    expect(element.querySelector("[role=alert]")?.textContent).toContain("“nothing”");
    expect(element.querySelectorAll(".fact")).toHaveLength(1);
  });

  it("says so where the id is unknown, as text", () => {
    const { element, show } = open();
    expect(show(hostile)).toBe(false);
    expect(element.querySelector("[role=alert]")?.textContent).toContain(hostile);
    expect(element.querySelector("img, script")).toBeNull();
  });

  it("closes by its button and by Escape", () => {
    const { element, window, closed } = open();
    element.querySelector("button")?.click();
    element.dispatchEvent(new window.KeyboardEvent("keydown", { key: "Escape" }));
    element.dispatchEvent(new window.KeyboardEvent("keydown", { key: "a" }));
    expect(closed()).toBe(2);
  });

  const dropFile = async (text: string, name = "报告.txt") => {
    const { element, show, window } = open();
    show("r-01");
    const bytes = bytesOf(text);
    const file = { name, size: bytes.length, arrayBuffer: async () => bytes.buffer };
    const event = new window.Event("drop", { bubbles: true, cancelable: true });
    Object.assign(event, { dataTransfer: { files: [file] } });
    element.querySelector(".drop")?.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 0));
    const output = element.querySelector(".dropped");
    if (!output) throw new Error("missing output");
    return output;
  };

  it("shows the clause in a dropped report, the clause marked", async () => {
    const output = await dropFile(reportText);
    expect(output.querySelector("mark")?.textContent).toBe("全年罚款120万元");
    expect(output.querySelector(".problem")).toBeNull();
  });

  it("refuses another file by name, as text", async () => {
    const output = await dropFile("什么", hostile);
    expect(output.querySelector(".problem")?.textContent).toContain(hostile);
    expect(output.querySelector(".problem")?.textContent).toContain(hashOf("什么").slice(0, 8));
    expect(output.querySelector("img, mark")).toBeNull();
  });
});

it("no value of a fact or a report becomes markup, in any view", () => {
  const evil = stated({
    fact_id: "evil",
    evidence: hostile,
    evidence_start: 0,
    evidence_end: hostile.length,
    value_start: 0,
    value_end: 4,
    value_text: hostile,
    unit: hostile,
    note: hostile,
    note_zh: hostile,
    subset: hostile,
  });
  const evilReport = report({
    title: hostile,
    title_en: hostile,
    agency: hostile,
    agency_en: hostile,
  });
  const known = archive([evil], { reports: [evilReport] });
  for (const language of languages)
    for (const element of [
      shown(evil, language, known),
      sourceList(view(language, known), ["evil"]),
    ]) {
      const again = new JSDOM(`<!doctype html>${element.outerHTML}`).window.document.body;
      for (const root of [element, again]) {
        expect(root.querySelectorAll("img, script, [onerror]")).toHaveLength(0);
        expect(root.querySelector("blockquote")?.textContent).toBe(hostile);
      }
    }
});
