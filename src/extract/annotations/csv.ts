/** A row of a CSV file. */
export interface CsvRow {
  readonly cells: readonly string[];
  /** Line on which it begins, from 1. */
  readonly line: number;
  /** A double quote was opened and never closed. */
  readonly isUnclosed: boolean;
}

/**
 * Rows of a CSV after RFC 4180: quotes, doubled quotes and line breaks in cells, any line end. Lines
 * without anything are no rows. Our own reader, since Papa Parse needs Node's or the DOM's types and
 * tells no lines. Linear in the length of the text.
 */
export function readCsv(text: string, delimiter = delimiterOf(text)): CsvRow[] {
  const rows: CsvRow[] = [];
  const reader = new CsvReader(text, delimiter);
  for (let row = reader.row(); row; row = reader.row())
    if (row.isUnclosed || row.cells.length > 1 || row.cells[0] !== "") rows.push(row);
  return rows;
}

/** What is shown of a cell that takes the rest of the file. */
const shown = 40;

class CsvReader {
  readonly #text: string;
  readonly #plainEnd: RegExp;
  readonly #delimiter: string;
  #at = 0;
  #line = 1;

  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#plainEnd = new RegExp(`[${delimiter}\\r\\n]`, "g");
  }

  /** The next row; null behind the last. */
  row(): CsvRow | null {
    if (this.#at >= this.#text.length) return null;
    const line = this.#line;
    const cells: string[] = [];
    for (;;) {
      const begin = this.#at;
      const cell = this.#cell();
      cells.push(cell ?? this.#text.slice(begin, begin + shown));
      if (cell === null) return { cells, line, isUnclosed: true };
      if (this.#text[this.#at] !== this.#delimiter) break;
      this.#at++;
    }
    this.#endLine();
    return { cells, line, isUnclosed: false };
  }

  #cell(): string | null {
    if (this.#text[this.#at] !== '"') return this.#plain();
    const parts: string[] = [];
    this.#at++;
    for (;;) {
      const end = this.#text.indexOf('"', this.#at);
      if (end < 0) return this.#unclosed();
      parts.push(this.#take(end));
      this.#at = end + 1;
      if (this.#text[this.#at] !== '"') break;
      parts.push('"');
      this.#at++;
    }
    // What follows a closing quote by mistake belongs to the cell.
    return parts.join("") + this.#plain();
  }

  #plain(): string {
    this.#plainEnd.lastIndex = this.#at;
    const end = this.#plainEnd.exec(this.#text)?.index ?? this.#text.length;
    return this.#take(end);
  }

  #take(end: number): string {
    const cell = this.#text.slice(this.#at, end);
    this.#line += linesIn(cell);
    this.#at = end;
    return cell;
  }

  #unclosed(): null {
    this.#at = this.#text.length;
    return null;
  }

  #endLine(): void {
    if (this.#at >= this.#text.length) return;
    this.#at += this.#text.startsWith("\r\n", this.#at) ? 2 : 1;
    this.#line++;
  }
}

function linesIn(cell: string): number {
  return /[\r\n]/.test(cell) ? (cell.match(/\r\n|\r|\n/g) ?? []).length : 0;
}

/** The sign that stands most often in the first line, outside of quotes. */
function delimiterOf(text: string): string {
  const head = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, 10_000))?.[0] ?? "";
  const bare = head.replace(/"(?:[^"]|"")*"/g, "");
  const counts = [",", "\t", ";"].map((sign) => ({ sign, count: bare.split(sign).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}
