import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importAnnotations } from "../../../src/extract/annotations/index.ts";

const codes = (file: string) => importAnnotations(file).refused.map(({ code }) => code);

describe("LangExtract's JSON lines", () => {
  const document = (id: string, extractions: unknown[]) =>
    JSON.stringify({ extractions, text: "罚款3万元。", document_id: id });
  const extraction = {
    extraction_class: "罚款金额",
    extraction_text: "3万元",
    char_interval: { start_pos: 2, end_pos: 5 },
    alignment_status: "match_exact",
    extraction_index: 1,
    group_index: 0,
    description: null,
    attributes: { value: "3", unit: "万元", scope: "全市", tags: ["a", "b"] },
  };

  it("give quote, offsets in code points, class and attributes", () => {
    const { annotations, texts } = importAnnotations(document("d1", [extraction]));
    expect(annotations).toEqual([
      {
        source: { format: "langextract", record: 1, line: null, document: "d1" },
        quote: "3万元",
        prefix: "",
        suffix: "",
        claim: { start: 2, end: 5, counts: "code_points" },
        value: 3,
        unit: "万元",
        metric: "罚款金额",
        attributes: {
          alignment_status: "match_exact",
          scope: "全市",
          tags: "a; b",
        },
      },
    ]);
    expect(texts).toEqual([{ document: "d1", text: "罚款3万元。" }]);
  });

  it("keep their lines, and one that is broken costs only itself", () => {
    const file = [document("a", [extraction]), "{broken", "", document("b", [extraction, 7])];
    const { annotations, refused } = importAnnotations(file.join("\n"));
    expect(annotations.map(({ source }) => [source.document, source.line])).toEqual([
      ["a", 1],
      ["b", 4],
    ]);
    expect(refused).toEqual([
      { record: 2, line: 2, code: "not_json", detail: "{broken" },
      { record: 4, line: 4, code: "not_a_record", detail: "7" },
    ]);
  });

  it("may leave the interval empty, but not wrong", () => {
    const none = { ...extraction, char_interval: { start_pos: null, end_pos: null } };
    const wrong = { ...extraction, char_interval: { start_pos: 5, end_pos: 2 } };
    const { annotations, refused } = importAnnotations(document("d", [none, wrong]));
    expect(annotations[0]?.claim).toBeNull();
    expect(refused[0]?.code).toBe("bad_offsets");
  });

  it("of documents in which nothing was found give their texts", () => {
    const file = [document("a", []), '{"extractions":null,"text":"无","document_id":"b"}', "null"];
    const { annotations, refused, texts } = importAnnotations(file.join("\n"));
    expect(annotations).toEqual([]);
    expect(texts.map(({ document: id }) => id)).toEqual(["a", "b"]);
    expect(refused).toEqual([{ record: 1, line: 3, code: "not_a_record", detail: null }]);
  });

  it("name the metric in an attribute rather than in the class", () => {
    const named = { ...extraction, extraction_class: "figure", attributes: { 指标: "立案数" } };
    const [found] = importAnnotations(document("d", [named])).annotations;
    expect(found?.metric).toBe("立案数");
    expect(found?.value).toBeNull();
  });
});

describe("a CSV", () => {
  it("has Chinese or English names, quotes, line breaks in cells, a byte order mark", () => {
    const file =
      '\u{FEFF}指标,原文,数值,单位,Period_Start\r\n罚款,"罚款""3""\n万元，",3,万元,2023-01-01\r\n';
    const [found] = importAnnotations(file).annotations;
    expect(found).toMatchObject({
      source: { format: "csv", record: 1, line: 2 },
      quote: '罚款"3"\n万元，',
      value: 3,
      unit: "万元",
      metric: "罚款",
      attributes: { period_start: "2023-01-01" },
    });
  });

  it("takes semicolons and tabs, and counts lines within cells", () => {
    const file = 'quote;value\n"a\nb";1\nc;2\n';
    expect(importAnnotations(file).annotations.map(({ source }) => source.line)).toEqual([2, 4]);
    expect(importAnnotations("quote\tvalue\nc,d\t2").annotations[0]?.quote).toBe("c,d");
  });

  it("reads values with their units, and takes the guard of formulas away", () => {
    const file = 'quote,value\n\'=3,"1,262"\nb,１２\nc,281.48万元\nd,百分之五\ne,2.8亿元\n';
    const found = importAnnotations(file).annotations;
    expect(found.map(({ quote, value, unit }) => [quote, value, unit])).toEqual([
      ["=3", 1262, null],
      ["b", 12, null],
      ["c", 281.48, "万元"],
      ["d", 5, "%"],
      ["e", 28000, "万元"],
    ]);
  });

  it("lists each bad row with its line and takes the others", () => {
    const file = 'quote,value\na,viele\n,3\nb,4\nc,5,6\nd,Infinity\n"e,7\nf,8';
    const { annotations, refused } = importAnnotations(file);
    expect(annotations.map(({ quote }) => quote)).toEqual(["b"]);
    expect(refused.map(({ line, code }) => [line, code])).toEqual([
      [2, "bad_value"],
      [3, "no_quote"],
      [5, "row_long"],
      [6, "bad_value"],
      [7, "unclosed_quote"],
    ]);
  });

  it("needs a column to look for", () => {
    expect(codes("name,size\na,1\n")).toEqual(["no_quote_column"]);
  });
});

