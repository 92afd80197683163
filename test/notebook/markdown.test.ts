import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSafeImage, isSafeLink } from "../../src/notebook/links.ts";
import { renderMarkdown } from "../../src/notebook/markdown.ts";
import { takenIds } from "../../src/notebook/slug.ts";
import type { ElementNode, Node } from "../../src/notebook/index.ts";

const render = (source: string) => renderMarkdown(source).nodes;
const faults = (source: string) =>
  renderMarkdown(source).faults.map((f) => `${f.line} ${f.message}`);

/** The tree in one line, so that a test shows what it is about. */
function outline(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (typeof node === "string") return node;
      if ("reference" in node) return `{${node.path.join("|")}}`;
      const attributes = Object.entries(node.attributes).map(
        ([name, value]) => ` ${name}=${value}`,
      );
      return `<${node.tag}${attributes.join("")}>${outline(node.children)}</>`;
    })
    .join("");
}

function elements(nodes: readonly Node[]): ElementNode[] {
  return nodes.flatMap((node) =>
    typeof node === "string" || !("tag" in node) ? [] : [node, ...elements(node.children)],
  );
}

describe("Markdown", () => {
  it.each([
    ["# 罚款 Fines: *2020*!", "<h1 id=罚款-fines-2020>罚款 Fines: <em>2020</>!</>"],
    ["# A\n# A", "<h1 id=a>A</><h1 id=a-2>A</>"],
    ["# !", "<h1 id=section>!</>"],
    ["a `b` **c**\\\nd", "<p>a <code>b</> <strong>c</><br></>d</>"],
    ["- a\n- b", "<ul><li>a</><li>b</></>"],
    ["3. a", "<ol start=3><li>a</></>"],
    ["> a\n\n---", "<blockquote><p>a</></><hr></>"],
    ["```python x\na<b\n```", "<pre><code class=language-python>a<b\n</></>"],
    ["    a", "<pre><code>a\n</></>"],
    [
      "|a|b|\n|-:|-|\n|1|2|",
      "<table><thead><tr><th style=text-align:right>a</><th>b</></></><tbody><tr><td style=text-align:right>1</><td>2</></></></>",
    ],
    ['[a](b "c")', "<p><a href=b title=c>a</></>"],
    ["![*a* b](c.png)", "<p><img src=c.png alt=a b></></>"],
    ["a <b>x</b> &amp; <script>1</script>", "<p>a <b>x</b> & <script>1</script></>"],
    ['http://example.org (c) "q" --', '<p>http://example.org (c) "q" --</>'],
    ["汉字，\n汉字\nLatin\ntext", "<p>汉字，汉字\nLatin\ntext</>"],
  ])("%j", (source, expected) => {
    expect(outline(render(source))).toBe(expected);
  });

  it("takes no id that is on the page", () => {
    const { nodes } = renderMarkdown("# Fines", { taken: takenIds(["fines"]) });
    expect(outline(nodes)).toBe("<h1 id=fines-2>Fines</>");
  });
});

describe("a fenced div", () => {
  it.each([
    ["::: {lang=zh}\n文\n:::", "<div lang=zh-CN><p>文</></>"],
    [
      "::: {.a #b .c lang=en}\n\n- x\n\n:::\ny",
      "<div id=b lang=en class=a c><ul><li>x</></></><p>y</>",
    ],
    ["::: note\nx\n:::", "<div class=note><p>x</></>"],
    ["x\n::: {lang=en} :::\ny\n:::::", "<p>x</><div lang=en><p>y</></>"],
    [":::: {.a}\n::: {.b}\nx\n:::\n::::", "<div class=a><div class=b><p>x</></></>"],
    ["::: {.a}\n```\n:::\n```\n:::", "<div class=a><pre><code>:::\n</></></>"],
    ["- ::: {.a}\n  x\n  :::\n- y", "<ul><li><div class=a><p>x</></></><li>y</></>"],
    ["::: {.a}\n# t\n:::", "<div class=a><h1 id=t>t</></>"],
  ])("%j", (source, expected) => {
    expect(outline(render(source))).toBe(expected);
    expect(faults(source)).toEqual([]);
  });

  it.each([
    ["x\n\n::: {lang=zh}\ny", "2 missing end of div: ::: {lang=zh} (no cell may stand in it)"],
    ["x\n:::", "1 unknown end of div: :::"],
    ["::: {lang=fr}\n:::", "0 unknown language: fr"],
    ["::: {onclick=x}\n:::", "0 unknown attribute: onclick=x"],
    ["# a\n\n::: {#a}\n:::", "2 invalid id: a (given twice)"],
  ])("%j is told: %s", (source, message) => {
    expect(faults(source)).toEqual([message]);
  });
});

