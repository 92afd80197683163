import { readFileSync, readdirSync } from "node:fs";
import { deflateSync } from "fflate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBase64Url } from "../../../src/drafts/link/base64.ts";
import { dictionary1 } from "../../../src/drafts/link/dictionary.ts";
import { crc32 } from "../../../src/bytes/index.ts";
import {
  decodeLink,
  encodeLink,
  hashOf,
  linkFaults,
  linkOrigin,
  linkVersions,
  tableFormats,
  type LinkVersion,
  type SharedNotebook,
} from "../../../src/drafts/link/link.ts";
import { isWord } from "../../../src/words/index.ts";

const plain: SharedNotebook = {
  text: "---\ntitle: 罚款\n---\n\n```sql id=fines\nSELECT * FROM facts\n```\n",
  slug: "fines",
  language: "zh",
  inputs: { year: "2022", scope: "bureau,jurisdiction_total" },
  tables: [],
};

/** Text that a page can hold: a lone half of a surrogate pair has no UTF-8. */
const text = fc.string({ unit: "binary", maxLength: 300 }).filter((t) => t.isWellFormed());
const shared: fc.Arbitrary<SharedNotebook> = fc.record({
  text,
  slug: fc.stringMatching(/^[a-z0-9-]{1,20}$/),
  language: fc.constantFrom("zh", "en"),
  inputs: fc.dictionary(text, text, { maxKeys: 4 }),
  tables: fc.uniqueArray(
    fc.record({
      name: fc.stringMatching(/^[a-z][a-z0-9_]{0,9}$/),
      format: fc.constantFrom(...tableFormats),
      bytes: fc.uint8Array({ maxLength: 200 }),
    }),
    { maxLength: 3, selector: ({ name }) => name },
  ),
});

const fragmentOf = (...parameters: Parameters<typeof encodeLink>) => {
  const link = encodeLink(...parameters);
  return link.ok ? link.fragment : expect.fail(link.reason);
};
const reasonOf = (fragment: string, ...rest: [Parameters<typeof decodeLink>[1]?]) => {
  const link = decodeLink(fragment, ...rest);
  return link.ok ? "ok" : `${link.reason} ${link.detail}`.trim();
};

