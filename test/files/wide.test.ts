import { expect, test } from "vitest";
import { encodingOf, isBinary } from "../../src/files/index.ts";

/** A text as UTF-16 without a mark. */
function wide(text: string, isLittle: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
}
const chinese = "全年共检查企业三千家次，罚款一百二十万元。行政处罚案件九十件。";

test.each([
  ["utf-16le", true],
  ["utf-16be", false],
] as const)(
  "Chinese in %s is known without a mark and with hardly a NUL",
  async (encoding, isLittle) => {
    const bytes = wide(chinese, isLittle);
    expect(await encodingOf(new Blob([bytes]))).toMatchObject({ encoding, guess: null });
    expect(isBinary(bytes)).toBe(false);
  },
);

test("pairs of Latin letters are no Chinese, nor are bytes of GB18030", async () => {
  expect(await encodingOf(new Blob(["a,b\n"]))).toMatchObject({ encoding: "utf-8" });
  const gb = Uint8Array.from([
    0xb7, 0xa3, 0xbf, 0xee, 0xb0, 0xb8, 0xbc, 0xfe, 0xca, 0xfd, 0x31, 0x0a,
  ]);
  expect(await encodingOf(new Blob([gb]))).toMatchObject({
    encoding: "gb18030",
    guess: "罚款案件数1",
  });
});
