import { describe, expect, it } from "vitest";
import { convert } from "../../src/data-files/convert.ts";
import { guard } from "../../src/words/markup/index.ts";
import type { ColumnType } from "../../src/engine/index.ts";
import { take } from "./world.ts";

const typeOf = async (...texts: string[]) =>
  (await take(`n\n${texts.join("\n")}\n`, "a.csv")).types[0];

describe("a column of whole numbers", () => {
  it.each([
    ["2147483647", "INTEGER"],
    ["-2147483647", "INTEGER"],
    ["2147483648", "BIGINT"],
    // Fits 32 bits, but its negative does not; the wider type loses nothing.
    ["-2147483648", "BIGINT"],
    ["-2147483649", "BIGINT"],
    ["999999999999999", "BIGINT"],
    // Sixteen digits and more name something: a card, a code of credit.
    ["1234567890123456", "VARCHAR"],
  ])("with %s is %s", async (text, type) => {
    expect(await typeOf("1", text)).toBe(type);
  });

  it("of JSON is read to its last digit, whatever its size", async () => {
    const of = async (text: string) => {
      const { types, rows } = await take(`[{"n":1},{"n":${text}}]`, "a.json");
      return [types[0], String(rows[1]?.[0])];
    };
    expect(await of("2147483647")).toEqual(["INTEGER", "2147483647"]);
    expect(await of("2147483648")).toEqual(["BIGINT", "2147483648"]);
    expect(await of("9223372036854775807")).toEqual(["BIGINT", "9223372036854775807"]);
    expect(await of("9223372036854775808")).toEqual(["HUGEINT", "9223372036854775808"]);
  });
});

describe("a cell that is read as a type", () => {
  const fits = (type: ColumnType, cell: string | bigint | number) => {
    const value = convert(cell, type);
    return value !== undefined && value !== null;
  };
  it.each([
    ["INTEGER", -2_147_483_648n, 2_147_483_647n],
    ["BIGINT", -(2n ** 63n), 2n ** 63n - 1n],
    ["UBIGINT", 0n, 2n ** 64n - 1n],
  ] as const)(
    "%s takes its ends and nothing beyond, as number and as text",
    (type, least, most) => {
      for (const [value, is] of [
        [least, true],
        [most, true],
        [least - 1n, false],
        [most + 1n, false],
      ] as const) {
        expect([type, value, fits(type, value)]).toEqual([type, value, is]);
        expect([type, value, fits(type, String(value))]).toEqual([type, value, is]);
      }
    },
  );
});

describe("the guard of formulas", () => {
  const signs = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n"];
  it.each(signs)("guards what begins with %j, also behind apostrophes", (sign) => {
    expect(guard(`${sign}SUM(A1)`)).toBe(`'${sign}SUM(A1)`);
    expect(guard(`''${sign}x`)).toBe(`'''${sign}x`);
    // Within a text it is none.
    expect(guard(`a${sign}1`)).toBe(`a${sign}1`);
  });

  it("leaves alone what is a number or a lone sign, and nothing more", () => {
    for (const text of ["+", "-", "+1", "-1", "-1.5", "+0", "1", ""])
      expect(guard(text)).toBe(text);
    for (const text of ["=", "@", "-1.", "--1", "-1e5", "+1 ", "-.5", "＋1", "－1"])
      expect(guard(text)).toBe(`'${text}`);
  });
});
