import { describe, expect, it } from "vitest";
import { dataset, example, reader } from "./world.ts";

const files = reader(await dataset());
const fault = (part: BlobPart, name = "a.txt") =>
  files.read(new Blob([part]), name).then(
    () => "read",
    (error: { readonly code: string }) => error.code,
  );

describe("the reader of reports", () => {
  it("gives a report with figures, head and open numbers, the same each time", async () => {
    const [once, again] = await Promise.all([
      files.read(new Blob([example]), "a.txt"),
      files.read(new Blob([example]), "a.txt"),
    ]);
    expect(once).toEqual(again);
    expect(once.facts.length).toBeGreaterThan(20);
    expect(once.head).toMatchObject({
      agency: "青禾市应急管理局",
      published: "2024-01-18",
      place: null,
    });
    for (const { fact } of once.facts)
      expect(example.slice(fact.value_start ?? 0, fact.value_end ?? 0)).toBe(fact.value_text);
  });

  it("reads GB18030 where the bytes are no UTF-8, and drops a byte order mark", async () => {
    // 处罚9件 in GB18030
    const bytes = new Uint8Array([0xb4, 0xa6, 0xb7, 0xa3, 0x39, 0xbc, 0xfe]);
    expect((await files.read(new Blob([bytes]), "a.txt")).text).toBe("处罚9件");
    expect((await files.read(new Blob(["\ufeff处罚9件"]), "a.txt")).text).toBe("处罚9件");
  });

  it("says why a file gives no report", async () => {
    expect(await fault("")).toBe("empty");
    expect(await fault(" \n ")).toBe("no_text");
    expect(await fault("%PDF-1.7")).toBe("damaged");
    expect(await fault("PK\u0003\u0004", "a.docx")).toBe("damaged");
    expect(await fault(new Uint8Array([1, 0, 2]))).toBe("binary");
  });

  it("finds places that Fadu knows and others, with those around them", async () => {
    const [known] = await files.places("汕尾");
    expect(known).toMatchObject({ region_id: "shanwei", around: [{ name: "广东省" }] });
    const [other] = await files.places("雷州");
    expect(other).toMatchObject({ around: [{ name: "湛江市" }, { name: "广东省" }] });
    expect(await files.places(" ")).toEqual([]);
  });
});
