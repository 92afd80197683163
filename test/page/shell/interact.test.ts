import { JSDOM } from "jsdom";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { evidenceOf, interact, openersOf } from "../../../src/page/shell/interact.ts";

const page = `<main>
  <svg data-marks><a id="one" class="mark" href="#fact-a" data-fact="a" data-evidence="a"><rect/></a>
  <a id="group" class="mark" href="#fact-a" data-fact="a b" data-several="a b"><rect/></a></svg>
  <a id="cell" class="mark" href="../figures/?region=x" data-fact="a b" data-several="a b">2</a>
  <p id="text">x</p>
</main>`;

describe("what a reader chooses", () => {
  let window: JSDOM["window"];
  let opened: [string, string][] = [];
  const element = (selector: string) => {
    const found = window.document.querySelector(selector);
    if (!found) throw new Error(`missing element: ${selector}`);
    return found;
  };
  beforeEach(() => {
    ({ window } = new JSDOM(page, { url: "https://example.org/" }));
    vi.stubGlobal("Element", window.Element);
    opened = [];
    interact({
      document: window.document,
      onEvidence: (id, source) => opened.push([id, source.id]),
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  const click = (selector: string, init: MouseEventInit = {}) => {
    const event = new window.MouseEvent("click", { bubbles: true, cancelable: true, ...init });
    // A link that nobody takes would lead away, which this DOM cannot.
    window.addEventListener("click", (last) => last.preventDefault(), { once: true });
    element(selector).dispatchEvent(event);
  };
  const press = (selector: string, key: string, init: KeyboardEventInit = {}) => {
    const event = new window.KeyboardEvent("keydown", {
      ...{ key, bubbles: true, cancelable: true },
      ...init,
    });
    element(selector).dispatchEvent(event);
    return event.defaultPrevented;
  };

  it("opens one figure of a mark, and all figures of a group", () => {
    click("#one rect");
    click("#group rect");
    expect(opened).toEqual([
      ["a", "one"],
      ["a b", "group"],
    ]);
  });

  it("leaves a link to its other page, or to another window", () => {
    click("#cell");
    click("#group", { ctrlKey: true });
    click("#text");
    expect(opened).toEqual([]);
  });

  it("opens a group by the space bar too, and scrolls the page anywhere else", () => {
    expect(press("#group", " ")).toBe(true);
    expect(opened).toEqual([["a b", "group"]]);
    for (const selector of ["#one", "#cell", "#text"]) expect(press(selector, " ")).toBe(false);
    expect(press("#group", " ", { repeat: true })).toBe(false);
    expect(press("#group", " ", { ctrlKey: true })).toBe(false);
    expect(press("#group", "x")).toBe(false);
    expect(opened).toHaveLength(1);
  });

  it("finds again what opened some evidence", () => {
    expect(openersOf(window.document).map((mark) => [mark.id, evidenceOf(mark)])).toEqual([
      ["one", "a"],
      ["group", "a b"],
    ]);
  });
});
