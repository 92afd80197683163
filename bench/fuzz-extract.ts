/**
 * `npx tsx bench/fuzz-extract.ts [COUNT]`: texts made of reports by random changes are read; counts
 * errors, texts that take long, and offsets outside the text. The short form is
 * test/extract/properties.test.ts.
 */
import { areaList } from "@vant/area-data";
import { fileURLToPath } from "node:url";
import { readData } from "../scripts/read.ts";
import { registryOf } from "../src/extract/index.ts";
import { randomFrom } from "../test/notebook/random.ts";
import { readText } from "../test/extract/score/gold.ts";
import { reportOf, sentencesOf } from "../test/extract/score/sentences.ts";

const count = Number(process.argv[2] ?? 10_000);
const { dataset } = await readData(fileURLToPath(new URL("../data", import.meta.url)));
const { metrics, themes, regions } = dataset;
const catalogue = { metrics, themes, regions, divisions: registryOf(areaList) };
const random = randomFrom(7);
const seeds = Array.from({ length: 20 }, (_, seed) => reportOf(sentencesOf(8, seed)));
const pieces = [
  "，",
  "。",
  "\n",
  "\t",
  "|",
  "（",
  "）",
  "其中",
  "分别",
  "均达",
  "万",
  "亿",
  "%",
  "百分之",
  "由",
  "至",
  "2023年",
  "1-9月",
  "\u202E",
  "\u200B",
  "\uD800",
  "\0",
  "《",
  "“",
  "9".repeat(40),
  "一".repeat(30),
  "、".repeat(60),
];

function whole(below: number): number {
  return Math.floor(random() * below);
}

function changed(text: string): string {
  let now = text;
  for (let times = 1 + whole(20); times > 0; times--) {
    const at = whole(now.length + 1);
    const kind = whole(4);
    if (kind === 0) now = now.slice(0, at) + now.slice(at + whole(30));
    else if (kind === 1)
      now = now.slice(0, at) + (pieces[whole(pieces.length)] ?? "") + now.slice(at);
    else if (kind === 2)
      now = now.slice(0, at) + now.slice(whole(now.length), whole(now.length)) + now.slice(at);
    else now = now.slice(0, at) + String.fromCharCode(whole(65_536)) + now.slice(at + 1);
  }
  return now;
}

const found = { read: 0, errors: 0, slow: 0, outside: 0 };
let longest = 0;
for (let index = 0; index < count; index++) {
  const text = changed(seeds[whole(seeds.length)] ?? "");
  const start = performance.now();
  try {
    const { facts, numbers } = readText(text, catalogue);
    const spans = [
      ...numbers,
      ...facts.map(({ fact }) => ({
        start: fact.evidence_start ?? -1,
        end: fact.evidence_end ?? -1,
      })),
    ];
    found.outside += Number(
      spans.some(({ start: from, end }) => from < 0 || end > text.length || from >= end),
    );
    found.read++;
  } catch (error) {
    found.errors++;
    console.error(JSON.stringify(text.slice(0, 200)), error);
  }
  const took = performance.now() - start;
  longest = Math.max(longest, took);
  found.slow += Number(took > 1000);
}
console.log(`${String(count)} texts:`, found, `longest ${longest.toFixed(0)} ms`);
process.exitCode = found.errors + found.outside > 0 ? 1 : 0;
