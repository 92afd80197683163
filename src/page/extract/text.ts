import { breather } from "../../engine/index.ts";
import type { Builder } from "../../dom/index.ts";
import { linesOf, segmentsOf, shownText, type Line, type Marked } from "../../review/index.ts";

/** A stretch that is marked, and the classes that say how. */
export interface TextMark extends Marked {
  readonly classes: string;
}

/** The report's text with its figures marked: as text, never as markup. */
export interface TextPane {
  readonly element: HTMLElement;
  /** Builds the text bit by bit, so that a long one holds nothing up. */
  fill(marks: readonly TextMark[], signal: AbortSignal): Promise<void>;
  /** Marks anew; only lines whose marks are others are touched. */
  setMarks(marks: readonly TextMark[]): void;
  /** Shows where a mark is, and the stretches of its clause around it. */
  show(
    id: string | null,
    clause: readonly Line[],
    options?: {
      readonly isScrolled?: boolean;
      /** Without a mark: the stretch itself is brought into sight. */
      readonly isFound?: boolean;
    },
  ): void;
  /** What is selected in the text; null where nothing is. */
  selection(): Line | null;
}

/** UTF-16 units in one block, which is laid out when it comes near. */
const BLOCK = 2400;
/** For the room of a block before it is laid out: characters in a line, pixels of one. */
const PER_LINE = 30;
const LINE_HEIGHT = 30;

interface Shown extends Line {
  readonly element: HTMLElement;
  /** Its marks, as a text to compare. */
  marked: string;
}

export function textPane(
  build: Builder,
  text: string,
  {
    label,
    onPick,
    onHover,
  }: {
    readonly label: string;
    readonly onPick: (ids: readonly string[]) => void;
    readonly onHover: (id: string | null) => void;
  },
): TextPane {
  const lines: Shown[] = [];
  const classes = new Map<string, string>();
  const element = build.html("div", {
    ...{ class: "report-text", lang: "zh-CN", tabindex: 0, role: "region", "aria-label": label },
  });
  let current: string | null = null;
  listen(element, onPick, onHover);

  const dress = (line: Shown, marks: readonly TextMark[]): void => {
    const marked = marks.map(({ id, start, end, classes: own }) => `${id} ${start} ${end} ${own}`);
    if (line.marked === marked.join()) return;
    line.marked = marked.join();
    const parts = segmentsOf(marks, line.start, line.end).map(({ start, end, ids }) =>
      piece(build.document, shownText(text.slice(start, end)), ids, classes, current),
    );
    line.element.replaceChildren(...parts);
  };
  const remember = (marks: readonly TextMark[]): void => {
    classes.clear();
    for (const { id, classes: own } of marks) classes.set(id, own);
  };

  return {
    element,
    async fill(marks, signal) {
      remember(marks);
      const breathe = breather(signal);
      const grouped = inOrder(marks);
      await breathe();
      for (const block of blocksOf(linesOf(text))) {
        const own = block.map((line): Shown => {
          const place = build.html("p", { "data-start": line.start });
          return { ...line, element: place, marked: "-" };
        });
        for (const line of own) dress(line, grouped(line));
        lines.push(...own);
        element.append(blockElement(build, own));
        await breathe();
      }
    },
    setMarks(marks) {
      remember(marks);
      const grouped = inOrder(marks);
      for (const line of lines) dress(line, grouped(line));
    },
    show(id, clause, { isScrolled = true, isFound = false } = {}) {
      current = id;
      for (const mark of element.querySelectorAll(".is-current"))
        mark.classList.remove("is-current");
      const found = id === null ? [] : marksOf(element, id);
      for (const mark of found) mark.classList.add("is-current");
      highlight(clause, lines);
      const [first] = found;
      if (first && isScrolled) scrollTo(element, first);
      const [stretch] = isFound ? clause : [];
      // The room of its block is a guess until it is laid out: first there, then to the letter.
      const line = stretch && lines.find(({ end }) => end > stretch.start);
      if (line) scrollTo(element, line.element);
      const range = stretch && rangeOf(stretch, lines);
      if (range) scrollTo(element, range);
    },
    selection: () => trimmed(selectionIn(element), text),
  };
}

function listen(
  element: HTMLElement,
  onPick: (ids: readonly string[]) => void,
  onHover: (id: string | null) => void,
): void {
  element.addEventListener("click", ({ target }) => {
    const ids = idsOf(target);
    // Who selects a stretch does not mean the figure in which the pointer came to rest.
    const isSelecting = element.ownerDocument.getSelection()?.isCollapsed === false;
    if (ids.length > 0 && !isSelecting) onPick(ids);
  });
  element.addEventListener("pointermove", (event) => {
    if (isMoved(event)) onHover(idsOf(event.target)[0] ?? null);
  });
  element.addEventListener("pointerleave", () => onHover(null));
}

/** A pointer that rests while the page scrolls below it points at nothing. */
export function isMoved({ pointerType, movementX, movementY }: PointerEvent): boolean {
  return pointerType === "mouse" && (movementX !== 0 || movementY !== 0);
}

