import { describe, expect, it } from "vitest";
import {
  beginReview,
  claimedEntry,
  confirmedFacts,
  figuresOf,
  headOf,
  progressOf,
  readEntry,
  reduce,
  undecided,
  type Action,
  type Claim,
} from "../../src/review/index.ts";
import { byId } from "../../src/domain/index.ts";
import { dataset, example, figure, read, reader } from "./world.ts";

const data = await dataset();
const report = await read(example);
const metrics = byId(data.metrics, "metric_id");
const own = figure(report, "412家").fact;
const { id, text, sha256, head } = report;

const compare = (records: object | string, answers = {}) =>
  reader(data).compare({
    report: { id, text, sha256, head },
    file: new Blob([typeof records === "string" ? records : JSON.stringify(records)]),
    answers,
  });

describe("what another extractor found, beside our own reading", () => {
  it("has each number once, with how the two stand to each other", async () => {
    const { rows, refused } = await compare([
      { quote: "412家", value: 412, unit: "家", metric: own.metric_id },
      { quote: "863家次", value: 8630, metric: "inspection_visits" },
      { quote: "18.6万元", value: 186000, unit: "元", metric: "hazards_found" },
      { quote: "413家", value: 413 },
      { value: 3 },
    ]);
    const theirs = rows.filter((row) => row.theirs !== null);
    expect(theirs.map(({ kind }) => kind)).toEqual([
      "agree",
      "value_differs",
      "metric_differs",
      "unaligned",
    ]);
    expect(theirs[1]?.judged).toEqual({ verdict: "power_of_ten", power: 1 });
    expect(theirs[0]?.ours).toBe(own.fact_id);
    expect(rows.length - theirs.length).toBe(report.facts.length - 3);
    expect(refused).toMatchObject([{ record: 5, code: "no_quote" }]);
  });

  it("takes an answer for a name that is not known", async () => {
    const asked = [{ quote: "412家", value: 412, metric: "某个名字" }];
    expect((await compare(asked)).rows[0]).toMatchObject({ kind: "metric_asked" });
    const told = await compare(asked, { 某个名字: own.metric_id });
    expect(told.rows[0]).toMatchObject({ kind: "agree" });
  });

  it("sets aside what is about other texts", async () => {
    const lines = [
      {
        text,
        document_id: "a",
        extractions: [{ extraction_class: "x", extraction_text: "412家" }],
      },
      {
        text: "别的",
        document_id: "b",
        extractions: [{ extraction_class: "x", extraction_text: "1" }],
      },
    ];
    const found = await compare(lines.map((line) => JSON.stringify(line)).join("\n"));
    expect(found.elsewhere).toBe(1);
    expect(found.rows.filter(({ theirs }) => theirs)).toHaveLength(1);
  });

  it("refuses a file that is too large by its size alone", async () => {
    const file = { size: 64 << 20 } as Blob;
    const refused = reader(data).compare({ report: { id, text, sha256, head }, file, answers: {} });
    await expect(refused).rejects.toMatchObject({ code: "too_large" });
  });
});

describe("a figure that another proposes", () => {
  const claim: Claim = {
    start: own.value_start ?? 0,
    end: own.value_end ?? 0,
    metricId: "penalty_cases",
    columns: { scope: "jurisdiction_total", period_start: "2022-01-01", period_end: "2022-12-31" },
  };
  const entry = claimedEntry(text, claim, headOf(report, undecided));

  it("has number and clause of the text, and the columns that the other fills", () => {
    expect(entry).toMatchObject({
      value_text: "412家",
      scope: "jurisdiction_total",
      period_end: "2022-12-31",
      period_basis: "full_year",
      metric_id: "penalty_cases",
    });
    expect(text).toContain(entry.evidence);
    const near = { clause: claim.start, value: claim.start };
    // 家 is no unit of cases: it goes into the form, and not into the review.
    expect(readEntry(entry, { text, metrics, before: null, near })).toEqual({ faults: ["unit"] });
  });

  it("waits until somebody stands for it, and is none of the exported ones before", () => {
    const near = { clause: claim.start, value: claim.start };
    const read = readEntry(
      { ...entry, metric_id: own.metric_id },
      { text, metrics, before: null, near },
    );
    if ("faults" in read) throw new Error(read.faults.join());
    const after = (...actions: Action[]) => actions.reduce(reduce, beginReview());
    const propose: Action = { kind: "propose", columns: read.columns, origin: "model.jsonl" };
    const stands = (...actions: Action[]) => {
      const figures = figuresOf(report, after(propose, ...actions).present);
      const found = figures.find(({ origin }) => origin === "model.jsonl");
      return [found?.state ?? null, confirmedFacts(figures).length, progressOf(figures).decided];
    };
    expect(stands()).toEqual(["proposed", 0, 0]);
    expect(stands({ kind: "confirm", ids: ["added-1"] })).toEqual(["added", 1, 1]);
    expect(
      stands({ kind: "confirm", ids: ["added-1"] }, { kind: "reopen", id: "added-1" }),
    ).toEqual(["proposed", 0, 0]);
    expect(stands({ kind: "correct", id: "added-1", changes: { scope: "bureau" } })).toEqual([
      "added",
      1,
      1,
    ]);
    expect(stands({ kind: "reject", id: "added-1" })).toEqual([null, 0, 0]);
    expect(stands({ kind: "undo" })).toEqual([null, 0, 0]);
  });
});
