import { describe, expect, it } from "vitest";
import { compareFresh, freshPassages, freshScore } from "./score/fresh.ts";
import { catalogue } from "./world.ts";

describe("sixty passages that were answered before they were read", () => {
  it("are those, each with figures", () => {
    expect(freshPassages).toHaveLength(60);
    expect(freshPassages.filter(({ figures }) => figures.length === 0)).toEqual([]);
  });

  it.each(freshPassages.filter(({ known }) => known === null))(
    "are read as they say: $text",
    (passage) => {
      expect(compareFresh(passage, catalogue)).toEqual({ missed: [], extra: [] });
    },
  );

  it.each(freshPassages.filter(({ known }) => known !== null))(
    "or differ in what is known: $text",
    (passage) => {
      const { missed, extra } = compareFresh(passage, catalogue);
      expect([...missed.map((one) => `-${one}`), ...extra.map((one) => `+${one}`)]).toEqual(
        passage.known,
      );
    },
  );

  it("leave little out and add little", () => {
    const [row] = freshScore(catalogue).rows;
    expect(parseFloat(row?.["recall"] ?? "")).toBeGreaterThanOrEqual(96);
    expect(parseFloat(row?.["precision"] ?? "")).toBeGreaterThanOrEqual(95);
  });
});
