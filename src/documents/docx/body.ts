import type { XmlHandler } from "../../files/xml.ts";
import type { Spot } from "../types.ts";
import { chain, nextNumber, type List, type Style } from "./numbering.ts";
import { valueOf } from "./package.ts";
import { addToCell, createTable, endCell, widest, type Cell, type Table } from "./table.ts";

export interface BodyOptions {
  readonly lists: ReadonlyMap<string, List>;
  readonly styles: ReadonlyMap<string, Style>;
  readonly paragraph: (text: string, isTitle: boolean) => void;
  readonly row: (cells: readonly string[], spot: Spot) => void;
}

/** Characters that are in the file and not in the text, and paragraphs whose number is not. */
export interface Left {
  hidden: number;
  deleted: number;
  numbers: number;
}

interface Paragraph {
  text: string;
  style: string;
  list: string;
  level: number | null;
}

/** What is there twice, taken back, or said elsewhere. */
const skipped = new Set([
  "Fallback",
  "moveFrom",
  "rt",
  "instrText",
  "pPrChange",
  "rPrChange",
  "tblPrChange",
  "tcPrChange",
  "trPrChange",
  "sectPr",
]);

/** Elements of a run that are a text of their own. */
const signs: Readonly<Record<string, string>> = {
  tab: "\t",
  ptab: "\t",
  br: "\n",
  cr: "\n",
  noBreakHyphen: "-",
};

const isOn = (value: string): boolean => !/^(?:0|false|off|none)$/.test(value);

interface State {
  readonly options: BodyOptions;
  readonly left: Left;
  readonly paragraphs: Paragraph[];
  readonly tables: Table[];
  tableCount: number;
  /** Elements that are not read, within each other. */
  skip: number;
  runs: number;
  isHidden: boolean;
  /** The places of tabs are elements of the same name as tabs. */
  inTabs: boolean;
  /** `t`, `delText` or "". */
  inText: string;
}

function endParagraph(state: State, { text, style, list, level }: Paragraph): void {
  const styles = chain(state.options.styles, style);
  const line = text.trim();
  const number = line === "" ? "" : numberOf(state, list, level, styles);
  const cell = state.tables.at(-1)?.cell;
  if (cell) addToCell(cell, number + line);
  else if (line !== "") state.options.paragraph(number + line, styles.some(isTitle));
}

function numberOf(
  { options, left }: State,
  list: string,
  level: number | null,
  styles: readonly Style[],
): string {
  const styled = styles.find((one) => one.list !== "");
  const own = options.lists.get(list || (styled?.list ?? ""));
  if (own === undefined) return "";
  const number = nextNumber(own, level ?? styled?.level ?? 0);
  if (number === null) left.numbers += 1;
  return number ?? "";
}

function endTable(state: State, { rows }: Table): void {
  const cell = state.tables.at(-1)?.cell;
  if (cell) return rows.forEach((row) => addToCell(cell, row.join(" ")));
  const table = ++state.tableCount;
  rows.forEach((row, at) => state.options.row(row, { table, row: at + 1 }));
}

type Attributes = Readonly<Record<string, string>>;

function setOfCell(cell: Cell, name: string, value: string): void {
  if (name === "gridSpan") cell.span = Number(value) || 1;
  if (name === "vMerge") cell.continues = value !== "restart";
}

function setOfParagraph(paragraph: Paragraph, name: string, value: string): void {
  if (name === "pStyle") paragraph.style = value;
  if (name === "numId") paragraph.list = value;
  if (name === "ilvl") paragraph.level = Number(value) || 0;
}

function setOfRow(table: Table, name: string, value: string): void {
  if (name === "del") table.isDeleted = true;
  if (name === "gridBefore")
    for (let more = Math.min(Number(value) || 0, widest); more > 0; more--) table.row.push("");
}

