import { isBlock, isSilent } from "./names.ts";
import { collapse } from "./space.ts";
import { attribute, walk, type Element } from "./tree.ts";

/** Characters of a cell that is a column of the page and no cell of a table. */
const longest = 500;

/** A table's rows of cells, in order; of tables without tables in them. */
function cellsOf(table: Element): Element[][] {
  const rows: Element[][] = [];
  walk(table, {
    enter(element) {
      if (element.tagName === "tr") rows.push([]);
      if (element.tagName !== "td" && element.tagName !== "th") return true;
      if (rows.length === 0) rows.push([]);
      rows.at(-1)?.push(element);
      return false;
    },
  });
  return rows.filter((cells) => cells.length > 0);
}

/** What a cell says, on one line. */
function textOf(cell: Element): string {
  let text = "";
  const part = ({ tagName }: Element): void => void (isBlock(tagName) && (text += "\u00A0"));
  walk(cell, {
    enter(element) {
      part(element);
      if (element.tagName === "br") text += "\u00A0";
      return !isSilent(element.tagName);
    },
    leave: part,
    text: (value) => void (text += value),
  });
  return collapse(text);
}

const span = (cell: Element, name: string, most: number): number =>
  Math.min(most, Math.max(1, Number.parseInt(attribute(cell, name), 10) || 1));

/** A cell that still reaches down into the next rows. */
interface Reaching {
  readonly text: string;
  rows: number;
}

/**
 * The rows of a table of data, each with a text for each column: what spans rows stands in each of
 * them, what spans columns in the first, the others being empty. Null where the table only places
 * parts of the page.
 */
export function gridOf(table: Element): string[][] | null {
  if (/^(?:presentation|none)$/.test(attribute(table, "role"))) return null;
  const cells = cellsOf(table);
  if (cells.length < 2 || cells.every((row) => row.length < 2)) return null;
  const grid: string[][] = [];
  const reaching: (Reaching | undefined)[] = [];
  for (const row of cells) {
    const line: string[] = [];
    const above = (): void => {
      for (let one = reaching[line.length]; one !== undefined; one = reaching[line.length]) {
        if (--one.rows <= 0) reaching[line.length] = undefined;
        line.push(one.text);
      }
    };
    for (const cell of row) {
      above();
      const text = textOf(cell);
      if (text.length > longest) return null;
      const rows = span(cell, "rowspan", 1_000) - 1;
      const columns = span(cell, "colspan", 100);
      for (let column = 0; column < columns; column++) {
        const shown = column === 0 ? text : "";
        if (rows > 0) reaching[line.length] = { text: shown, rows };
        line.push(shown);
      }
    }
    above();
    grid.push(line);
  }
  return grid;
}
