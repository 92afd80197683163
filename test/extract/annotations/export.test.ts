import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  align,
  importAnnotations,
  toAnnotationCsv,
  toLangExtract,
  toWebAnnotations,
} from "../../../src/extract/annotations/index.ts";
import { plainText } from "../../../src/extract/annotations/plain.ts";
import { factAt, metrics } from "./fixture.ts";

const formats = {
  langextract: toLangExtract,
  web_annotation: toWebAnnotations,
  csv: (facts: Parameters<typeof toAnnotationCsv>[0]) => toAnnotationCsv(facts),
} as const;
const names = Object.keys(formats) as (keyof typeof formats)[];

/** Signs that a format could trip over. */
const sign = fc.constantFrom(
  ..."罚款家件123.,，\"'=+-@\t\r\n;&<>{}[]\\ 　",
  "😀",
  "𠮷",
  "\u202e",
  "\u2066",
  "\u200b",
  "\u{FEFF}",
  "\0",
  "'=",
  '""',
  "１",
  "e\u0301",
);
const characters = fc.array(sign, { minLength: 1, maxLength: 30 });
const columnText = fc.option(fc.string({ unit: sign, minLength: 1, maxLength: 8 }), { nil: null });

/** A text, and figures that stand in it. */
const report = characters.chain((parts) => {
  const text = parts.join("");
  const points = [...text];
  const place = fc.tuple(fc.nat(points.length - 1), fc.nat(5)).map(([from, length]) => {
    const start = points.slice(0, from).join("").length;
    return [start, start + points.slice(from, from + 1 + length).join("").length] as const;
  });
  const value = fc.double({ noNaN: true, noDefaultInfinity: true });
  const figure = fc
    .tuple(place, value, fc.constantFrom(...metrics), columnText)
    .map(([[start, end], number, metric, note]) =>
      factAt(text, start, end, {
        value: number,
        unit: metric.unit,
        metric_id: metric.metric_id,
        note,
        subset: note,
      }),
    );
  return fc.record({
    text: fc.constant(text),
    facts: fc.array(figure, { minLength: 1, maxLength: 6 }),
  });
});

describe.each(names)("%s", (name) => {
  it("gives back the same spans, values, units, metrics and attributes", () => {
    fc.assert(
      fc.property(report, ({ text, facts }) => {
        // A quote of blanks alone is refused: it names no place.
        const shown = facts.filter(({ value_text }) => value_text.trim() !== "");
        const { annotations, refused } = importAnnotations(
          formats[name](shown, { document: "r", text }),
        );
        expect(refused.filter(({ code }) => code !== "empty")).toEqual([]);
        expect(align(annotations, text).map((found) => ({ ...found }))).toEqual(
          shown.map(({ value_start, value_end }) => ({
            kind: "claimed",
            start: value_start,
            end: value_end,
            places: 1,
            isAmbiguous: false,
          })),
        );
        expect(
          annotations.map(({ quote, value, unit, metric, source, attributes }) => ({
            quote,
            value,
            unit,
            metric,
            document: source.document,
            note: attributes["note"] ?? null,
            subset: attributes["subset"] ?? null,
            scope: attributes["scope"],
          })),
        ).toEqual(
          shown.map(({ value_text, value, unit, metric_id, note, subset }) => ({
            quote: value_text,
            value: value + 0,
            unit,
            metric: metric_id,
            document: "r",
            note,
            subset,
            scope: "bureau",
          })),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("leaves out the offsets of a figure whose text is not held, and finds it all the same", () => {
    const text = "共罚款3万元。";
    const fact = factAt(text, 3, 6, {
      value_start: null,
      value_end: null,
      evidence_start: null,
      evidence_end: null,
    });
    const { annotations } = importAnnotations(formats[name]([fact], { document: "r", text }));
    expect(annotations[0]?.claim).toBeNull();
    expect(align(annotations, text)[0]).toMatchObject({ kind: "exact", start: 3, end: 6 });
  });
});

it("no cell of the CSV is a formula, and a quoted one has its line breaks", () => {
  const text = '=HYPERLINK("a")\n3万元';
  const csv = toAnnotationCsv([factAt(text, 0, text.length)]);
  expect(csv.startsWith("\u{FEFF}fact_id,")).toBe(true);
  expect(csv).toContain(`"'=HYPERLINK(""a"")\n3万元"`);
});

it("half a character at either end of what is around a quote is left out", () => {
  const text = `${"😀".repeat(17)}a3家${"😀".repeat(17)}`;
  const page = JSON.parse(toWebAnnotations([factAt(text, 35, 37)], { document: "r", text })) as {
    items: { target: { selector: { prefix: string; suffix: string; start: number }[] } }[];
  };
  const [quote, position] = page.items[0]?.target.selector ?? [];
  expect(quote?.prefix).toBe(`${"😀".repeat(15)}a`);
  expect(quote?.suffix).toBe("😀".repeat(16));
  expect(position?.start).toBe(18);
  expect(plainText("😀 a")).toBe("😀a");
});
