import { describe, expect, it } from "vitest";
import { DocumentError, documentErrorWords, readDocument } from "../../src/documents/index.ts";
import { createReader } from "../../src/review/reader/index.ts";
import type { Answer } from "../../src/review/reader/protocol.ts";
import { serveReader } from "../../src/review/reader/serve.ts";
import type { ReaderWorker } from "../../src/review/reader/spawn.ts";
import { dataset, example, reader } from "./world.ts";

const known = await dataset();
const files = reader(known);
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

describe("a file at which the reader stands still", () => {
  /** Workers without a thread; one never answers for a file called `stuck`. */
  function hanging() {
    const state = { started: 0, ended: 0 };
    const spawn = (): ReaderWorker => {
      state.started += 1;
      let hear: (answer: Answer) => void = () => {};
      const serve = serveReader((answer) => hear(structuredClone(answer)), readDocument);
      return {
        post(request) {
          if (request.kind === "read" && request.name.startsWith("stuck"))
            hear({ kind: "begun", job: request.job });
          else serve(request);
        },
        listen: (onAnswer) => (hear = onAnswer),
        end: () => (state.ended += 1),
      };
    };
    return { state, spawn };
  }

  it("is told by its code, and the next file has a new worker", async () => {
    const { state, spawn } = hanging();
    const own = createReader(known, { spawn, patience: 300 });
    const stuck = await own.read(new Blob(["x"]), "stuck.pdf").catch((error: unknown) => error);
    expect(stuck).toBeInstanceOf(DocumentError);
    expect(documentErrorWords("en", stuck, "stuck.pdf")).toContain("“stuck.pdf” got no further");
    expect(state).toEqual({ started: 1, ended: 1 });
    expect((await own.read(new Blob(["处罚9件"]), "a.txt")).text).toBe("处罚9件");
    expect(state).toEqual({ started: 2, ended: 1 });
  });

  it("can be given up before its time", async () => {
    const { spawn } = hanging();
    const control = new AbortController();
    const reading = createReader(known, { spawn }).read(new Blob(["x"]), "stuck.pdf", control);
    control.abort(new Error("enough"));
    await expect(reading).rejects.toThrow("enough");
  });
});
