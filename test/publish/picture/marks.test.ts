import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inkOf } from "../../../src/publish/picture/ink.ts";
import { marks, rulesOf } from "../../../src/publish/picture/marks.ts";

const root = new URL("../../..", import.meta.url).pathname;

/** The page's rules outside of any condition, by selector. */
function pageRules(): Map<string, Map<string, string>> {
  const css = ["src/page/style.css", "src/charts/figure.css"]
    .map((file) => readFileSync(root + file, "utf8"))
    .join("\n");
  const found = new Map<string, Map<string, string>>();
  for (const { selector, attributes } of rulesOf(css))
    found.set(selector, new Map([...(found.get(selector) ?? []), ...attributes]));
  return found;
}

const painted = /^(?:fill|stroke(?:-\w+)*|font-size|font-weight|opacity|paint-order)$/;

describe("the rules of a picture", () => {
  const page = pageRules();
  const own = new Map<string, Map<string, string>>();
  for (const { selector, attributes } of rulesOf(marks))
    own.set(selector, new Map([...(own.get(selector) ?? []), ...attributes]));

  it("are those of the page", () => {
    for (const [selector, attributes] of own)
      for (const [name, value] of attributes)
        expect([selector, name, page.get(selector)?.get(name)]).toEqual([selector, name, value]);
  });

  it("leave out none that paints what is drawn", () => {
    const drawn = /^(?:\.\w+ )?\.(?:fadu-plot|fadu-grammar|glyph|strip)\b/;
    const lost = [...page].flatMap(([selector, attributes]) =>
      !drawn.test(selector) || /:hover|:focus|\.hit|\.is-open|text\.detail/.test(selector)
        ? []
        : [...attributes.keys()]
            .filter((name) => painted.test(name) && !own.get(selector)?.has(name))
            .map((name) => `${selector} { ${name} }`),
    );
    expect(lost).toEqual([]);
  });

  it("have a colour for every name, in both themes", () => {
    for (const theme of ["light", "dark"] as const)
      for (const { attributes } of rulesOf(marks))
        for (const [, value] of attributes) expect(inkOf(theme)(value)).not.toMatch(/var|mix/);
    expect(() => inkOf("light")("var(--nothing)")).toThrow("unknown color: nothing");
  });
});
