/** What no report has, and what a page could not hold. */
export const limits = {
  /** Bytes of any file. */
  file: 100 << 20,
  /** UTF-16 units of a text, and of the source of an HTML page. */
  characters: 20_000_000,
  /** Lines and cells. */
  places: 500_000,
  pages: 3_000,
  /** Elements of an HTML page within each other; a browser stops at 512. */
  depth: 1_000,
  /** Elements of an HTML page. */
  elements: 1_000_000,
  /** Bytes of one part of a DOCX once unpacked. */
  part: 64 << 20,
  /** Times that a part of more than a MB may grow when unpacked; a text hardly grows tenfold. */
  ratio: 200,
  /** Parts of a DOCX. */
  parts: 10_000,
} as const;