/** The properties of what is open. */
function setProperty(state: State, name: string, attributes: Attributes): void {
  const [paragraph, table] = [state.paragraphs.at(-1), state.tables.at(-1)];
  const value = valueOf(attributes);
  if (name === "vanish" && state.runs > 0) state.isHidden = isOn(value);
  if (paragraph) setOfParagraph(paragraph, name, value);
  if (table?.cell) setOfCell(table.cell, name, value);
  else if (table) setOfRow(table, name, value);
}

function addSign(state: State, name: string, attributes: Attributes): void {
  const paragraph = state.paragraphs.at(-1);
  if (paragraph === undefined || state.runs === 0 || state.isHidden || state.inTabs) return;
  if (name === "sym") {
    const code = Number.parseInt(valueOf(attributes, "char"), 16);
    paragraph.text += String.fromCharCode(code || 0xfffd);
  } else if (Object.hasOwn(signs, name)) paragraph.text += signs[name] ?? "";
}

const begin: Readonly<Record<string, (state: State) => void>> = {
  p: ({ paragraphs }) => void paragraphs.push({ text: "", style: "", list: "", level: null }),
  r(state) {
    state.runs += 1;
    state.isHidden = false;
  },
  tabs: (state) => void (state.inTabs = true),
  tbl: ({ tables }) => void tables.push(createTable()),
  tr({ tables }) {
    Object.assign(tables.at(-1) ?? {}, { row: [], cell: null, isDeleted: false });
  },
  tc({ tables }) {
    Object.assign(tables.at(-1) ?? {}, { cell: { text: "", span: 1, continues: false } });
  },
};

const end: Readonly<Record<string, (state: State) => void>> = {
  p(state) {
    const closed = state.paragraphs.pop();
    if (closed !== undefined) endParagraph(state, closed);
  },
  r(state) {
    state.runs -= 1;
    state.isHidden = false;
  },
  tabs: (state) => void (state.inTabs = false),
  tbl(state) {
    const closed = state.tables.pop();
    if (closed !== undefined) endTable(state, closed);
  },
  tr({ tables, left }) {
    const table = tables.at(-1);
    if (table?.isDeleted) left.deleted += table.row.join("").length;
    else table?.rows.push(table.row);
  },
  tc({ tables }) {
    const table = tables.at(-1);
    if (table === undefined) return;
    endCell(table);
    table.cell = null;
  },
};

/** Own properties only: an element may be called `constructor`. */
const stepOf = (steps: typeof begin, name: string) =>
  Object.hasOwn(steps, name) ? steps[name] : undefined;

/** Reads `word/document.xml` as it comes; text boxes stand before the paragraph they hang on. */
export function createBody(options: BodyOptions): XmlHandler & { readonly left: Left } {
  const left: Left = { hidden: 0, deleted: 0, numbers: 0 };
  const state: State = {
    ...{ options, left, paragraphs: [], tables: [], tableCount: 0 },
    ...{ skip: 0, runs: 0, isHidden: false, inTabs: false, inText: "" },
  };
  return {
    left,
    open(name, attributes) {
      if (state.skip > 0 || skipped.has(name)) return void (state.skip += 1);
      if (name === "t" || name === "delText") state.inText = name;
      stepOf(begin, name)?.(state);
      setProperty(state, name, attributes);
      addSign(state, name, attributes);
    },
    close(name) {
      if (state.skip > 0) return void (state.skip -= 1);
      if (name === "t" || name === "delText") state.inText = "";
      stepOf(end, name)?.(state);
    },
    text(text) {
      const paragraph = state.paragraphs.at(-1);
      if (state.skip > 0 || state.inText === "" || paragraph === undefined) return;
      if (state.inText === "delText") left.deleted += text.length;
      else if (state.isHidden) left.hidden += text.length;
      else paragraph.text += text;
    },
  };
}

const isTitle = ({ name }: Style): boolean => /^(?:title|heading 1|标题(?: 1)?)$/i.test(name);
