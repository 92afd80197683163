import type { CellKind } from "../notebook/index.ts";
import { freshId, type DocumentCell, type NewCell } from "../notebook/editing.ts";

const names: Readonly<Record<CellKind, string>> = {
  markdown: "",
  sql: "query",
  chart: "chart",
  input: "choice",
  js: "code",
};

const sources: Readonly<Record<CellKind, Readonly<Record<"zh" | "en", string>>>> = {
  markdown: { zh: "在这里写文字。", en: "Write here." },
  sql: { zh: "SELECT *\nFROM facts\nLIMIT 10", en: "SELECT *\nFROM facts\nLIMIT 10" },
  chart: {
    zh: "type: table\ntitle: 新图表",
    en: "type: table\ntitle: New chart",
  },
  input: {
    zh: "type: select\nlabel: {zh: 口径, en: Scope}\noptions:\n  - {value: bureau, zh: 本局, en: Bureau}\n  - {value: jurisdiction_total, zh: 全辖区, en: Whole jurisdiction}",
    en: "type: select\nlabel: {zh: 口径, en: Scope}\noptions:\n  - {value: bureau, zh: 本局, en: Bureau}\n  - {value: jurisdiction_total, zh: 全辖区, en: Whole jurisdiction}",
  },
  js: { zh: "1 + 1", en: "1 + 1" },
};

/** What a new cell of a kind begins with: something that runs. A chart reads the query above it. */
export function starter(
  kind: CellKind,
  cells: readonly DocumentCell[],
  index: number,
  language: "zh" | "en",
): NewCell {
  const source = sources[kind][language];
  if (kind === "markdown") return { kind, source };
  const isFree = cells.every(({ cell }) => cell.id.toLowerCase() !== names[kind]);
  const id = isFree ? names[kind] : freshId(names[kind], cells);
  const above = cells.slice(0, index).findLast(({ cell }) => cell.kind === "sql");
  const data = kind === "chart" ? above?.cell.id : undefined;
  return { kind, source, attributes: data === undefined ? { id } : { id, data } };
}
