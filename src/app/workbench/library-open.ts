import { openStore } from "../../store/index.ts";
import { shelfOf, type Shelf } from "./library.ts";

/** The reader's notebooks in this browser; where it keeps nothing, each saving says so. */
export async function openShelf(): Promise<Shelf> {
  const opened = await openStore();
  if (!opened.ok) return shelfOf(null, opened);
  // Asked without waiting: some browsers ask the reader.
  void opened.store.persist().catch(() => false);
  return shelfOf(opened.store);
}
