import { expect, it } from "vitest";
import { softHyphens } from "../../src/words/index.ts";

it("long names may break between syllables, short ones and Chinese never", () => {
  const shown = (name: string) => softHyphens(name).replaceAll("\u00ad", "|");
  expect(shown("Heilongjiang")).toBe("Hei|long|jiang");
  expect(shown("Inner Mongolia")).toBe("Inner Mon|go|lia");
  expect(shown("Guangxi")).toBe("Guang|xi");
  expect(shown("Shaanxi")).toBe("Shaan|xi");
  expect(softHyphens("Permits granted", { least: 12 })).toBe("Permits granted");
  expect(softHyphens("Compression, inspected", { least: 12 }).replaceAll("\u00ad", "|")).toBe(
    "Com|pres|sion, inspect|ed",
  );
  expect(shown("Hunan")).toBe("Hunan");
  expect(shown("黑龙江")).toBe("黑龙江");
});
