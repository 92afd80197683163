import { regionsOf, type Region } from "./columns.ts";
import type { PdfPage } from "./repeats.ts";
import { leftOf, rightOf, type Row } from "./rows.ts";
import { blocksOf, type Line } from "./tables.ts";
import { createParagraphs, larger, type Edges, type PlacedLine } from "./paragraphs.ts";
import type { Writer } from "../writer.ts";

/** The value below which a share of all lie. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** Between lines of one paragraph, which are nearer than others; 0 where there are tables alone. */
function leadingOf(rows: readonly Row[]): number {
  const gaps = rows.slice(1).flatMap(({ base, size, parts }, index) => {
    const before = rows[index];
    if (before?.parts.length !== 1 || parts.length !== 1) return [];
    const isAlike = Math.abs(before.size - size) < 0.05 * size;
    return isAlike && base - before.base > size ? [base - before.base] : [];
  });
  return quantile(gaps, 0.25);
}

interface PagedRegion extends Region {
  readonly page: number;
}

/** Columns have edges of their own; what goes across a page has those of all pages. */
function edgesOf({ rows, isColumn }: PagedRegion, common: Edges): Edges {
  const leading = leadingOf(rows) || common.leading;
  if (!isColumn) return { ...common, leading };
  const [left, right] = [Math.min(...rows.map(leftOf)), Math.max(...rows.map(rightOf))];
  return { ...common, left, right, leading };
}

/** Of what goes across the pages in letters as most of the document has them. */
function commonEdges(regions: readonly PagedRegion[]): Edges {
  const all = regions.flatMap(({ rows }) => rows.map((row) => row.size));
  const size = quantile(all, 0.5);
  const across = regions
    .filter(({ isColumn }) => !isColumn)
    .flatMap(({ rows }) => rows.filter((row) => row.size <= larger * size));
  return {
    left: quantile(across.map(leftOf), 0.05),
    right: quantile(across.map(rightOf), 0.95),
    leading: leadingOf(across.slice(0, 200)),
    size,
  };
}

/** Writes pages in reading order; the title is what its first lines say in larger letters. */
export function layOut(pages: readonly PdfPage[], writer: Writer): string | null {
  const regions = pages.flatMap(({ rows }, page) =>
    regionsOf(rows).map((region) => ({ ...region, page: page + 1 })),
  );
  const common = commonEdges(regions);
  const paragraphs = createParagraphs(writer);
  const lines: PlacedLine[] = [];
  let tables = 0;
  regions.forEach((region, index) => {
    const edges = edgesOf(region, common);
    for (const block of blocksOf(region.rows))
      if (block.kind === "line") {
        const line = { ...block, page: region.page, region: index, edges };
        lines.push(line);
        paragraphs.line(line);
      } else {
        paragraphs.end();
        const table = ++tables;
        block.rows.forEach((cells, row) =>
          writer.row(cells, { page: region.page, table, row: row + 1 }),
        );
      }
  });
  paragraphs.end();
  return titleOf(lines);
}

/** Above all else on the first page, and clearly larger than most of the document. */
function titleOf(lines: readonly PlacedLine[]): string | null {
  const usual = lines[0]?.edges.size ?? 0;
  const above = lines.filter(({ page }) => page === 1).slice(0, 12);
  const size = Math.max(0, ...above.map((line) => line.size));
  if (size < larger * usual) return null;
  const isLarge = (line: Line): boolean => line.size > 0.95 * size;
  const start = above.findIndex(isLarge);
  const rest = above.slice(start);
  const end = rest.findIndex((line) => !isLarge(line));
  return rest
    .slice(0, end === -1 ? undefined : end)
    .map(({ text }) => text)
    .join("");
}
