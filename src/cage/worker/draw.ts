import {
  packDrawing,
  type Drawing,
  type DrawnNode,
  type ReaderEvent,
  type State,
} from "../drawing.ts";
import {
  choose,
  listenedKinds,
  onState,
  pictureOf,
  readerEvent,
  setSpot,
  setState,
  stateOf,
  takeFocus,
} from "./document/index.ts";

export interface DrawerOptions {
  readonly document: Document;
  readonly timers: Pick<Window, "setTimeout">;
  readonly MutationObserver: typeof MutationObserver;
  readonly post: (drawing: readonly unknown[]) => void;
}

/** Shows what the document holds, by telling the frame what has changed in it. */
export interface Drawer {
  /** Draws soon: at once where nothing was drawn for a while. */
  schedule(): void;
  /** Draws what is to be drawn, now. */
  flush(): void;
  /** The frame has drawn what it was told. */
  drawn(): void;
  /** Does to the document what the reader did. */
  tell(event: ReaderEvent): void;
}

/** Milliseconds between two drawings. */
const pace = 16;
const SVG = "http://www.w3.org/2000/svg";

type Told = Exclude<DrawnNode, { text: string }>;

export function createDrawer({ document, timers, MutationObserver, post }: DrawerOptions): Drawer {
  const root = document.body;
  const ids = new WeakMap<object, number>();
  const nodes = new Map<number, Node>();
  let told = new Map<number, DrawnNode>();
  let last = 0;
  let [isDirty, isWaiting, isPlanned] = [false, false, false];

  const idOf = (node: Node): number => {
    const id = ids.get(node) ?? ++last;
    ids.set(node, id);
    return id;
  };

  /** Everything as it is now, and of that what the frame does not know. */
  const look = (): DrawnNode[] => {
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
  };

  const flush = (): void => {
    isDirty = false;
    const focused = takeFocus();
    const drawing: Drawing = {
      nodes: look(),
      root: idOf(root),
      listens: [...listenedKinds],
      focus: focused === null ? null : (ids.get(focused) ?? null),
    };
    if (drawing.nodes.length === 0 && drawing.focus === null) return;
    isWaiting = true;
    post(packDrawing(drawing));
  };

  const schedule = (): void => {
    isDirty = true;
    if (isPlanned || isWaiting) return;
    isPlanned = true;
    timers.setTimeout(() => {
      isPlanned = false;
      if (isDirty && !isWaiting) flush();
    }, pace);
  };

  /** What the frame shows already is not told to it again. */
  const learn = (states: ReaderEvent["states"]): void => {
    for (const [id, state] of states) {
      const node = nodes.get(id);
      if (node) take(node as HTMLElement, state);
    }
    for (const [id] of states) {
      const [node, known] = [nodes.get(id), told.get(id)];
      if (node && known && !("text" in known))
        told.set(id, { ...known, state: seenState(node as Element) });
    }
  };

  new MutationObserver(schedule).observe(root, {
    attributes: true,
    childList: true,
    characterData: true,
    subtree: true,
  });
  onState(schedule);
  return {
    schedule,
    flush,
    drawn() {
      isWaiting = false;
      if (isDirty) schedule();
    },
    tell({ kind, target, fields, states, spots }) {
      learn(states);
      for (const spot of spots) {
        const node = nodes.get(spot.id);
        if (node) setSpot(node, spot);
      }
      const node = nodes.get(target);
      if (!node) return;
      const { scrollTop, scrollLeft, scrollHeight } = fields;
      if (kind === "scroll") Object.assign(node, { scrollTop, scrollLeft, scrollHeight });
      node.dispatchEvent(readerEvent(kind, fields) as unknown as Event);
      schedule();
    },
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
