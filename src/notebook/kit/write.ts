import { escapeAttribute, escapeText } from "../../words/markup/index.ts";
import type { NotebookDocument } from "../document.ts";
import { openFence } from "../fence.ts";
import type { Cell, FrontMatter } from "../types.ts";
import type { KitLoss } from "./loss.ts";
import { indented } from "./text.ts";

export interface KitExport {
  readonly html: string;
  readonly lost: readonly KitLoss[];
}

/**
 * A notebook as Notebook Kit's HTML. SQL, JavaScript and text become cells of theirs; a chart or an
 * input, which they do not have, becomes a text that shows its fence, so that it reads well there
 * and is a cell again when it comes back.
 */
export function toKit(doc: NotebookDocument): KitExport {
  const cells = doc.cells.map(({ cell }) => cell);
  const scripts = cells.map((cell, i) => script(cell, i + 1));
  const head = `<!doctype html>\n<notebook${frontAttributes(doc.front)}>\n`;
  const title = `  <title>${escapeText(doc.front.title)}</title>\n`;
  return {
    html: `${head}${title}${scripts.join("")}</notebook>\n`,
    lost: cells.flatMap((cell) => lossesOf(cell)),
  };
}

/** What their format has no place for stands in attributes that they pass over. */
function frontAttributes(front: FrontMatter) {
  const { title, title_en, short_title, short_title_en, description, description_en, order } =
    front;
  const all = {
    fadu: "1",
    "title-en": title_en === title ? "" : title_en,
    "short-title": short_title ?? "",
    "short-title-en": short_title_en ?? "",
    description,
    "description-en": description_en === description ? "" : description_en,
    order: String(order),
  };
  const written = Object.entries(all).filter(([, value]) => value !== "");
  return written.map(([name, value]) => ` data-${name}="${escapeAttribute(value)}"`).join("");
}

function script(cell: Cell, number: number): string {
  const { kind, attributes, source, raw } = cell;
  const name = attributes["id"];
  const output = name === undefined ? "" : ` output="${escapeAttribute(name)}"`;
  const element = (type: string, text: string, more = "") =>
    `  <script id="${number}" type="${type}"${more}>${indented(text)}</script>\n`;
  if (kind === "sql") return element("application/sql", source, output);
  if (kind === "js") return element("module", source, output);
  if (kind === "markdown") return element("text/markdown", source.trimEnd());
  return element("text/markdown", raw.trimEnd());
}

function lossesOf(cell: Cell): KitLoss[] {
  const { kind, attributes, source, line } = cell;
  const loss = (what: KitLoss["what"], detail: string, at = line): KitLoss[] => [
    { what, detail, line: at, column: 1 },
  ];
  if (kind === "chart" || kind === "input") return loss("spec", cell.id, line - 1);
  if (kind !== "markdown") {
    const strange = Object.keys(attributes).filter((name) => name !== "id");
    const data = kind === "sql" ? loss("data", cell.id, line - 1) : [];
    return [...data, ...strange.flatMap((name) => loss("attribute", name, line - 1))];
  }
  return source.split(/\r\n|\r|\n/).flatMap((text, i) => {
    if (openFence(text) !== null) return [];
    const div = /^:{3,}[ \t]*(\S.*)$/.exec(text)?.[1];
    if (div !== undefined) return loss("div", div, line + i);
    const number = /(?<!\\)\$\{[^}]*\}/.exec(text)?.[0];
    return number === undefined ? [] : loss("number", number.slice(2, -1), line + i);
  });
}
