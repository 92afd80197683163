import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileNotebook } from "../../src/notebook/compile.ts";
import { insert } from "../../src/notebook/javascript/guard.ts";
import { guardName } from "../../src/notebook/javascript/names.ts";
import { analyse } from "../../src/notebook/javascript/analyse.ts";
import { sourceColumn, type CellKind, type Shift } from "../../src/notebook/index.ts";

const fence = (info: string, body: string) => `\`\`\`${info}\n${body}\n\`\`\`\n`;
const around =
  "---\ntitle: 题\n---\n" +
  fence("sql id=fines", "SELECT 1") +
  fence("sql id=by-region", "SELECT 1") +
  fence("input id=scope", "type: select") +
  fence("chart id=bars data=fines", "type: dots");
const firstLine = around.split("\n").length + 1;

function compile(source: string, attributes = "") {
  const text = around + fence(`js id=cell${attributes}`, source);
  const { compiled, problems } = compileNotebook(text, { slug: "s" });
  const found = compiled.cells.find(({ id }) => id === "cell");
  return {
    cell: found?.kind === "js" ? found : null,
    // Lines counted from the cell's first.
    problems: problems.map(
      ({ line, column, message }) => `${line - firstLine + 1}:${column} ${message}`,
    ),
  };
}

describe("what a JavaScript cell reads", () => {
  it.each([
    ["fines.length", ["fines"]],
    ["scope + fines.length", ["scope", "fines"]],
    ['cells["by-region"].length + cells.fines.length', ["by-region", "fines"]],
    ["const fines = 1; return fines", []],
    ["for (const fines of [1]) { fines }", []],
    ["[1].map((fines) => fines)", []],
    ["const { fines } = { fines: 1 }; return { fines }", []],
    ["try { scope } catch (fines) { return fines }", ["scope"]],
    ["(function fines() { return fines })", []],
    ["class fines {}\nreturn fines", []],
    ["{ const fines = 1 }\nreturn fines", ["fines"]],
    ["({ fines: 1 }).fines", []],
    ["`${fines.length}`", ["fines"]],
    ["typeof nothing", []],
    ["await Promise.all([fines])", ["fines"]],
    ["function f() { return arguments.length }\nreturn f(1)", []],
  ])("%s reads %j", (source, reads) => {
    expect(compile(source)).toMatchObject({ cell: { reads }, problems: [] });
  });

  it("tells what it asks the page for", () => {
    expect(compile("Plot.plot({ width, style: theme })").cell?.ambient).toEqual(["width", "theme"]);
    expect(compile("const width = 1; return width").cell?.ambient).toEqual([]);
  });
});

