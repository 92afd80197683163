import { JSDOM } from "jsdom";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builder } from "../../src/dom/index.ts";
import {
  formatValue,
  inputElement,
  optionsOf,
  parseValue,
  type InputValue,
} from "../../src/runtime/index.ts";

const options = optionsOf({ options: [{ value: "a", zh: "甲", en: "A" }] }, [
  { value: "b", zh: "乙" },
  { value: 2022 },
]);

describe("the choices of an input", () => {
  it("are those of the spec, then those of the query", () => {
    expect(options).toEqual([
      { value: "a", label: { zh: "甲", en: "A" } },
      { value: "b", label: { zh: "乙", en: "b" } },
      { value: "2022", label: { zh: "2022", en: "2022" } },
    ]);
    expect(optionsOf({})).toEqual([]);
  });
});

describe("a value in an address", () => {
  it("is one of the choices or nothing", () => {
    expect(parseValue({ type: "select" }, options, "b")).toBe("b");
    expect(parseValue({ type: "select" }, options, "a,b")).toBeNull();
    expect(parseValue({ type: "checkbox" }, options, "a,b")).toEqual(["a", "b"]);
    for (const text of ["", "a,", "a,z", "z"])
      expect(parseValue({ type: "checkbox" }, options, text)).toBeNull();
  });

  it("survives being written and read", () => {
    const chosen = fc.subarray(["a", "b", "2022"], { minLength: 1 });
    fc.assert(
      fc.property(chosen, (values) => {
        expect(parseValue({ type: "checkbox" }, options, formatValue(values))).toEqual(values);
      }),
    );
  });

  it("is refused or one of the choices, whatever it is", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const value = parseValue({ type: "select" }, options, text);
        expect(value === null || options.some((choice) => choice.value === value)).toBe(true);
      }),
    );
  });

  it("of an unknown kind of input is an error", () => {
    expect(() => parseValue({ type: "slider" }, options, "a")).toThrow(
      "unknown input: slider (one of select, checkbox, tiles)",
    );
  });
});

describe("the control of an input", () => {
  const { document } = new JSDOM("<!doctype html>", { url: "https://example.org/" }).window;
  const changes: InputValue[] = [];
  const element = (type: string, value: InputValue, language: "zh" | "en") =>
    inputElement(builder(document), {
      id: "x",
      spec: { type, label: { zh: "名", en: "Name" } },
      options,
      value,
      language,
      onChange: (next) => changes.push(next),
    });

  it("is a labelled list with the value chosen", () => {
    const select = element("select", "b", "en");
    expect(select.querySelector("label")?.textContent).toBe("Name");
    expect(select.querySelector("label")?.htmlFor).toBe(select.querySelector("select")?.id);
    expect(select.querySelector("select")?.value).toBe("b");
    expect([...select.querySelectorAll("option")].map(({ text }) => text)).toEqual([
      "A",
      "b",
      "2022",
    ]);
  });

  it("is a named group of boxes with the values ticked", () => {
    const boxes = element("checkbox", ["a", "2022"], "zh");
    expect(boxes.querySelector("legend")?.textContent).toBe("名");
    expect([...boxes.querySelectorAll("input")].map(({ checked }) => checked)).toEqual([
      true,
      false,
      true,
    ]);
    expect([...boxes.querySelectorAll("label")].map((l) => l.textContent)).toEqual([
      "甲",
      "乙",
      "2022",
    ]);
  });
});
