import { crc32 as expected } from "node:zlib";
import fc from "fast-check";
import { expect, it } from "vitest";
import { concatenate, crc32 } from "../../src/bytes/index.ts";

const chunk = fc.uint8Array({ maxLength: 300 });

it("a checksum is that of zlib, of all bytes or piece by piece", () => {
  fc.assert(
    fc.property(fc.array(chunk), (chunks) => {
      const whole = concatenate(chunks);
      expect(crc32(whole)).toBe(expected(whole));
      expect(chunks.reduce((sum, bytes) => crc32(bytes, sum), 0)).toBe(expected(whole));
    }),
  );
});

it("pieces are joined in order, none lost", () => {
  fc.assert(
    fc.property(fc.array(chunk), (chunks) => {
      expect([...concatenate(chunks)]).toEqual(chunks.flatMap((bytes) => [...bytes]));
    }),
  );
});
