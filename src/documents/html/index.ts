import { decodeWith } from "../text.ts";
import { DocumentError, type DocumentNote, type Draft, type ReadContext } from "../types.ts";
import { createWriter, type Writer } from "../writer.ts";
import { findArticle, type Article } from "./article.ts";
import { pageEncoding } from "./charset.ts";
import { readLines, type Block } from "./lines.ts";
import { headOf, publishedIn, withoutSite, type Head } from "./meta.ts";
import { sift } from "./sift.ts";
import { parsePage, type Document } from "./tree.ts";

/** The article of a page, line by line; what belongs to the page and not to it is left out. */
export async function readHtml(file: Blob, context: ReadContext): Promise<Draft> {
  const decoded = await decodeWith(file, await pageEncoding(file, context), context);
  const page = parsePage(decoded.text);
  const draft = draftOf(page);
  return { ...draft, notes: [...decoded.notes, ...draft.notes] };
}

/** What stands on a page, and which of it is the article. */
interface Content {
  readonly blocks: readonly Block[];
  readonly start: number;
  readonly end: number;
  /** Characters of what is not shown. */
  readonly hidden: number;
  /** Characters of elements that are furniture. */
  readonly out: number;
}

function contentOf(page: Document, { body, out }: Article): Content {
  const blocks: Block[] = [];
  let [start, end, hidden, left] = [0, Infinity, 0, 0];
  const gone: string[] = [];
  readLines(page, {
    enter(element) {
      if (element === body) start = blocks.length;
      const rule = out.get(element);
      if (rule !== undefined || gone.length > 0) gone.push(rule ?? "");
      return true;
    },
    leave(element) {
      if (element === body) end = blocks.length;
      gone.pop();
    },
    block(block) {
      const size = block.kind === "line" ? block.text.length : block.rows.flat().join("").length;
      if (gone.length === 0) blocks.push(block);
      else if (gone.includes("hidden")) hidden += size;
      else left += size;
    },
  });
  return { blocks, start, end: Math.min(end, blocks.length), hidden, out: left };
}

function draftOf(page: Document): Draft {
  const head = headOf(page);
  const article = findArticle(page);
  const content = contentOf(page, article);
  const { blocks, start, end } = content;
  const { kept, out } = sift(blocks.slice(start, end));
  const title = titleOf(head, blocks.slice(0, start + 3));
  const writer = createWriter();
  const above = blocks.slice(0, start).findLast((block) => isTitle(block, title));
  write(writer, above === undefined ? kept : [above, ...kept]);
  const { text, places } = writer.finish();
  if (text.trim() === "") throw new DocumentError("no_text");
  const rules = [...out.keys(), ...[...article.out.values()].filter((id) => id !== "hidden")];
  const besides = sizeOf(blocks) - sizeOf(kept) - (above === undefined ? 0 : sizeOf([above]));
  const notes: DocumentNote[] = [];
  if (article.body === null) notes.push({ code: "whole_page", values: [] });
  if (besides + content.out > 0)
    notes.push({ code: "left_out", values: [besides + content.out, ...new Set(rules)] });
  if (content.hidden > 0) notes.push({ code: "hidden", values: [content.hidden] });
  return {
    format: "html",
    text,
    places,
    notes,
    title,
    published: head.published ?? dateOf(blocks),
  };
}

const sizeOf = (blocks: readonly Block[]): number =>
  blocks.reduce(
    (sum, block) =>
      sum + (block.kind === "line" ? block.text.length : block.rows.flat().join("").length),
    0,
  );

/** The page's own word for its article's title, else its heading, else the head's without the site. */
function titleOf({ article, title }: Head, blocks: readonly Block[]): string | null {
  const heading = blocks.findLast((block) => block.kind === "line" && block.isHeading);
  const said = heading?.kind === "line" && heading.text.length >= 6 ? heading.text : null;
  return article ?? said ?? (title === null ? null : withoutSite(title));
}

const isTitle = (block: Block, title: string | null): boolean =>
  block.kind === "line" && title !== null && block.text === title;

function dateOf(blocks: readonly Block[]): string | null {
  for (const block of blocks) {
    const found = block.kind === "line" && block.text.length < 300 ? publishedIn(block.text) : null;
    if (found !== null) return found;
  }
  return null;
}

function write(writer: Writer, blocks: readonly Block[]): void {
  let [paragraph, table] = [0, 0];
  for (const block of blocks)
    if (block.kind === "line")
      writer.paragraph([{ text: block.text, spot: { paragraph: ++paragraph } }]);
    else {
      table += 1;
      block.rows.forEach((cells, row) => writer.row(cells, { table, row: row + 1 }));
    }
}
