import { parse, parseExpressionAt, tokTypes, tokenizer } from "acorn";
import type { Expression, Options, Program } from "acorn";

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

/** As the cage runs it: strict, and a function's body that may wait. */
const options: Options = {
  ecmaVersion: "latest",
  sourceType: "module",
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
};

/** An expression where the whole source is one (an object literal too), else a program. */
export function readSyntax(source: string): Syntax | SyntaxFault {
  const expression = wholeExpression(source);
  if (expression !== null) return expression;
  try {
    return { kind: "program", node: parse(source, options) };
  } catch (error) {
    return syntaxFault(error);
  }
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
  const text = message.replace(/ \(\d+:\d+\)$/, "");
  return {
    message: `invalid JavaScript: ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
    offset: pos ?? 0,
  };
}
