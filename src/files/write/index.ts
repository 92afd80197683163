import type { Frame } from "./frame.ts";
import type { OutFormat } from "../formats.ts";

/** Each writer comes only when it is wanted. */
const writers: Readonly<Record<OutFormat, (frame: Frame) => Promise<Blob>>> = {
  csv: async (frame) => (await import("./delimited.ts")).toCsv(frame),
  tsv: async (frame) => (await import("./delimited.ts")).toTsv(frame),
  json: async (frame) => (await import("./json.ts")).toJson(frame),
  parquet: async (frame) => (await import("./columnar.ts")).toParquet(frame),
  arrow: async (frame) => (await import("./columnar.ts")).toArrow(frame),
  xlsx: async (frame) => (await import("./workbook.ts")).toXlsx(frame),
  markdown: async (frame) => (await import("./markdown.ts")).toMarkdown(frame),
};

/** A result as a file of a format. Rejects with `too_many_rows` where the format has no room. */
export async function writeFrame(frame: Frame, format: OutFormat): Promise<Blob> {
  return writers[format](frame);
}

export { frameOf, type Extra, type Frame, type FramePart } from "./frame.ts";
