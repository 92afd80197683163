import { expect, it } from "vitest";
import type { Row } from "../../../src/figures/index.ts";
import { row, world } from "../../charts/world.ts";
import { pictured } from "./world.ts";

const yearly = (region_id: string, year: number, changes: Row = {}): Row =>
  row({
    ...{ region_id, fact_id: `${region_id}-${year}-${String(changes["subset"])}`, value: year },
    ...{ period_start: `${year}-01-01`, period_end: `${year}-12-31`, period_basis: "full_year" },
    ...changes,
  });

/** Two series that have a panel each, and eight figures that are the only ones of theirs. */
const rows = [
  ...["jia", "yi"].flatMap((region) => [yearly(region, 2021), yearly(region, 2022)]),
  ...Array.from({ length: 8 }, (_, i) => yearly("bing", 2021, { subset: `sector:${i}` })),
];

/** Where each text stands whose words match, in px from the top. */
function heights(document: Document, words: RegExp): number[] {
  return [...document.querySelectorAll("text")]
    .filter(({ textContent }) => words.test(textContent))
    .map((text) => Number(text.getAttribute("y")));
}

it("what follows panels in pairs ends above what stands below the drawing", () => {
  const { document } = pictured({ type: "trend" }, { rows });
  const [more = NaN] = heights(document, /其余2个/);
  const [source = NaN] = heights(document, /^来源/);
  expect(more).toBeGreaterThan(0);
  const rules = [...document.querySelectorAll("path, line, rect")].flatMap((shape) => {
    const at = /^M[\d.]+,([\d.]+)H/.exec(shape.getAttribute("d") ?? "")?.[1];
    return at === undefined ? [] : [Number(at)];
  });
  // A rule stands well above the text, or below its feet.
  expect(rules.filter((y) => y > more - 12 && y < more + 4)).toEqual([]);
  expect(source).toBeGreaterThan(more + 16);
});

it("no value of a figure on no axis is broken, however long", () => {
  const values = ["甲", "乙"].map((name, i) =>
    row({
      region_id: ["jia", "yi"][i] ?? "",
      value: 43.3 + i,
      unit: "万元/件",
      subset: `sector:${name}`,
    }),
  );
  const { document } = pictured({ type: "dots" }, { rows: values, context: world("en") });
  const broken = heights(document, /^(?:million|per case|case)$/);
  expect(broken).toEqual([]);
});