describe("a reference in text", () => {
  it("is a node wherever text stands, and nowhere else", () => {
    const source = "# a ${f.x}\n\n*${f.漳州.y}* `${no.x}` \\${no.y} $${f.z}\n\n    ${no.z}\n";
    expect(outline(render(source))).toBe(
      "<h1 id=a>a {f|x}</><p><em>{f|漳州|y}</> <code>${no.x}</> ${no.y} ${f|z}</><pre><code>${no.z}\n</></>",
    );
    expect(renderMarkdown(source).references.map((r) => [r.reference, r.line])).toEqual([
      ["f.x", 0],
      ["f.漳州.y", 2],
      ["f.z", 2],
    ]);
  });

  it("that is no path stays text and is told", () => {
    expect(outline(render("${a} ${} ${"))).toBe("<p>${a} ${} ${</>");
    expect(faults("${a} ${}")).toEqual([
      "0 invalid reference: ${a} (write ${name.column})",
      "0 invalid reference: ${} (write ${name.column})",
    ]);
  });
});

describe("a link or an image", () => {
  const bad = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:alert(1)",
    " javascript:alert(1)",
    "vbscript:x",
    "data:text/html,x",
    "file:///etc/passwd",
    "blob:x",
  ];

  it.each(bad)("never follows %j", (url) => {
    expect(isSafeLink(url)).toBe(false);
    expect(isSafeImage(url)).toBe(false);
  });

  it.each([
    "http://a.b/",
    "https://a.b/",
    "mailto:a@b.c",
    "#x",
    "x/y.html?a:b",
    "../a",
    "/a:b",
    "?a:b",
  ])("may lead to %s", (url) => {
    expect(isSafeLink(url)).toBe(true);
  });

  it("draws no image from elsewhere", () => {
    expect(
      ["https://a.b/c.png", "//a.b/c.png", "\\\\a.b\\c", "/\\a.b"].filter(isSafeImage),
    ).toEqual([]);
    expect(["c.png", "/c.png", "data:image/png;base64,AA"].every(isSafeImage)).toBe(true);
  });

  it("that may not be followed leaves its text and is told", () => {
    expect(outline(render("[a *b*](javascript:x) ![c](https://a.b/c.png)"))).toBe(
      "<p>a <em>b</> c</>",
    );
    expect(faults("x\n\n[a](javascript:x)\n\n![c](//a.b)")).toEqual([
      "2 unsupported link: javascript:x",
      "4 unsupported image: //a.b",
    ]);
  });

  it("holds whatever is written", () => {
    const piece = fc.constantFrom(
      "[a](",
      "![a](",
      ")",
      "<",
      ">",
      "javascript:",
      "&#106;avascript:",
      "java&Tab;script:",
      "\n",
      "[x]",
      "[x]: ",
      "x",
      "data:",
      "image/png",
      "//",
      "\\",
      "# ",
      "::: {lang=zh}\n",
      "\n:::\n",
      "${a.b}",
      "<script>",
      " onerror=",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const tags = new Set<string>();
        for (const { tag, attributes } of elements(render(pieces.join("")))) {
          tags.add(tag);
          if (attributes["href"] !== undefined) expect(isSafeLink(attributes["href"])).toBe(true);
          if (attributes["src"] !== undefined) expect(isSafeImage(attributes["src"])).toBe(true);
          for (const name of Object.keys(attributes))
            expect(name).toMatch(/^(?:href|src|alt|title|id|lang|class)$/);
        }
        expect(tags.has("script")).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
