import {
  commit,
  createHistory,
  duplicateCell,
  insertCell,
  moveCell,
  openDocument,
  redo,
  removeCell,
  replaceText,
  setAttribute,
  setFront,
  setKind,
  setSource,
  undo,
  type History,
  type NotebookDocument,
} from "../../src/notebook/editing.ts";
import { pick, randomFrom, randomText } from "./random.ts";

/** What the plain model holds of a cell. */
interface Plain {
  readonly key: number;
  readonly kind: string;
  readonly attributes: string;
  readonly source: string;
}

/** The model of a history: the texts before and after, nothing shared with the code under test. */
interface Model {
  past: string[];
  present: string;
  future: string[];
}

interface Step {
  readonly name: string;
  readonly doc: NotebookDocument;
  /** Keys that the step may have changed; all others must stay as they are, in order. */
  readonly touched: readonly number[];
  /** Keys in order afterwards, where the step decides it; new ones are null. */
  readonly order?: readonly (number | null)[];
  /** What was typed, which the text must hold line by line. */
  readonly typed?: string;
}

const plainOf = (doc: NotebookDocument): Plain[] =>
  doc.cells.map(({ key, cell }) => ({
    key,
    kind: cell.kind,
    attributes: JSON.stringify(cell.attributes),
    source: cell.source,
  }));

const kinds = ["markdown", "sql", "chart", "input", "js"] as const;
const cleanSources = [
  "SELECT 1",
  "a\nb",
  "",
  "mark: dot\ntitle: 题",
  "正文。\n\n另一段",
  "x\n",
] as const;

function randomStep(doc: NotebookDocument, random: () => number): Step {
  const keys = doc.cells.map(({ key }) => key);
  const any = keys[Math.floor(random() * keys.length)];
  const source = random() < 0.5 ? pick(random, cleanSources) : randomText(random, 6);
  const at = Math.floor(random() * (keys.length + 2));
  const move = random();
  if (any === undefined || move < 0.12) {
    const kind = pick(random, kinds);
    const i = Math.min(at, keys.length);
    return {
      name: `insert ${kind} ${at} ${JSON.stringify(source)}`,
      doc: insertCell(doc, at, { kind, source, attributes: random() < 0.5 ? { id: "n" } : {} }),
      touched: [],
      order: keys.toSpliced(i, 0, ...[null as unknown as number]),
      typed: source,
    };
  }
  if (move < 0.5)
    return {
      name: `source ${any} ${JSON.stringify(source)}`,
      doc: setSource(doc, any, source),
      touched: [any],
      order: keys,
      typed: source,
    };
  if (move < 0.6)
    return {
      name: `remove ${any}`,
      doc: removeCell(doc, any),
      touched: [any],
      order: keys.filter((key) => key !== any),
    };
  if (move < 0.75) {
    const rest = keys.filter((key) => key !== any);
    return {
      name: `move ${any} ${at}`,
      doc: moveCell(doc, any, at),
      touched: [],
      order: rest.toSpliced(Math.min(at, rest.length), 0, any),
    };
  }
  if (move < 0.8)
    return {
      name: `duplicate ${any}`,
      doc: duplicateCell(doc, any),
      touched: [],
      order: keys.toSpliced(keys.indexOf(any) + 1, 0, null as unknown as number),
    };
  if (move < 0.88) {
    const name = pick(random, ["id", "data", "title"]);
    const value = pick(random, ["fines", "a b", null, "", "漳州", 'q"', "x`"]);
    return {
      name: `attribute ${any} ${name} ${value}`,
      doc: setAttribute(doc, any, name, value),
      touched: [any],
      order: keys,
    };
  }
  if (move < 0.93) {
    const kind = pick(random, kinds);
    return {
      name: `kind ${any} ${kind}`,
      doc: setKind(doc, any, kind),
      touched: [any],
      order: keys,
    };
  }
  if (move < 0.97) {
    const title = pick(random, ["题", "a: b", "---", "#", "x\ny", null]);
    return {
      name: `front ${JSON.stringify(title)}`,
      doc: setFront(doc, { title, ...(random() < 0.3 ? { order: 3 } : {}) }),
      touched: [],
      order: keys,
    };
  }
  const text = randomText(random, 14);
  return { name: `text ${JSON.stringify(text)}`, doc: replaceText(doc, text), touched: keys };
}

