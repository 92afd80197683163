import fc from "fast-check";
import { expect, test } from "vitest";
import { readDocuments, type DocumentResult } from "../../src/documents/index.ts";
import { packPlaces, unpackPlaces, type Answer } from "../../src/documents/protocol.ts";
import { serveDocuments } from "../../src/documents/serve.ts";
import type { DocumentWorker } from "../../src/documents/spawn.ts";

/** Workers without a thread; at a file called `stuck` one stands still. */
function workers() {
  const state = { started: 0, ended: 0 };
  const spawn = (): DocumentWorker => {
    state.started += 1;
    let listener: (answer: Answer) => void = () => {};
    const serve = serveDocuments(
      (answer) => listener(answer),
      () => Promise.reject(new Error("missing")),
    );
    return {
      post(request) {
        if (request.name.startsWith("stuck")) listener({ kind: "begun" });
        else serve(request);
      },
      listen: (onAnswer) => void (listener = onAnswer),
      end: () => void (state.ended += 1),
    };
  };
  return { state, spawn };
}

const files = (names: readonly string[]): File[] =>
  names.map((name) => new File(name.startsWith("empty") ? [] : ["检查12家\n罚款3万元"], name));

async function all(results: AsyncIterable<DocumentResult>): Promise<string[]> {
  const said: string[] = [];
  for await (const { file, document, error } of results)
    said.push(
      `${file.name}: ${document ? `${document.text.length} ${document.places.length}` : `${error.code} ${error.file}`}`,
    );
  return said;
}

test("a bad file stops no other, one that holds the worker ends it", async () => {
  const { state, spawn } = workers();
  const shares: number[] = [];
  const names = ["a.txt", "empty.txt", "stuck.pdf", "b.txt"];
  const results = readDocuments(files(names), {
    spawn,
    patience: 300,
    onProgress: (_, share) => shares.push(share),
  });
  expect(await all(results)).toEqual([
    "a.txt: 11 2",
    "empty.txt: empty empty.txt",
    "stuck.pdf: stuck stuck.pdf",
    "b.txt: 11 2",
  ]);
  expect(state).toEqual({ started: 2, ended: 2 });
  expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
});

test("whoever stops waiting ends the worker", async () => {
  const { state, spawn } = workers();
  const control = new AbortController();
  const waiting = all(
    readDocuments(files(["stuck.pdf", "a.txt"]), { spawn, signal: control.signal }),
  );
  setTimeout(() => control.abort(new Error("enough")), 50);
  await expect(waiting).rejects.toThrow("enough");
  expect(state).toEqual({ started: 1, ended: 1 });
  for await (const { file } of readDocuments(files(["a.txt", "b.txt"]), { spawn }))
    if (file.name === "a.txt") break;
  expect(state).toEqual({ started: 2, ended: 2 });
});

test("places cross to the page as they are", async () => {
  const some = fc.option(fc.integer({ min: 1, max: 1e6 }), { nil: undefined });
  const place = fc
    .record({
      start: fc.nat(),
      end: fc.nat(),
      page: some,
      paragraph: some,
      table: some,
      row: some,
      cell: some,
    })
    .map((one) => JSON.parse(JSON.stringify(one)) as { start: number; end: number });
  await fc.assert(
    fc.asyncProperty(fc.array(place), async (places) => {
      expect(await unpackPlaces(packPlaces(places))).toEqual(places);
    }),
    { numRuns: 50 },
  );
});
