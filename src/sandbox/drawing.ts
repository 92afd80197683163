/**
 * What a cell's worker and the frame that draws for it say to each other. The worker is where the
 * code of the cell runs: whatever it says is read here, by count, length and kind, before the frame
 * does anything with it.
 */

/** A node as it is now: a text, or an element with all that it has. */
export type DrawnNode =
  | { readonly id: number; readonly text: string }
  | {
      readonly id: number;
      readonly isSvg: boolean;
      readonly tag: string;
      readonly attributes: readonly (readonly [name: string, value: string])[];
      /** State of a form's element that is no attribute: what it holds, what is chosen. */
      readonly state: State;
      readonly children: readonly number[];
    };

export interface State {
  readonly value?: string;
  readonly checked?: boolean;
  readonly selected?: boolean;
  readonly indeterminate?: boolean;
  readonly open?: boolean;
}

/** Nodes that are new or have changed; all others stay as they are. */
export interface Drawing {
  /** What stands at the top. */
  readonly root: number;
  readonly nodes: readonly DrawnNode[];
  /** Kinds of events that the cell listens to. */
  readonly listens: readonly string[];
  /** The element that the cell wants the reader's keys to go to. */
  readonly focus: number | null;
}

/** Nodes of one cell. A reader sees no more, and a page holds no more. */
export const mostNodes = 25_000;
/** Bytes of one drawing. */
export const mostDrawnBytes = 12_000_000;
const mostAttributes = 100;
const longestName = 80;
const longestValue = 4_000_000;
const deepestNode = 200;
const mostKinds = 100;

type Loose = readonly unknown[];

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === "string" && value.length <= longest;
}

/** As it is sent: `[root, nodes, listens, focus]`. */
export function packDrawing({ root, nodes, listens, focus }: Drawing): Loose {
  const pack = (node: DrawnNode): Loose =>
    "text" in node
      ? [node.id, node.text]
      : [node.id, node.isSvg, node.tag, node.attributes.flat(), node.state, node.children];
  return [root, nodes.map(pack), listens, focus];
}

/** A drawing of a worker; null where it is none. Never throws. */
export function readDrawing(data: unknown): Drawing | null {
  if (!Array.isArray(data)) return null;
  const [root, packed, kinds, focus] = data as Loose;
  if (!isCount(root) || !Array.isArray(packed) || packed.length > mostNodes) return null;
  const nodes = (packed as Loose).map(readNode);
  if (!nodes.every((node) => node !== null)) return null;
  const listens = Array.isArray(kinds) ? (kinds as Loose).slice(0, mostKinds) : [];
  return {
    root,
    nodes,
    listens: listens.filter((kind) => isText(kind, longestName)),
    focus: isCount(focus) ? focus : null,
  };
}

function readNode(data: unknown): DrawnNode | null {
  if (!Array.isArray(data)) return null;
  const [id, first, tag, attributes, state, children] = data as Loose;
  if (!isCount(id)) return null;
  if (data.length === 2) return isText(first, longestValue) ? { id, text: first } : null;
  if (!isText(tag, longestName) || !Array.isArray(children)) return null;
  if (children.length > mostNodes || !children.every(isCount)) return null;
  const pairs = readAttributes(attributes);
  if (pairs === null) return null;
  return { id, isSvg: first === true, tag, attributes: pairs, state: readState(state), children };
}

function readAttributes(data: unknown): [string, string][] | null {
  if (!Array.isArray(data) || data.length > mostAttributes * 2) return null;
  const pairs: [string, string][] = [];
  for (let i = 0; i + 1 < data.length; i += 2) {
    const [name, value] = [data[i] as unknown, data[i + 1] as unknown];
    if (!isText(name, longestName) || !isText(value, longestValue)) return null;
    pairs.push([name, value]);
  }
  return pairs;
}

function readState(data: unknown): State {
  if (typeof data !== "object" || data === null) return {};
  const { value, checked, selected, indeterminate, open } = data as Readonly<
    Record<string, unknown>
  >;
  return {
    ...(isText(value, longestValue) && { value }),
    ...(typeof checked === "boolean" && { checked }),
    ...(typeof selected === "boolean" && { selected }),
    ...(typeof indeterminate === "boolean" && { indeterminate }),
    ...(typeof open === "boolean" && { open }),
  };
}

/**
 * A tree, and not too deep a one, as seen from the root: a node that stands twice, or in itself,
 * is none. `childrenOf` gives null for what is not known.
 */
export function isTree(
  root: number,
  childrenOf: (id: number) => readonly number[] | null,
): boolean {
  const seen = new Set<number>();
  let level: readonly number[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepestNode) return false;
    const below: number[] = [];
    for (const id of level) {
      const children = childrenOf(id);
      if (children === null || seen.has(id) || seen.size >= mostNodes) return false;
      seen.add(id);
      for (const child of children) below.push(child);
    }
    level = below;
  }
  return true;
}

/** Where an element on the screen is, as the cell asks for it while an event is told. */
export interface Spot {
  readonly id: number;
  /** x, y, width, height */
  readonly box: readonly [number, number, number, number];
  /** From the element's own coordinates to those of the frame; null outside SVG. */
  readonly matrix: readonly number[] | null;
}

/** Something that the reader did. Fields are those of the browser's event, plain ones only. */
export interface ReaderEvent {
  readonly kind: string;
  readonly target: number;
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  /** What the target, and the other inputs that changed with it, hold now. */
  readonly states: readonly (readonly [id: number, state: State])[];
  /** The target and what is around it; empty where the event has no place. */
  readonly spots: readonly Spot[];
}
