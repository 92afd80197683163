import type { DrawnNode, ReaderEvent, State } from "../drawing.ts";
import { choose, pictureOf, setState, stateOf } from "./document/index.ts";

/** The document as the frame knows it: each node by a number, and as it was told of last. */
export interface Sight {
  /** The number of what stands at the top. */
  readonly root: number;
  /** Sees everything as it is now; gives what the frame does not know, which it is to be told. */
  look(): DrawnNode[];
  /** Takes over what the reader did to forms: the frame shows it already, and is not told again. */
  learn(states: ReaderEvent["states"]): void;
  /** Of what was seen; null for another node. */
  idOf(node: object): number | null;
  nodeOf(id: number): Node | null;
}

const SVG = "http://www.w3.org/2000/svg";

type Told = Exclude<DrawnNode, { text: string }>;

export function createSight(root: Node): Sight {
  const ids = new WeakMap<object, number>();
  const nodes = new Map<number, Node>();
  let told = new Map<number, DrawnNode>();
  let last = 0;

  const idOf = (node: Node): number => {
    const id = ids.get(node) ?? ++last;
    ids.set(node, id);
    return id;
  };

  return {
    root: idOf(root),
    look() {
      const [now, changed]: [Map<number, DrawnNode>, DrawnNode[]] = [new Map(), []];
      nodes.clear();
      const visit = (node: Node, isInSvg: boolean): void => {
        const id = idOf(node);
        nodes.set(id, node);
        const children = childrenOf(node);
        const isSvg = isInSvg || (node as Element).namespaceURI === SVG || isRootOfSvg(node);
        const seen = seeNode(node, id, isSvg, children.map(idOf));
        now.set(id, seen);
        if (!isSame(seen, told.get(id))) changed.push(seen);
        for (const child of children) visit(child, isSvg);
      };
      visit(root, false);
      told = now;
      return changed;
    },
    learn(states) {
      for (const [id, state] of states) {
        const node = nodes.get(id);
        if (node) take(node as HTMLElement, state);
      }
      for (const [id] of states) {
        const [node, known] = [nodes.get(id), told.get(id)];
        if (node && known && !("text" in known))
          told.set(id, { ...known, state: seenState(node as Element) });
      }
    },
    idOf: (node) => ids.get(node) ?? null,
    nodeOf: (id) => nodes.get(id) ?? null,
  };
}

/** What a state of the frame means to an element of the document. */
function take(element: HTMLElement, { value, checked, selected, open }: State): void {
  const { localName } = element;
  if (open !== undefined) element.toggleAttribute("open", open);
  if (localName === "option" && selected !== undefined) setState(element, { selected });
  if (checked !== undefined) Object.assign(element, { checked, indeterminate: false });
  if (value !== undefined && localName !== "select") setState(element, { value });
  if (localName === "select" && value === undefined)
    choose(element, (option) => stateOf(option).selected === true);
}

/** Comments and the insides of templates are not seen. */
function childrenOf(node: Node): Node[] {
  if (node.nodeType !== 1 || (node as Element).localName === "template") return [];
  return [...node.childNodes].filter(({ nodeType }) => nodeType === 1 || nodeType === 3);
}

/** The library reads fragments of SVG as HTML: what is within a drawing is of it. */
function isRootOfSvg(node: Node): boolean {
  return (node as Element).localName === "svg";
}

function seeNode(node: Node, id: number, isSvg: boolean, children: readonly number[]): DrawnNode {
  if (node.nodeType === 3) return { id, text: (node as Text).data };
  const element = node as Element;
  const attributes = [...element.attributes].map(
    ({ name, value }) => [name, String(value)] as const,
  );
  const { localName: tag } = element;
  const isCanvas = tag === "canvas";
  const picture = isCanvas ? pictureOf(element) : null;
  return {
    id,
    isSvg,
    tag,
    attributes: picture === null ? attributes : [...attributes, ["src", picture] as const],
    state: seenState(element),
    children: isCanvas ? [] : children,
  };
}

function seenState(element: Element): State {
  const { localName } = element;
  const input = element as HTMLInputElement;
  if (localName === "input")
    return /^(?:checkbox|radio)$/.test(input.type)
      ? { checked: input.checked, indeterminate: input.indeterminate }
      : { value: input.value };
  if (localName === "textarea") return { value: input.value };
  if (localName === "option") return { selected: (element as HTMLOptionElement).selected };
  if (localName === "details") return { open: element.hasAttribute("open") };
  return {};
}

function isSame(a: DrawnNode, b: DrawnNode | undefined): boolean {
  if (b === undefined) return false;
  if ("text" in a || "text" in b) return "text" in a && "text" in b && a.text === b.text;
  return isSameElement(a, b);
}

function isSameElement(a: Told, b: Told): boolean {
  const { state, attributes, children } = a;
  return (
    attributes.length === b.attributes.length &&
    children.length === b.children.length &&
    children.every((id, i) => id === b.children[i]) &&
    attributes.every(
      ([name, value], i) => name === b.attributes[i]?.[0] && value === b.attributes[i]?.[1],
    ) &&
    state.value === b.state.value &&
    state.checked === b.state.checked &&
    state.selected === b.state.selected &&
    state.indeterminate === b.state.indeterminate &&
    state.open === b.state.open
  );
}
