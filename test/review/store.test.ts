import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { describe, expect, it } from "vitest";
import { beginReview, reduce } from "../../src/review/index.ts";
import { Conflict, openReviews } from "../../src/review/store/index.ts";
import { example, read } from "./world.ts";

const report = await read(example);
const id = report.id;
const [first = ""] = report.facts.map(({ fact }) => fact.fact_id);
const { present: decisions } = reduce(beginReview(), { kind: "confirm", ids: [first] });
const kept = { id, decisions, at: first, changed: 1, revision: 0 };

describe("reports under review in the browser", () => {
  it("come back as they were, with what was decided", async () => {
    const indexedDB = new IDBFactory();
    const store = await openReviews({ indexedDB });
    await store.putReport(report);
    expect(await store.all()).toEqual([{ report, review: null }]);
    expect(await store.putReview(kept)).toBe(1);
    store.close();
    const again = await openReviews({ indexedDB });
    expect(await again.all()).toEqual([{ report, review: { ...kept, revision: 1 } }]);
  });

  it("are not written over by a tab that knows an older state", async () => {
    const store = await openReviews({ indexedDB: new IDBFactory() });
    await store.putReview(kept);
    await expect(store.putReview(kept)).rejects.toThrow(Conflict);
    expect(await store.putReview({ ...kept, revision: 1 })).toBe(2);
  });

  it("are gone when they are forgotten, one or all", async () => {
    const store = await openReviews({ indexedDB: new IDBFactory() });
    await store.putReport(report);
    await store.putReport({ ...report, id: "other" });
    await store.putReview(kept);
    await store.forget(id);
    expect((await store.all()).map((one) => one.report.id)).toEqual(["other"]);
    await store.forgetAll();
    expect(await store.all()).toEqual([]);
  });
});
