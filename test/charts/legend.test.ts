import { describe, expect, it } from "vitest";
import { formOf, forms, observe } from "../../src/figures/index.ts";
import { glyph, legend } from "../../src/charts/index.ts";
import { glyphStyle } from "../../src/figures/form.ts";
import { languages, missingKinds } from "../../src/domain/index.ts";
import { draw } from "./draw.ts";
import { gap, row, texts, world } from "./world.ts";

const rows = [
  row({ fact_id: "a-1", scope: "jurisdiction_total" }),
  row({ fact_id: "a-2", scope: "bureau" }),
  row({ fact_ids: ["s-1", "s-2"], operation: "sum", value: 240 }),
  row({ fact_id: "a-7", qualifier: "at_least" }),
  row({ fact_id: "a-8", status: "planned" }),
  ...missingKinds.filter((kind) => kind !== "planned").map((missing) => gap({ missing })),
];

describe("the legend of the method page", () => {
  it("knows a form for every row, in the order of the legend", () => {
    const found = rows.map((one) => formOf(observe(one, world("en").catalogue)));
    expect(new Set(found)).toEqual(new Set(forms));
    const names = texts(draw({ type: "legend" }, rows.toReversed(), world("en")), ".forms strong");
    expect(names[0]).toBe("Whole jurisdiction. ");
    expect(names.at(-1)).toBe("Not comparable. ");
    expect(names).toHaveLength(forms.length);
  });

  it.each(languages)("explains each in a sentence, with an example (%s)", (language) => {
    const items = [
      ...draw({ type: "legend" }, rows, world(language)).querySelectorAll(".forms li"),
    ];
    const said = items.map((item) => item.querySelector("div")?.textContent ?? "");
    expect(new Set(said).size).toBe(rows.length);
    for (const text of said) expect(text.length).toBeGreaterThan(20);
  });

  it("draws the symbol that charts draw, and leads to the clause of its example", () => {
    const context = world("zh");
    const figure = draw({ type: "legend" }, [row({ fact_id: "a-2", scope: "bureau" })], context);
    const mark = figure.querySelector(".forms .mark");
    const drawn = glyph(
      context.build,
      glyphStyle(observe(row({ scope: "bureau" }), context.catalogue)),
    );
    expect(mark?.querySelector(".glyph")?.outerHTML).toBe(drawn.outerHTML);
    expect(mark?.getAttribute("data-evidence")).toBe("a-2");
  });

  it("gives a floor its arrow, in the figure and at the foot of the page", () => {
    const { build } = world("zh");
    const figure = draw({ type: "legend" }, [row({ qualifier: "at_least" })], world("zh"));
    expect(figure.querySelectorAll(".forms .arrow.above")).toHaveLength(1);
    const foot = legend("zh", build);
    expect(foot.querySelectorAll(".arrow.above")).toHaveLength(1);
    expect(texts(foot, "li")).toContain("真实值在箭头一侧");
  });
});
