import { JSDOM } from "jsdom";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { append, builder } from "../../src/dom/index.ts";

const { window } = new JSDOM("<!doctype html>", { url: "https://example.org/" });
const { document } = window;
const { html, svg } = builder(document);

describe("a built element", () => {
  it("has its children in order, numbers as text, nothing for nothing", () => {
    const list = html("p", {}, "a", 0, null, undefined, [html("b", {}, "c"), ["d", [1.5]]]);
    expect(list.outerHTML).toBe("<p>a0<b>c</b>d1.5</p>");
  });

  it("leaves out an attribute that is null, undefined or false, and keeps 0 and the empty text", () => {
    const attributes = { a: null, b: undefined, c: false, d: true, e: 0, f: "" };
    expect(html("p", attributes).outerHTML).toBe('<p d="" e="0" f=""></p>');
  });

  it("is of the namespace of its kind", () => {
    expect(svg("path").namespaceURI).toBe("http://www.w3.org/2000/svg");
    expect(html("path").namespaceURI).toBe("http://www.w3.org/1999/xhtml");
  });

  it("is appended to what is there", () => {
    const parent = html("p", {}, "a");
    append(parent, ["b", [null, 2]]);
    expect(parent.textContent).toBe("ab2");
  });

  it("holds any text as that text, in it and in its attributes, also when written and read", () => {
    const markup = fc.constantFrom(
      "<",
      ">",
      "&",
      '"',
      "'",
      "</p>",
      "<img onerror=1>",
      "&lt;",
      "中",
    );
    const text = fc.oneof(
      fc.array(markup).map((parts) => parts.join("")),
      fc.string().filter((value) => !/[\r\0]/.test(value)),
    );
    fc.assert(
      fc.property(text, (value) => {
        const written = html("p", { title: value }, value).outerHTML;
        const { body } = new window.DOMParser().parseFromString(written, "text/html");
        expect(body.children).toHaveLength(1);
        expect(body.querySelectorAll("*")).toHaveLength(1);
        expect(body.textContent).toBe(value);
        expect(body.firstElementChild?.getAttribute("title")).toBe(value);
      }),
    );
  });
});