describe("JSON", () => {
  it("may be an array, lines, or a list within an object", () => {
    const one = { quote: "3家", value: 3 };
    for (const file of [
      JSON.stringify([one, one]),
      `${JSON.stringify(one)}\n${JSON.stringify(one)}`,
      JSON.stringify({ facts: [one, one] }),
    ])
      expect(importAnnotations(file).annotations.map(({ value }) => value)).toEqual([3, 3]);
  });

  it("takes what a clause says of the place of a number in it", () => {
    const record = { value_text: "3家", value_start: 9, value_end: 11, evidence: "共检查3家。" };
    expect(importAnnotations(JSON.stringify(record)).annotations[0]).toMatchObject({
      quote: "3家",
      prefix: "共检查",
      suffix: "。",
      claim: { start: 9, end: 11, counts: "utf16" },
      attributes: { evidence: "共检查3家。" },
    });
  });

  it("refuses what is none, in one word", () => {
    expect(codes('{"a": [1, 2')).toEqual(["not_json"]);
    expect(codes("[1, null]")).toEqual(["not_a_record", "not_a_record"]);
    expect(codes(" \n")).toEqual(["empty"]);
    expect(codes("[]")).toEqual(["empty"]);
    expect(codes('{"a": 1}')).toEqual(["no_quote"]);
    expect(codes(JSON.stringify({ quote: "长".repeat(5000) }))).toEqual(["quote_long"]);
    expect(codes(JSON.stringify({ start: 0, end: 1e6 }))).toEqual(["quote_long"]);
  });

  it("is not deceived by names that every object has, nor by depth", () => {
    const file = '{"quote":"3家","__proto__":{"value":1},"constructor":"x","toString":"y"}';
    const [found] = importAnnotations(file).annotations;
    expect(found).toMatchObject({ quote: "3家", value: null });
    expect(Object.getPrototypeOf(found?.attributes)).toBe(Object.prototype);
    expect(codes(`${"[".repeat(50_000)}${"]".repeat(50_000)}`)).toEqual(["empty"]);
  });
});

describe("a W3C annotation", () => {
  const selector = [
    { type: "TextQuoteSelector", exact: "3万元", prefix: "罚款", suffix: "。" },
    { type: "TextPositionSelector", start: 2, end: 5 },
  ];
  const body = [
    { type: "TextualBody", purpose: "tagging", value: "penalty_amount" },
    { type: "TextualBody", purpose: "describing", value: "3万元" },
  ];
  const annotation = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    type: "Annotation",
    body,
    target: { source: "doc:1", selector },
  };
  const expected = {
    source: { format: "web_annotation", document: "doc:1" },
    quote: "3万元",
    prefix: "罚款",
    suffix: "。",
    claim: { start: 2, end: 5, counts: "code_points" },
    value: 3,
    unit: "万元",
    metric: "penalty_amount",
  };

  it.each([
    ["alone", annotation],
    ["in an array", [annotation]],
    ["in a page", { type: "AnnotationPage", items: [annotation] }],
    [
      "in a collection",
      { type: ["AnnotationCollection"], first: { type: "AnnotationPage", items: [annotation] } },
    ],
    ["in a graph", { "@graph": [annotation] }],
    ["with older names", { ...annotation, type: undefined, "@type": "oa:Annotation" }],
    [
      "refined",
      {
        ...annotation,
        target: {
          source: "doc:1",
          selector: { type: "FragmentSelector", value: "p", refinedBy: selector },
        },
      },
    ],
    [
      "with members as its body",
      {
        ...annotation,
        body: { type: "schema:Thing", metric: "penalty_amount", value: 3, unit: "万元" },
      },
    ],
  ])("is read %s", (_where, file) => {
    expect(importAnnotations(JSON.stringify(file)).annotations).toMatchObject([expected]);
  });

  it("may give offsets alone, or a body alone as text", () => {
    const file = { ...annotation, body: "12家", target: { selector: selector[1] } };
    const [found] = importAnnotations(JSON.stringify(file)).annotations;
    expect(found).toMatchObject({ quote: null, value: 12, unit: "家", metric: null });
  });

  it("is refused where it selects nothing, and what is elsewhere is named", () => {
    expect(codes(JSON.stringify({ ...annotation, target: "doc:1" }))).toEqual(["no_selector"]);
    const collection = { type: "AnnotationCollection", first: "https://example.org/page1" };
    expect(codes(JSON.stringify(collection))).toEqual(["page_elsewhere"]);
  });
});

describe("any file", () => {
  const seeds = [
    '{"extractions":[{"extraction_class":"a","extraction_text":"3家","char_interval":{"start_pos":0,"end_pos":2},"attributes":{"value":"3"}}],"text":"3家"}\n',
    '\u{FEFF}quote,value,unit\r\n"a ""b""\n",3,万元\r\n',
    '{"type":"AnnotationPage","items":[{"type":"Annotation","body":"3","target":{"selector":[{"type":"TextQuoteSelector","exact":"3"}]}}]}',
    '[{"quote":"罚款3万元","value":"３万元","start":0,"end":5}]',
  ];
  const hostile = fc.constantFrom(
    '"',
    "{",
    "}",
    "[",
    "]",
    ",",
    "\n",
    "\0",
    "\ud800",
    "‮",
    "null",
    "-1",
    "1e999",
    "=",
  );
  const change = fc.tuple(
    fc.nat(200),
    fc.nat(6),
    fc.oneof(hostile, fc.string({ unit: "binary", maxLength: 4 })),
  );

  it("gives annotations and refusals, and no exception", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.array(change, { maxLength: 6 }),
        (seed, changes) => {
          const file = changes.reduce(
            (text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length),
            seed,
          );
          const { annotations, refused } = importAnnotations(file);
          expect(annotations.length + refused.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("also of any JSON, and of any text", () => {
    fc.assert(
      fc.property(fc.json(), (file) => void importAnnotations(file)),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (file) => void importAnnotations(file)),
      { numRuns: 500 },
    );
  });
});
