import { wrap, type DBSchema, type IDBPDatabase } from "idb";
import type { ProposedFact } from "../../extract/index.ts";
import type { Decisions, ReadReport } from "../index.ts";

/** What is kept of a review beside the report itself. */
export interface KeptReview {
  readonly id: string;
  readonly decisions: Decisions;
  /** The figure at which the reader stood. */
  readonly at: string | null;
  /** ms since the epoch. */
  readonly changed: number;
  /** Counts the writes; a tab that knows an older one may not write. */
  readonly revision: number;
}

type Rest = Omit<ReadReport, "facts"> & { readonly added: number };

interface Schema extends DBSchema {
  reports: { key: string; value: Rest };
  /** Figures in portions, so that no single one holds the page. */
  facts: {
    key: [id: string, part: number];
    value: { readonly id: string; readonly part: number; readonly facts: readonly ProposedFact[] };
  };
  reviews: { key: string; value: KeptReview };
}
type Database = IDBPDatabase<Schema>;

/** Thrown where another tab has decided on in the meantime. */
export class Conflict extends Error {
  override readonly name = "Conflict";
}

/** Reports under review as the browser keeps them; every write survives a kill once it resolves. */
export interface ReviewStore {
  /** Reports in the order in which they came, each with its figures and decisions. */
  all(): Promise<{ readonly report: ReadReport; readonly review: KeptReview | null }[]>;
  putReport(report: ReadReport): Promise<void>;
  /** Rejects with a Conflict where another tab wrote since `revision`; gives the new revision. */
  putReview(review: KeptReview): Promise<number>;
  forget(id: string): Promise<void>;
  forgetAll(): Promise<void>;
  close(): void;
}

/** Opens the store. Rejects where the browser keeps nothing: a private window, storage off. */
export async function openReviews({
  indexedDB = globalThis.indexedDB,
  name = "fadu-review",
  now = Date.now,
}: {
  readonly indexedDB?: IDBFactory;
  readonly name?: string;
  readonly now?: () => number;
} = {}): Promise<ReviewStore> {
  const request = indexedDB.open(name, 1);
  request.addEventListener("upgradeneeded", () => createStores(request.result));
  const db = (await wrap(request)) as unknown as Database;
  return storeOf(db, now);
}

function createStores(database: IDBDatabase): void {
  database.createObjectStore("reports", { keyPath: "id" });
  database.createObjectStore("facts", { keyPath: ["id", "part"] });
  database.createObjectStore("reviews", { keyPath: "id" });
}

/** All keys that begin with an id: an array sorts after every number. */
const partsOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);

const PORTION = 200;

function storeOf(db: Database, now: () => number): ReviewStore {
  return {
    async all() {
      const rests = (await db.getAll("reports")).toSorted((a, b) => a.added - b.added);
      const found = [];
      for (const { added: _, ...rest } of rests) {
        const facts = await factsOf(db, rest.id);
        const review = (await db.get("reviews", rest.id)) ?? null;
        found.push({ report: { ...rest, facts }, review });
      }
      return found;
    },
    putReport: (report) => putReport(db, report, now()),
    putReview: (review) => putReview(db, review),
    async forget(id) {
      const tx = db.transaction(["reports", "facts", "reviews"], "readwrite", strict);
      void tx.objectStore("reports").delete(id);
      void tx.objectStore("facts").delete(partsOf(id));
      void tx.objectStore("reviews").delete(id);
      await tx.done;
    },
    async forgetAll() {
      const tx = db.transaction(["reports", "facts", "reviews"], "readwrite", strict);
      for (const store of ["reports", "facts", "reviews"] as const)
        void tx.objectStore(store).clear();
      await tx.done;
    },
    close: () => db.close(),
  };
}

/** Resolved means on the disk. */
const strict = { durability: "strict" } as const;

/** One portion after the other: each is copied in a task of its own. */
async function factsOf(db: Database, id: string): Promise<ProposedFact[]> {
  const keys = await db.getAllKeys("facts", partsOf(id));
  const facts: ProposedFact[] = [];
  for (const key of keys) facts.push(...((await db.get("facts", key))?.facts ?? []));
  return facts;
}

async function putReport(
  db: Database,
  { facts, ...rest }: ReadReport,
  added: number,
): Promise<void> {
  const { id } = rest;
  const tx = db.transaction(["reports", "facts"], "readwrite", strict);
  await tx.objectStore("reports").put({ ...rest, added });
  for (let part = 0; part * PORTION < facts.length; part++) {
    const own = facts.slice(part * PORTION, (part + 1) * PORTION);
    await tx.objectStore("facts").put({ id, part, facts: own });
  }
  await tx.done;
}

async function putReview(db: Database, review: KeptReview): Promise<number> {
  const tx = db.transaction("reviews", "readwrite", strict);
  const current = await tx.store.get(review.id);
  if ((current?.revision ?? 0) !== review.revision) {
    await tx.done;
    throw new Conflict(`invalid revision: ${review.revision}`);
  }
  const revision = review.revision + 1;
  await tx.store.put({ ...review, revision });
  await tx.done;
  return revision;
}
