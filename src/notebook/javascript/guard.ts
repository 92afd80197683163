import type { AnyNode, Node } from "acorn";
import { full } from "acorn-walk";
import { guardName } from "./names.ts";
import type { Syntax } from "./syntax.ts";

/** Text that stands in the guarded code and not in the source, in order of place. */
export interface Insertion {
  /** UTF-16 offset in the source. */
  readonly offset: number;
  readonly text: string;
}

const call = `${guardName}()`;
const loops = [
  "WhileStatement",
  "DoWhileStatement",
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
];

/**
 * A check of the clock at the start of each turn of a loop and of each function, so that neither
 * an endless loop nor an endless chain of promises can hold the thread. No line is added, and a
 * function's text, which Arquero reads, is had back by `unguarded` in `src/sandbox`.
 */
export function guards(root: Node): Insertion[] {
  const found: Insertion[] = [];
  const around = (start: string, { start: from, end: to }: Node, end: string): void => {
    found.push({ offset: from, text: start }, { offset: to, text: end });
  };
  full(root, (visited) => {
    const node = visited as AnyNode;
    const body = bodyOf(node);
    if (body === null) return;
    if (body.type === "BlockStatement") found.push({ offset: body.start + 1, text: `${call};` });
    else if (node.type === "ArrowFunctionExpression") around(`(${call},`, body, ")");
    else around(`{${call};`, body, "}");
  });
  return found;
}

function bodyOf(node: AnyNode): Node | null {
  const isLoop = loops.includes(node.type);
  const isFunction = /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/;
  if (!isLoop && !isFunction.test(node.type)) return null;
  return (node as unknown as { readonly body: Node }).body;
}

/** What makes of a source the body of a function that may wait; its lines stay its lines. */
export function insertions(syntax: Syntax): Insertion[] {
  const inner = guards(syntax.node);
  if (syntax.kind === "expression")
    inner.push({ offset: 0, text: "return (" }, { offset: syntax.end, text: ")" });
  // Stable: of two that end at one place, the inner one ends first.
  return inner.sort((a, b) => a.offset - b.offset);
}

/** The source with the insertions in it. */
export function insert(source: string, insertions: readonly Insertion[]): string {
  let at = 0;
  const pieces = insertions.map(({ offset, text }) => {
    const piece = source.slice(at, offset) + text;
    at = offset;
    return piece;
  });
  return pieces.join("") + source.slice(at);
}
