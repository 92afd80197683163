import { DocumentError, readDocument } from "../../src/documents/node.ts";
import { kinds, mutate, random } from "../mutants/mutate.ts";
import { cell, docx, level, numbering, p, table } from "./docx-file.ts";
import { lines, pdf } from "./pdf-file.ts";
import { gb18030, utf16, utf8 } from "./encode.ts";

export interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The file around damaged bytes: a part of a ZIP has a checksum that hides all damage. */
  readonly wrap?: (damaged: Uint8Array) => Uint8Array;
}

const text = "某市2023年报告\n\n全年检查企业1200家次，罚款35.6万元。\n一、执法情况\n（一）检查\n";
const page = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>报告_某市</title></head><body><div class="nav"><a href="/">首页</a></div><div id="zoom"><h1>报告</h1><p>全年检查企业1200家次，<b>罚款</b>35.6万元。</p><table><tr><th rowspan=2>区</th><td colspan=2>件</td></tr><tr><td>1</td><td>2</td></tr></table></div><p>责任编辑：张三</p></body></html>`;
const body =
  p("一、执法") +
  p("检查", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') +
  table(
    [cell(p("区"), '<w:vMerge w:val="restart"/>'), cell(p("件"), '<w:gridSpan w:val="2"/>')],
    [cell(p(""), "<w:vMerge/>"), cell(p("1")), cell(p("2"))],
  );
const parts = { "word/numbering.xml": numbering(level(0, "chineseCounting", "%1、")) };
const document = docx(body, parts);
const pages = pdf([
  [
    ...lines(["　　全年检查企业一千二百家次，发现隐患三千", "五百六十项。"]),
    ...lines(["annual report"], { y: 300, font: "latin" }),
  ],
  lines(["　　罚款三十五万元。"]),
]);

export const seeds: readonly Seed[] = [
  { name: "a.txt", bytes: utf8(text) },
  { name: "gb.txt", bytes: gb18030(text) },
  { name: "wide.txt", bytes: utf16(text) },
  { name: "a.html", bytes: utf8(page) },
  { name: "gb.html", bytes: gb18030(page.replace("utf-8", "gb2312")) },
  { name: "a.docx", bytes: document },
  {
    name: "inner.docx",
    bytes: utf8(body),
    wrap: (damaged) => docx(new TextDecoder().decode(damaged), parts),
  },
  { name: "a.pdf", bytes: pages },
];

/** Damaged files of a seed, the same for the same number. */
export function* mutantsOf(
  { bytes, wrap = (same) => same }: Seed,
  count: number,
  from = 1,
): Generator<Uint8Array> {
  const next = random(from);
  for (let n = 0; n < count; n++) {
    let damaged = bytes;
    for (let times = 1 + (n % 3); times > 0; times--)
      damaged = mutate(damaged, kinds[Math.floor(next() * kinds.length)] ?? "flip", next);
    yield wrap(damaged);
  }
}

/** `read`, the code of the error, or `broke` with what is wrong. */
export async function judge(name: string, bytes: Uint8Array): Promise<string> {
  try {
    const { text, places } = await readDocument(bytes, name);
    let end = 0;
    for (const place of places) {
      if (place.start < end || place.end <= place.start || place.end > text.length)
        return `broke place ${JSON.stringify(place)}`;
      end = place.end;
    }
    return "read";
  } catch (error) {
    if (!(error instanceof DocumentError)) return `broke ${String(error)}`;
    return error.code === "failed" ? `broke ${error.value}` : error.code;
  }
}