/** Everything that differs between a document and the model after a step; [] where nothing does. */
function differences(before: NotebookDocument, step: Step): string[] {
  const { doc, touched, order, typed } = step;
  const found: string[] = [];
  const fail = (what: string) =>
    void found.push(
      `${what}: ${JSON.stringify(before.text)}, ${step.name} → ${JSON.stringify(doc.text)}`,
    );
  const again = openDocument(doc.text, { slug: doc.slug });
  const cells = (d: NotebookDocument) => JSON.stringify(d.cells.map(({ cell }) => cell));
  if (cells(again) !== cells(doc) || again.frontSource !== doc.frontSource)
    fail("the text has other cells than the document");
  const keys = doc.cells.map(({ key }) => key);
  if (new Set(keys).size !== keys.length || keys.some((key) => key >= doc.nextKey))
    fail("a key is given twice");
  if (doc === before) return found;
  if (order) {
    const kept = new Set(before.cells.map(({ key }) => key));
    const inOrder = order.filter((key) => kept.has(key as number));
    if (JSON.stringify(keys.filter((key) => kept.has(key))) !== JSON.stringify(inOrder))
      fail(`keys are ${keys.join()}, not ${order.join()}`);
    const now = new Map(plainOf(doc).map((plain) => [plain.key, plain]));
    for (const plain of plainOf(before)) {
      if (touched.includes(plain.key)) continue;
      const after = now.get(plain.key);
      if (!after || !isSame(plain, after)) fail(`cell ${plain.key} changed`);
    }
  }
  const lines = new Set(doc.text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/));
  for (const line of typed?.split(/\r\n|\r|\n/) ?? [])
    // A mark at the end of a text that needs none goes.
    if (line.trim() !== "" && line.trimEnd() !== "+++" && !lines.has(line))
      fail(`typed and lost: ${line}`);
  return found;
}

/** An edit elsewhere may add an end to a cell that had none, and blank lines; nothing else. */
function isSame(before: Plain, after: Plain): boolean {
  const { kind, attributes, source } = after;
  const start = before.source.replace(/[\r\n]+$/, "").replace(/\s+$/, "");
  return (
    kind === before.kind &&
    attributes === before.attributes &&
    source.startsWith(start) &&
    /^\s*(?:`{3,}|~{3,})?\s*$/.test(source.slice(start.length))
  );
}

function checkHistory(history: History, model: Model): string[] {
  const texts = (docs: readonly NotebookDocument[]) => docs.map(({ text }) => text);
  const same =
    history.present.text === model.present &&
    history.canUndo === model.past.length > 0 &&
    history.canRedo === model.future.length > 0 &&
    texts(history.past).at(-1) === model.past.at(-1) &&
    texts(history.future)[0] === model.future[0];
  return same ? [] : [`the history differs: ${JSON.stringify(history.present.text)}`];
}

const limit = 500;

/** Random edits, undos and redos; what diverged from the model, with the step that did. */
export function runEdits(steps: number, seed: number): { steps: number; divergences: string[] } {
  const random = randomFrom(seed);
  const divergences: string[] = [];
  let history = createHistory(openDocument(randomText(random, 20), { slug: "n" }));
  let model: Model = { past: [], present: history.present.text, future: [] };
  for (let i = 0; i < steps; i++) {
    const roll = random();
    if (roll < 0.15) {
      history = undo(history);
      const before = model.past.at(-1);
      if (before !== undefined)
        model = {
          past: model.past.slice(0, -1),
          present: before,
          future: [model.present, ...model.future],
        };
    } else if (roll < 0.27) {
      history = redo(history);
      const [after, ...rest] = model.future;
      if (after !== undefined)
        model = { past: [...model.past, model.present], present: after, future: rest };
    } else if (roll < 0.275) {
      // A fresh, small notebook, or the document only grows.
      const doc = openDocument(randomText(random, 20), { slug: "n" });
      history = createHistory(doc);
      model = { past: [], present: doc.text, future: [] };
    } else {
      const step = randomStep(history.present, random);
      divergences.push(...differences(history.present, step));
      if (step.doc.text !== model.present)
        model = {
          past: [...model.past, model.present].slice(-limit),
          present: step.doc.text,
          future: [],
        };
      history = commit(history, step.doc);
    }
    divergences.push(...checkHistory(history, model));
  }
  return { steps, divergences };
}
