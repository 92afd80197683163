import fc from "fast-check";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { escapeAttribute, escapeText } from "../../../src/words/markup/index.ts";

const { DOMParser } = new JSDOM("").window;

/** What a parser reads of a text between tags and of one in a value; its own name for an error. */
function read(markup: string, type: "text/html" | "image/svg+xml") {
  const root = new DOMParser().parseFromString(markup, type);
  return {
    text: root.querySelector("title")?.textContent,
    value: root.querySelector("[lang]")?.getAttribute("lang"),
    tags: [...root.querySelectorAll("*")].map(({ localName }) => localName).join(" "),
  };
}

const inHtml = (text: string) =>
  read(
    `<!doctype html><title>${escapeText(text)}</title><p lang="${escapeAttribute(text)}">`,
    "text/html",
  );
const inXml = (text: string) =>
  read(
    `<svg xmlns="http://www.w3.org/2000/svg"><title>${escapeText(text)}</title><g lang="${escapeAttribute(text)}"/></svg>`,
    "image/svg+xml",
  );
const inBody = (text: string) =>
  new DOMParser().parseFromString(`<p>${escapeText(text)}</p>`, "text/html").body.textContent;

/** Code points and bare halves of them, and what means something to a parser. */
const texts = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 6 }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.integer({ min: 0, max: 0x9f }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom("\r\n", "\r", "]]>", "<!--", "</title>", '"', "'", "&amp;", "&#13;", "&lt"),
      fc.constantFrom("\t", "\n", "\u0085", "\u2028", "\ufeff", "<script>", "<![CDATA[", "法"),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""));

/** XML 1.0 §2.2 Char, said the other way round than in the source. */
const held = (text: string) =>
  [...text]
    .map((sign) =>
      /[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(sign) ? sign : "\ufffd",
    )
    .join("");

describe("an escaped text", () => {
  it("comes back from a parser of HTML as it went in", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const expected = { text: held(text), value: held(text), tags: "html head title body p" };
        expect(inHtml(text)).toEqual(expected);
        expect(inBody(text)).toBe(held(text));
      }),
      { numRuns: 300 },
    );
  });

  it("comes back from a parser of XML as it went in", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(inXml(text)).toEqual({ text: held(text), value: held(text), tags: "svg title g" });
      }),
      { numRuns: 300 },
    );
  });

  it("keeps every sign of the first plane but those that no document can hold", () => {
    const all = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).join("");
    expect(inXml(all).text).toBe(held(all));
    expect(inHtml(all).value).toBe(held(all));
  });

  it("is readable: quotes stay in texts, and apostrophes and lines where they can", () => {
    expect(escapeText("“a”\n'b' \"c\" <d> & e")).toBe("“a”\n'b' \"c\" &lt;d&gt; &amp; e");
    expect(escapeAttribute("'a' \"b\"\n")).toBe("'a' &quot;b&quot;&#10;");
  });
});
