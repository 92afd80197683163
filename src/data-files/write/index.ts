import type { ColumnarResult } from "./columnar-result.ts";
import type { About } from "../export.ts";
import type { OutFormat } from "../formats.ts";

/** Each writer comes only when it is wanted. */
const writers: Readonly<Record<OutFormat, (frame: ColumnarResult, about: About) => Promise<Blob>>> =
  {
    csv: async (frame, about) => (await import("./delimited.ts")).toCsv(withColumns(frame, about)),
    tsv: async (frame) => (await import("./delimited.ts")).toTsv(frame),
    json: async (frame, about) => (await import("./json.ts")).toJson(frame, about),
    parquet: async (frame, about) => (await import("./columnar.ts")).toParquet(frame, about),
    arrow: async (frame) => (await import("./columnar.ts")).toArrow(frame),
    xlsx: async (frame, about) => (await import("./workbook.ts")).toXlsx(frame, about),
    markdown: async (frame) => (await import("./markdown.ts")).toMarkdown(frame),
  };

/** What a row of CSV says of the whole: a file of one table has no other place for it. */
const repeated = ["figure", "filtered", "caveats", "address", "exported"];

/** The same text in every row, under a name that the result does not have. */
function withColumns(frame: ColumnarResult, about: About): ColumnarResult {
  const taken = new Set(frame.columns.map(({ name }) => name));
  const more = about.filter(([name]) => repeated.includes(name) && !taken.has(name));
  return {
    ...frame,
    columns: [...frame.columns, ...more.map(([name]) => ({ name, kind: "text" as const }))],
    values: [
      ...frame.values,
      ...more.map(([, text]) => Array.from({ length: frame.rows }, () => text)),
    ],
  };
}

/** A result as a file of a format. Rejects with `too_many_rows` where the format has no room. */
export async function writeFrame(
  frame: ColumnarResult,
  format: OutFormat,
  about: About = [],
): Promise<Blob> {
  return writers[format](frame, about);
}

export {
  frameOf,
  type Extra,
  type ColumnarResult as Frame,
  type ResultPart as FramePart,
} from "./columnar-result.ts";
