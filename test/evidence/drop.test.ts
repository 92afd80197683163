import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { examine } from "../../src/evidence/index.ts";
import { bytesOf, clauseText, hashOf, report, reportText, stated } from "./world.ts";

const other = report({ report_id: "o", title: "乙市报告", sha256: hashOf("另一份") });
const drop = (text: string | Uint8Array, changes: Parameters<typeof stated>[0] = {}) =>
  examine(typeof text === "string" ? bytesOf(text) : text, stated(changes), report(), [
    other,
    report(),
  ]);

describe("a dropped file", () => {
  it("that is the report shows the clause in its surroundings", () => {
    expect(drop(reportText)).toEqual({
      kind: "match",
      before: `…${"前".repeat(140)}`,
      clause: clauseText,
      after: `。${"后".repeat(139)}…`,
    });
  });

  it("is cut only where there is more of it", () => {
    const text = `甲${clauseText}乙`;
    const found = examine(
      bytesOf(text),
      stated({ evidence_start: 1, evidence_end: 1 + clauseText.length }),
      report({ sha256: hashOf(text) }),
      [],
    );
    expect(found).toEqual({ kind: "match", before: "甲", clause: clauseText, after: "乙" });
  });

  it("that is another of the reports is named", () => {
    expect(drop("另一份")).toEqual({ kind: "other", report: other });
  });

  it("that is none of them is told by its hash", () => {
    expect(drop("什么")).toEqual({ kind: "unknown", sha256: hashOf("什么") });
    expect(drop(new Uint8Array())).toEqual({ kind: "unknown", sha256: hashOf("") });
  });

  it("is another text as soon as one byte differs", () => {
    const bytes = bytesOf(reportText);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const mutant = bytes.map((byte, i) => (i === at ? byte ^ change : byte));
        expect(drop(mutant).kind).toBe("unknown");
      }),
      { numRuns: 50 },
    );
  });

  it("keeps a byte order mark, since the offsets count it", () => {
    const text = `\ufeff甲${clauseText}`;
    const place = { evidence_start: 2, evidence_end: 2 + clauseText.length };
    const found = examine(bytesOf(text), stated(place), report({ sha256: hashOf(text) }), []);
    expect(found).toMatchObject({ clause: clauseText, before: "\ufeff甲" });
  });
});
