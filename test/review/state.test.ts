import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  beginReview,
  figuresOf,
  progressOf,
  reduce,
  undecided,
  type Action,
  type Review,
} from "../../src/review/index.ts";
import { example, figure, read } from "./world.ts";

const report = await read(example);
const ids = report.facts.map(({ fact }) => fact.fact_id);
const [first = "", second = ""] = ids;

const after = (actions: readonly Action[], from = beginReview()): Review =>
  actions.reduce(reduce, from);
const stateOf = (review: Review, id: string) =>
  figuresOf(report, review.present).find((one) => one.id === id)?.state;

describe("a review", () => {
  it("begins with everything proposed, and each decision makes one figure another", () => {
    const review = after([
      { kind: "confirm", ids: [first] },
      { kind: "reject", id: second },
    ]);
    expect([stateOf(review, first), stateOf(review, second)]).toEqual(["confirmed", "rejected"]);
    expect(progressOf(figuresOf(report, review.present))).toMatchObject({
      total: ids.length,
      decided: 2,
      confirmed: 1,
      rejected: 1,
    });
  });

  it("keeps a correction when the figure is rejected and confirmed again", () => {
    const corrected = after([
      { kind: "correct", id: first, changes: { scope: "jurisdiction_total" } },
    ]);
    expect(stateOf(corrected, first)).toBe("corrected");
    const again = after(
      [
        { kind: "reject", id: first },
        { kind: "confirm", ids: [first] },
      ],
      corrected,
    );
    expect(figure(report, "412家", again.present)).toMatchObject({
      state: "corrected",
      fact: { scope: "jurisdiction_total" },
    });
    expect(stateOf(after([{ kind: "reopen", id: first }], again), first)).toBe("proposed");
  });

  it("goes back to the figure that a step was about", () => {
    const review = after([
      { kind: "confirm", ids: [first] },
      { kind: "reject", id: second },
    ]);
    expect(reduce(review, { kind: "undo" }).about).toBe(second);
    expect(reduce(reduce(review, { kind: "undo" }), { kind: "undo" }).about).toBe(first);
  });

  it("is the same where an action changes nothing, so that undo has no empty steps", () => {
    const review = after([{ kind: "confirm", ids: [first] }]);
    expect(reduce(review, { kind: "confirm", ids: [first] })).toBe(review);
    expect(reduce(review, { kind: "reopen", id: second })).toBe(review);
  });

  it("undo and redo lead through the same states, whatever was done", () => {
    const id = fc.constantFrom(...ids.slice(0, 4), "added-1");
    const action: fc.Arbitrary<Action> = fc.oneof(
      fc.record({ kind: fc.constant("confirm" as const), ids: fc.array(id, { maxLength: 3 }) }),
      fc.record({ kind: fc.constant("reject" as const), id }),
      fc.record({ kind: fc.constant("reopen" as const), id }),
      fc.record({
        kind: fc.constant("correct" as const),
        id,
        changes: fc.constant({ scope: "subordinate_units" as const }),
      }),
      fc.record({ kind: fc.constant("dismiss" as const), start: fc.nat(9) }),
      fc.record({ kind: fc.constant("head" as const), changes: fc.record({ title: fc.string() }) }),
      fc.record({
        kind: fc.constant("add" as const),
        columns: fc.constant(figure(report, "412家").fact),
      }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 12 }), (actions) => {
        const done = after(actions);
        const steps = done.past.length;
        let review = done;
        for (let at = 0; at < steps; at++) review = reduce(review, { kind: "undo" });
        expect(review.present).toEqual(undecided);
        for (let at = 0; at < steps; at++) review = reduce(review, { kind: "redo" });
        expect(review.present).toEqual(done.present);
      }),
    );
  });
});