describe("a link", () => {
  it("gives back the notebook, whatever it holds", () => {
    fc.assert(
      fc.property(shared, (one) => {
        expect(decodeLink(fragmentOf(one))).toEqual({ ok: true, shared: one });
      }),
      { numRuns: 300 },
    );
  });

  it("against an origin gives it back too, and is never longer than the whole", () => {
    fc.assert(
      fc.property(shared, text, (one, origin) => {
        const against = fragmentOf(one, {
          origin: { slug: one.slug, text: origin },
          against: true,
        });
        expect(against.length).toBeLessThanOrEqual(fragmentOf(one).length);
        const back = decodeLink(against, { originOf: () => origin });
        if (against !== "") expect(back).toEqual({ ok: true, shared: one });
      }),
    );
  });

  it("is nothing where a repository notebook is unchanged: its address with the inputs says it", () => {
    const origin = { slug: "fines", text: plain.text };
    expect(fragmentOf(plain, { origin })).toBe("");
    expect(fragmentOf({ ...plain, text: `${plain.text}x` }, { origin })).toMatch(/^#n=1\./);
  });

  it("made with version 1 can still be read: its dictionary stays as it is", () => {
    const fixture =
      "#n=1.qz3LGotWArU3ipV0lKoylHSqlUDZUslKycjAyAgoBjYQyIXUhDqYNaFSrU50bCw4KKGRASmy4IELDR6wJbAw0lJA8iTIFQA";
    expect(decodeLink(fixture)).toEqual({ ok: true, shared: plain });
    expect(hashOf(dictionary1)).toBe("6ofYxPRAl5eS");
  });

  it("of every notebook of the repository fits", () => {
    for (const file of readdirSync("notebooks").filter((name) => name.endsWith(".md"))) {
      const one = { ...plain, text: readFileSync(`notebooks/${file}`, "utf8") };
      expect(decodeLink(fragmentOf(one))).toEqual({ ok: true, shared: one });
    }
  });

  it("that is too long says what takes the space, the largest first", () => {
    const bytes = Uint8Array.from({ length: 40_000 }, (_, i) => (i * i * 2654435761) >>> 13);
    const link = encodeLink({ ...plain, tables: [{ name: "own", format: "arrow", bytes }] });
    expect(link).toMatchObject({ ok: false, reason: "too_long", limit: 30_000 });
    if (link.ok) return;
    expect(link.length).toBeGreaterThan(30_000);
    expect(link.parts.map(({ table }) => table)).toEqual(["own", ""]);
  });
});

describe("a link that cannot be opened", () => {
  const whole = fragmentOf(plain);

  it("cut short anywhere says that it is damaged", () => {
    for (let end = "#n=1.".length; end < whole.length; end++)
      expect(reasonOf(whole.slice(0, end))).toBe("damaged");
  });

  it("with any one character changed gives no other notebook", () => {
    for (let at = "#n=1.".length; at < whole.length; at++) {
      const changed = whole.slice(0, at) + (whole[at] === "A" ? "B" : "A") + whole.slice(at + 1);
      const link = decodeLink(changed);
      // The last character may carry bits that no byte has.
      if (link.ok) expect(link.shared).toEqual(plain);
    }
  });

  it.each([
    ["", "none"],
    ["#罚款", "none"],
    ["#n=", "unknown"],
    ["#n=2.AAAA", "newer 2"],
    ["#n=0.AAAA", "unknown 0"],
    ["#n=1.", "damaged"],
    ["#n=1.罚款", "damaged"],
    [`#n=1.${"A".repeat(130_000)}`, "too_long 130005"],
  ])("as case %# is told", (fragment, reason) => {
    expect(reasonOf(fragment)).toBe(reason);
  });

  it("does not inflate a bomb", () => {
    const bomb = new Uint8Array(12_000_000);
    const sum = new Uint8Array(4);
    const payload = toBase64Url(Uint8Array.from([...sum, ...deflateSync(bomb, { level: 9 })]));
    expect(payload.length).toBeLessThan(100_000);
    expect(reasonOf(`#n=1.${payload}`)).toBe("too_large");
  });

  it.each([
    ['["../x","zh",{},[]]\n'],
    ['["x","fr",{},[]]\n'],
    ['["x","zh",{"a":1},[]]\n'],
    ['["x","zh",[],[]]\n'],
    ['["x","zh",{},[["a b","csv",1]]]\nxx'],
    ['["x","zh",{},[["a","exe",1]]]\nxx'],
    ['["x","zh",{},[["a","csv",9]]]\nxx'],
    ['["x","zh",{},[["a","csv",-1]]]\nxx'],
    ['["x","zh",{},[["a","csv",0],["A","csv",0]]]\nxx'],
    ["{}\n"],
    ["no line"],
  ])("%j in it is told", (content) => {
    const bytes = new TextEncoder().encode(content);
    const sum = new Uint8Array(4);
    new DataView(sum.buffer).setUint32(0, crc32(bytes));
    const payload = toBase64Url(Uint8Array.from([...sum, ...deflateSync(bytes)]));
    expect(reasonOf(`#n=1.${payload}`)).toBe("invalid");
  });

  it("against an origin that is gone or has changed says which", () => {
    const origin = { slug: "fines", text: plain.text.repeat(3) };
    const delta = fragmentOf({ ...plain, text: `${origin.text}文` }, { origin, against: true });
    expect(linkOrigin(delta)).toBe("fines");
    expect(linkOrigin(whole)).toBeNull();
    expect(reasonOf(delta)).toBe("origin_missing fines");
    expect(reasonOf(delta, { originOf: () => "other" })).toBe("origin_changed fines");
  });

  it("has words in both languages for every reason", () => {
    expect(linkFaults.filter((reason) => reason !== "none" && !isWord(`link.${reason}`))).toEqual(
      [],
    );
  });
});

/** A version that never was: the text alone, as base64 of UTF-8. */
const version0: LinkVersion = {
  read: (payload) => ({
    ok: true,
    data: { source: Buffer.from(payload, "base64url").toString("utf8") },
  }),
  upgrade: (data) => ({
    text: (data as { source: string }).source,
    slug: "shared",
    language: "zh",
    inputs: {},
    tables: [],
  }),
};

it("a link of an older version is brought up to the newest, step by step", () => {
  const old = `#n=0.${Buffer.from("# 题\n").toString("base64url")}`;
  expect(decodeLink(old, { versions: { ...linkVersions, 0: version0 } })).toEqual({
    ok: true,
    shared: { text: "# 题\n", slug: "shared", language: "zh", inputs: {}, tables: [] },
  });
});
