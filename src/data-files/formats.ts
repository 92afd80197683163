/** What a result can be written as; `tsv` and `markdown` go to the clipboard. */
export const outFormats = ["csv", "xlsx", "json", "parquet", "arrow", "tsv", "markdown"] as const;
export type OutFormat = (typeof outFormats)[number];

const extensions: Readonly<Record<OutFormat, string>> = {
  csv: "csv",
  xlsx: "xlsx",
  json: "json",
  parquet: "parquet",
  arrow: "arrow",
  tsv: "tsv",
  markdown: "md",
};

/** A name that says what is inside: `fadu-fines-5rows-2026-11-22.csv`. */
export function fileName(
  id: string,
  rows: number,
  format: OutFormat,
  { date = new Date() }: { readonly date?: Date } = {},
): string {
  const name = id
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
  const parts = ["fadu", name.slice(0, 60), `${rows}${rows === 1 ? "row" : "rows"}`, day];
  return `${parts.filter(Boolean).join("-")}.${extensions[format]}`;
}
