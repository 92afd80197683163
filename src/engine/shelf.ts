import type { AddOptions, Column, Connection, TableSource } from "./connection.ts";

/** A table of the reader's own, with its bytes for a restart, a store or a link. */
export interface KeptTable {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: number;
  readonly bytes: number;
  /** Whole Arrow IPC streams; blobs, which the browser may keep on disk. */
  readonly chunks: readonly Blob[];
}

/** Keeps what was added, in order; a name is there once, in any case. */
export interface Shelf {
  tables(): readonly KeptTable[];
  /**
   * Keeps what passes. `insert` may ask for the source again: what has passed comes once more, so
   * that an engine that died half-way can be given the whole.
   */
  add(
    table: TableSource,
    insert: (source: () => TableSource) => Promise<number>,
  ): Promise<KeptTable>;
  remove(name: string): void;
  /** Adds all that is kept to a fresh engine. */
  addAll(connection: Connection, options: AddOptions): Promise<void>;
}

export function createShelf(): Shelf {
  const kept = new Map<string, KeptTable>();
  return {
    tables: () => [...kept.values()],
    async add(table, insert) {
      const { name, columns } = table;
      const { source, chunks } = replayed(table);
      const rows = await insert(source);
      const bytes = chunks.reduce((sum, { size }) => sum + size, 0);
      const one: KeptTable = { name, columns, rows, bytes, chunks };
      kept.set(name.toLowerCase(), one);
      return one;
    },
    remove: (name) => void kept.delete(name.toLowerCase()),
    async addAll(connection, options) {
      for (const { name, columns, chunks } of kept.values())
        await connection.addTable({ name, columns, stream: bytesOf(chunks) }, options);
    },
  };
}

function replayed({ name, columns, stream }: TableSource) {
  const chunks: Blob[] = [];
  const rest = (async function* () {
    yield* stream;
  })();
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* bytesOf([...chunks]);
    for (;;) {
      const { value, done } = await rest.next();
      if (done === true) return;
      // A copy: the engine empties the buffer.
      chunks.push(new Blob([value as Uint8Array<ArrayBuffer>]));
      yield value;
    }
  }
  return { chunks, source: (): TableSource => ({ name, columns, stream: all() }) };
}

async function* bytesOf(chunks: readonly Blob[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield new Uint8Array(await chunk.arrayBuffer());
}