describe("a fault in a JavaScript cell", () => {
  it.each([
    ["const x = 1;\nreturn fine.length", "2:8 unknown name: fine (did you mean fines?)"],
    [
      'import x from "y"',
      "1:1 unsupported statement: import (Plot, d3, aq, Inputs, html and svg are there without)",
    ],
    [
      'const a = await import("y")',
      "1:17 unsupported statement: import (Plot, d3, aq, Inputs, html and svg are there without)",
    ],
    [
      "export const a = 1",
      "1:1 unsupported statement: export (return the value, or pass an input to view())",
    ],
    ["import.meta.url", "1:1 unsupported statement: import (the sandbox has no address)"],
    ['fetch("https://example.org")', "1:1 unsupported name: fetch (the sandbox has no network)"],
    ["localStorage.a", "1:1 unsupported name: localStorage (the sandbox has no storage)"],
    ["fines = 1", "1:1 unsupported assignment: fines (it comes from outside the cell)"],
    ["bars", "1:1 unsupported reference: bars is a cell of kind chart (not sql, input or js)"],
    ['cells["by-regoin"]', "1:7 unknown cell: by-regoin (did you mean by-region?)"],
    ["cells[scope]", '1:1 unsupported reference: cells (write cells["id"] with the id as a text)'],
    ["__fadu_guard()", "1:1 invalid name: __fadu_guard (kept for the sandbox)"],
    ["const a = (;", "1:12 invalid JavaScript: unexpected token"],
    ["", "1:1 missing code"],
    ["cell + 1", "1:1 invalid cycle: cell → cell"],
  ])("%j: %s", (source, problem) => {
    expect(compile(source).problems[0]).toBe(problem);
  });

  it("is found for a deadline that is none", () => {
    expect(compile("1", " deadline=10")).toMatchObject({ cell: { deadline: 10 }, problems: [] });
    for (const deadline of ["0", "-1", "601", "soon"])
      expect(compile("1", ` deadline=${deadline}`).problems).toEqual([
        `0:15 invalid deadline: ${deadline} (seconds, at most 600)`,
      ]);
  });

  it("never is an exception, whatever the source holds", () => {
    const kinds = new Map<string, CellKind>([["fines", "sql"]]);
    const piece = fc.constantFrom(
      ..."( ) { } [ ] ; , . => = function class for while do if else try catch return await yield async of in let const `${ fines cells 'a' 1 /x/ // /* */ < \n".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const { faults, body, reads } = analyse(pieces.join(" "), kinds);
        expect(faults.length > 0).toBe(body === "");
        expect(reads.every((id) => kinds.has(id))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

type AsyncBody = (guard: () => void, fines: unknown) => Promise<unknown>;
const AsyncFunction = (async () => {}).constructor as new (...text: string[]) => AsyncBody;

function run(body: string, guard: () => void = () => {}): Promise<unknown> {
  return new AsyncFunction(guardName, "fines", `"use strict";${body}`)(guard, [1, 2, 3]);
}

const corpus = [
  "1 + 1",
  "{ a: 1, b: [2] }",
  "(1, 2) // the second",
  "/* before */ ((3)) ;",
  "fines.map((d) => d * 2)",
  "fines.map((d) => ({ d }))",
  "fines.map((d) => (d, d + 1))",
  "fines.map(a => b => c => a + b + c).map((f) => f(1)(2))",
  "let n = 0; while (n < 10) n++\nreturn n",
  "let n = 0; do n++; while (n < 7)\nreturn n",
  "let n = 0; do { n += 2 } while (n < 7); return n",
  "let n = 0; for (let i = 0; i < 5; i++) for (const d of fines) if (d > 1) n += d; else n--\nreturn n",
  "const keys = []; for (const k in { a: 1, b: 2 }) keys.push(k); return keys",
  "const out = []; outer: for (const a of fines) for (const b of fines) { if (b > a) continue outer; out.push([a, b]) } return out",
  "let i = 0; for (;;) { if (++i > 4) break } return i",
  "for (const d of fines);\nreturn 1",
  "function* numbers() { let i = 0; while (true) yield i++ }\nconst out = []; for (const n of numbers()) { if (n > 3) break; out.push(n) } return out",
  "async function* slowly() { for (const d of fines) { await null; yield d } }\nlet sum = 0; for await (const d of slowly()) sum += d; return sum",
  "class Counter { #n = 0; static of() { return new Counter() } get n() { return this.#n } add() { this.#n++; return this } }\nreturn Counter.of().add().add().n",
  "class A { constructor(x) { this.x = x } }\nclass B extends A { constructor() { super(4) } }\nreturn new B().x",
  "const o = { get a() { return 1 }, b() { return this.a + 1 }, async c() { return 3 } }; return [o.a, o.b(), await o.c()]",
  "const f = async (x) => await x; return await f(5)",
  "const fib = (n) => n < 2 ? n : fib(n - 1) + fib(n - 2); return fib(12)",
  "const f = function () { 'use strict'; return this === undefined }; return f()",
  "const f = (a, { b = 2, ...c } = {}, ...d) => [a, b, c, d]; return f(1, { b: 3, x: 4 }, 5)",
  "const f = x => x\nreturn f`t`.raw",
  "return [1, 2].reduce((a, b) => a + b), 9",
  "switch (fines.length) { case 3: for (const d of fines) return d; default: return 0 }",
  "const t = `a${fines.map((d) => `<${d}>`).join('')}`; return t",
  "if (fines.length) while (true) { return 'out' }",
  "const a = () => {}\nreturn a()",
  "const a = b => /x/.test(b)\nreturn a('x')",
  "let a = 1\nfor (const d of fines) a = c => d\nreturn a()",
  "throw new RangeError('no')",
  "await Promise.reject(new Error('later'))",
  "undefined.x",
];

const kinds = new Map<string, CellKind>([["fines", "sql"]]);
const settled = (result: Promise<unknown>) =>
  result.then(
    (value) => ({ value }),
    (error: unknown) => ({ error: String(error) }),
  );

/** The closing parenthesis of `return (`: the last of what is inserted at the greatest offset. */
function outermost(insertions: readonly { readonly text: string }[]): number {
  return insertions.findLastIndex(({ text }) => text === ")");
}

function withoutGuards(body: string, shifts: readonly Shift[]): string {
  let [text, from, at] = ["", 0, 0];
  for (const [offset, length] of shifts) {
    text += body.slice(from, from + offset - at);
    from += offset - at + length;
    at = offset;
  }
  return text + body.slice(from);
}

describe("guarded code", () => {
  it.each(corpus)("gives what the source gives: %s", async (source) => {
    const { body, insertions, faults } = analyse(source, kinds);
    expect(faults).toEqual([]);
    // Of a whole expression the value is returned; everything else runs as it was written.
    const returned = insertions.filter(
      ({ text }, i) => text === "return (" || i === outermost(insertions),
    );
    const isExpression = insertions.some(({ text }) => text === "return (");
    const unguarded = isExpression ? insert(source, returned) : source;
    expect(await settled(run(body))).toEqual(await settled(run(unguarded)));
  });

  it.each(corpus)("keeps the lines and every character of the source: %s", (source) => {
    const { body, insertions } = analyse(source, kinds);
    expect(body.split("\n")).toHaveLength(source.split("\n").length);
    const shifts = insertions.map(({ offset, text }) => [offset, text.length] as const);
    expect(withoutGuards(body, shifts)).toBe(source);
  });

  it.each([
    "while (true) {}",
    "for (;;);",
    "do ; while (true)",
    "const f = () => Promise.resolve().then(f); await f()",
    "async function again() { await null; return again() }\nawait again()",
    "function* endless() { while (true) yield 1 }\nreturn [...endless()]",
    "for (const x of { [Symbol.iterator]: () => ({ next: () => ({ value: 1 }) }) });",
    "while (true) { try { while (true); } catch {} }",
    "while (true) { try { throw 1 } catch { continue } finally { continue } }",
    "Array.from({ length: 1e9 }, () => 0)",
    "[3, 2, 1].sort(() => { for (;;); })",
    "while (true) await null",
  ])("ends however it is written: %s", async (source) => {
    let left = 1000;
    const guard = () => {
      if (--left < 0) throw new Error("deadline");
    };
    const { body } = analyse(source, kinds);
    expect(await settled(run(body, guard))).toEqual({ error: "Error: deadline" });
  });

  it("tells the column of the source for a column of what runs", () => {
    const source = "fines.map((d) => missing(d))\n  .map(x => y => 缺.z)";
    const { body, insertions } = analyse(
      source,
      new Map([...kinds, ["missing", "js"], ["缺", "js"]]),
    );
    const shifts = insertions.map(({ offset, text }) => [offset, text.length] as const);
    for (const word of ["fines", "missing", "x =>", "y =>", "缺", "z)"]) {
      const place = (text: string) => {
        const before = text.slice(0, text.indexOf(word)).split("\n");
        return [before.length, (before.at(-1) ?? "").length + 1] as const;
      };
      const [line, column] = place(body);
      expect([line, sourceColumn(source, shifts, line, column)]).toEqual(place(source));
    }
    expect(sourceColumn(source, shifts, 9, 1)).toBeNull();
  });
});
