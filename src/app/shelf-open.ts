import { memoryShelf } from "./shelf-memory.ts";
import type { Shelf } from "./shelf.ts";

/** The reader's notebooks in this browser. */
export async function openShelf(): Promise<Shelf> {
  return memoryShelf();
}
