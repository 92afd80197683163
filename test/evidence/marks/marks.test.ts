import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { nextMark } from "../../../src/evidence/marks/walk.ts";
import { marksOf } from "../../../src/evidence/marks/marks.ts";
import { placeTip } from "../../../src/evidence/marks/tip.ts";
import { drawing, figure, list, table, walks } from "./cases.ts";
import { open, reader, uses } from "./uses.ts";

afterEach(() => vi.unstubAllGlobals());

const clauses = '<div class="clauses"><p id="c-a">a</p><p id="c-b">b</p></div>';
const missing =
  '<g id="gap" role="img" tabindex="-1" data-missing="not_reported" aria-label="c；未报告" data-box="40 0"></g>';
const two = figure(drawing("a 0 0, b 20 0").replace("</svg>", `${missing}</svg>`));
const text = '<p id="text">x <a id="number" href="#c-a" data-evidence="a">1</a></p>';

const other = `<template><section>${figure(drawing("c 0 0, d 20 0"))}</section></template>`;

describe.each(Object.entries(uses))("%s", (_use, start) => {
  const reads = (html: string) => reader(start, html);

  describe("the arrow keys", () => {
    it.each(walks)("$name", ({ html, from, keys, path }) => {
      const { find, press, focused } = reads(html);
      find(from).focus();
      let before = from;
      const walked = [...keys].map((key) => {
        const isTaken = press(key);
        const now = focused();
        expect([key, isTaken]).toEqual([key, now !== before]);
        const step = now === before ? "-" : now;
        before = now;
        return step;
      });
      expect(walked.join(" ")).toBe(path);
    });

    it("are left to the browser with any other key", () => {
      const { find, press, focused } = reads(two);
      find("a").focus();
      for (const other of ["altKey", "ctrlKey", "metaKey", "shiftKey"])
        expect(press("→", { [other]: true })).toBe(false);
      expect(focused()).toBe("a");
    });
  });

  describe("the tab order", () => {
    it("holds one mark of each figure", () => {
      const { stops } = reads(two + figure(list("c 0 0, d 0 9")) + figure());
      expect(stops()).toEqual(["a", "c"]);
    });

    it("keeps the one that it was drawn with", () => {
      const { stops } = reads(two.replace('id="b"', 'id="b" tabindex="0"'));
      expect(stops()).toEqual(["b"]);
    });

    it("goes along with keys, and with a click", () => {
      const { find, press, stops } = reads(two);
      find("a").focus();
      press("→");
      expect(stops()).toEqual(["b"]);
      find("gap").focus();
      expect(stops()).toEqual(["gap"]);
    });

    it("has one of a figure that is drawn anew, or loses the mark that held it", async () => {
      const { document, find, changed, stops } = reads(two + other);
      find("a").remove();
      await changed();
      expect(stops()).toEqual(["b"]);
      const drawn = (document.querySelector("template") as HTMLTemplateElement).content;
      document.querySelector("main")?.replaceChildren(drawn.cloneNode(true));
      await changed();
      expect(stops()).toEqual(["c"]);
      for (const id of ["c", "d"]) find(id).remove();
      await changed();
      expect(stops()).toEqual([]);
    });

    it("leaves a page that is folded, and takes none that is", () => {
      const folded = (open: string) =>
        `<details id="fold" ${open}><summary></summary>${table("c d")}</details>`;
      const { window, find, stops } = reads(figure(folded(""), table("a b")));
      expect(stops()).toEqual(["a"]);
      const toggle = (isOpen: boolean): void => {
        find("fold").toggleAttribute("open", isOpen);
        find("fold").dispatchEvent(new window.Event("toggle"));
      };
      toggle(true);
      find("d").focus();
      expect(stops()).toEqual(["d"]);
      toggle(false);
      expect(stops()).toEqual(["a"]);
    });
  });

  describe("evidence", () => {
    it("is asked for by a click on a mark, its symbol, or a number in the text", () => {
      const { click, evidence, find } = reads(two + text + clauses);
      expect(click("b")).toBe(true);
      expect(evidence()).toBe("b");
      find("a").firstElementChild?.setAttribute("id", "symbol");
      expect(click("symbol")).toBe(true);
      expect(evidence()).toBe("a");
      expect(click("number")).toBe(true);
      expect(evidence()).toBe("number");
    });

    it("is asked for by the space bar on a mark, which scrolls anywhere else", () => {
      const { press, evidence, find } = reads(two + text + clauses);
      for (const id of ["number", "gap"]) {
        find(id).focus();
        expect([id, press(" ")]).toEqual([id, false]);
      }
      find("a").focus();
      for (const other of ["altKey", "ctrlKey", "metaKey", "shiftKey", "repeat"])
        expect(press(" ", { [other]: true })).toBe(false);
      expect(evidence()).toBe("");
      expect(press(" ")).toBe(true);
      expect(evidence()).toBe("a");
    });

    it("is not asked for by a click that opens a window, or that somebody took", () => {
      const { click, evidence, find } = reads(two + text + clauses);
      for (const other of ["altKey", "ctrlKey", "metaKey", "shiftKey"])
        expect(click("a", { [other]: true })).toBe(false);
      find("a").addEventListener("click", (event) => event.preventDefault());
      click("a");
      for (const id of ["gap", "text"]) expect(click(id)).toBe(false);
      expect(evidence()).toBe("");
    });
  });

  describe("a tip", () => {
    it("says the name of the mark under the pointer as text, line by line", () => {
      const { find, point, tip } = reads(two);
      find("a").setAttribute("aria-label", "<b>株洲</b>；39 万元; x");
      point("pointerover", find("a").firstElementChild as Element);
      expect(tip()).toEqual(["<b>株洲</b>", "39 万元", "x"]);
      expect(find("a").ownerDocument.querySelector(".tip")?.getAttribute("aria-hidden")).toBe(
        "true",
      );
    });

    it("goes when the pointer leaves the mark, not when it goes onto the tip", () => {
      const { document, find, point, tip } = reads(two + text);
      const onto = document.querySelector(".tip") as Element;
      point("pointerover", find("a"));
      point("pointerover", onto);
      expect(tip()?.[0]).toBe("a");
      point("pointerover", find("text"));
      expect(tip()).toBeNull();
      point("pointerover", find("b"));
      expect(tip()?.[0]).toBe("b");
      point("pointerleave", document.documentElement);
      expect(tip()).toBeNull();
    });

    it("is taken away by Escape, or a tap on it, until the pointer comes anew", () => {
      const { document, find, point, press, tip } = reads(two + text);
      const ways = [
        () => press("Escape"),
        () => (document.querySelector(".tip") as HTMLElement).click(),
      ];
      for (const away of ways) {
        point("pointerover", find("a"));
        expect(tip()?.[0]).toBe("a");
        away();
        expect(tip()).toBeNull();
        // Within the mark it has not left.
        point("pointerover", find("a").firstElementChild as Element);
        expect(tip()).toBeNull();
        point("pointerover", find("text"));
      }
    });

    it("stays below a finger that is lifted, and goes along with one that moves", () => {
      const { document, find, point, tip } = reads(two + text);
      let below = "a";
      document.elementFromPoint = () => find(below);
      point("pointerover", find("a"), "touch");
      below = "b";
      point("pointermove", find("a"), "mouse");
      expect(tip()?.[0]).toBe("a");
      point("pointermove", find("a"), "touch");
      expect(tip()?.[0]).toBe("b");
      point("pointerleave", document.documentElement, "touch");
      expect(tip()?.[0]).toBe("b");
      point("pointerover", find("text"), "touch");
      expect(tip()).toBeNull();
    });

    it("of a gap stays when it is clicked, of a number its evidence says more", () => {
      const { click, find, point, tip } = reads(two + clauses);
      point("pointerover", find("gap"));
      click("gap");
      expect(tip()).toEqual(["c", "未报告"]);
      point("pointerover", find("a"));
      click("a");
      expect(tip()).toBeNull();
    });

    it("comes and goes with the focus", () => {
      const { find, tip } = reads(two + text);
      find("a").focus();
      expect(tip()?.[0]).toBe("a");
      find("b").focus();
      expect(tip()?.[0]).toBe("b");
      find("number").focus();
      expect(tip()).toBeNull();
      find("a").focus();
      find("a").blur();
      expect(tip()).toBeNull();
    });

    it("of the focus stays while the pointer is elsewhere, and comes back after another", () => {
      const { find, point, tip } = reads(two + text);
      find("a").focus();
      point("pointerover", find("text"));
      expect(tip()?.[0]).toBe("a");
      point("pointerover", find("b"));
      expect(tip()?.[0]).toBe("b");
      point("pointerover", find("text"));
      expect(tip()?.[0]).toBe("a");
    });

    it("of the focus does not come back once it was taken away", () => {
      const { find, point, press, tip } = reads(two + text);
      find("a").focus();
      press("Escape");
      point("pointerover", find("b"));
      point("pointerover", find("text"));
      expect(tip()).toBeNull();
      press("→");
      expect(tip()?.[0]).toBe("b");
      press("←");
      point("pointerover", find("b"));
      point("pointerover", find("text"));
      expect(tip()?.[0]).toBe("a");
    });

    it("of the pointer stays while the focus comes and goes elsewhere", () => {
      const { find, point, tip } = reads(two + text);
      point("pointerover", find("b"));
      find("number").focus();
      find("number").blur();
      expect(tip()?.[0]).toBe("b");
    });

    it("is shown of a mark that gets the focus back by Escape, as from a panel", () => {
      const { find, press, tip } = reads(two + text);
      find("number").focus();
      find("number").addEventListener("keydown", () => find("a").focus());
      press("Escape");
      expect(tip()?.[0]).toBe("a");
    });

    it("stands at the symbol of its mark", () => {
      const { document, find, point } = reads(two);
      const view = { clientWidth: { value: 500 }, clientHeight: { value: 500 } };
      Object.defineProperties(document.documentElement, view);
      find("a").firstElementChild?.setAttribute("data-box", "90 40");
      point("pointerover", find("a"));
      const { left, top } = (document.querySelector(".tip") as HTMLElement).style;
      expect([left, top]).toEqual(["90px", "24px"]);
    });

    it("goes along with a focus that scrolls, and not with a pointer", () => {
      const { window, document, find, point, tip } = reads(two + text);
      const scroll = (target: EventTarget) => target.dispatchEvent(new window.Event("scroll"));
      const left = () => document.querySelector<HTMLElement>(".tip")?.style.left;
      find("a").focus();
      find("a").setAttribute("data-box", "-90 0");
      expect(left()).toBe("0px");
      Object.defineProperty(document.documentElement, "clientWidth", { value: 500 });
      find("a").setAttribute("data-box", "90 0");
      scroll(document);
      expect([tip()?.[0], left()]).toEqual(["a", "90px"]);
      find("a").blur();
      point("pointerover", find("b"));
      scroll(find("text"));
      expect(tip()?.[0]).toBe("b");
      scroll(document.querySelector("[data-marks]") as Element);
      expect(tip()).toBeNull();
      point("pointerover", find("b"));
      expect(tip()?.[0]).toBe("b");
    });

    it("goes with a mark that is drawn anew", async () => {
      const { find, point, changed, tip } = reads(two);
      point("pointerover", find("a"));
      find("a").remove();
      await changed();
      expect(tip()).toBeNull();
    });

    it("is not shown of what has no name, or stands outside a figure", () => {
      const { find, point, tip } = reads(two + text);
      find("a").removeAttribute("aria-label");
      find("number").setAttribute("aria-label", "1");
      for (const id of ["a", "number"]) {
        point("pointerover", find(id));
        expect([id, tip()]).toEqual([id, null]);
      }
    });
  });
});

