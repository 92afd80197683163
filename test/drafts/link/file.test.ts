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

  it("says why in both languages", () => {
    expect(fileFaults.filter((fault) => !isWord(`file.${fault}`))).toEqual([]);
  });
});
