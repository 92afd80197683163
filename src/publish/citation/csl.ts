import { fullTitle, type Work } from "./work.ts";

function dateParts(iso: string | null) {
  if (iso === null) return undefined;
  const parts = iso.split("-").map(Number);
  return parts.every(Number.isFinite) ? { "date-parts": [parts] } : undefined;
}

/** Works as CSL-JSON, which reference managers read. */
export function cslJson(works: readonly Work[]): string {
  const items = works.map((work) => ({
    id: work.key,
    type: work.kind === "figure" ? "figure" : "report",
    title: fullTitle(work),
    author: [{ literal: work.author }],
    publisher: work.kind === "report" ? work.author : undefined,
    number: work.number ?? undefined,
    version: work.version ?? undefined,
    issued: dateParts(work.issued),
    accessed: dateParts(work.accessed),
    URL: work.url ?? undefined,
    language: work.language === "zh" ? "zh-CN" : "en",
  }));
  return `${JSON.stringify(items, null, 2)}\n`;
}
