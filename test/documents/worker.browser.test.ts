import { expect, test } from "vitest";
import { readDocuments, type DocumentResult } from "../../src/documents/index.ts";
import { longestHold } from "../browser-engine/hold.ts";
import { docx, p } from "./docx-file.ts";
import { lines, pdf } from "./pdf-file.ts";

const sentence = "全年共检查企业一千二百家次，发现隐患三千五百六十项。";

/** A worker's first document of a format brings its reader. */
const files = (): File[] => [
  new File([sentence], "a.txt"),
  new File([`<p>${sentence}</p>`], "a.html"),
  new File([docx(p(sentence))], "a.docx"),
  new File([pdf([lines([sentence])])], "a.pdf"),
  new File([pdf([[]])], "scan.pdf"),
];

test("every format is read in a worker, a Chinese font with maps from the site", async () => {
  const said: string[] = [];
  for await (const { file, document, error } of readDocuments(files()))
    said.push(`${file.name} ${document?.text ?? error?.code ?? ""}`);
  expect(said).toEqual([
    ...["a.txt", "a.html", "a.docx", "a.pdf"].map((name) => `${name} ${sentence}`),
    "scan.pdf scanned",
  ]);
});

test("the page stays free while large ones are read", async () => {
  const many = Array.from({ length: 20_000 }, () => `<p>${sentence}</p>`).join("");
  const large = [
    new File([`${sentence}\n`.repeat(100_000)], "large.txt"),
    new File([many], "large.html"),
  ];
  const results: DocumentResult[] = [];
  const work = async (): Promise<void> => {
    results.length = 0;
    for await (const result of readDocuments(large)) results.push(result);
  };
  // The limit is 50 ms on a machine of one's own; others may be at work on this one.
  expect(await longestHold(work, 150)).toBeLessThan(150);
  expect(results.map(({ document }) => document?.places.length)).toEqual([100_000, 20_000]);
}, 120_000);
