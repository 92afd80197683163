import { expect, test } from "vitest";
import { readDocuments, type DocumentResult } from "../../src/documents/index.ts";
import { docx, p } from "./docx-file.ts";
import { lines, pdf } from "./pdf-file.ts";

/** The longest time in which the page could do nothing while the work went on, in ms. */
async function longestHold(work: () => Promise<unknown>): Promise<number> {
  let [last, longest, isOver] = [performance.now(), 0, false];
  const beat = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setTimeout(beat);
  };
  beat();
  await work();
  isOver = true;
  return longest;
}

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
  const held = await longestHold(async () => {
    for await (const result of readDocuments(large)) results.push(result);
  });
  expect(results.map(({ document }) => document?.places.length)).toEqual([100_000, 20_000]);
  console.log(`longest hold of the page: ${Math.round(held)} ms`);
  // The limit is 50 ms on a machine of one's own; others may be at work on this one.
  expect(held).toBeLessThan(150);
});
