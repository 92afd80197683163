import { textOf, type Row } from "./rows.ts";

export interface PdfPage {
  readonly rows: readonly Row[];
  readonly height: number;
}

export interface WithoutRepeats {
  readonly pages: readonly PdfPage[];
  /** Lines that were left out. */
  readonly count: number;
  /** The first of them as it reads. */
  readonly first: string;
}

/** Lines at each end of a page that may be its head or foot. */
const depth = 2;
/** They stand at the same height, in points. */
const sameHeight = 6;
/** So many pages have one; those of left and right pages may differ. */
const share = 0.4;
/** A lone number at so small a share of a page's height from its end is that of the page. */
const margin = 0.12;

interface Edge {
  readonly row: Row;
  readonly page: number;
  readonly isTop: boolean;
  readonly text: string;
  readonly key: string;
}

/** Pages without the heads, feet and page numbers that stand on many of them. */
export function withoutRepeats(pages: readonly PdfPage[]): WithoutRepeats {
  const edges = pages.flatMap(edgesOf);
  const byKey = group(edges);
  const gone = new Set<Row>();
  let first = "";
  for (const edge of edges) {
    const alike = (byKey.get(edge.key) ?? []).filter((other) => isAlike(edge, other));
    const isRepeated =
      new Set(alike.map(({ page }) => page)).size >= Math.max(2, share * pages.length);
    const { height = 0 } = pages[edge.page] ?? {};
    if (!isRepeated && !isPageNumber(edge, height)) continue;
    first ||= edge.text;
    gone.add(edge.row);
  }
  const rest = pages.map((page) => ({ ...page, rows: page.rows.filter((row) => !gone.has(row)) }));
  return { pages: rest, count: gone.size, first };
}

function group(edges: readonly Edge[]): ReadonlyMap<string, Edge[]> {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    const same = groups.get(edge.key);
    if (same === undefined) groups.set(edge.key, [edge]);
    else same.push(edge);
  }
  return groups;
}

function edgesOf({ rows }: PdfPage, page: number): Edge[] {
  const edge = (row: Row, isTop: boolean): Edge => {
    const text = textOf(row);
    return { row, page, isTop, text, key: text.replace(/\s+/g, "").replace(/\d+/g, "#") };
  };
  const top = rows.slice(0, depth).map((row) => edge(row, true));
  return [
    ...top,
    ...rows.slice(Math.max(depth, rows.length - depth)).map((row) => edge(row, false)),
  ];
}

/** What holds numbers is the same where it is the number of the page; other words must be the same. */
function isAlike(edge: Edge, other: Edge): boolean {
  if (Math.abs(edge.row.base - other.row.base) > sameHeight || edge.isTop !== other.isTop)
    return false;
  if (edge.text === other.text) return true;
  const [own, its] = [numbersIn(edge.text), numbersIn(other.text)];
  const apart = other.page - edge.page;
  return own.every(
    (number, index) => its[index] === number || (its[index] ?? 0) - number === apart,
  );
}

const numbersIn = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);

const alone =
  /^[-—–·~\s]*(?:第\s*)?(\d{1,4})(?:\s*页)?(?:\s*[,，/／]?\s*共?\s*\d{1,4}\s*页?)?[-—–·~\s]*$/;

/** The number of the page itself, in its margin. */
function isPageNumber({ row, page, text, isTop }: Edge, height: number): boolean {
  const [, number = ""] = alone.exec(text) ?? [];
  const isInMargin = isTop ? row.base < margin * height : row.base > (1 - margin) * height;
  return isInMargin && Number(number) === page + 1;
}