describe("an order of marks", () => {
  const keys = ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"] as const;
  const opposite = ["ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"] as const;
  const spot = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }));
  const panel = fc.record({
    make: fc.constantFrom(drawing, list),
    spots: fc.array(spot, { minLength: 1, maxLength: 6 }),
  });

  it("reaches every mark by each key alone, and its opposite leads back", () => {
    fc.assert(
      fc.property(fc.array(panel, { minLength: 1, maxLength: 3 }), (panels) => {
        let count = 0;
        const html = panels.map(({ make, spots }) =>
          make(spots.map(([x, y]) => `m${count++} ${x * 10} ${y * 10}`).join(", ")),
        );
        const { document } = open(figure(...html)).window;
        const marks = marksOf(document.querySelector("[data-marks]") as Element);
        expect(marks).toHaveLength(count);
        keys.forEach((key, i) => {
          const seen = new Set(marks.slice(0, 1));
          let now = marks[0];
          for (let step = 0; step < count; step++) {
            const next = now && nextMark(now, marks, key);
            expect(next && nextMark(next, marks, opposite[i] ?? "")).toBe(now);
            now = next;
            if (now) seen.add(now);
          }
          expect([key, seen.size]).toEqual([key, count]);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe("the place of a tip", () => {
  it.each([120, 320, 960])("is never past an edge of a frame %d px wide", (width) => {
    const tip = { width: Math.min(width, 320), height: 80 };
    for (let x = 0; x <= width; x += 20)
      for (let y = 0; y <= 200; y += 20) {
        const anchor = { left: x, right: x, top: y, bottom: y };
        const { left, top } = placeTip(anchor, tip, { width, height: 200 });
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left + tip.width).toBeLessThanOrEqual(width);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(top + tip.height).toBeLessThanOrEqual(200);
      }
  });
});
