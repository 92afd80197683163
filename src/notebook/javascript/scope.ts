import type { AnyNode, Function as FunctionNode, Identifier, Node, Pattern } from "acorn";
import { ancestor } from "acorn-walk";

/** A name that nothing in the source declares. */
export interface FreeName {
  readonly name: string;
  /** UTF-16 offset in the source. */
  readonly offset: number;
  /** True where it is assigned to. */
  readonly isWritten: boolean;
  readonly node: Node;
  /** The node around it. */
  readonly around: Node | undefined;
}

type Scopes = Map<Node, Set<string>>;

const functions = ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"];
const blocks = [
  ...functions,
  "Program",
  "BlockStatement",
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
  "SwitchStatement",
  "CatchClause",
  "StaticBlock",
];

/** Every use of a name that comes from outside, in order of place. */
export function freeNames(root: Node): FreeName[] {
  const scopes = declare(root);
  const found: FreeName[] = [];
  const visit = (isWritten: boolean) => (node: Identifier, _: unknown, path: Node[]) => {
    if (isDeclared(node.name, path, scopes) || isTypeof(path)) return;
    found.push({ name: node.name, offset: node.start, isWritten, node, around: path.at(-2) });
  };
  ancestor(root, {
    Identifier: visit(false),
    VariablePattern: visit(true),
  } as Parameters<typeof ancestor>[1]);
  return found.sort((a, b) => a.offset - b.offset);
}

function isDeclared(name: string, path: readonly Node[], scopes: Scopes): boolean {
  return path.some((node) => scopes.get(node)?.has(name));
}

/** `typeof name` may ask for what is not there. */
function isTypeof(path: readonly Node[]): boolean {
  const around = path.at(-2) as AnyNode | undefined;
  return around?.type === "UnaryExpression" && around.operator === "typeof";
}

/** The names that each scope declares. */
function declare(root: Node): Scopes {
  const scopes: Scopes = new Map();
  const add = (scope: Node, name: string): void => {
    const names = scopes.get(scope) ?? new Set();
    scopes.set(scope, names.add(name));
  };
  const inFunction = (path: readonly Node[]) => nearestOf(path, [...functions, "Program"], root);
  const inBlock = (path: readonly Node[]) => nearestOf(path, blocks, root);
  const parameters = (node: FunctionNode): void => {
    for (const name of node.params.flatMap(boundNames)) add(node, name);
    if (node.type !== "ArrowFunctionExpression") add(node, "arguments");
  };
  ancestor(root, {
    VariableDeclaration(node, _state, path) {
      const scope = node.kind === "var" ? inFunction(path) : inBlock(path);
      for (const { id } of node.declarations) for (const name of boundNames(id)) add(scope, name);
    },
    FunctionDeclaration(node, _state, path) {
      if (node.id) add(inBlock(path.slice(0, -1)), node.id.name);
      parameters(node);
    },
    Function(node) {
      if (node.id && node.type === "FunctionExpression") add(node, node.id.name);
      parameters(node);
    },
    ClassDeclaration(node, _state, path) {
      if (node.id) add(inBlock(path.slice(0, -1)), node.id.name);
    },
    Class(node) {
      if (node.id) add(node, node.id.name);
    },
    CatchClause(node) {
      if (node.param) for (const name of boundNames(node.param)) add(node, name);
    },
  } as Parameters<typeof ancestor>[1]);
  return scopes;
}

function nearestOf(path: readonly Node[], types: readonly string[], root: Node): Node {
  return path.findLast(({ type }) => types.includes(type)) ?? root;
}

/** The names that a pattern binds. */
export function boundNames(pattern: Pattern): string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((property) =>
        boundNames(property.type === "RestElement" ? property.argument : property.value),
      );
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => (element === null ? [] : boundNames(element)));
    case "RestElement":
      return boundNames(pattern.argument);
    case "AssignmentPattern":
      return boundNames(pattern.left);
    case "MemberExpression":
      return [];
  }
}