function idsOf(target: EventTarget | null): string[] {
  const mark = target instanceof Element ? target.closest("[data-ids]") : null;
  return mark?.getAttribute("data-ids")?.split(" ") ?? [];
}

function marksOf(element: HTMLElement, id: string): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(`[data-ids~="${CSS.escape(id)}"]`)];
}

/** The marks of each line, without going through all of them: both are in order. */
function inOrder(marks: readonly TextMark[]): (line: Line) => TextMark[] {
  const sorted = marks.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let from = 0;
  return ({ start, end }) => {
    while ((sorted[from]?.end ?? Infinity) <= start) from++;
    const found: TextMark[] = [];
    for (let at = from; (sorted[at]?.start ?? Infinity) < end; at++) {
      const mark = sorted[at];
      if (mark && mark.end > start) found.push(mark);
    }
    return found;
  };
}

function piece(
  document: Document,
  text: string,
  ids: readonly string[],
  classes: ReadonlyMap<string, string>,
  current: string | null,
): Node {
  const node = document.createTextNode(text);
  const [first] = ids;
  if (first === undefined) return node;
  const mark = document.createElement("mark");
  mark.className = `${classes.get(first) ?? ""}${ids.includes(current ?? "") ? " is-current" : ""}`;
  mark.dataset["ids"] = ids.join(" ");
  mark.append(node);
  return mark;
}

function blocksOf(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [];
  let size = Infinity;
  for (const line of lines) {
    if (size + line.end - line.start > BLOCK) {
      blocks.push([]);
      size = 0;
    }
    blocks.at(-1)?.push(line);
    size += line.end - line.start;
  }
  return blocks;
}

function blockElement({ html }: Builder, lines: readonly Shown[]): HTMLElement {
  const rows = lines.reduce((sum, { start, end }) => sum + Math.ceil((end - start) / PER_LINE), 0);
  const style = `contain-intrinsic-block-size: auto ${String(rows * LINE_HEIGHT)}px`;
  const block = html("div", { class: "block", style });
  block.append(...lines.map(({ element }) => element));
  return block;
}

/** A third down, where what comes before and after is read too. */
function scrollTo(pane: HTMLElement, mark: HTMLElement | Range): void {
  const [outer, inner] = [pane.getBoundingClientRect(), mark.getBoundingClientRect()];
  const isSeen = inner.top > outer.top + 40 && inner.bottom < outer.bottom - 40;
  if (!isSeen) pane.scrollBy({ top: inner.top - outer.top - outer.height / 3 });
}

/** Marks the clause without an element for it, where the browser can. */
function highlight(clause: readonly Line[], lines: readonly Shown[]): void {
  if (typeof Highlight === "undefined" || !("highlights" in CSS)) return;
  const ranges = clause.flatMap((stretch) => rangeOf(stretch, lines) ?? []);
  if (ranges.length > 0) CSS.highlights.set("fadu-clause", new Highlight(...ranges));
  else CSS.highlights.delete("fadu-clause");
}

function rangeOf({ start, end }: Line, lines: readonly Shown[]): Range | null {
  const first = lines.find((line) => line.end > start);
  const last = lines.findLast((line) => line.start < end);
  if (!first || !last) return null;
  const range = first.element.ownerDocument.createRange();
  const from = placeIn(first, Math.max(start, first.start));
  const to = placeIn(last, Math.min(end, last.end));
  if (!from || !to) return null;
  range.setStart(...from);
  range.setEnd(...to);
  return range;
}

/** The text node and offset of a place in a line. */
function placeIn({ element, start }: Shown, at: number): [Node, number] | null {
  let left = at - start;
  for (const child of element.childNodes) {
    const node = child.nodeType === Node.TEXT_NODE ? child : child.firstChild;
    const length = node?.textContent?.length ?? 0;
    if (node && left <= length) return [node, left];
    left -= length;
  }
  return null;
}

/** Without blanks and line ends around it, which a triple click takes along. */
function trimmed(stretch: Line | null, text: string): Line | null {
  if (!stretch) return null;
  const selected = text.slice(stretch.start, stretch.end);
  const start = stretch.start + selected.length - selected.trimStart().length;
  const end = start + selected.trim().length;
  return end > start ? { start, end } : null;
}

/** The stretch of the text that is selected. */
function selectionIn(element: HTMLElement): Line | null {
  const selection = element.ownerDocument.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const [start, end] = [
    offsetOf(element, range.startContainer, range.startOffset),
    offsetOf(element, range.endContainer, range.endOffset),
  ];
  return start === null || end === null || end <= start ? null : { start, end };
}

function offsetOf(element: HTMLElement, node: Node, offset: number): number | null {
  const holder = node instanceof Element ? node : node.parentElement;
  const line = holder?.closest("[data-start]");
  if (!line || !element.contains(line)) return null;
  const range = element.ownerDocument.createRange();
  range.setStart(line, 0);
  range.setEnd(node, offset);
  return Number(line.getAttribute("data-start")) + range.toString().length;
}
