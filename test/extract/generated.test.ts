import { describe, expect, it } from "vitest";
import { generatedScore } from "./score/generated.ts";
import { catalogue, read } from "./world.ts";
import { reportOf, sentencesOf } from "./score/sentences.ts";

describe("sentences with known answers", () => {
  it("are read with their metric, value, qualifier, period and scope", () => {
    const rows = generatedScore(catalogue, [11], 600);
    const share = (text = "") => Number(text.replace(" %", ""));
    const all = rows.at(-1) ?? {};
    expect(Number(all["annotated"])).toBeGreaterThan(1500);
    expect(share(all["recall"])).toBeGreaterThanOrEqual(99.5);
    expect(share(all["precision"])).toBeGreaterThanOrEqual(99.5);
    expect(share(all["recall with period and scope"])).toBeGreaterThanOrEqual(99.5);
  });

  it("are read the same each time", () => {
    const text = reportOf(sentencesOf(40, 5));
    expect(JSON.stringify(read(text))).toBe(JSON.stringify(read(text)));
  });
});
