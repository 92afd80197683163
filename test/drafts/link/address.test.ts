import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reservedNames } from "../../../src/notebook/index.ts";
import { readAddress, writeAddress, type Address } from "../../../src/drafts/link/index.ts";

const page = "https://example.org/fadu/en/";
const read = (text: string) => readAddress(new URL(text, page));
const empty: Address = { fact: null, inputs: {}, together: [], pinned: [], my: null, anchor: null };

/** Whole characters only: an address cannot hold half a surrogate pair. */
const text = fc.string({ unit: "grapheme", maxLength: 20 });
const name = text.filter((key) => !reservedNames.includes(key) && key !== "__proto__");
const address: fc.Arbitrary<Address> = fc.record({
  fact: fc.option(text.filter(Boolean)),
  inputs: fc.dictionary(name, text, { noNullPrototype: true }),
  together: fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/), { maxLength: 3 }),
  pinned: fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/), { maxLength: 3 }),
  my: fc.option(text.filter(Boolean)),
  anchor: fc.option(text.filter(Boolean)),
});

describe("an address", () => {
  it("is nothing where nothing is set", () => {
    expect(writeAddress(empty)).toBe("");
    expect(read("")).toEqual(empty);
    expect(read("?#")).toEqual(empty);
  });

  it("is readable: commas and brackets are not escaped", () => {
    const inputs = { regions: "suzhou,shanwei", year: "2022" };
    const together = ["fines", "mean-fine"];
    const pinned = ["suzhou", "shanwei"];
    const rest = { my: null, anchor: "fines" };
    const full = { fact: "quotient(sw-47,sw-46)", inputs, together, pinned, ...rest };
    expect(writeAddress(full)).toBe(
      "?regions=suzhou,shanwei&year=2022&together=fines,mean-fine&pin=suzhou,shanwei&fact=quotient(sw-47,sw-46)#fines",
    );
  });

  it("survives being written into a link and read from it", () => {
    fc.assert(
      fc.property(address, (value) => {
        expect(read(writeAddress(value))).toEqual(value);
      }),
    );
  });

  it("says the same when it is written again", () => {
    fc.assert(
      fc.property(address, (value) => {
        const written = writeAddress(value);
        expect(writeAddress(read(written))).toBe(written);
      }),
    );
  });

  it("stays on its page, whatever it holds", () => {
    fc.assert(
      fc.property(address, (value) => {
        expect(new URL(writeAddress(value), page).href.split(/[?#]/)[0]).toBe(page);
      }),
    );
  });

  it("names the same parts for every hand that wrote it", () => {
    const same = { ...empty, fact: "a,b", inputs: { r: "x y" }, anchor: "罚款" };
    expect(read("?r=x+y&fact=a%2Cb#%E7%BD%9A%E6%AC%BE")).toEqual(same);
    expect(read("?r=x%20y&fact=a,b#罚款")).toEqual(same);
  });

  it("leaves the language to the path", () => {
    expect(read("?lang=en")).toEqual(empty);
  });
});

describe("a hostile address", () => {
  it.each([
    ["?fact=%3Cimg%20src=x%20onerror=alert(1)%3E", "<img src=x onerror=alert(1)>"],
    ["?fact=javascript:alert(1)", "javascript:alert(1)"],
    ["?fact=a&fact=b", "a"],
    ["?fact=", ""],
    ["?fact=%zz", "%zz"],
    ["?fact=%ff", "\ufffd"],
  ])("%s is read as mere text", (search, fact) => {
    expect(read(search).fact).toBe(fact);
  });

  it("cannot reach the prototype of an object", () => {
    const { inputs } = read("?__proto__=x&constructor=y&toString=z");
    expect(Object.getPrototypeOf(inputs)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
    expect(inputs).toMatchObject({ constructor: "y", toString: "z" });
  });

  it.each(["#%", "#%E7%BD", "#%zz", "#<img src=x onerror=alert(1)>", `#${"%25".repeat(5000)}`])(
    "does not stop the page: %.40s",
    (hash) => {
      expect(read(hash).anchor).not.toBeNull();
      expect(read(writeAddress(read(hash)))).toEqual(read(hash));
    },
  );

  it("is read whole, or in part, but never throws", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (search, hash) => {
        const { fact, inputs } = readAddress({ search, hash });
        expect(fact === null || typeof fact === "string").toBe(true);
        for (const value of Object.values(inputs)) expect(typeof value).toBe("string");
      }),
    );
  });
});
