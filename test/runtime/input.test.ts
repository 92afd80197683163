import { JSDOM } from "jsdom";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builder } from "../../src/dom/index.ts";
import type { Spec } from "../../src/notebook/index.ts";
import {
  defaultValue,
  formatValue,
  inputControl,
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
      { value: "2022", number: 2022, label: { zh: "2022", en: "2022" } },
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
      "unknown input: slider (one of select, checkbox, tiles, multiselect, range, search, toggle, date, table)",
    );
  });
});

describe("a value of", () => {
  const range = { type: "range", min: 0, max: 1, step: 0.1 };
  const date = { type: "date", min: "2020-01-01", max: "2022-12-31" };
  const { parse, initial } = {
    parse: (spec: Spec, text: string) => parseValue(spec, options, text),
    initial: (spec: Spec) => defaultValue(spec, options),
  };

  it("a range is a number on its steps", () => {
    expect(initial(range)).toBe(0);
    expect(initial({ ...range, value: 0.3 })).toBe(0.3);
    expect(parse(range, "0.7")).toBe(0.7);
    for (const text of ["", " ", "x", "1.1", "-0.1", "0.75", "Infinity", "NaN"])
      expect(parse(range, text)).toBeNull();
    expect(() => initial({ type: "range", max: 1 })).toThrow("missing min: range");
    expect(() => initial({ ...range, max: 0 })).toThrow("invalid max: 0");
    expect(() => initial({ ...range, step: 0 })).toThrow("invalid step: 0");
    expect(() => initial({ ...range, value: 7 })).toThrow("invalid value: 7");
  });

  it("a date is a day that exists, between the ends", () => {
    expect(initial(date)).toBe("2022-12-31");
    expect(parse(date, "2021-02-28")).toBe("2021-02-28");
    for (const text of ["", "2021-02-30", "2021-2-1", "2019-12-31", "2023-01-01", "x"])
      expect(parse(date, text)).toBeNull();
    expect(() => initial({ type: "date" })).toThrow("missing value: date");
    expect(() => initial({ type: "date", min: "soon" })).toThrow("invalid min: soon");
  });

  it("a search is any text of one line, not too long", () => {
    expect(initial({ type: "search" })).toBe("");
    expect(parse({ type: "search" }, "罚款 '%_")).toBe("罚款 '%_");
    expect(parse({ type: "search" }, "a\nb")).toBeNull();
    expect(parse({ type: "search" }, "a".repeat(201))).toBeNull();
  });

  it("a toggle is true or false", () => {
    expect(initial({ type: "toggle" })).toBe(false);
    expect(initial({ type: "toggle", value: true })).toBe(true);
    expect([parse({ type: "toggle" }, "true"), parse({ type: "toggle" }, "yes")]).toEqual([
      true,
      null,
    ]);
  });

  it("a list of choices may be empty, and keeps numbers", () => {
    for (const type of ["multiselect", "table"]) {
      expect(initial({ type })).toEqual(["a", "b", 2022]);
      expect(initial({ type, value: [] })).toEqual([]);
      expect(parse({ type }, "")).toEqual([]);
      expect(parse({ type }, "2022,a")).toEqual(["a", 2022]);
      expect(parse({ type }, "2022,z")).toBeNull();
    }
  });

  it("a list survives an address, whatever its texts hold", () => {
    const texts = fc.uniqueArray(fc.string(), { maxLength: 5 });
    fc.assert(
      fc.property(texts, (values) => {
        const choices = optionsOf(
          {},
          values.map((value) => ({ value })),
        );
        expect(parseValue({ type: "multiselect" }, choices, formatValue(values))).toEqual(values);
      }),
    );
  });
});

describe("the control of an input", () => {
  const { document } = new JSDOM("<!doctype html>", { url: "https://example.org/" }).window;
  const changes: InputValue[] = [];
  const element = (type: string, value: InputValue, language: "zh" | "en") =>
    inputControl(builder(document), {
      id: "x",
      spec: { type, label: { zh: "名", en: "Name" } },
      options,
      value,
      language,
      onChange: (next) => changes.push(next),
    }).element;

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
