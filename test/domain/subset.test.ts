import { describe, expect, it } from "vitest";
import {
  isPart,
  parseSubset,
  partGroup,
  partNames,
  subsetFaults,
  type SubsetTerm,
} from "../../src/domain/subset.ts";

const faultsOf = (subset: string) => subsetFaults(parseSubset(subset));
const groupOf = (subset: string) => parseSubset(subset).map(partGroup);

describe("a part of a scope", () => {
  it("is read term by term, with colons in names kept", () => {
    expect(parseSubset(null)).toEqual([]);
    expect(parseSubset("sector:烟花爆竹;part:units")).toEqual([
      { kind: "sector", name: "烟花爆竹" },
      { kind: "part", name: "units" },
    ]);
    expect(parseSubset("campaign:百日:清零")).toEqual([{ kind: "campaign", name: "百日:清零" }]);
  });

  it.each(["", "sector:", "sector", "part:units;", ";part:units", "kind:x", "x part:units"])(
    "%s has not the shape of the column",
    (text) => {
      expect(() => parseSubset(text)).toThrow(`invalid subset: ${text}`);
    },
  );

  it.each<[string, string[]]>([
    ["sector:矿山;campaign:百日;items:环评;part:units;part:later", []],
    ["part:later;part:units", []],
    ["part:units;sector:矿山", ["its order"]],
    ["campaign:百日;sector:矿山", ["its order"]],
    ["sector:矿山;sector:化工", ["more than one sector"]],
    ["campaign:甲;campaign:乙", ["more than one campaign"]],
    ["part:some", ["unknown part some"]],
    ["sector:some", []],
    ["items:甲;items:乙", ["more than one items"]],
    ["part:general;part:general", ["a part twice"]],
    ["part:units;part:individuals", ["units and individuals exclude each other"]],
    ["part:promised;part:actual", ["promised and actual exclude each other"]],
    ["part:key_units;part:general_units", ["key_units and general_units exclude each other"]],
  ])("%s has these faults: %s", (subset, faults) => {
    expect(faultsOf(subset)).toEqual(faults);
  });

  it("divides a total with what excludes it, and else with its like", () => {
    expect(groupOf("sector:矿山;campaign:百日")).toEqual(["sector", "campaign"]);
    expect(groupOf("part:individuals")).toEqual(groupOf("part:units"));
    expect(groupOf("part:units")).toEqual(["units/individuals"]);
    expect(groupOf("part:later")).toEqual(["earlier/later"]);
    expect(groupOf("part:general")).toEqual(["general"]);
    expect(partGroup({ kind: "sector", name: "units" } satisfies SubsetTerm)).toBe("sector");
  });

  it("has known names", () => {
    for (const name of partNames) expect(isPart(name)).toBe(true);
    expect(isPart("some")).toBe(false);
  });
});
