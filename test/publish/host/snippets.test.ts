import fc from "fast-check";
import { JSDOM } from "jsdom";
import { describe, expect, it, test } from "vitest";
import {
  addressOf,
  snippet,
  styleOf,
  ways,
  type Placement,
  type Way,
} from "../../../src/publish/host/snippets.ts";
import { frameSandbox, heightAt, stepsText } from "../../../src/publish/figure-page/index.ts";
import { frameOf } from "../../../src/publish/package/oembed.ts";

const placement: Placement = {
  base: "https://fadu.example/embed/",
  figure: "fines-by-region",
  language: "zh",
  version: null,
  theme: "auto",
  title: "株洲罚款最多",
  alt: "点图，7 个数字",
  caption: "株洲罚款最多。来源：四份报告。",
  picture: { width: 1408, height: 1200 },
  heights: [
    [0, 980],
    [320, 720],
    [640, 610],
  ],
};

const parser = new new JSDOM("").window.DOMParser();
const parse = (html: string) => parser.parseFromString(html, "text/html");

describe("a snippet", () => {
  it("for a frame keeps its place free at each width and holds a picture for who drops frames", () => {
    const html = snippet("iframe", placement);
    const frame = parse(html).querySelector("iframe");
    expect(frame?.getAttribute("src")).toBe("https://fadu.example/embed/fines-by-region/");
    expect(frame?.getAttribute("sandbox")).toBe(
      "allow-scripts allow-popups allow-popups-to-escape-sandbox",
    );
    expect(frame?.getAttribute("height")).toBe("610");
    const inner = parse(frame?.textContent ?? "").querySelector("a > img");
    expect(inner?.getAttribute("alt")).toBe(placement.alt);
    expect(html).toContain("@container (width>=320px){.fadu-fines-by-region-zh>*{height:720px");
  });

  it("for the element holds the picture as what is shown meanwhile", () => {
    const element = parse(snippet("element", placement)).querySelector("fadu-figure");
    expect(element?.getAttribute("heights")).toBe("0 980, 320 720, 640 610");
    expect(element?.querySelector("img")?.getAttribute("src")).toBe(
      "https://fadu.example/embed/fines-by-region/figure.png",
    );
    expect(element?.hasAttribute("theme")).toBe(false);
  });

  it("of a picture has its alternative text, its caption and a link to the figure", () => {
    const english = snippet("picture", { ...placement, language: "en", version: "1a2b3c4d" });
    const document = parse(english);
    expect(document.querySelector("figcaption")?.textContent).toBe(placement.caption);
    expect(document.querySelector("a")?.getAttribute("href")).toBe(
      "https://fadu.example/embed/fines-by-region/1a2b3c4d/en/",
    );
  });

  it("of a module names the version and the theme", () => {
    const html = snippet("module", { ...placement, version: "1a2b3c4d", theme: "dark" });
    const script = parse(html).querySelector("script[type=module]")?.textContent;
    expect(script).toContain('import { figure } from "https://fadu.example/embed/figure.mjs";');
    expect(script).toContain('version: "1a2b3c4d",\n  title:');
    expect(script).toContain('theme: "dark",');
  });

  it("says the same theme in the address of a frame", () => {
    expect(addressOf({ ...placement, theme: "dark", language: "en" }).themed).toBe(
      "https://fadu.example/embed/fines-by-region/en/?theme=dark",
    );
  });
});

/** Texts that try to be markup, script or style. */
const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    `"><script>alert(1)</script>`,
    "</iframe></style></script><img src=x onerror=alert(1)>",
    `' onload='alert(1)`,
    "\u2028*/</title>{{x}}${x}&amp;&quot;",
    "<!--",
  ),
);

describe("a text in a snippet", () => {
  const plain = { ...placement, figure: "f", title: "t", alt: "a", caption: "c" };
  const usual = Object.fromEntries(
    ways.map((way) => [way, parse(snippet(way, plain))]),
  ) as Readonly<Record<Way, Document>>;

  it("stays a text, whatever it says", () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, alt, caption) => {
        for (const way of ways) {
          const expected = usual[way];
          const found = parse(snippet(way, { ...plain, title, alt, caption }));
          const tree = (document: Document) =>
            [...document.querySelectorAll("*")].map((element) =>
              [element.tagName, ...element.getAttributeNames()].join(" "),
            );
          // A void title or caption changes a text, never the tree.
          expect(tree(found).filter((tag) => !/^FADU-FIGURE/.test(tag))).toEqual(
            tree(expected).filter((tag) => !/^FADU-FIGURE/.test(tag)),
          );
          const inner = (document: Document) =>
            parse(document.querySelector("iframe")?.textContent ?? "").querySelectorAll("*").length;
          expect(inner(found)).toBe(inner(expected));
        }
      }),
      { numRuns: 25 },
    );
  });

  it("comes out of the attributes as it went in", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        // HTML has no controls and no half of a pair.
        const alt = text.replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "");
        const image = parse(snippet("picture", { ...placement, alt })).querySelector("img");
        expect(image?.getAttribute("alt")).toBe(alt);
      }),
      { numRuns: 50 },
    );
  });

  it("comes out of a script as it went in", () => {
    const title = "</script><!--\u2028\"'\\`${x}";
    const script = parse(snippet("module", { ...placement, title })).querySelector("script");
    const line = script?.textContent?.split("\n").find((text) => text.startsWith("  title: "));
    expect(JSON.parse(line?.slice("  title: ".length, -1) ?? "")).toBe(title);
  });
});

test("a frame has the same rights however it comes to a host", () => {
  const written = [
    snippet("iframe", placement),
    frameOf("https://a.example/", "a", { width: 1, height: 1 }),
  ];
  const rights = written.map((html) =>
    parse(html).querySelector("iframe")?.getAttribute("sandbox"),
  );
  expect(rights).toEqual([frameSandbox, frameSandbox]);
});

describe("the heights of a snippet", () => {
  it("keep free, without a style, what a column of an article needs", () => {
    const frame = parse(snippet("iframe", placement)).querySelector("iframe");
    const column = heightAt(stepsText(placement.heights), 640);
    expect(column).toBeGreaterThan(0);
    expect(frame?.getAttribute("height")).toBe(String(column));
  });

  it("stand in a style that names no other element of its host", () => {
    const style = styleOf({ ...placement, figure: "a{b}</style>甲" }, "height");
    const selectors = style.split("\n").map((rule) => rule.replace(/^@container [^{]*\{/, ""));
    for (const rule of selectors) expect(rule).toMatch(/^\.fadu-[\w-]+(>\*| img)?\{[^{}<]*\}\}?$/);
  });
});
