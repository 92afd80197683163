import { describe, expect, it } from "vitest";
import { countsAs, isMoney, isRate, moneyExponent } from "../../src/domain/units.ts";

describe("a unit", () => {
  it.each([
    ["元", "万元", true],
    ["人民币元", "万元", true],
    ["元/件", "万元/件", true],
    ["美元", "万元", false],
    ["元整", "万元", false],
    ["元/", "万元", false],
    ["家", "万元", false],
    ["件", "件", true],
    ["次", "家次", true],
    ["元", "家", false],
    ["人", "家", false],
    ["斤", "no such unit", false],
  ])("%s written for %s: %s", (counter, unit, fits) => {
    expect(countsAs(counter, unit)).toBe(fits);
  });

  it("is money where it is counted in ten thousands of yuan", () => {
    for (const unit of ["万元", "万元/件"]) {
      expect(isMoney(unit)).toBe(true);
      expect(moneyExponent(unit)).toBe(4);
    }
    expect(isMoney("件")).toBe(false);
    expect(moneyExponent("件")).toBe(0);
  });

  it("is a rate where it is a share", () => {
    expect(isRate("%")).toBe(true);
    expect(isRate("件")).toBe(false);
  });
});
