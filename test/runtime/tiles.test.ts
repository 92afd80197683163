import { JSDOM } from "jsdom";
import { chartTypes } from "../../src/figures/index.ts";
import { describe, expect, it } from "vitest";
import { builder } from "../../src/dom/index.ts";
import { chartKinds } from "../../src/notebook/chart-cell/index.ts";
import { inputControl, optionsOf, parseValue } from "../../src/runtime/index.ts";
import { defaultValue } from "../../src/runtime/input.ts";

const spec = {
  type: "tiles",
  label: { zh: "省份", en: "Province" },
  value: "all",
  options: [{ value: "all", zh: "全国", en: "All" }],
};
const tile = (value: string, tile_row: number, tile_column: number, count: number) => ({
  value,
  zh: `${value}省`,
  tile_row,
  tile_column,
  count,
});
// a . b
// . c d
// e . .
const options = optionsOf(spec, [
  tile("a", 0, 0, 3),
  tile("b", 0, 2, 1),
  tile("c", 1, 1, 0),
  tile("d", 1, 2, 2),
  tile("e", 2, 0, 5),
]);

function shown(value = "all", disabled = false) {
  const { window } = new JSDOM("<!doctype html>");
  const chosen: unknown[] = [];
  const { element } = inputControl(builder(window.document), {
    id: "province",
    spec,
    options,
    value,
    language: "zh",
    disabled,
    onChange: (next) => chosen.push(next),
  });
  window.document.body.append(element);
  const radio = (id: string) =>
    element.querySelector<HTMLInputElement>(`#input-province-${id}`) as HTMLInputElement;
  const press = (id: string, key: string) =>
    radio(id).dispatchEvent(
      new window.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
    );
  return { element, chosen, radio, press, document: window.document };
}

describe("an input of tiles", () => {
  it("is a named group of radio buttons at their places, each with how much there is", () => {
    const { element, radio } = shown();
    expect(element.querySelector("legend")?.textContent).toBe("省份");
    expect(radio("all").checked).toBe(true);
    expect(radio("d").closest("label")?.getAttribute("style")).toBe("grid-row:2;grid-column:3");
    expect(radio("d").getAttribute("aria-label")).toBe("d省，数字个数2");
    expect(radio("d").closest("label")?.textContent).toBe("d省2");
  });

  it("names what has nothing, and does not offer it", () => {
    const { radio } = shown();
    expect(radio("c").disabled).toBe(true);
    expect(radio("c").getAttribute("aria-label")).toBe("c省，没有数字");
    expect(shown("c").radio("c").disabled).toBe(false);
  });

  it.each([
    ["all", "ArrowRight", "a"],
    ["all", "ArrowDown", "a"],
    ["a", "ArrowRight", "b"],
    ["b", "ArrowRight", "d"],
    ["b", "ArrowDown", "d"],
    ["d", "ArrowDown", "e"],
    ["e", "ArrowUp", "d"],
    ["d", "ArrowUp", "b"],
    ["a", "ArrowUp", "all"],
    ["b", "Home", "all"],
    ["a", "End", "e"],
  ])("goes from %s by %s to %s", (from, key, to) => {
    const { press, chosen, radio, document } = shown(from);
    press(from, key);
    expect(chosen).toEqual([to]);
    expect(document.activeElement).toBe(radio(to));
    expect(radio(to).checked).toBe(true);
  });

  it("stays at its ends, and leaves other keys alone", () => {
    const { press, chosen } = shown("e");
    press("e", "ArrowDown");
    press("e", "ArrowRight");
    expect(press("e", "Tab")).toBe(true);
    expect(chosen).toEqual([]);
  });

  it("reaches every choice by the right arrow", () => {
    const reached = ["all"];
    for (let at: string | undefined = "all"; at;) {
      const { press, chosen } = shown(at);
      press(at, "ArrowRight");
      at = chosen[0] as string | undefined;
      if (at) reached.push(at);
    }
    expect(reached).toEqual(["all", "a", "b", "d", "e"]);
  });

  it("takes from an address what is a tile, and is off where no engine answers", () => {
    expect(defaultValue(spec, options)).toBe("all");
    expect(parseValue(spec, options, "d")).toBe("d");
    expect(parseValue(spec, options, "z")).toBeNull();
    expect(shown("all", true).element.hasAttribute("disabled")).toBe(true);
  });
});

it("the chart types that a notebook is checked for are those that are drawn", () => {
  expect([...chartKinds].sort()).toEqual([...chartTypes, "plot"].sort());
});
