import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concatenate } from "../../src/bytes/index.ts";
import { gb18030, utf16, utf8 } from "./encode.ts";
import { expectPlaces, failure, read } from "./world.ts";

const sample =
  "某市应急管理局2023年工作报告\r\n\r\n全年检查企业1,200家次，罚款35.6万元。\n一、执法\n";
const mark = Uint8Array.of(0xef, 0xbb, 0xbf);

describe("a text", () => {
  test.each([
    ["UTF-8", utf8(sample)],
    ["UTF-8 with a mark", concatenate([mark, utf8(sample)])],
    ["GB18030", gb18030(sample)],
    ["UTF-16 with a mark", concatenate([Uint8Array.of(0xff, 0xfe), utf16(sample)])],
    ["UTF-16 of the other order", concatenate([Uint8Array.of(0xfe, 0xff), utf16(sample, false)])],
    ["UTF-16 without a mark", utf16(sample)],
  ])("stays as it is: %s", async (_name, bytes) => {
    const found = await read(bytes, "report.txt");
    expect(found).toMatchObject({ name: "report.txt", format: "text", text: sample });
    expect(found.sha256).toBe(createHash("sha256").update(sample).digest("hex"));
    expectPlaces(found);
  });

  test("has a place for each line, an empty one counts", async () => {
    const { places, text } = await read("一\r\n\r\n二三\n四", "a.txt");
    expect(places.map(({ start, end, paragraph }) => [text.slice(start, end), paragraph])).toEqual([
      ["一", 1],
      ["二三", 3],
      ["四", 4],
    ]);
  });

  test("says where its encoding is a guess, and where bytes are damaged", async () => {
    const guessed = await read(gb18030("罚款案件数，检查次数。"), "a.txt");
    expect(guessed.notes).toEqual([
      { code: "encoding_guessed", values: ["GB18030", "罚款案件数，检查次数。"] },
    ]);
    const damaged = await read(
      concatenate([utf8("检查\n罚款"), Uint8Array.of(0xff), utf8("件数")]),
      "a",
    );
    expect(damaged.notes).toEqual([{ code: "bytes_damaged", values: [1, 2] }]);
    expect(damaged.text).toBe("检查\n罚款\uFFFD件数");
  });

  test("keeps what cannot be seen, and says so", async () => {
    const text = `检查\u202E家次\u200B罚款\u200B${"。".repeat(5000)}\0`;
    const found = await read(text, "a.txt");
    expect(found.text).toBe(text);
    expect(found.notes).toEqual([
      { code: "controls", values: [1, text.length - 1] },
      { code: "bidi", values: [1, 2] },
      { code: "invisible", values: [2, 5] },
    ]);
  });

  test("comes back from each encoding as it was", async () => {
    const character = fc.constantFrom(..."一二罚款检查万元，。（）0123 %\n\tａ");
    const text = fc
      .array(character, { minLength: 8, maxLength: 60 })
      .map((all) => `行政处罚决定书，${all.join("")}`);
    const encoding = fc.constantFrom(utf8, gb18030, (given: string) =>
      concatenate([Uint8Array.of(0xff, 0xfe), utf16(given)]),
    );
    await fc.assert(
      fc.asyncProperty(text, encoding, async (given, encode) => {
        const found = await read(encode(given), "a.txt");
        expect(found.text).toBe(given);
        expectPlaces(found);
      }),
      { numRuns: 200 },
    );
  });

  test("of one line of 10 MB is read, and of too many lines or characters refused", async () => {
    const line = "检查企业".repeat(900_000);
    const found = await read(line, "a.txt");
    expect(found.places).toEqual([{ start: 0, end: line.length, paragraph: 1 }]);
    expect(await failure("a\n".repeat(600_000), "a.txt")).toMatchObject({
      code: "too_many",
      value: "500000",
    });
    expect(await failure("a".repeat(20_000_001), "a.txt")).toMatchObject({
      code: "too_long",
      value: "20000000",
    });
  });
});

describe("a file that is none", () => {
  const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0);
  const ole = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
  test.each([
    ["empty", "", "empty", ""],
    ["blank", " \n\t\n", "no_text", ""],
    [
      "bytes without sense",
      Uint8Array.from({ length: 400 }, (_, i) => (i * 7919) % 256),
      "binary",
      "",
    ],
    ["NULs", "a\0\0\0b", "binary", ""],
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), "foreign", "image"],
    ["a damaged ZIP", zip, "damaged", "zip"],
    ["RTF", "{\\rtf1\\ansi}", "foreign", "rtf"],
    ["a page saved as a mail", "MIME-Version: 1.0\n", "foreign", "mail"],
    ["other XML", '<?xml version="1.0"?><facts/>', "foreign", "xml"],
    ["old Word", concatenate([ole, new Uint8Array(600), utf16("WordDocument")]), "old_word", ""],
    ["an encrypted document", concatenate([ole, utf16("EncryptedPackage")]), "encrypted", ""],
    ["other old Office", concatenate([ole, utf16("Workbook")]), "foreign", "old_office"],
  ])("is refused with its name: %s", async (_name, bytes, code, value) => {
    const error = await failure(bytes, "报告.txt");
    expect(error).toMatchObject({ name: "DocumentError", code, value, file: "报告.txt" });
  });

  test("is refused where it is too large, without being read", async () => {
    const file = new Blob([]);
    Object.defineProperty(file, "size", { value: 200 << 20 });
    expect(await failure(file, "a.pdf")).toMatchObject({ code: "too_large", value: "100" });
  });

  test("is let go when nobody waits any more", async () => {
    const reason = new Error("enough");
    await expect(read("一二三", "a.txt", { signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
  });
});

const reports = fileURLToPath(new URL("../../../shared/reports", import.meta.url));
const held = existsSync(reports);
if (!held) console.log(`skipped: the reports are not beside this checkout (${reports})`);

test.runIf(held)("the five reports come back as they are", async () => {
  const names = readdirSync(reports).filter((name) => name.endsWith(".txt"));
  expect(names).toHaveLength(5);
  for (const name of names) {
    const bytes = readFileSync(join(reports, name));
    const found = await read(bytes, name);
    expect(found.text).toBe(bytes.toString("utf8"));
    expect(found.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expectPlaces(found);
  }
});
