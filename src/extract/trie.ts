/** A literal found in a text: which of the literals, and where it ends. */
export interface Hit {
  readonly literal: number;
  readonly start: number;
  readonly end: number;
}

interface Node {
  readonly next: Map<number, Node>;
  fail: Node | null;
  /** The literals that end here, the longest first. */
  ends: readonly number[];
}

/** Finds all of many literals in one pass, by Aho and Corasick (1975). */
export class LiteralMatcher {
  readonly #root: Node = { next: new Map(), fail: null, ends: [] };
  readonly #lengths: readonly number[];
  /** 1 for each character of a literal: all others lead back to the root at once. */
  readonly #known = new Uint8Array(65_536);

  constructor(literals: readonly string[]) {
    this.#lengths = literals.map((literal) => literal.length);
    literals.forEach((literal, index) => {
      const node = this.#add(literal);
      node.ends = [...node.ends, index];
    });
    this.#link();
  }

  #add(literal: string): Node {
    let node = this.#root;
    for (let at = 0; at < literal.length; at++) {
      const code = literal.charCodeAt(at);
      this.#known[code] = 1;
      const next = node.next.get(code) ?? { next: new Map(), fail: null, ends: [] };
      node.next.set(code, next);
      node = next;
    }
    return node;
  }

  /** Breadth first: a node falls back to the longest end of its text that begins a literal. */
  #link(): void {
    const queue: Node[] = [this.#root];
    for (let node = queue.shift(); node; node = queue.shift())
      for (const [code, child] of node.next) {
        let fail = node.fail;
        while (fail && !fail.next.has(code)) fail = fail.fail;
        child.fail = fail?.next.get(code) ?? this.#root;
        child.ends = [...child.ends, ...child.fail.ends];
        queue.push(child);
      }
  }

  /** Where a node without a way on falls back to; kept as a way, so that it is found once. */
  #fallBack(from: Node, code: number): Node {
    let node = from;
    let next = node.next.get(code);
    while (next === undefined && node.fail) {
      node = node.fail;
      next = node.next.get(code);
    }
    from.next.set(code, next ?? this.#root);
    return next ?? this.#root;
  }

  /** Every literal in `text` from `start` to `end`, in the order in which they end. */
  find(text: string, start = 0, end = text.length): Hit[] {
    const hits: Hit[] = [];
    let node: Node = this.#root;
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      if (this.#known[code] === 0) {
        node = this.#root;
        continue;
      }
      node = node.next.get(code) ?? this.#fallBack(node, code);
      if (node.ends.length === 0) continue;
      for (const literal of node.ends)
        hits.push({ literal, start: at + 1 - (this.#lengths[literal] ?? 0), end: at + 1 });
    }
    return hits;
  }
}
