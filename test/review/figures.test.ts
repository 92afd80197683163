import { describe, expect, it } from "vitest";
import {
  accountedFor,
  beginReview,
  checksNow,
  confirmedFacts,
  factsLeft,
  figuresOf,
  openNumbers,
  readEntry,
  reduce,
  segmentsOf,
  shownText,
  undecided,
  type Entry,
} from "../../src/review/index.ts";
import { dataset, example, figure, read, reader } from "./world.ts";

const report = await read(example);
const metrics = new Map((await dataset()).metrics.map((metric) => [metric.metric_id, metric]));

describe("the head of a report", () => {
  const changed = (changes: Parameters<typeof reduce>[1]) => reduce(beginReview(), changes).present;

  it("hands another region on to all its figures", async () => {
    const [place] = await reader(await dataset()).places("雷州");
    const decisions = changed({ kind: "head", changes: { place: place ?? null } });
    expect(place).toMatchObject({ gb_code: "440882", region_id: "gb-440882" });
    const regions = figuresOf(report, decisions).map(({ fact }) => fact.region_id);
    expect(new Set(regions)).toEqual(new Set(["gb-440882"]));
  });

  it("hands another period on to figures that took it over, and to no other", () => {
    const decisions = changed({ kind: "head", changes: { end: "2023-09-30" } });
    const now = (text: string) => figure(report, text, decisions).fact;
    expect(now("412家")).toMatchObject({ period_end: "2023-09-30", period_basis: "ytd" });
    expect(now("4个工作日")).toMatchObject({
      period_start: "2023-09-30",
      period_end: "2023-09-30",
    });
    // Planned for the next year.
    expect(now("430家")).toEqual(figure(report, "430家").fact);
  });
});

describe("figures that are left", () => {
  it("lead only to totals that are left", () => {
    const part = figure(report, "1898项").fact;
    const total = figure(report, "1957项");
    expect(part.breakdown_of).toBe(total.fact.fact_id);
    const { present } = reduce(beginReview(), { kind: "reject", id: total.id });
    const left = factsLeft(figuresOf(report, present));
    expect(left.find(({ fact_id }) => fact_id === part.fact_id)?.breakdown_of).toBeNull();
    expect(confirmedFacts(figuresOf(report, present))).toEqual([]);
  });

  it("are recomputed with their corrected values", () => {
    const [identity] = report.identities;
    expect(identity).toBeDefined();
    const facts = factsLeft(figuresOf(report, undecided));
    expect(checksNow(report.identities, facts)).toHaveLength(report.identities.length);
    expect(checksNow(report.identities, facts.slice(0, 1))).toEqual([]);
  });
});

describe("open numbers", () => {
  it("are fewer once one was added as a figure or said to count nothing", () => {
    const all = openNumbers(report, undecided, []);
    expect(all.map(({ start, end }) => report.text.slice(start, end))).toContain("7.5档");
    const [first] = all;
    const { present } = reduce(beginReview(), { kind: "dismiss", start: first?.start ?? 0 });
    expect(openNumbers(report, present, [])).toHaveLength(all.length - 1);
    expect(accountedFor(report, all.length)).toBeCloseTo(1 - all.length / report.numbers);
  });
});

describe("what is typed into the form of a figure", () => {
  const { fact } = figure(report, "142.8万元");
  const entry: Entry = { ...fact, evidence: fact.evidence ?? "" };
  const near = { clause: fact.evidence_start ?? 0, value: fact.value_start ?? 0 };
  const typed = (changes: Partial<Entry>) =>
    readEntry({ ...entry, ...changes }, { text: report.text, metrics, before: fact, near });

  it("is read from the words of the text, in the unit of the measure", () => {
    const read = typed({
      metric_id: "penalty_cases",
      value_text: "45件",
      evidence: "实施行政处罚45件",
    });
    expect(read).toMatchObject({ columns: { value: 45, unit: "件", confiscations: null } });
    if ("columns" in read)
      expect(report.text.slice(read.columns.value_start ?? 0, read.columns.value_end ?? 0)).toBe(
        "45件",
      );
  });

  it("names everything that is wrong", () => {
    const faults = (changes: Partial<Entry>) => {
      const read = typed(changes);
      return "faults" in read ? read.faults : [];
    };
    expect(faults({ metric_id: "" })).toEqual(["metric"]);
    expect(faults({ evidence: "没有这句话" })).toEqual(["clause"]);
    expect(faults({ value_text: "9件" })).toEqual(["number_in_clause"]);
    expect(faults({ value_text: "罚款" })).toEqual(["number"]);
    expect(faults({ metric_id: "penalty_cases" })).toEqual(["unit"]);
    expect(faults({ period_start: "2024-01-01" })).toEqual(["period"]);
    expect(faults({ subset: "行业" })).toEqual(["subset"]);
  });

  it("takes a bound from the word before the number", () => {
    const { fact: floor } = figure(report, "80%以上");
    expect(floor.qualifier).toBe("at_least");
  });
});

describe("the text as it is shown", () => {
  it("has a sign for what shows nothing, and as many units as before", () => {
    const text = "处罚\u202e45\u202c件\u200b，\t罚款\u{e0041}3万元\u0000";
    expect(shownText(text)).toHaveLength(text.length);
    for (const unseen of ["\u202e", "\u200b", "\u0000"])
      expect(shownText(text)).not.toContain(unseen);
    expect(shownText("一\t二")).toBe("一\t二");
  });

  it("is cut where marks begin and end, whichever lie in which", () => {
    const marks = [
      { id: "a", start: 2, end: 6 },
      { id: "b", start: 4, end: 8 },
    ];
    const parts = segmentsOf(marks, 0, 10);
    expect(parts.map(({ start, end, ids }) => `${start}-${end}:${ids.join()}`)).toEqual([
      "0-2:",
      "2-4:a",
      "4-6:a,b",
      "6-8:b",
      "8-10:",
    ]);
  });
});
