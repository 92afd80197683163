import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CopyError, decode, decoding, encode, encoding } from "../../src/sandbox/bytes/index.ts";
import { isTree, packDrawing, readDrawing } from "../../src/sandbox/drawing.ts";

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  key: fc.string().filter((name) => name !== "__proto__"),
});

describe("values as bytes", () => {
  it("come back as the browser's own clone has them", () => {
    fc.assert(
      fc.property(anything, (value) => {
        expect(decode(encode(value))).toEqual(structuredClone(value));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ["a surrogate alone", "a\ud800b"],
    ["an expression", /a+/gi],
    ["bytes", new Uint8Array([1, 2, 3])],
    ["nothing", [undefined, null, NaN, -0]],
  ])("%s stays", (_, value) => expect(decode(encode(value))).toEqual(value));

  it("an error keeps its name and words", () => {
    expect(String(decode(encode(new RangeError("no"))))).toBe("RangeError: no");
  });

  it("keep what stands twice, and what stands in itself", () => {
    const list: unknown[] = [1];
    list.push(list, { list });
    const read = decode(encode(list)) as unknown[];
    expect(read[1]).toBe(read);
    expect(read[2]).toEqual({ list: read });
  });

  it("have no field that is a prototype", () => {
    const hostile = JSON.parse('[{"__proto__":{"polluted":1},"a":1}]') as unknown;
    const [row] = decode(encode(hostile)) as [object];
    expect(Object.keys(row)).toEqual(["a"]);
    expect("polluted" in row).toBe(false);
  });

  it.each([
    ["large", new Array(3e6).fill(0)],
    ["large", Object.fromEntries(Array.from({ length: 100_001 }, (_, i) => [i, i]))],
    ["other", () => 1],
    ["other", { a: Symbol("x") }],
    ["other", Promise.resolve()],
  ])("are refused where they are %s", (what, value) => {
    expect(() => encode(value)).toThrow(new CopyError(what as "large").message);
  });

  it("are refused above a number of bytes, before they are all written", () => {
    expect(() => encode("x".repeat(2000), { bytes: 1000 })).toThrow("large");
  });

  it("that anybody wrote are read or refused, with no more values than bytes", () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.tuple(anything, fc.nat(), fc.nat(255)).map(([value, at, byte]) => {
        const good = new Uint8Array(encode(value));
        good[at % good.length] = byte;
        return good;
      }),
    );
    fc.assert(
      fc.property(bytes, (data) => {
        try {
          decode(data.slice().buffer);
        } catch (error) {
          expect(String(error)).toMatch(/invalid|out of|Invalid|offset|length|multiple|Bounds/i);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it("are written and read in steps of any size", () => {
    const value = { a: [1, [2, new Map([["b", new Set([3])]])]], c: "d" };
    const writing = encoding(value);
    while (!writing.step(() => true));
    const reading = decoding(writing.finish());
    while (!reading.step(() => true));
    expect(reading.value()).toEqual(value);
  });
});

describe("a drawing", () => {
  const drawing = {
    root: 1,
    nodes: [
      { id: 1, isSvg: false, tag: "body", attributes: [["a", "b"]], state: {}, children: [2] },
      { id: 2, text: "t" },
    ],
    listens: ["click"],
    focus: null,
  } as const;

  it("comes as it was sent", () => expect(readDrawing(packDrawing(drawing))).toEqual(drawing));

  it("is nothing, or one of known kinds, whatever comes", () => {
    const part = fc.oneof(fc.anything(), fc.nat(), fc.array(fc.anything()));
    const node = fc.oneof(
      fc.tuple(part, part),
      fc.tuple(part, part, part, fc.array(part), part, fc.array(part)),
    );
    fc.assert(
      fc.property(fc.tuple(part, fc.array(node), part, part), (data) => {
        const read = readDrawing(data);
        for (const one of read?.nodes ?? []) expect(Number.isSafeInteger(one.id)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it("is a tree: nothing stands in itself, or twice, or too deep", () => {
    const of = (children: Record<number, number[]>) => (id: number) => children[id] ?? null;
    expect(isTree(1, of({ 1: [2, 3], 2: [], 3: [] }))).toBe(true);
    expect(isTree(1, of({ 1: [1] }))).toBe(false);
    expect(isTree(1, of({ 1: [2, 2], 2: [] }))).toBe(false);
    expect(isTree(1, of({ 1: [9] }))).toBe(false);
    expect(isTree(0, (id) => (id < 300 ? [id + 1] : []))).toBe(false);
  });
});
