import { parse, parseExpressionAt, tokTypes, tokenizer } from "acorn";
import type { Expression, Node, Options, Program } from "acorn";
import { most, tooMany } from "../limits.ts";

/** A cell's source as a tree; offsets are UTF-16 offsets in the source. */
export type Syntax = ExpressionSyntax | { readonly kind: "program"; readonly node: Program };

export interface ExpressionSyntax {
  readonly kind: "expression";
  readonly node: Expression;
  /** Where it ends, with the parentheses around it that the node leaves out. */
  readonly end: number;
}

/** A place that cannot be read. */
export interface SyntaxFault {
  readonly message: string;
  /** UTF-16 offset in the source. */
  readonly offset: number;
}

/** As the sandbox runs it: strict, and a function's body that may wait. */
const options: Options = {
  ecmaVersion: "latest",
  sourceType: "module",
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
};

/** An expression where the whole source is one (an object literal too), else a program. */
export function readSyntax(source: string): Syntax | SyntaxFault {
  try {
    const syntax = wholeExpression(source) ?? {
      kind: "program" as const,
      node: parse(source, options),
    };
    const deep = deepNode(syntax.node);
    return deep === null ? syntax : { message: tooDeep, offset: deep.start };
  } catch (error) {
    return syntaxFault(error);
  }
}

const tooDeep = tooMany("levels of nesting", null, most.javascript);

/** A node below more others than those who walk the tree by calling themselves can bear. */
function deepNode(root: Node): Node | null {
  const open: (readonly [node: Node, depth: number])[] = [[root, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [node, depth] = next;
    if (depth > most.javascript) return node;
    for (const value of Object.values(node) as unknown[])
      for (const child of Array.isArray(value) ? (value as unknown[]) : [value])
        if (isNode(child)) open.push([child, depth + 1]);
  }
  return null;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

function wholeExpression(source: string): ExpressionSyntax | null {
  try {
    const node = parseExpressionAt(source, 0, options);
    const end = outerEnd(source, node);
    return endsAfter(source, end) ? { kind: "expression", node, end } : null;
  } catch {
    return null;
  }
}

function outerEnd(source: string, node: Expression): number {
  let open = 0;
  for (const { type, end } of tokenizer(source.slice(0, node.start), options))
    if (type === tokTypes.parenL && end <= node.start) open++;
  let { end } = node;
  for (const token of tokenizer(source.slice(node.end), options)) {
    if (open === 0 || token.type !== tokTypes.parenR) break;
    open--;
    end = node.end + token.end;
  }
  return end;
}

/** Only comments and at most one semicolon follow. */
function endsAfter(source: string, end: number): boolean {
  const [first, second] = [...tokenizer(source.slice(end), options)];
  return first === undefined || (first.type === tokTypes.semi && second === undefined);
}

function syntaxFault(error: unknown): SyntaxFault {
  const { message, pos } = error as SyntaxError & { readonly pos?: number };
  if (error instanceof RangeError || /stack space/.test(message))
    return { message: tooDeep, offset: pos ?? 0 };
  const text = message.replace(/ \(\d+:\d+\)$/, "");
  return {
    message: `invalid JavaScript: ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
    offset: pos ?? 0,
  };
}
