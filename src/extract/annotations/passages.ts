/** Where passages end in a text, in order, each with the leaf of the longest that does. */
export interface Ends {
  readonly at: Int32Array;
  readonly leaf: Int32Array;
}

/** All passages as one automaton. Nodes are numbers; 0 is the beginning. */
export class PassageTree {
  readonly #edges: EdgeTable;
  readonly #fail: Int32Array;
  /** The passage that ends in a node; -1 for none. */
  readonly #passage: Int32Array;
  /** The longest passage that the text of a node ends with; -1 for none. */
  readonly #longest: Int32Array;
  readonly #nodes = new Map<string, number>();
  /** Of each passage, its leaf, and the end of the leaves of those that end with it. */
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  readonly size: number;

  constructor(passages: readonly string[]) {
    const distinct = [...new Set(passages)];
    const most = 1 + distinct.reduce((sum, { length }) => sum + length, 0);
    this.size = distinct.length;
    this.#edges = new EdgeTable(most);
    this.#passage = new Int32Array(most).fill(-1);
    distinct.forEach((passage, index) => this.#add(passage, index));
    const count = this.#edges.nodes;
    this.#fail = new Int32Array(count);
    this.#longest = new Int32Array(count).fill(-1);
    this.#first = new Int32Array(this.size);
    this.#last = new Int32Array(this.size);
    this.#number(this.#link());
  }

  #add(passage: string, index: number): void {
    let node = 0;
    for (let at = 0; at < passage.length; at++)
      node = this.#edges.add(node, passage.charCodeAt(at));
    this.#passage[node] = index;
    this.#nodes.set(passage, index);
  }

  /** Breadth first: nodes with a passage, the shorter first, each with the longest that it ends with. */
  #link(): { readonly passage: number; readonly parent: number }[] {
    const found: { passage: number; parent: number }[] = [];
    for (const { node, code, from } of this.#edges.byDepth()) {
      const fail = from === 0 ? 0 : this.#step(this.#fail[from] ?? 0, code);
      this.#fail[node] = fail;
      const parent = this.#longest[fail] ?? -1;
      const passage = this.#passage[node] ?? -1;
      this.#longest[node] = passage >= 0 ? passage : parent;
      if (passage >= 0) found.push({ passage, parent });
    }
    return found;
  }

  /** Leaves in an order in which those that end with a passage stand together behind it. */
  #number(linked: readonly { readonly passage: number; readonly parent: number }[]): void {
    const size = new Int32Array(this.size).fill(1);
    for (let at = linked.length - 1; at >= 0; at--) {
      const { passage = 0, parent = -1 } = linked[at] ?? {};
      if (parent >= 0) size[parent] = (size[parent] ?? 0) + (size[passage] ?? 0);
    }
    // Where the next child of each passage begins; of what has no parent, in `root`.
    const next = new Int32Array(this.size);
    let root = 0;
    for (const { passage, parent } of linked) {
      const first = parent >= 0 ? (next[parent] ?? 0) : root;
      const last = first + (size[passage] ?? 0);
      if (parent >= 0) next[parent] = last;
      else root = last;
      this.#first[passage] = first;
      this.#last[passage] = last;
      next[passage] = first + 1;
    }
  }

  #step(from: number, code: number): number {
    let node = from;
    for (;;) {
      const next = this.#edges.get(node, code);
      if (next >= 0) return next;
      if (node === 0) return 0;
      node = this.#fail[node] ?? 0;
    }
  }

  /** Leaves of a passage and of those that end with it, the second not among them. */
  range(passage: string): readonly [first: number, last: number] {
    const index = this.#nodes.get(passage) ?? 0;
    return [this.#first[index] ?? 0, this.#last[index] ?? 0];
  }

  endsIn(text: string): Ends {
    const [at, leaf] = [new Growing(), new Growing()];
    let node = 0;
    for (let index = 0; index < text.length; index++) {
      node = this.#step(node, text.charCodeAt(index));
      const passage = this.#longest[node] ?? -1;
      if (passage < 0) continue;
      at.push(index + 1);
      leaf.push(this.#first[passage] ?? 0);
    }
    return { at: at.taken(), leaf: leaf.taken() };
  }
}

/** Edges of a tree by node and character, in one open table: millions of maps would not fit. */
class EdgeTable {
  readonly #from: Int32Array;
  readonly #code: Uint16Array;
  readonly #to: Int32Array;
  readonly #mask: number;
  /** Edges from the beginning, where most steps end. */
  readonly #first = new Int32Array(0x10000).fill(-1);
  /** Of each node but the first: where it comes from, and by which character. */
  readonly #parent: Int32Array;
  readonly #by: Uint16Array;
  nodes = 1;

  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.#mask = size - 1;
    this.#from = new Int32Array(size).fill(-1);
    this.#code = new Uint16Array(size);
    this.#to = new Int32Array(size);
    this.#parent = new Int32Array(most);
    this.#by = new Uint16Array(most);
  }

  #slot(node: number, code: number): number {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(code + 1, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & this.#mask;
    while (this.#from[slot] !== -1 && !(this.#from[slot] === node && this.#code[slot] === code))
      slot = (slot + 1) & this.#mask;
    return slot;
  }

  /** The node behind a character; -1 for none. */
  get(node: number, code: number): number {
    if (node === 0) return this.#first[code] ?? -1;
    const slot = this.#slot(node, code);
    return this.#from[slot] === -1 ? -1 : (this.#to[slot] ?? -1);
  }

  add(node: number, code: number): number {
    const known = this.get(node, code);
    if (known >= 0) return known;
    const next = this.nodes++;
    this.#parent[next] = node;
    this.#by[next] = code;
    if (node === 0) this.#first[code] = next;
    else this.#set(this.#slot(node, code), node, code, next);
    return next;
  }

  #set(slot: number, node: number, code: number, to: number): void {
    this.#from[slot] = node;
    this.#code[slot] = code;
    this.#to[slot] = to;
  }

  /** Every node but the first, those nearer to the beginning earlier. */
  *byDepth(): Generator<{ readonly node: number; readonly code: number; readonly from: number }> {
    const depth = new Int32Array(this.nodes);
    for (let node = 1; node < this.nodes; node++)
      depth[node] = (depth[this.#parent[node] ?? 0] ?? 0) + 1;
    for (const node of sortedBy(depth))
      if (node > 0) yield { node, code: this.#by[node] ?? 0, from: this.#parent[node] ?? 0 };
  }
}

/** Indexes of small numbers, the smaller first, by counting. */
function sortedBy(keys: Int32Array): Int32Array {
  const most = keys.reduce((a, b) => Math.max(a, b), 0);
  const starts = new Int32Array(most + 2);
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 1; key < starts.length; key++)
    starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0);
  const sorted = new Int32Array(keys.length);
  keys.forEach((key, index) => {
    const place = starts[key] ?? 0;
    sorted[place] = index;
    starts[key] = place + 1;
  });
  return sorted;
}

/** A list of numbers that doubles its room. */
class Growing {
  #room = new Int32Array(1024);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#room.length) {
      const room = new Int32Array(2 * this.#length);
      room.set(this.#room);
      this.#room = room;
    }
    this.#room[this.#length++] = value;
  }

  taken(): Int32Array {
    return this.#room.subarray(0, this.#length);
  }
}
