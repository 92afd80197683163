import { expect, it } from "vitest";
import {
  alignmentKinds,
  comparisonKinds,
  metricRoutes,
  misalignmentCodes,
  refusalCodes,
  rereadKinds,
  valueVerdicts,
} from "../../../src/extract/annotations/index.ts";
import { annotationWords, sayAnnotation } from "../../../src/words/annotations.ts";

it("every code has its words, and every word its code", () => {
  const codes = {
    refused: refusalCodes,
    place: [...alignmentKinds, "ambiguous"],
    misplaced: misalignmentCodes,
    reread: rereadKinds,
    value: valueVerdicts,
    metric: metricRoutes,
    compared: comparisonKinds,
  };
  const keys = Object.entries(codes).flatMap(([group, all]) => all.map((c) => `${group}.${c}`));
  expect(Object.keys(annotationWords).toSorted()).toEqual(keys.toSorted());
});

it("both languages say something, each in its own signs, with the same values", () => {
  for (const [zh, en] of Object.values(annotationWords)) {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(zh).not.toMatch(/[,:;?!()]/);
    expect(en).not.toMatch(/\p{Script=Han}/u);
    expect(zh.includes("{0}")).toBe(en.includes("{0}"));
  }
  expect(sayAnnotation("en", "value.power_of_ten", 4)).toBe("Off by ten to the power of 4");
});
