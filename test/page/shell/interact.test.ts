import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { evidenceOf, interact, openersOf } from "../../../src/page/shell/interact.ts";
import { open } from "../../evidence/marks/uses.ts";

const page = `<main>
  <svg data-marks><a id="one" class="mark" href="#fact-a" data-fact="a" data-evidence="a"><rect/></a>
  <a id="group" class="mark" href="#fact-a" data-fact="a b" data-several="a b"><rect/></a></svg>
  <a id="cell" class="mark" href="../figures/?region=x" data-fact="a b" data-several="a b">2</a>
</main>`;

describe("what a reader chooses", () => {
  let window: ReturnType<typeof open>["window"];
  let opened: [string, string][] = [];
  beforeEach(() => {
    ({ window } = open(page));
    opened = [];
    interact(window.document, (id, source) => opened.push([id, source.id]));
  });
  afterEach(() => vi.unstubAllGlobals());

  const click = (selector: string) => {
    const event = new window.MouseEvent("click", { bubbles: true, cancelable: true });
    // A link that nobody takes would lead away, which this DOM cannot.
    window.addEventListener("click", (last) => last.preventDefault(), { once: true });
    window.document.querySelector(selector)?.dispatchEvent(event);
  };

  it("opens one figure of a mark, and all figures of a group", () => {
    click("#one rect");
    click("#group rect");
    expect(opened).toEqual([
      ["a", "one"],
      ["a b", "group"],
    ]);
  });

  it("leaves a group its link to another page", () => {
    click("#cell");
    expect(opened).toEqual([]);
  });

  it("finds again what opened some evidence", () => {
    expect(openersOf(window.document).map((mark) => [mark.id, evidenceOf(mark)])).toEqual([
      ["one", "a"],
      ["group", "a b"],
    ]);
  });
});
