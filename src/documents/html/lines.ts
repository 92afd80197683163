import { isBlock, isSilent } from "./names.ts";
import { collapse } from "./space.ts";
import { gridOf } from "./table.ts";
import { isHtml, walk, type Document, type Element } from "./tree.ts";

export interface Line {
  readonly kind: "line";
  readonly text: string;
  /** Share of its characters that lead elsewhere. */
  readonly links: number;
  readonly isHeading: boolean;
}

export interface Grid {
  readonly kind: "table";
  readonly rows: readonly (readonly string[])[];
}

/** What stands on a page between two ends of a line. */
export type Block = Line | Grid;

/** Is told what a page says, in its order. */
export interface Listener {
  /** Whether an element is part of what is listened to. */
  enter(element: Element): boolean;
  leave(element: Element): void;
  block(block: Block): void;
}

/** Tables that hold another one only place parts of the page. */
export function outerTables(root: Document | Element): ReadonlySet<Element> {
  const [outer, open] = [new Set<Element>(), [] as Element[]];
  walk(root, {
    enter(element) {
      if (element.tagName !== "table") return true;
      const parent = open.at(-1);
      if (parent !== undefined) outer.add(parent);
      open.push(element);
      return true;
    },
    leave: (element) => void (element.tagName === "table" && open.pop()),
  });
  return outer;
}

/** Reads a tree line by line, as it is shown: a block ends a line, a part of one does not. */
export function readLines(root: Document | Element, listener: Listener): void {
  const outer = outerTables(root);
  let [text, linked, inLink, inPre, inHeading] = ["", 0, 0, 0, 0];
  const flush = (): void => {
    const line = collapse(text);
    const links = line === "" ? 0 : Math.min(1, linked / line.length);
    if (line !== "") listener.block({ kind: "line", text: line, links, isHeading: inHeading > 0 });
    [text, linked] = ["", 0];
  };
  const count = ({ tagName }: Element, by: number): void => {
    if (tagName === "a") inLink += by;
    if (tagName === "pre" || tagName === "textarea") inPre += by;
    if (/^h[1-6]$/.test(tagName)) inHeading += by;
  };
  walk(root, {
    enter(element) {
      const { tagName } = element;
      if (!isHtml(element) || isSilent(tagName)) return false;
      if (isBlock(tagName) || tagName === "br") flush();
      if (!listener.enter(element)) return false;
      const rows = tagName === "table" && !outer.has(element) ? gridOf(element) : null;
      if (rows === null) {
        count(element, 1);
        return true;
      }
      listener.block({ kind: "table", rows });
      listener.leave(element);
      return false;
    },
    leave(element) {
      if (isBlock(element.tagName)) flush();
      count(element, -1);
      listener.leave(element);
    },
    text(value) {
      const pieces = inPre > 0 ? value.split("\n") : [value];
      pieces.forEach((piece, index) => {
        if (index > 0) flush();
        text += piece;
        if (inLink > 0) linked += piece.trim().length;
      });
    },
  });
  flush();
}
