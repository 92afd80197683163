import { JSDOM } from "jsdom";
import { expect, it } from "vitest";
import { builder } from "../../src/dom/index.ts";
import { showFront } from "../../src/editor/problems.ts";
import { compileNotebook } from "../../src/notebook/compile.ts";

const { document } = new JSDOM("<!doctype html>").window;
const build = builder(document);

it("says above the cells what is wrong with the front matter, until it is right", () => {
  const place = build.html("div", {});
  const show = (text: string) => {
    const { problems } = compileNotebook(text, { slug: "s" });
    showFront(
      place,
      problems.filter(({ cell }) => cell === null),
      { build, language: "en" },
    );
  };
  show("---\ntitle: [x\n---\n# hi\n");
  expect(place.hidden).toBe(false);
  expect(place.textContent).toContain("Title and description could not be read");
  expect(place.querySelector("li")?.textContent).toMatch(/^line 3, column 1 invalid YAML/);
  show("---\ntitle: x\n---\n# hi\n");
  expect(place.hidden).toBe(true);
});
