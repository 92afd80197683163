import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { isWord } from "../../../src/words/index.ts";
import { fileFaults, readNotebookFile, writeNotebookFile } from "../../../src/drafts/link/file.ts";

const bytes = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7) % 251);
const notebook = {
  text: "---\ntitle: 题\n---\n\n正文\n",
  tables: [
    { name: "工资", format: "parquet", bytes },
    { name: "b", format: "csv", bytes: strToU8("x\n1\n") },
  ],
} as const;

describe("a notebook with its tables as one file", () => {
  it("opens again with all that was in it, the same bytes each time", () => {
    const file = writeNotebookFile(notebook);
    expect(readNotebookFile(file)).toEqual({ ok: true, file: notebook });
    expect(writeNotebookFile(notebook)).toEqual(file);
  });

  it("opens when another program has packed it", () => {
    const file = zipSync({
      "notebook.md": strToU8(notebook.text),
      "tables/b.csv": [strToU8("x\n1\n"), { level: 9 }],
      "other/readme.txt": strToU8("text"),
    });
    const read = readNotebookFile(file);
    expect(read).toEqual({ ok: true, file: { ...notebook, tables: [notebook.tables[1]] } });
  });

  it("is refused where a single byte of it is another", () => {
    const file = writeNotebookFile({ ...notebook, tables: [] });
    const whole = JSON.stringify(readNotebookFile(file));
    for (let at = 0; at < file.length; at++) {
      const damaged = file.with(at, (file[at] ?? 0) ^ 0x55) as typeof file;
      const read = readNotebookFile(damaged);
      // Times and flags that nobody reads may differ; what is in it may not.
      if (read.ok) expect(JSON.stringify(read), `byte ${at}`).toBe(whole);
    }
    for (let length = 0; length < file.length; length += 7)
      expect(readNotebookFile(file.slice(0, length)).ok).toBe(false);
  });

  it("is refused where it holds no notebook, or unpacks to more than it says", () => {
    expect(readNotebookFile(zipSync({ "a.txt": strToU8("a") }))).toEqual({
      ok: false,
      reason: "invalid",
    });
    const bomb = zipSync({ "notebook.md": new Uint8Array(6_000_000) });
    expect(readNotebookFile(bomb)).toEqual({ ok: false, reason: "too_large" });
    const twice = { "tables/a.csv": strToU8("x"), "tables/A.csv": strToU8("x") };
    expect(readNotebookFile(zipSync({ "notebook.md": strToU8("x"), ...twice })).ok).toBe(false);
  });

  it("may be as large as the limits say, and no larger", () => {
    const packed = (files: Record<string, Uint8Array>) => readNotebookFile(zipSync(files));
    const text = (size: number) => ({ "notebook.md": new Uint8Array(size).fill(0x61) });
    expect(packed(text(5_000_000))).toMatchObject({ ok: true });
    expect(packed(text(5_000_001))).toEqual({ ok: false, reason: "too_large" });
    const others = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`other/${i}`, strToU8("x")]));
    expect(packed({ ...text(1), ...others(199) })).toMatchObject({ ok: true });
    expect(packed({ ...text(1), ...others(200) })).toEqual({ ok: false, reason: "too_large" });
  });

  it("is refused before it is unpacked where it says that it unpacks to too much", () => {
    const file = zipSync({ "notebook.md": strToU8("x"), "other/a": strToU8("a") });
    const view = new DataView(file.buffer);
    const heads = [...file.keys()].filter(
      (at) => at + 4 <= file.length && view.getUint32(at, true) === 0x02014b50,
    );
    expect(heads).toHaveLength(2);
    const said = (size: number) => {
      view.setUint32((heads[1] ?? 0) + 24, size, true);
      return readNotebookFile(file);
    };
    expect(said(999_999_999)).toMatchObject({ ok: true });
    expect(said(1_000_000_000)).toEqual({ ok: false, reason: "too_large" });
  });

  it("takes as tables only what is named as one", () => {
    const names = ["x/tables/a.csv", "tables/a", "tables/a.exe", "tables/.csv", "tables/a.csv/b"];
    const files = Object.fromEntries(names.map((name) => [name, strToU8("x\n1\n")]));
    const read = readNotebookFile(zipSync({ "notebook.md": strToU8("x"), ...files }));
    expect(read).toEqual({ ok: true, file: { text: "x", tables: [] } });
  });

  it("opens with a comment at its end, and is damaged without its directory", () => {
    const file = zipSync({ "notebook.md": strToU8("x") });
    const comment = strToU8("packed by hand");
    const long = new Uint8Array([...file, ...comment]);
    new DataView(long.buffer).setUint16(file.length - 2, comment.length, true);
    expect(readNotebookFile(long)).toEqual({ ok: true, file: { text: "x", tables: [] } });
    expect(readNotebookFile(new Uint8Array(100))).toEqual({ ok: false, reason: "damaged" });
    expect(readNotebookFile(new Uint8Array(0))).toEqual({ ok: false, reason: "damaged" });
    // What is no UTF-8 is not read as something else.
    const latin = zipSync({ "notebook.md": Uint8Array.of(0x61, 0xff) });
    expect(readNotebookFile(latin)).toEqual({ ok: false, reason: "damaged" });
  });

  it("says why in both languages", () => {
    expect(fileFaults.filter((fault) => !isWord(`file.${fault}`))).toEqual([]);
  });
});
