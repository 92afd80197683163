import type { Steps } from "../bytes/index.ts";
import { isTree, type Drawing, type DrawnNode } from "../drawing.ts";
import { repeated, type ElementKind } from "./allow/index.ts";
import { build, dress, setState, styleText } from "./build.ts";
import { childNodesOf, insertBefore, nextOf, removeChild } from "./tree.ts";

interface Held {
  readonly drawn: DrawnNode;
  readonly node: Element | Text;
  readonly kind: ElementKind | null;
}

export interface Renderer {
  /** Work that brings the drawing to the screen; a drawing that is no tree is left. */
  draw(drawing: Drawing): Steps;
  nodeOf(id: number): Node | null;
  idOf(node: Node): number | null;
}

/** Builds what a cell's worker has drawn, by the list of what is allowed (`allow`). */
export function createRenderer(root: Element): Renderer {
  let held = new Map<number, Held>();
  let rootId: number | null = null;
  const ids = new WeakMap<Node, number>();

  const hold = (drawn: DrawnNode): Held => {
    const before = held.get(drawn.id);
    const isSame = before !== undefined && isSameKind(before.drawn, drawn);
    const made = isSame ? before : drawn.id === rootId ? rootOf(root) : build(drawn);
    ids.set(made.node, drawn.id);
    return { ...made, drawn };
  };
  const heldOf = (id: number): Held | undefined => held.get(id);

  function* work(drawing: Drawing): Generator<undefined, void> {
    const news = new Map(drawing.nodes.map((node) => [node.id, node]));
    const drawnOf = (id: number): DrawnNode | null => news.get(id) ?? held.get(id)?.drawn ?? null;
    const childrenOf = (id: number) => {
      const drawn = drawnOf(id);
      return drawn && ("text" in drawn ? [] : drawn.children);
    };
    if (!isTree(drawing.root, childrenOf)) return;
    rootId = drawing.root;
    for (const drawn of news.values()) {
      held.set(drawn.id, hold(drawn));
      yield;
    }
    const places = placesOf(drawing.root, childrenOf, (id) => held.get(id)?.kind ?? null);
    for (const { id, isRepeated } of places) {
      const one = held.get(id);
      if (one && (isRepeated || news.has(id))) finish(one, isRepeated);
      yield;
    }
    // From the leaves on, so that what is shown changes at the end and at once.
    for (const { id, parent } of [...places].reverse()) {
      const one = held.get(id);
      if (one && news.has(id)) fill(one, heldOf);
      const around = held.get(parent);
      if (around?.kind?.name === "style" && news.has(id)) fill(around, heldOf);
      yield;
    }
    for (const id of news.keys()) state(held.get(id));
    forget(places);
  }

  function forget(places: readonly NodePlace[]): void {
    const before = held;
    held = new Map();
    for (const { id } of places) {
      const one = before.get(id);
      if (one) held.set(id, one);
    }
  }

  return {
    draw(drawing) {
      const steps = work(drawing);
      return {
        step(isTime) {
          while (steps.next().done !== true) if (isTime()) return false;
          return true;
        },
      };
    },
    nodeOf: (id) => held.get(id)?.node ?? null,
    idOf: (node) => ids.get(node) ?? null,
  };
}

/** Gives a node what it was drawn with. */
function finish({ node, kind, drawn }: Held, isRepeated: boolean): void {
  if ("text" in drawn) {
    if (node instanceof Text && node.data !== drawn.text) node.data = drawn.text;
  } else if (kind && node instanceof Element) dress(node, kind, drawn, isRepeated);
}

/** Children in their order; those that stay are not moved, since that costs a caret its place. */
function fill({ node, kind, drawn }: Held, heldOf: (id: number) => Held | undefined): void {
  if (kind === null || "text" in drawn) return;
  const children = drawn.children.flatMap((id) => heldOf(id) ?? []);
  if (kind.name === "style") return fillStyle(node, children);
  const wanted = new Set<Node>(children.map((child) => child.node));
  for (const child of [...childNodesOf(node)]) if (!wanted.has(child)) removeChild(node, child);
  let next: Node | null = (childNodesOf(node)[0] as Node | undefined) ?? null;
  for (const child of children) {
    if (child.node === next) next = nextOf(next);
    else insertBefore(node, child.node, next);
  }
}

function fillStyle(node: Node, children: readonly Held[]): void {
  const texts = children.flatMap(({ drawn }) => ("text" in drawn ? drawn.text : []));
  const text = styleText(texts);
  if (node.textContent !== text) node.textContent = text;
}

function state(one: Held | undefined): void {
  if (one && !("text" in one.drawn) && one.node instanceof Element)
    setState(one.node, one.drawn.state);
}

function rootOf(root: Element): Pick<Held, "node" | "kind"> {
  return { node: root, kind: { isSvg: false, name: "div" } };
}

function isSameKind(a: DrawnNode, b: DrawnNode): boolean {
  if ("text" in a || "text" in b) return "text" in a && "text" in b;
  return a.tag === b.tag && a.isSvg === b.isSvg;
}

interface NodePlace {
  readonly id: number;
  readonly parent: number;
  /** True within what is drawn wherever it is named. */
  readonly isRepeated: boolean;
}

/** All places of the tree, each before those in it. */
function placesOf(
  root: number,
  childrenOf: (id: number) => readonly number[] | null,
  kindOf: (id: number) => ElementKind | null,
): NodePlace[] {
  const places: NodePlace[] = [{ id: root, parent: root, isRepeated: false }];
  for (const place of places) {
    const isRepeated = place.isRepeated || repeated.has(kindOf(place.id)?.name ?? "");
    for (const id of childrenOf(place.id) ?? []) places.push({ id, parent: place.id, isRepeated });
  }
  return places;
}
