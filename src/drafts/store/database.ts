import { wrap } from "idb";
import type { DBSchema, IDBPDatabase } from "idb";
import type { KeptDraft } from "./trust.ts";
import type { StoredTable, Version } from "./types.ts";

interface Schema extends DBSchema {
  drafts: { key: string; value: KeptDraft };
  versions: { key: [id: string, version: number]; value: Version };
  tables: { key: [id: string, name: string]; value: StoredTable & { readonly id: string } };
}
export type Database = IDBPDatabase<Schema>;

const databaseVersion = 1;

/** Opens the database; rejects where the browser refuses, or another tab holds an older one open. */
export function openDatabase(factory: IDBFactory, name: string): Promise<Database> {
  const request = factory.open(name, databaseVersion);
  request.addEventListener("upgradeneeded", () => createStores(request.result));
  const blocked = new Promise<never>((_, reject) => {
    request.addEventListener("blocked", () => reject(new Blocked("invalid state: blocked")));
  });
  const opened = wrap(request) as unknown as Promise<Database>;
  return Promise.race([opened, blocked]);
}

export class Blocked extends Error {}

function createStores(database: IDBDatabase): void {
  database.createObjectStore("drafts", { keyPath: "id" });
  database.createObjectStore("versions", { keyPath: ["id", "version"] });
  database.createObjectStore("tables", { keyPath: ["id", "name"] });
}

/** All keys that begin with an id. An array sorts after every string, so `[]` ends the range. */
export function allOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}

/**
 * Waits for a transaction and its requests; rejects with the reason of the transaction, since its
 * requests only say that it was aborted, not that the storage is full.
 */
export async function settled(done: Promise<void>, requests: readonly Promise<unknown>[]) {
  const all = await Promise.allSettled([done, ...requests]);
  const failed = all.find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
}
